//! Files that are there and cannot be read, with the reason: none is left out without a word.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::ignored::is_ignored;

/// Why files cannot be read, by their path from the root.
pub(super) type Lost = BTreeMap<String, String>;

/// The link that a walk could not follow, if that is what stopped it, and why.
pub(super) fn link(folder: &Path, error: &walkdir::Error) -> Option<(PathBuf, String)> {
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
    Some((path.to_owned(), why))
}

/// The paths that came, went, or are lost for another reason.
pub(super) fn differences(before: &Lost, now: &Lost) -> Vec<String> {
    let came = now.iter().filter(|(path, why)| before.get(*path) != Some(why));
    let went = before.iter().filter(|(path, _)| !now.contains_key(*path));
    came.chain(went).map(|(path, _)| path.clone()).collect()
}
