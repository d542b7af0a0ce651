//! Which files are seen and not read: their names alone are kept, so that an author can be told of them.

use super::ignored::{is_hidden, is_ignored};
use super::secret::is_secret;

/// Hidden folders of programs, which nobody takes for a part of a book. A name here begins theirs.
const OF_PROGRAMS: [&str; 24] = [
    ".appledouble",
    ".cache",
    ".dropbox",
    ".foam",
    ".fseventsd",
    ".git",
    ".hg",
    ".history",
    ".idea",
    ".ipynb",
    ".logseq",
    ".node",
    ".obsidian",
    ".spotlight",
    ".st",
    ".svn",
    ".sync",
    ".temp",
    ".tmp",
    ".trash",
    ".venv",
    ".vs",
    ".zed",
    ".twohats",
];

/// Whether a file, by its path from the root, is seen and not read.
pub(super) fn is_unread(path: &str) -> bool {
    let mut parts = path.split('/');
    let first = parts.next().unwrap_or_default();
    // A theme is published as it is.
    let is_secret_of_theme = || first == "themes" && path.rsplit('/').next().is_some_and(is_secret);
    parts.any(is_ignored) || is_meant_for_content(first) || is_secret_of_theme()
}

/// Whether the walk does not look into a folder: what a program left as a whole, or keeps for itself.
pub(super) fn is_closed(folder: &str) -> bool {
    let lower = folder.to_lowercase();
    is_ignored(folder)
        && (!is_hidden(folder) || OF_PROGRAMS.iter().any(|program| lower.starts_with(program)))
}

/// Whether a folder of a project was very likely meant to be `content`.
pub(super) fn is_meant_for_content(folder: &str) -> bool {
    folder != "content" && matches!(folder.to_lowercase().as_str(), "content" | "contents")
}

#[cfg(test)]
mod tests {
    use super::{is_closed, is_unread};

    #[test]
    fn folders_that_programs_keep_are_not_looked_into() {
        for name in [".git", ".obsidian", ".Trash-1000", "plan.docx.download", "__MACOSX"] {
            assert!(is_closed(name), "{name}");
        }
        for name in [".scenarios", ".well-known", "scenarios"] {
            assert!(!is_closed(name), "{name}");
        }
    }

    #[test]
    fn what_is_hidden_or_lies_beside_the_content_is_not_read() {
        for path in ["Content/scenarios/a.yaml", "content/.a/b.yaml", "content/guidance/.env"] {
            assert!(is_unread(path), "{path}");
        }
        for path in ["content/scenarios/a.yaml", "content/CNAME", "content/.well-known/a.txt"] {
            assert!(!is_unread(path), "{path}");
        }
    }
}
