//! Prose: Markdown into safe HTML with holes where links and words of the interface go.
//!
//! The holes are filled when a page is rendered, because a relative link depends on the page that it stands
//! on. This room must not know which files exist nor how pages are addressed.

mod clean;
mod footnotes;
mod html;
mod levels;
mod links;
mod prose;
mod read;
mod slug;

pub use prose::{Heading, Hole, Prose};
pub use read::{Html, Shape, Writing, read};
pub use slug::slug;
