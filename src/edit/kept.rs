//! Files that are no part of the project any more, kept under other names until there is no room for them. It must not
//! know why they went.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use super::save::Save;

/// The folder in that of the journal.
const FOLDER: &str = "kept";

/// Names from the project's root for the files that a save takes away; `edits` is the journal's folder.
pub(super) fn names(edits: &str, save: u64) -> impl Iterator<Item = String> + 'static {
    let folder = format!("{edits}/{FOLDER}");
    (0_u32..).map(move |number| format!("{folder}/{save}-{number}"))
}

/// Deletes the files that no save names, and the oldest of the others, so that so many bytes are left at the most. The
/// newest is always kept.
pub(super) fn tidy(root: &Path, edits: &str, saves: &[Save], most: u64) {
    let folder = format!("{edits}/{FOLDER}");
    let inside = |file: &&str| file.starts_with(&folder);
    let named: BTreeSet<&str> = saves.iter().flat_map(Save::files).filter(inside).collect();
    let entries = fs::read_dir(root.join(&folder)).into_iter().flatten().flatten();
    let mut files: Vec<(u64, u64, bool, _)> = entries
        .filter_map(|entry| {
            let name = entry.file_name().into_string().ok()?;
            let save = name.split_once('-')?.0.parse().ok()?;
            let is_named = named.contains(format!("{folder}/{name}").as_str());
            Some((save, entry.metadata().ok()?.len(), is_named, entry.path()))
        })
        .collect();
    files.sort_by(|one, other| other.cmp(one));
    let (mut size, mut is_newest) = (0, true);
    for (_, bytes, is_named, path) in files {
        let has_room = is_newest || size + bytes <= most;
        if is_named && has_room {
            (size, is_newest) = (size + bytes, false);
        } else {
            // What cannot be deleted is in nobody's way.
            let _ = fs::remove_file(path);
        }
    }
}
