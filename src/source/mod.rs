//! The way in: reads a project's folder into memory, and knows where every text came from.
//!
//! The only room that reads the project. It must not know what the files mean.

mod day;
mod ignored;
mod lost;
mod read;
mod sources;
mod span;
mod text;

pub use day::Day;
pub use ignored::is_ignored;
pub use read::{Error, FOLDERS, PROJECT_FILE, Reader, find_project, read};
pub use sources::{Asset, PUBLISHED, Sources};
pub use span::{Span, Spanned};
pub use text::Source;
