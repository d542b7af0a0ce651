//! Reads what a book is made of: once for a build, again and again for the preview.
//!
//! Reading again is cheap: a file whose size and time are the same is not opened, and a file whose bytes
//! are the same keeps its old text, so that whoever holds that text knows nothing has changed.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use rayon::prelude::*;

use super::asset::Asset;
use super::error::Error;
use super::fence::Allowed;
use super::listing::Listing;
use super::lost;
use super::project::PROJECT_FILE;
use super::sources::{Sources, is_text};
use super::stamp::Stamp;
use super::there::is_gone;
use super::walk::{Found, from_root};

/// A project's folder and what was read of it: `book.toml`, the ids that were published,
/// `content/` and `themes/`.
#[derive(Debug)]
pub struct Reader {
    root: PathBuf,
    allowed: Allowed,
    sources: Sources,
    stamps: BTreeMap<String, Stamp>,
    /// The files and folders that links lead to.
    linked: BTreeSet<PathBuf>,
    /// When the last look at the whole folder began.
    looked: Option<SystemTime>,
}

/// Files by name, with what was read of them; one that went since it was found has nothing.
type Opened = Vec<(String, Option<Content>)>;

/// What was read of a file.
enum Content {
    Text(Vec<u8>),
    Carried(Asset),
}

impl Reader {
    /// A reader that has read nothing yet.
    #[must_use]
    pub fn new(root: &Path, allowed: Allowed) -> Self {
        Self {
            root: root.to_owned(),
            allowed,
            sources: Sources::default(),
            stamps: BTreeMap::new(),
            linked: BTreeSet::new(),
            looked: None,
        }
    }

    /// The project's folder.
    #[must_use]
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// What was read last.
    #[must_use]
    pub fn sources(&self) -> &Sources {
        &self.sources
    }

    /// The files and folders that links in the project lead to, wherever they are.
    #[must_use]
    pub fn linked(&self) -> &BTreeSet<PathBuf> {
        &self.linked
    }

    /// Looks at the whole folder. Gives the paths of the files that came, changed or went; a missing
    /// `content/` or `themes/` is an empty one.
    ///
    /// # Errors
    /// When a file or folder cannot be read. What was read before stays.
    pub fn read(&mut self) -> Result<Vec<String>, Error> {
        let root = self.root.clone();
        self.take_listed(Listing::of(&root, self.allowed)?)
    }

    /// Reads what was listed.
    fn take_listed(&mut self, listing: Listing<'_>) -> Result<Vec<String>, Error> {
        let (Found { fence, files: mut found, linked, lost, unread, .. }, began) =
            listing.into_parts();
        let before = self.looked.replace(began);
        let suspects = found.iter().filter(|(path, stamp)| {
            self.stamps.get(*path) != Some(stamp) || stamp.is_young(before)
        });
        let read = self.open(suspects.map(|(path, _)| path.clone()).collect())?;
        for (path, _) in read.iter().filter(|(_, content)| content.is_none()) {
            found.remove(path);
        }
        let gone: Vec<String> =
            self.stamps.keys().filter(|path| !found.contains_key(*path)).cloned().collect();
        let mut changed = self.take(read);
        changed.extend(gone.into_iter().filter(|path| self.sources.remove(path)));
        changed.extend(lost::differences(&self.sources.lost, &lost));
        self.sources.lost = lost;
        self.sources.missing = fence.missing();
        // Nothing is made of them, so what comes and goes among them is no change.
        self.sources.unread = unread;
        self.stamps = found;
        self.linked = linked;
        changed.sort();
        Ok(changed)
    }

    /// Looks only at these files. Gives those that changed; `None` when one of them came or went or has
    /// another name too, so that only a look at the whole folder tells what happened.
    pub fn read_known(&mut self, paths: &BTreeSet<PathBuf>) -> Option<Vec<String>> {
        let mut stamps = BTreeMap::new();
        for path in paths {
            let name = from_root(&self.root, path)?;
            // Where there are links, it may say of other folders that they may be followed.
            if name == PROJECT_FILE && !(self.linked.is_empty() && self.sources.lost.is_empty()) {
                return None;
            }
            let is_known = self.stamps.contains_key(&name);
            if path.is_symlink() || self.is_linked(path) {
                return None;
            }
            match path.metadata() {
                Ok(metadata) if metadata.is_file() && is_known => {
                    stamps.insert(name, Stamp::of(&metadata));
                }
                // What came and went between two looks was never there, unless it was a folder.
                Err(cause) if is_gone(&cause) && !is_known && !self.is_folder(&name) => {}
                _ => return None,
            }
        }
        let read = self.open(stamps.keys().cloned().collect()).ok()?;
        if read.iter().any(|(_, content)| content.is_none()) {
            return None;
        }
        self.stamps.extend(stamps);
        Some(self.take(read))
    }

    /// Whether the file is also read under another name.
    fn is_linked(&self, path: &Path) -> bool {
        let is_target = |real: &Path| self.linked.iter().any(|target| real.starts_with(target));
        // Where there are no links, nothing is asked of the disk.
        !self.linked.is_empty() && path.canonicalize().is_ok_and(|real| is_target(&real))
    }

    /// Whether files were read below this path.
    fn is_folder(&self, name: &str) -> bool {
        let inside = format!("{name}/");
        let next = self.stamps.range(inside.clone()..).next();
        next.is_some_and(|(path, _)| path.starts_with(&inside))
    }

    fn open(&self, names: Vec<String>) -> Result<Opened, Error> {
        let files = names.into_par_iter().map(|name| {
            let path = self.root.join(&name);
            // A theme's own files have addresses that change with their bytes, so all of them is read.
            let read = if is_text(&name) || name.starts_with("themes/") {
                fs::read(&path).map(Content::Text)
            } else {
                Asset::read(&path, &name).map(Content::Carried)
            };
            match read {
                Ok(content) => Ok((name, Some(content))),
                Err(cause) if is_gone(&cause) => Ok((name, None)),
                Err(cause) => Err(Error { path, cause }),
            }
        });
        files.collect()
    }

    fn take(&mut self, read: Opened) -> Vec<String> {
        let changed = read.into_iter().filter_map(|(name, content)| {
            let differs = match content? {
                Content::Text(bytes) => self.sources.add(&name, bytes),
                Content::Carried(asset) => self.sources.carry(&name, asset),
            };
            differs.then_some(name)
        });
        changed.collect()
    }
}

/// Reads a project once. `allowed` tells to which folders outside of it links may lead.
///
/// # Errors
/// When a file or folder cannot be read.
pub fn read(root: &Path, allowed: Allowed) -> Result<Sources, Error> {
    let mut reader = Reader::new(root, allowed);
    reader.read()?;
    Ok(reader.sources)
}

/// Reads all that was listed of the project at `root`.
///
/// # Errors
/// When a file cannot be read.
pub fn read_listed(root: &Path, listing: Listing<'_>) -> Result<Sources, Error> {
    // Where links may lead was settled when it was listed.
    let mut reader = Reader::new(root, |_| Vec::new());
    reader.take_listed(listing)?;
    Ok(reader.sources)
}
