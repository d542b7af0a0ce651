//! A failing disk.

use std::path::PathBuf;
use std::{fmt, io};

use super::shown_path::shown_path;

/// A file or folder that could not be read, and why.
#[derive(Debug)]
pub struct Error {
    /// The file or folder.
    pub path: PathBuf,
    /// What the system says, or what was not found.
    pub cause: io::Error,
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "could not read `{}`: {}", shown_path(&self.path), self.cause)
    }
}

impl std::error::Error for Error {}
