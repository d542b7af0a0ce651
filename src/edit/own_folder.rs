//! The folder of what a project keeps for itself; what is in it is neither committed nor published. It must not know what
//! that is.

use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

/// The name of the folder.
pub const OWN_FOLDER: &str = ".twohats";

/// The folder in the project at `root`, made where it is not there.
pub(crate) fn own_folder(root: &Path) -> io::Result<PathBuf> {
    let folder = root.join(OWN_FOLDER);
    fs::create_dir_all(&folder)?;
    if folder.is_symlink() {
        return Err(io::Error::other("`.twohats` leads elsewhere; put a folder in its place"));
    }
    if read(&folder.join(IGNORE)).is_none_or(|text| text != ALL) {
        put(&folder, IGNORE, ALL)?;
    }
    Ok(folder)
}

/// The file by which the folder is left out of what is committed.
const IGNORE: &str = ".gitignore";
const ALL: &str = "*\n";

/// The most bytes of a note. What is larger was kept by somebody else.
const MOST: u64 = 64 << 20;

/// What was kept under a name, if anything was.
pub(crate) fn kept_note(root: &Path, name: &str) -> Option<String> {
    read(&root.join(OWN_FOLDER).join(name))
}

/// A project may come from anybody: what is no file of its own is not read, for it may never end.
fn read(path: &Path) -> Option<String> {
    path.symlink_metadata().ok().filter(fs::Metadata::is_file)?;
    let mut text = String::new();
    let size = File::open(path).ok()?.take(MOST).read_to_string(&mut text).ok()?;
    ((size as u64) < MOST).then_some(text)
}

/// Takes away what was kept under a name.
pub(crate) fn forget_note(root: &Path, name: &str) {
    // Where it cannot be, whoever reads it finds that it no longer holds.
    let _ = fs::remove_file(root.join(OWN_FOLDER).join(name));
}

/// Keeps a text under a name, whole or not at all, and says where.
pub(crate) fn keep_note(root: &Path, name: &str, text: &str) -> io::Result<PathBuf> {
    put(&own_folder(root)?, name, text)
}

/// Where links lie in the way, what they lead to stays as it is.
fn put(folder: &Path, name: &str, text: &str) -> io::Result<PathBuf> {
    let (beside, path) = (folder.join(format!("{name}.new")), folder.join(name));
    match fs::remove_file(&beside) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    let mut new = File::options().write(true).create_new(true).open(&beside)?;
    let done = new.write_all(text.as_bytes()).and_then(|()| fs::rename(&beside, &path));
    if done.is_err() {
        let _ = fs::remove_file(&beside);
    }
    done.map(|()| path)
}

#[cfg(all(test, unix))]
mod tests {
    use std::fs;
    use std::os::unix::fs::symlink;

    use tempfile::TempDir;

    use super::{ALL, IGNORE, OWN_FOLDER, keep_note, kept_note};

    #[test]
    fn a_note_is_never_written_where_a_link_of_somebody_else_leads() {
        let project = TempDir::new().expect("there is room");
        let (root, mine) = (project.path(), project.path().join("mine"));
        let own = root.join(OWN_FOLDER);
        fs::write(&mine, "mine").expect("it can be written");
        fs::create_dir(&own).expect("it can be made");
        fs::write(own.join(IGNORE), "").expect("it can be written");
        for name in ["note", "note.new"] {
            symlink(&mine, own.join(name)).expect("it can be linked");
        }
        assert_eq!(kept_note(root, "note"), None);
        keep_note(root, "note", "text").expect("it can be kept");
        assert_eq!(kept_note(root, "note").as_deref(), Some("text"));
        assert_eq!(fs::read_to_string(&mine).expect("it is there"), "mine");
        assert_eq!(fs::read_to_string(own.join(IGNORE)).expect("it is there"), ALL);

        let elsewhere = TempDir::new().expect("there is room");
        let other = TempDir::new().expect("there is room");
        symlink(elsewhere.path(), other.path().join(OWN_FOLDER)).expect("it can be linked");
        assert!(keep_note(other.path(), "note", "text").is_err());
        assert_eq!(fs::read_dir(elsewhere.path()).expect("it is there").count(), 0);
    }
}
