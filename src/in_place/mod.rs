//! A page's file as its author writes it on the page: every text with what it is called, what it is for, where it is seen
//! and what is wrong with it; and what is to become of it, as changes.
//!
//! It must not know who asks, how files are read, nor how they are written.

mod asked;
mod conflict;
mod field;
mod form;
mod item;
mod label;
mod pointed;

pub use asked::Asked;
pub use conflict::{Conflict, conflicts, marks};
pub use form::{Form, form};
pub use pointed::pointed;
