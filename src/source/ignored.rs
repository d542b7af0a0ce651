//! Which files editors and systems leave behind: they are never part of a book.

/// Whether a file or folder of this name is left alone: hidden ones, backups, swap files.
pub fn is_ignored(name: &str) -> bool {
    name.starts_with('.')
        || name.ends_with('~')
        || (name.starts_with('#') && name.ends_with('#'))
        || name == "4913" // vim writes this to see whether it may write at all
        || matches!(name, "Thumbs.db" | "desktop.ini")
        || name
            .rsplit_once('.')
            .is_some_and(|(_, end)| matches!(end, "swp" | "swx" | "swo" | "tmp" | "bak" | "orig"))
}

#[cfg(test)]
mod tests {
    use super::is_ignored;

    #[test]
    fn what_editors_leave_behind_is_ignored_and_content_is_not() {
        for name in [".git", ".a.yaml.swp", "a.yaml~", "#a.yaml#", "4913", ".#a.yaml", "a.tmp"] {
            assert!(is_ignored(name), "{name}");
        }
        for name in ["a.yaml", "CNAME", "a.b.png", "4913.yaml", "c#.md"] {
            assert!(!is_ignored(name), "{name}");
        }
    }
}
