//! Prose: Markdown into safe HTML with slots where links and words of the interface go.
//!
//! The slots are filled when a page is rendered, because a relative link depends on the page that it stands
//! on. This room must not know which files exist nor how pages are addressed.

mod addresses;
mod bare_links;
mod callouts;
mod clean;
mod definitions;
mod depth;
mod elements;
mod entities;
mod fences;
mod footnotes;
mod gaps;
mod headings;
mod intended;
mod letters;
mod marks;
mod mask;
mod opening;
mod pieces;
mod prose;
#[cfg(test)]
mod random;
mod raw;
mod raw_ids;
mod read;
mod sentence;
mod slug;
mod stray_mark;
mod tables;
mod tags;
mod taken_classes;
mod texts;
mod trusted;
mod unmarked;
mod walk;
mod with_html;
mod writing;

pub use entities::{escape, escape_xml};
pub use gaps::{Gap, gaps};
pub use letters::{composed, is_mark};
pub use marks::{Heading, Picture, Slot};
pub use opening::Opening;
pub use prose::Prose;
pub use read::read;
pub use sentence::first_sentence;
pub use slug::slug;
pub use tags::ids;
pub use taken_classes::TAKEN_CLASSES;
pub use writing::{Extent, Html, Writing};
