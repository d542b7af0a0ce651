//! Search: the index of all pages, and what a reader would find in it.
//!
//! The index is made of files that the reader's browser loads as it needs them. It must not know how they
//! are addressed from a page nor how results look.

mod bm25;
mod counting;
mod counts;
mod files;
mod find;
mod findable;
mod index;
mod labels;
mod language;
mod others;
mod postings;
mod proximity;
mod same;
mod similarity;
mod slipped;
mod weightless;
mod words;
mod zone;

pub use files::{FOLDER, File, Interface};
pub use findable::{Findable, TOOLS, Tool};
pub use index::Index;
