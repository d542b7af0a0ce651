//! Writes new files, and never over one that is there.

use std::fs;
use std::io::{self, Write};
use std::path::Path;

use super::screen::say;

/// Whether anything has this path.
pub fn is_there(path: &Path) -> bool {
    path.symlink_metadata().is_ok()
}

/// Writes a file and the folders above it. `None`, with the reason said, when that fails or a file is there.
pub fn make(path: &Path, text: &str) -> Option<()> {
    let made = path.parent().map_or(Ok(()), fs::create_dir_all).and_then(|()| create(path, text));
    told(path, made)
}

/// Writes a file of ours anew. `None`, with the reason said, when that fails.
pub fn replace(path: &Path, text: &str) -> Option<()> {
    let made =
        path.parent().map_or(Ok(()), fs::create_dir_all).and_then(|()| fs::write(path, text));
    told(path, made)
}

fn create(path: &Path, text: &str) -> io::Result<()> {
    fs::OpenOptions::new().write(true).create_new(true).open(path)?.write_all(text.as_bytes())
}

fn told(path: &Path, made: io::Result<()>) -> Option<()> {
    if let Err(error) = &made {
        say(format_args!("error: could not write `{}`: {error}", path.display()));
    }
    made.ok()
}
