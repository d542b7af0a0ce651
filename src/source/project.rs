//! Which folder is a project, and which of its files and folders are read.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::error::Error;
use super::listed::listed;
use super::there::there;

/// The file that makes a folder a project.
pub const PROJECT_FILE: &str = "book.toml";

/// The folders of a project that are read.
pub const FOLDERS: [&str; 2] = ["content", "themes"];

/// The nearest folder at or above `start` that holds a `book.toml`.
///
/// # Errors
/// When `start` cannot be looked at, or no folder on the way up is a project.
pub fn find_project(start: &Path) -> Result<PathBuf, Error> {
    let fail = |cause| Error { path: start.to_owned(), cause };
    let start = start.canonicalize().map_err(fail)?;
    for folder in start.ancestors() {
        let file = folder.join(PROJECT_FILE);
        // Where the disk cannot say whether it is there, the project of a folder above is not the one that was meant.
        let found = there(file.metadata()).map_err(|cause| Error { path: file, cause })?;
        if found.is_some_and(|found| found.is_file()) {
            return Ok(folder.to_owned());
        }
    }
    let said = match listed(|| Ok(meant(&start)), fail)? {
        Some(name) => format!("no `{PROJECT_FILE}` here: rename `{name}` to it"),
        None => format!("no `{PROJECT_FILE}` here or in a folder above; `twohats init` makes one"),
    };
    Err(fail(io::Error::new(io::ErrorKind::NotFound, said)))
}

/// The file that was very likely meant to make a folder a project: `Book.toml`, `book.toml.txt`.
fn meant(folder: &Path) -> Option<String> {
    let entries = fs::read_dir(folder).ok()?.flatten();
    let mut names = entries.map(|entry| entry.file_name().to_string_lossy().into_owned());
    names.find(|name| {
        let lower = name.to_lowercase();
        let behind = lower.strip_prefix(PROJECT_FILE);
        behind.is_some_and(|behind| behind.is_empty() || behind.starts_with('.'))
    })
}
