//! Changes to what people wrote, as values; and the third door to the disk, through which sources are written.
//!
//! Texts are edited in memory (`text`, `edits`) apart from files on the disk (`write`). It must not know what a
//! file means, nor why it is edited.

mod create;
mod edits;
mod names;
mod put;
mod text;
mod write;

use std::path::{Path, PathBuf};
use std::{fmt, io};

pub use create::{create, is_there, replace};
pub use edits::Edits;
pub use text::{Edit, apply};
pub use write::{Undo, write};

/// A file that could not be written, and why.
#[derive(Debug)]
pub struct Error {
    pub path: PathBuf,
    pub cause: io::Error,
}

impl Error {
    fn of(path: &Path) -> impl FnOnce(io::Error) -> Self + use<> {
        let path = path.to_owned();
        move |cause| Self { path, cause }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "could not write `{}`: {}", self.path.display(), self.cause)
    }
}

impl std::error::Error for Error {}
