//! Why nothing was published.

use std::path::{Path, PathBuf};
use std::{fmt, io};

use crate::diagnostic::Diagnostic;
use crate::source::shown_path;

/// Why nothing was published.
#[derive(Debug)]
pub enum Failure {
    /// A layout asks for something that is not there; the folder is as it was.
    Faults(Vec<Diagnostic>),
    /// The folder must not be written to; it is as it was.
    Refused {
        /// The output folder.
        output: PathBuf,
        /// What stands against it, as a sentence goes on.
        why: String,
    },
    /// The disk failed.
    Disk {
        /// The file or folder that was to be read or changed.
        path: PathBuf,
        /// What the system says.
        cause: io::Error,
    },
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Faults(faults) => write!(f, "the site has {} faults", faults.len()),
            Self::Refused { output, why } => {
                write!(f, "will not write to `{}`: {why}", shown_path(output))
            }
            Self::Disk { path, cause } => {
                write!(f, "could not write `{}`: {cause}", shown_path(path))
            }
        }
    }
}

impl std::error::Error for Failure {}

impl Failure {
    /// The same, where what was done before could not all be taken back.
    pub(super) fn and(self, other: &Self) -> Self {
        match self {
            Self::Disk { path, cause } => {
                let why = format!(
                    "{cause}; and what was there before is not all back: {other}; build again"
                );
                Self::Disk { path, cause: io::Error::new(cause.kind(), why) }
            }
            other @ (Self::Faults(_) | Self::Refused { .. }) => other,
        }
    }
}

/// The disk failed at a path.
pub(super) fn disk(path: &Path, cause: io::Error) -> Failure {
    Failure::Disk { path: path.to_owned(), cause }
}
