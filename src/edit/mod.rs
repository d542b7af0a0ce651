//! Changes to what people wrote, as values; and the third door to the disk, through which sources are written.
//!
//! Texts are edited in memory (`text`, `edits`) apart from files on the disk (`write`). It must not know what a
//! file means, nor why it is edited.

mod back;
mod create;
mod difference;
mod edits;
mod error;
mod journal;
mod kept;
mod log;
mod names;
mod outdated;
mod own_folder;
mod put;
mod save;
mod text;
mod write;

pub use create::{create, is_there, replace};
pub use difference::{difference, moved};
pub use edits::Edits;
pub use error::Error;
pub use journal::Journal;
pub use outdated::{has_any, outdated};
pub use own_folder::OWN_FOLDER;
pub(crate) use own_folder::{forget_note, keep_note, kept_note, own_folder};
pub use save::mark;
pub use text::{Edit, apply};
pub use write::{Undo, write};
