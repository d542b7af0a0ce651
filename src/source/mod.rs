//! The way in: reads a project's folder into memory, and knows where every text came from.
//!
//! The only room that reads the project. It must not know what the files mean.

mod asset;
mod conflict;
mod day;
mod error;
mod fence;
mod for_hosts;
mod ignored;
mod lines;
mod listed;
mod listing;
mod lost;
mod project;
mod read;
mod secret;
mod shown;
mod shown_path;
mod sources;
mod span;
mod stamp;
mod standing;
mod text;
mod there;
mod unread;
mod unseen;
mod walk;

pub use asset::Asset;
pub(crate) use asset::NAMING;
pub use conflict::Conflict;
pub use day::Day;
pub use error::Error;
pub use fence::Allowed;
pub(crate) use for_hosts::is_for_hosts;
pub use for_hosts::{TAKEN_IN, for_hosts};
pub(crate) use ignored::is_conflict;
pub use ignored::is_ignored;
pub(crate) use listed::{listed, say_once};
pub use listing::Listing;
pub use lost::Lost;
pub use project::{FOLDERS, PROJECT_FILE, find_project};
pub use read::{Reader, read, read_listed};
pub(crate) use secret::is_secret;
pub use shown::shown;
pub(crate) use shown::{in_place, shown_in_json};
pub use shown_path::shown_path;
pub use sources::{PUBLISHED, Sources};
pub use span::{Span, Spanned};
pub use stamp::Stamp;
pub use standing::Standing;
pub use text::Source;
pub use unseen::{Unseen, unseen};
