//! Why a file could not be written.

use std::path::{Path, PathBuf};
use std::{fmt, io};

use crate::source::shown_path;

/// A file that could not be written, and why.
#[derive(Debug)]
pub struct Error {
    /// The file.
    pub path: PathBuf,
    /// What the system says, or what we refuse.
    pub cause: io::Error,
}

impl Error {
    pub(super) fn of(path: &Path) -> impl FnOnce(io::Error) -> Self + use<> {
        let path = path.to_owned();
        move |cause| Self { path, cause }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "could not write `{}`: {}", shown_path(&self.path), self.cause)
    }
}

impl std::error::Error for Error {}
