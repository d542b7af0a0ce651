//! What a file system's event means for a book.

use std::path::{Path, PathBuf};

use notify::event::{AccessKind, AccessMode, CreateKind, ModifyKind, RemoveKind, RenameMode};
use notify::{Event, EventKind};

use crate::source::{FOLDERS, PROJECT_FILE, PUBLISHED, is_ignored};

/// What there is to do about an event.
#[derive(Debug, PartialEq, Eq)]
pub enum Sign {
    /// Nothing.
    Nothing,
    /// These files are being written, or are as they will be.
    Files { paths: Vec<PathBuf>, settled: bool },
    /// Folders came, went or moved, or events were lost: only a look everywhere tells. `top` when a folder
    /// that is watched itself may be another one now.
    Folders { top: bool },
}

/// Reads an event of the project at `root`. `is_linked` knows what links outside lead to.
pub fn sign(event: &Event, root: &Path, is_linked: impl Fn(&Path) -> bool) -> Sign {
    if event.need_rescan() {
        return Sign::Folders { top: true };
    }
    let paths: Vec<PathBuf> = event
        .paths
        .iter()
        .filter(|path| concerns(root, path) || (is_linked(path) && !is_litter(path)))
        .cloned()
        .collect();
    if paths.is_empty() {
        return Sign::Nothing;
    }
    let folders = || Sign::Folders { top: paths.iter().any(|path| path.parent() == Some(root)) };
    match event.kind {
        EventKind::Access(AccessKind::Close(AccessMode::Write)) => {
            Sign::Files { paths, settled: true }
        }
        // Of a file that was renamed, the old name was told before, by itself, and so was the new one.
        EventKind::Access(_) | EventKind::Modify(ModifyKind::Name(RenameMode::Both)) => {
            Sign::Nothing
        }
        EventKind::Create(CreateKind::Folder) | EventKind::Remove(RemoveKind::Folder) => folders(),
        // A renamed folder looks like a renamed file until it is looked at.
        EventKind::Modify(ModifyKind::Name(_))
            if paths.iter().any(|path| is_folder(root, path)) =>
        {
            folders()
        }
        // Who renames a file away is about to put another one in its place: vim does, with a backup.
        EventKind::Modify(ModifyKind::Name(RenameMode::From)) => {
            Sign::Files { paths, settled: false }
        }
        EventKind::Modify(ModifyKind::Name(_)) => Sign::Files { paths, settled: true },
        _ => Sign::Files { paths, settled: false },
    }
}

fn is_litter(path: &Path) -> bool {
    path.file_name().is_some_and(|name| is_ignored(&name.to_string_lossy()))
}

/// A path without an ending that is no file now may have been a folder.
fn is_folder(root: &Path, path: &Path) -> bool {
    path.is_dir()
        || (path.extension().is_none() && !path.is_file())
        || path.parent() == Some(root)
            && !path.ends_with(PROJECT_FILE)
            && !path.ends_with(PUBLISHED)
}

/// Whether a path is one that the book is made of, or may be.
fn concerns(root: &Path, path: &Path) -> bool {
    let Ok(inside) = path.strip_prefix(root) else { return false };
    let mut parts = inside.components().map(|part| part.as_os_str().to_string_lossy());
    let Some(first) = parts.next() else { return false };
    (first == PROJECT_FILE || first == PUBLISHED || FOLDERS.contains(&first.as_ref()))
        && !parts.any(|part| is_ignored(&part))
}
