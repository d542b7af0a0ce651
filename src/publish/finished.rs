//! A finished folder, as it is on the disk. It must not know what should be in it.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;

use rayon::prelude::*;

use crate::source::shown_path;

use super::carried::hash_of;
use super::place::OWN;

/// What stands at a path of a finished folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// A file.
    File {
        /// The BLAKE3 hash of its bytes, in hexadecimal.
        hash: String,
        /// How many bytes it has.
        size: u64,
    },
    /// A link, or whatever else is no file.
    Other,
}

/// All that a finished folder has, by paths with `/`, but for our own folder.
///
/// # Errors
/// When the disk fails; the message names the place.
pub fn finished(folder: &Path) -> io::Result<BTreeMap<String, Found>> {
    let read = |(name, is_file): (String, bool)| {
        if !is_file {
            return Ok((name, Found::Other));
        }
        let path = folder.join(&name);
        let (hash, size) = hash_of(File::open(&path)).map_err(|cause| at(&path, &cause))?;
        Ok((name, Found::File { hash: hash.to_hex().to_string(), size }))
    };
    names(folder)?.into_par_iter().map(read).collect()
}

/// What is there that is no folder, each with whether it is a file.
pub(super) fn names(folder: &Path) -> io::Result<Vec<(String, bool)>> {
    let mut found = Vec::new();
    let mut folders = vec![String::new()];
    while let Some(below) = folders.pop() {
        let path = folder.join(&below);
        let fail = |cause: io::Error| at(&path, &cause);
        for entry in fs::read_dir(&path).map_err(fail)? {
            let entry = entry.map_err(fail)?;
            let name = entry.file_name().to_string_lossy().into_owned();
            let kind = entry.file_type().map_err(fail)?;
            match (below.is_empty(), kind.is_dir()) {
                (true, true) if name == OWN => {}
                (true, true) => folders.push(name),
                (true, false) => found.push((name, kind.is_file())),
                (false, true) => folders.push(format!("{below}/{name}")),
                (false, false) => found.push((format!("{below}/{name}"), kind.is_file())),
            }
        }
    }
    Ok(found)
}

/// The hash of bytes that are read from somewhere, in hexadecimal, and how many there are. What `look` is handed are their
/// pieces.
///
/// # Errors
/// When they cannot be read to the end.
pub fn hash_while(from: impl Read, look: impl FnMut(&[u8])) -> io::Result<(String, u64)> {
    let (hash, size) = super::carried::hash_while(from, look)?;
    Ok((hash.to_hex().to_string(), size))
}

fn at(path: &Path, cause: &io::Error) -> io::Error {
    io::Error::new(cause.kind(), format!("`{}` cannot be read: {cause}", shown_path(path)))
}
