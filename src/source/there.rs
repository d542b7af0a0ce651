//! Whether something is on the disk: it is, it is not, or the disk cannot say, which is an error of its own.

use std::fs::Metadata;
use std::io;

/// What was looked at, or that it is not there: a disk that cannot say so is an error, and never an empty book.
pub(super) fn there(looked: io::Result<Metadata>) -> io::Result<Option<Metadata>> {
    match looked {
        Ok(found) => Ok(Some(found)),
        Err(cause) if is_gone(&cause) => Ok(None),
        Err(cause) => Err(cause),
    }
}

/// A file can go, or a folder take its place, between being found and being opened.
pub(super) fn is_gone(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory | io::ErrorKind::IsADirectory
    )
}
