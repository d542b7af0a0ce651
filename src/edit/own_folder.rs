//! The folder of what a project keeps for itself; what is in it is neither committed nor published. It must not know what
//! that is.

use std::fs;
use std::io;
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

/// What was kept under a name, if anything was.
pub(crate) fn kept_note(root: &Path, name: &str) -> Option<String> {
    fs::read_to_string(root.join(OWN_FOLDER).join(name)).ok()
}

/// Keeps a text under a name, whole or not at all, and says where.
pub(crate) fn keep_note(root: &Path, name: &str, text: &str) -> io::Result<PathBuf> {
    let folder = own_folder(root)?;
    let (beside, path) = (folder.join(format!("{name}.new")), folder.join(name));
    fs::write(&beside, text)?;
    fs::rename(beside, &path)?;
    Ok(path)
}
