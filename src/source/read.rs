//! Reads what a book is made of: once for a build, again and again for the preview.
//!
//! Reading again is cheap: a file whose size and time are the same is not opened, and a file whose bytes
//! are the same keeps its old text, so that whoever holds that text knows nothing has changed.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, Metadata};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};
use std::{fmt, io};

use rayon::prelude::*;
use walkdir::WalkDir;

use super::ignored::is_ignored;
use super::lost::{self, Lost};
use super::sources::{PUBLISHED, Sources};

/// The file that makes a folder a project.
pub const PROJECT_FILE: &str = "book.toml";

/// The folders of a project that are read.
pub const FOLDERS: [&str; 2] = ["content", "themes"];

/// A file or folder that could not be read, and why.
#[derive(Debug)]
pub struct Error {
    /// The file or folder.
    pub path: PathBuf,
    /// What the system says, or what was not found.
    pub cause: io::Error,
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "could not read `{}`: {}", self.path.display(), self.cause)
    }
}

impl std::error::Error for Error {}

/// The nearest folder at or above `start` that holds a `book.toml`.
///
/// # Errors
/// When `start` cannot be looked at, or no folder on the way up is a project.
pub fn find_project(start: &Path) -> Result<PathBuf, Error> {
    let fail = |cause| Error { path: start.to_owned(), cause };
    let start = start.canonicalize().map_err(fail)?;
    let found = start.ancestors().find(|folder| folder.join(PROJECT_FILE).is_file());
    found.map(Path::to_owned).ok_or_else(|| {
        let said =
            format!("no `{PROJECT_FILE}` here or in a folder above; `twohats init` makes one");
        fail(io::Error::new(io::ErrorKind::NotFound, said))
    })
}

/// A project's folder and what was read of it: `book.toml`, the ids that were published,
/// `content/` and `themes/`.
#[derive(Debug)]
pub struct Reader {
    root: PathBuf,
    sources: Sources,
    stamps: BTreeMap<String, Stamp>,
    /// The files and folders that links lead to.
    linked: BTreeSet<PathBuf>,
    /// When the last look at the whole folder began.
    looked: Option<SystemTime>,
}

/// More than a tick of any file system's clock.
const CLOCK_TICK: Duration = Duration::from_millis(100);

/// Files by name, with their bytes; one that went since it was found has none.
type Opened = Vec<(String, Option<Vec<u8>>)>;

/// What tells, without opening it, that a file may have changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Stamp {
    size: u64,
    time: Option<SystemTime>,
}

impl Reader {
    /// A reader that has read nothing yet.
    #[must_use]
    pub fn new(root: &Path) -> Self {
        Self {
            root: root.to_owned(),
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
        let mut found = BTreeMap::new();
        let mut linked = BTreeSet::new();
        let mut lost = Lost::new();
        for name in [PROJECT_FILE, PUBLISHED] {
            let file = self.root.join(name);
            match file.metadata() {
                Ok(metadata) if metadata.is_file() => {
                    found.insert(name.to_owned(), Stamp::of(&metadata));
                }
                _ => {}
            }
            if file.is_symlink() {
                linked.extend(file.canonicalize());
            }
        }
        for folder in FOLDERS {
            walk(&self.root, &self.root.join(folder), &mut found, &mut linked, &mut lost)?;
        }
        let before = self.looked.replace(SystemTime::now());
        let suspects = found.iter().filter(|(path, stamp)| {
            self.stamps.get(*path) != Some(stamp) || stamp.is_young(before)
        });
        let read = self.open(suspects.map(|(path, _)| path.clone()).collect())?;
        for (path, _) in read.iter().filter(|(_, bytes)| bytes.is_none()) {
            found.remove(path);
        }
        let gone: Vec<String> =
            self.stamps.keys().filter(|path| !found.contains_key(*path)).cloned().collect();
        let mut changed = self.take(read);
        changed.extend(gone.into_iter().filter(|path| self.sources.remove(path)));
        changed.extend(lost::differences(&self.sources.lost, &lost));
        self.sources.lost = lost;
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
            let is_known = self.stamps.contains_key(&name);
            if path.is_symlink() || self.is_linked(path) {
                return None;
            }
            match path.metadata() {
                Ok(metadata) if metadata.is_file() && is_known => {
                    stamps.insert(name, Stamp::of(&metadata));
                }
                // What came and went between two looks was never there, unless it was a folder.
                Err(_) if !is_known && !self.is_folder(&name) => {}
                _ => return None,
            }
        }
        let read = self.open(stamps.keys().cloned().collect()).ok()?;
        if read.iter().any(|(_, bytes)| bytes.is_none()) {
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
            match fs::read(&path) {
                Ok(bytes) => Ok((name, Some(bytes))),
                Err(cause) if is_gone(&cause) => Ok((name, None)),
                Err(cause) => Err(Error { path, cause }),
            }
        });
        files.collect()
    }

    fn take(&mut self, read: Opened) -> Vec<String> {
        let changed = read.into_iter().filter_map(|(name, bytes)| {
            let differs = self.sources.add(&name, &bytes?);
            differs.then_some(name)
        });
        changed.collect()
    }
}

impl Stamp {
    fn of(metadata: &Metadata) -> Self {
        Self { size: metadata.len(), time: metadata.modified().ok() }
    }

    /// Whether the file was written so shortly before the last look that it may have been written again
    /// within one tick of the file system's clock.
    fn is_young(&self, looked: Option<SystemTime>) -> bool {
        let Some(looked) = looked else { return false };
        self.time.is_none_or(|time| time + CLOCK_TICK >= looked)
    }
}

fn walk(
    root: &Path,
    folder: &Path,
    found: &mut BTreeMap<String, Stamp>,
    linked: &mut BTreeSet<PathBuf>,
    lost: &mut Lost,
) -> Result<(), Error> {
    if !folder.is_dir() {
        return Ok(());
    }
    let walk = WalkDir::new(folder).follow_links(true);
    let kept = walk.into_iter().filter_entry(|entry| {
        entry.depth() == 0 || !is_ignored(&entry.file_name().to_string_lossy())
    });
    for entry in kept {
        let fail = |path: Option<&Path>, cause| {
            Err(Error { path: path.unwrap_or(folder).to_owned(), cause })
        };
        let entry = match entry {
            Ok(entry) => entry,
            Err(error) if let Some((path, why)) = lost::link(folder, &error) => {
                lost.extend(from_root(root, &path).map(|name| (name, why)));
                continue;
            }
            // What goes while we look is gone.
            Err(error) if error.io_error().is_some_and(is_gone) => continue,
            Err(error) => return fail(error.path().map(Path::to_owned).as_deref(), error.into()),
        };
        if entry.path_is_symlink() {
            linked.extend(entry.path().canonicalize());
        }
        if !entry.file_type().is_file() {
            continue;
        }
        let Some(name) = from_root(root, entry.path()) else { continue };
        if entry.path().to_str().is_none() {
            lost.insert(name, "its name is not in UTF-8".to_owned());
        } else if let Ok(metadata) = entry.metadata() {
            found.insert(name, Stamp::of(&metadata));
        }
    }
    Ok(())
}

/// A file can go, or a folder take its place, between being found and being opened.
fn is_gone(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory | io::ErrorKind::IsADirectory
    )
}

/// The path from the root, with `/` on every system.
fn from_root(root: &Path, path: &Path) -> Option<String> {
    let inside = path.strip_prefix(root).ok()?;
    let parts = inside.components().map(|part| part.as_os_str().to_string_lossy());
    Some(parts.collect::<Vec<_>>().join("/"))
}

/// Reads a project once.
///
/// # Errors
/// When a file or folder cannot be read.
pub fn read(root: &Path) -> Result<Sources, Error> {
    let mut reader = Reader::new(root);
    reader.read()?;
    Ok(reader.sources)
}
