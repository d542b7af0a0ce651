//! What lies in a project, before any of it is opened: by this alone it is known that nothing changed.

use std::fmt::Write;
use std::path::Path;
use std::time::SystemTime;

use super::error::Error;
use super::fence::Allowed;
use super::listed::listed;
use super::project::{FOLDERS, PROJECT_FILE};
use super::sources::PUBLISHED;
use super::walk::Found;

/// The names of all files of a project, each with what tells that it changed.
pub struct Listing<'r> {
    found: Found<'r>,
    began: SystemTime,
}

impl<'r> Listing<'r> {
    /// Looks at `book.toml`, the ids that were published, `content/` and `themes/`. `allowed` tells to which folders
    /// outside of the project links may lead.
    ///
    /// # Errors
    /// When a folder cannot be read.
    pub fn of(root: &'r Path, allowed: Allowed) -> Result<Self, Error> {
        let began = SystemTime::now();
        let mut found = Found::new(root, allowed);
        for name in [PROJECT_FILE, PUBLISHED] {
            found.file(name)?;
        }
        let list = || {
            for folder in FOLDERS {
                found.folder(folder)?;
            }
            found.beside()
        };
        listed(list, |cause| Error { path: root.to_owned(), cause })?;
        Ok(Self { found, began })
    }

    /// All that is known without opening a file, as a text that is another when anything changed. `None` where it could change
    /// without a sign: a file was written a moment ago, or the system does not tell when it changed.
    #[must_use]
    pub fn text(&self) -> Option<String> {
        let Found { fence, files, linked, lost, unread, .. } = &self.found;
        if files.values().any(|stamp| stamp.is_young(Some(self.began))) {
            return None;
        }
        let mut text = format!("{lost:?}{linked:?}{unread:?}{:?}", fence.missing());
        for (path, stamp) in files {
            let _ = write!(text, "\n{path:?} {}", stamp.text()?);
        }
        Some(text)
    }

    pub(super) fn into_parts(self) -> (Found<'r>, SystemTime) {
        (self.found, self.began)
    }
}
