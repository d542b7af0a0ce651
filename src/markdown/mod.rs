//! Prose: Markdown into safe HTML with slots where links and words of the interface go.
//!
//! The slots are filled when a page is rendered, because a relative link depends on the page that it stands
//! on. This room must not know which files exist nor how pages are addressed.

mod addresses;
mod clean;
mod depth;
mod elements;
mod entities;
mod fences;
mod footnotes;
mod headings;
mod intended;
mod mask;
mod pieces;
mod prose;
mod raw;
mod read;
mod slug;
mod tables;
mod tags;
mod unmarked;
mod walk;
mod writing;

pub use entities::escape;
pub use prose::{Heading, Picture, Prose, Slot};
pub use read::read;
pub use slug::slug;
pub use writing::{Extent, Html, Writing};
