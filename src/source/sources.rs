//! Everything that was read, by path.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::Source;
use super::asset::Asset;
use super::for_hosts::WELL_KNOWN;
use super::lost::Lost;
use super::project::{FOLDERS, PROJECT_FILE};
use super::unread::is_unread;

/// The file beside `book.toml` that says which ids of templates the published site has.
pub const PUBLISHED: &str = "template-ids.json";

/// The files of a project, by their path from its root, with `/`.
#[derive(Clone, Debug, Default)]
pub struct Sources {
    /// YAML, TOML, Markdown and the other kinds of text that are read.
    pub texts: BTreeMap<String, Arc<Source>>,
    /// Pictures and whatever else is carried along.
    pub assets: BTreeMap<String, Asset>,
    /// Files that should be text and are not UTF-8: the text before the first byte that is not.
    pub not_utf8: BTreeMap<String, Arc<Source>>,
    /// Files that are there and are not read, each with the reason.
    pub lost: BTreeMap<String, Lost>,
    /// Folders that the book allows links to lead to, and that are not there.
    pub missing: BTreeSet<String>,
    /// Files that are seen and not read: hidden ones, and what programs leave behind.
    pub unread: BTreeSet<String>,
}

impl Sources {
    /// Sources that never were on a disk.
    ///
    /// ```
    /// let sources = twohats::source::Sources::in_memory([("book.toml", "[book]\ntitle = \"Ours\"\n")]);
    /// assert!(sources.texts.contains_key("book.toml"));
    /// ```
    #[must_use]
    pub fn in_memory<'a, T: AsRef<[u8]>>(files: impl IntoIterator<Item = (&'a str, T)>) -> Self {
        let mut sources = Self::default();
        for (path, bytes) in files {
            if is_unread(path) {
                sources.unread.insert(path.to_owned());
            } else {
                sources.add(path, bytes.as_ref().to_vec());
            }
        }
        sources
    }

    /// The same with these texts in the place of what is on the disk, as they are in an editor. What is never read, or
    /// not as text, stays as it is; a text that says what the disk says is the one that is known already.
    #[must_use]
    pub fn with_texts<'a>(&self, texts: impl IntoIterator<Item = &'a Arc<Source>>) -> Self {
        let mut sources = self.clone();
        for source in texts {
            let path = source.path();
            let folder = path.split_once('/').map(|(folder, _)| folder);
            let is_read = folder.map_or([PROJECT_FILE, PUBLISHED].contains(&path), |folder| {
                FOLDERS.contains(&folder)
            });
            let is_same =
                sources.texts.get(path).is_some_and(|known| known.text() == source.text());
            if is_read && is_text(path) && !is_unread(path) && !is_same {
                sources.not_utf8.remove(path);
                sources.texts.insert(path.to_owned(), Arc::clone(source));
            }
        }
        sources
    }

    /// How many files there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.texts.len() + self.assets.len() + self.not_utf8.len()
    }

    /// Whether nothing was read.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Takes a file. Says whether it differs from what was there.
    pub(super) fn add(&mut self, path: &str, bytes: Vec<u8>) -> bool {
        if !is_text(path) {
            return self.carry(path, bytes.as_slice().into());
        }
        match String::from_utf8(bytes) {
            Ok(text) => {
                let source = Source::of(path, text);
                let was_bad = self.not_utf8.remove(path).is_some();
                let same = self.texts.get(path).is_some_and(|known| known.text() == source.text());
                if !same {
                    self.texts.insert(path.to_owned(), Arc::new(source));
                }
                was_bad || !same
            }
            Err(error) => {
                let end = error.utf8_error().valid_up_to();
                let good = String::from_utf8_lossy(&error.as_bytes()[..end]);
                let source = Arc::new(Source::new(path, &good));
                self.texts.remove(path);
                let known = self.not_utf8.insert(path.to_owned(), Arc::clone(&source));
                known.is_none_or(|known| known.text() != source.text())
            }
        }
    }

    /// Takes a file that is carried along. Says whether it differs from what was there.
    pub(super) fn carry(&mut self, path: &str, asset: Asset) -> bool {
        let same = self.assets.get(path).is_some_and(|known| *known == asset);
        if !same {
            self.assets.insert(path.to_owned(), asset);
        }
        !same
    }

    /// Says whether it was there.
    pub(super) fn remove(&mut self, path: &str) -> bool {
        let text = self.texts.remove(path).is_some();
        let bad = self.not_utf8.remove(path).is_some();
        self.assets.remove(path).is_some() || text || bad
    }
}

/// Whether Twohats reads this file as text; all others are carried along as bytes.
pub(super) fn is_text(path: &str) -> bool {
    if path == PUBLISHED {
        return true;
    }
    let end = path.rsplit_once('.').map_or("", |(_, end)| end);
    let mut parts = path.split('/');
    match (parts.next(), parts.next()) {
        (Some("themes"), _) => matches!(end, "html" | "css" | "js" | "toml"),
        (_, Some(WELL_KNOWN)) => false,
        _ => matches!(end, "yaml" | "yml" | "md" | "toml"),
    }
}
