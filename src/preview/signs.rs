//! What a file system's event means for a book.

use std::path::{Path, PathBuf};

use notify::event::{AccessKind, AccessMode, CreateKind, ModifyKind, RemoveKind, RenameMode};
use notify::{Event, EventKind};

use crate::source::{FOLDERS, PROJECT_FILE, PUBLISHED, is_ignored};

/// What there is to do about an event.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Sign {
    /// Nothing.
    Nothing,
    /// These files are being written, or are as they will be.
    Files { paths: Vec<PathBuf>, settled: bool },
    /// Folders came, went or moved, or events were lost: only a look everywhere tells. `top` when a folder
    /// that is watched itself may be another one now.
    Folders { top: bool },
}

/// What lies at a path now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Lies {
    File,
    Folder,
    Nothing,
}

impl Lies {
    pub(super) fn at(path: &Path) -> Self {
        match path {
            path if path.is_dir() => Self::Folder,
            path if path.is_file() => Self::File,
            _ => Self::Nothing,
        }
    }
}

/// Reads an event of the project at `root`. `is_linked` knows what links outside lead to, `lies` what is where.
pub(super) fn sign(
    event: &Event,
    root: &Path,
    is_linked: impl Fn(&Path) -> bool,
    lies: impl Fn(&Path) -> Lies,
) -> Sign {
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
            if paths.iter().any(|path| is_folder(root, path, lies(path))) =>
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
fn is_folder(root: &Path, path: &Path, lies: Lies) -> bool {
    lies == Lies::Folder
        || (path.extension().is_none() && lies != Lies::File)
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

#[cfg(test)]
mod tests {
    use notify::event::{DataChange, Flag, MetadataKind};

    use super::*;

    const CLOSED: EventKind = EventKind::Access(AccessKind::Close(AccessMode::Write));
    const WRITTEN: EventKind = EventKind::Modify(ModifyKind::Data(DataChange::Any));
    const TOUCHED: EventKind = EventKind::Modify(ModifyKind::Metadata(MetadataKind::Any));
    const MADE: EventKind = EventKind::Create(CreateKind::File);
    const GONE: EventKind = EventKind::Remove(RemoveKind::File);
    const FROM: EventKind = EventKind::Modify(ModifyKind::Name(RenameMode::From));
    const TO: EventKind = EventKind::Modify(ModifyKind::Name(RenameMode::To));
    const BOTH: EventKind = EventKind::Modify(ModifyKind::Name(RenameMode::Both));
    const NEW_FOLDER: EventKind = EventKind::Create(CreateKind::Folder);
    const OLD_FOLDER: EventKind = EventKind::Remove(RemoveKind::Folder);

    const SCENARIO: &str = "/book/content/scenarios/late.yaml";

    /// What an event of one path says, when this lies there now.
    fn said(kind: EventKind, path: &str, lies: Lies) -> Sign {
        let event = Event::new(kind).add_path(PathBuf::from(path));
        sign(&event, Path::new("/book"), |path| path.starts_with("/away"), |_| lies)
    }

    #[test]
    fn events_of_files_are_told_apart() {
        let table = [
            (CLOSED, SCENARIO, Some(true)),
            (MADE, SCENARIO, Some(false)),
            (WRITTEN, SCENARIO, Some(false)),
            (TOUCHED, SCENARIO, Some(false)),
            (GONE, SCENARIO, Some(false)),
            (FROM, SCENARIO, Some(false)),
            (TO, SCENARIO, Some(true)),
            (BOTH, SCENARIO, None),
            (EventKind::Access(AccessKind::Read), SCENARIO, None),
            (TO, "/book/book.toml", Some(true)),
            (CLOSED, "/book/themes/mine/styles/a.css", Some(true)),
            (CLOSED, "/book/template-ids.json", Some(true)),
            // A link leads there.
            (CLOSED, "/away/team/a.yaml", Some(true)),
            // What the book is not made of, and what editors leave behind.
            (CLOSED, "/book/notes.txt", None),
            (CLOSED, "/book/public/index.html", None),
            (CLOSED, "/elsewhere/a.yaml", None),
            (CLOSED, "/book/content/scenarios/.late.yaml.swp", None),
            (CLOSED, "/book/content/scenarios/late.yaml~", None),
            (CLOSED, "/book/content/.hidden/a.yaml", None),
            (CLOSED, "/away/team/.a.yaml.swp", None),
        ];
        for (kind, path, settled) in table {
            let wanted = settled.map_or(Sign::Nothing, |settled| Sign::Files {
                paths: vec![PathBuf::from(path)],
                settled,
            });
            assert_eq!(said(kind, path, Lies::File), wanted, "{kind:?} {path}");
        }
    }

    #[test]
    fn folders_that_come_go_or_move_are_looked_at_as_a_whole() {
        let table = [
            (NEW_FOLDER, "/book/content/scenarios/new", Lies::Folder, Some(false)),
            (OLD_FOLDER, "/book/content/scenarios/old", Lies::Nothing, Some(false)),
            (TO, "/book/content/scenarios/v1.0", Lies::Folder, Some(false)),
            (FROM, "/book/content/scenarios/old", Lies::Nothing, Some(false)),
            // A name without an ending is a file as long as one lies there.
            (TO, "/book/content/licence", Lies::File, None),
            (FROM, SCENARIO, Lies::Nothing, None),
            // The watch of one of the project's own folders is lost with it.
            (NEW_FOLDER, "/book/content", Lies::Folder, Some(true)),
            (FROM, "/book/themes", Lies::Nothing, Some(true)),
            (TO, "/book/content", Lies::File, Some(true)),
            (FROM, "/book/book.toml", Lies::Nothing, None),
        ];
        for (kind, path, lies, top) in table {
            let found = said(kind, path, lies);
            let is_right = match &found {
                Sign::Folders { top: found } => top == Some(*found),
                Sign::Files { .. } => top.is_none(),
                Sign::Nothing => false,
            };
            assert!(is_right, "{kind:?} {path}, where lies {lies:?}: {found:?}");
        }
    }

    #[test]
    fn when_events_were_lost_everything_is_looked_at() {
        let lost = Event::new(EventKind::Other).set_flag(Flag::Rescan);
        let sign = sign(&lost, Path::new("/book"), |_| false, |_| Lies::Nothing);
        assert_eq!(sign, Sign::Folders { top: true });
    }
}
