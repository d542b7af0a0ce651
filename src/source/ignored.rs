//! Which files programs and systems leave behind, by their names: they are never part of a book.

use super::for_hosts::is_hidden_for_hosts;

/// Whole names, in small letters.
const NAMES: [&str; 12] = [
    "4913", // vim writes this to see whether it may write at all
    "desktop.ini",
    "ehthumbs.db",
    "ehthumbs_vista.db",
    "icon\r",
    "lost+found",
    "nohup.out",
    "thumbs.db",
    "thumbs.db:encryptable",
    "$recycle.bin",
    "system volume information",
    "__macosx",
];

/// What follows the last full stop, in small letters: half a download, what was there before, what is open now.
const ENDINGS: [&str; 38] = [
    "!ut",
    "aria2",
    "asd",
    "autosave",
    "backup",
    "bak",
    "bk",
    "crdownload",
    "download",
    "dwl",
    "dwl2",
    "filepart",
    "icloud",
    "kate-swp",
    "laccdb",
    "lck",
    "ldb",
    "lock",
    "mine",
    "old",
    "opdownload",
    "orig",
    "part",
    "partial",
    "rej",
    "save",
    "stackdump",
    "swn",
    "swo",
    "swp",
    "swx",
    "temp",
    "tmp",
    "un~",
    "wbk",
    "xlk",
    "$$$",
    "~tmp",
];

/// What stands in the name of a copy that two programs wrote at once, in small letters.
const CONFLICTS: [&str; 5] = [
    "conflicted copy",
    ".sync-conflict-",
    "_conflict-",
    "(sfconflict ",
    "in konflikt stehende kopie",
];

/// Whether a file or folder of this name is left alone: hidden ones, backups, half a download, swap files.
pub fn is_ignored(name: &str) -> bool {
    if is_hidden(name) || name.starts_with("~$") || name.ends_with('~') {
        return true;
    }
    let lower = name.to_lowercase();
    let ending = lower.rsplit_once('.').map_or("", |(_, ending)| ending);
    NAMES.contains(&lower.as_str())
        || ENDINGS.contains(&ending)
        || ending.starts_with("sb-")
        || (name.starts_with('#') && name.ends_with('#'))
        || is_conflict(&lower)
}

/// Whether a file is the second of two that were written at once.
pub(crate) fn is_conflict(name: &str) -> bool {
    let lower = name.to_lowercase();
    CONFLICTS.iter().any(|mark| lower.contains(mark))
}

/// Whether a name is hidden, and none that hosts look for.
pub(super) fn is_hidden(name: &str) -> bool {
    name.starts_with('.') && !is_hidden_for_hosts(name)
}

#[cfg(test)]
mod tests {
    use super::is_ignored;

    #[test]
    fn what_programs_leave_behind_is_ignored_and_content_is_not() {
        for name in [
            ".git",
            ".DS_Store",
            ".a.yaml.swp",
            "a.yaml~",
            "#a.yaml#",
            "4913",
            ".#a.yaml",
            "a.tmp",
            "~$plan.docx",
            ".~lock.plan.docx#",
            "plan.docx.crdownload",
            "plan.docx.part",
            "Plan.PDF.Partial",
            "plan.pdf.download",
            "a.yaml.rej",
            "a.yaml.orig",
            "a.yaml.BAK",
            "a.yaml.Old",
            "a.yaml.save",
            "plan.docx.sb-1a2b3c4d-XyZ123",
            ".plan.docx.icloud",
            "plan.docx.icloud",
            "Icon\r",
            "ehthumbs.db",
            "Thumbs.db",
            "THUMBS.DB",
            "Desktop.ini",
            "__MACOSX",
            "late (Tom's conflicted copy 2026-05-01).yaml",
            "late (conflicted copy 2026-05-01 101112).md",
            "late.sync-conflict-20260501-101112-ABCDEFG.yaml",
            "yarn.lock",
        ] {
            assert!(is_ignored(name), "{name}");
        }
        for name in [
            "a.yaml",
            "CNAME",
            ".nojekyll",
            ".well-known",
            "a.b.png",
            "4913.yaml",
            "c#.md",
            "icon",
            "old.md",
            "part.pdf",
            "the-part.yaml",
            "conflict-of-two.yaml",
            "two-strong-people-in-conflict.yaml",
            "save",
        ] {
            assert!(!is_ignored(name), "{name}");
        }
    }
}
