//! New files. None is ever written over one that is there, but for those that are ours.

use std::fs::{self, File};
use std::io::Write;
use std::path::Path;

use super::error::Error;
use super::put::beside;

/// Whether anything has this path.
#[must_use]
pub fn is_there(path: &Path) -> bool {
    path.symlink_metadata().is_ok()
}

/// Writes a file that is not there yet, and the folders above it.
///
/// # Errors
/// When it is there, or cannot be written.
pub fn create(path: &Path, text: &str) -> Result<(), Error> {
    let new = || File::options().write(true).create_new(true).open(path);
    let made =
        folders(path).and_then(|()| new()).and_then(|mut new| new.write_all(text.as_bytes()));
    made.map_err(Error::of(path))
}

/// Writes a file that is not there yet, and the folders above it. When the program is ended at any moment, the file is
/// whole or not there.
pub(super) fn make(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    let new = beside(path);
    let fill = || {
        let mut file = File::create(&new)?;
        file.write_all(bytes)?;
        file.sync_all()?;
        if is_there(path) {
            return Err(std::io::Error::other("it is there already"));
        }
        fs::rename(&new, path)
    };
    let made = folders(path).and_then(|()| fill());
    made.map_err(Error::of(path)).inspect_err(|_| {
        let _ = fs::remove_file(&new);
    })
}

/// Writes a file of ours anew, and the folders above it.
///
/// # Errors
/// When it cannot be written.
pub fn replace(path: &Path, text: &str) -> Result<(), Error> {
    folders(path).and_then(|()| fs::write(path, text)).map_err(Error::of(path))
}

fn folders(path: &Path) -> std::io::Result<()> {
    path.parent().map_or(Ok(()), fs::create_dir_all)
}
