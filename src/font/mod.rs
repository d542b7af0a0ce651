//! The font that is part of the program, for files in which letters are drawn: Inter, in two weights, with the Latin,
//! Greek and Cyrillic letters.
//!
//! It must not know what is drawn with it.

mod drawn;
mod letters;
mod subset;
mod weight;

pub(crate) use drawn::Scaled;
pub(crate) use letters::{has, is_left_out, width};
pub(crate) use subset::Subset;
pub(crate) use weight::Weight;
