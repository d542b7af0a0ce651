//! The folder of what a project keeps for itself; what is in it is neither committed nor published. It must not know what
//! that is.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use super::create::is_there;

/// The name of the folder.
pub const OWN_FOLDER: &str = ".twohats";

/// The folder in the project at `root`, made where it is not there.
pub(crate) fn own_folder(root: &Path) -> io::Result<PathBuf> {
    let folder = root.join(OWN_FOLDER);
    fs::create_dir_all(&folder)?;
    let ignore = folder.join(".gitignore");
    if !is_there(&ignore) {
        fs::write(ignore, "*\n")?;
    }
    Ok(folder)
}

/// The most bytes of a note. What is larger, or never ends, was kept by somebody else.
const MOST: u64 = 64 << 20;

/// What was kept under a name, if anything was.
pub(crate) fn kept_note(root: &Path, name: &str) -> Option<String> {
    let mut text = String::new();
    let note = File::open(root.join(OWN_FOLDER).join(name)).ok()?;
    let size = note.take(MOST).read_to_string(&mut text).ok()?;
    ((size as u64) < MOST).then_some(text)
}

/// Takes away what was kept under a name.
pub(crate) fn forget_note(root: &Path, name: &str) {
    // Where it cannot be, whoever reads it finds that it no longer holds.
    let _ = fs::remove_file(root.join(OWN_FOLDER).join(name));
}

/// Keeps a text under a name, whole or not at all, and says where.
pub(crate) fn keep_note(root: &Path, name: &str, text: &str) -> io::Result<PathBuf> {
    let folder = own_folder(root)?;
    let (beside, path) = (folder.join(format!("{name}.new")), folder.join(name));
    fs::write(&beside, text)?;
    fs::rename(beside, &path)?;
    Ok(path)
}
