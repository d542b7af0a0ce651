//! What can be wrong with a book, as values: where, which rule, and what to do about it.
//!
//! A diagnostic is made where the fault is found and shown only by the command line or the preview. This
//! room must not know how a fault is found.

mod choice;
mod github;
mod gitlab;
mod human;
mod json;
mod mended;
mod nearest;
mod rule;
mod rule_levels;
pub mod rules;
mod sarif;
mod severity;
mod some;
mod value;

pub use github::github;
pub use gitlab::gitlab;
pub use human::{Style, human};
pub use json::json;
pub use mended::mended;
pub use nearest::{Names, nearest};
pub use rule::Rule;
pub use rule_levels::{RuleLevel, RuleLevels};
pub(crate) use rules::outdated_program::outdated_alone;
pub use sarif::sarif;
pub use severity::Severity;
pub use some::{More, plural, some};
pub use value::{Diagnostic, Label, Noted, count, sort};
