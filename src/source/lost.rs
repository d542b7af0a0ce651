//! Files that are there and are not read, with the reason: none is left out without a word.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::ignored::is_ignored;

/// Why a file or folder is not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Lost {
    /// It cannot be: as a sentence goes on, `its name is not in UTF-8`.
    Unreadable(String),
    /// It is a link that leads out of the project.
    Outside {
        /// Where it leads, as the link says it.
        target: String,
        /// The folder in which that is, as the way from the project's root.
        folder: String,
    },
    /// It is a link to this, which is hidden or kept secret.
    Private(String),
}

/// What is not read, by its path from the root.
pub(super) type AllLost = BTreeMap<String, Lost>;

/// The link that a walk could not follow, if that is what stopped it, and why.
pub(super) fn link(folder: &Path, error: &walkdir::Error) -> Option<(PathBuf, Lost)> {
    let path = error.path()?;
    let inside = path.strip_prefix(folder).ok()?;
    let is_litter = |name: &std::ffi::OsStr| is_ignored(&name.to_string_lossy());
    if inside.iter().any(is_litter) {
        return None;
    }
    let target = fs::read_link(path).ok()?;
    let target = target.to_string_lossy().replace('\\', "/");
    let why = if error.loop_ancestor().is_some() {
        format!("it is a link to `{target}`, which leads round in a circle")
    } else if error.io_error().is_some_and(|cause| cause.kind() == io::ErrorKind::NotFound) {
        format!("it is a link to `{target}`, and nothing is there")
    } else {
        return None;
    };
    Some((path.to_owned(), Lost::Unreadable(why)))
}

/// The paths that came, went, or are lost for another reason.
pub(super) fn differences(before: &AllLost, now: &AllLost) -> Vec<String> {
    let came = now.iter().filter(|(path, why)| before.get(*path) != Some(why));
    let went = before.iter().filter(|(path, _)| !now.contains_key(*path));
    came.chain(went).map(|(path, _)| path.clone()).collect()
}
