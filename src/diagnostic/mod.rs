//! What can be wrong with a book, as values: where, which rule, and what to do about it.
//!
//! A diagnostic is made where the fault is found and shown only by the command line or the preview. This
//! room must not know how a fault is found.

mod human;
mod json;
mod nearest;
pub mod rules;
mod value;

pub use human::{Style, human};
pub use json::json;
pub use nearest::nearest;
pub use value::{Diagnostic, Label, Noted, Severity, count, sort};
