//! Walks a project's folder and reads what a book is made of.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::{fmt, fs, io};

use rayon::prelude::*;
use walkdir::WalkDir;

use super::Source;
use super::ignored::is_ignored;

/// The file that makes a folder a project.
pub const PROJECT_FILE: &str = "book.toml";

/// The folders of a project that are read.
const FOLDERS: [&str; 2] = ["content", "themes"];

/// Everything that was read: texts by path, and the bytes of all other files.
#[derive(Default)]
pub struct Sources {
    /// Texts by their path from the project's root, with `/`.
    pub texts: BTreeMap<String, Arc<Source>>,
    pub assets: BTreeMap<String, Asset>,
    /// Files that should be text and are not UTF-8: the path and the text before the first bad byte.
    pub not_utf8: Vec<Arc<Source>>,
}

/// A file that is carried along as it is.
pub type Asset = Arc<[u8]>;

impl Sources {
    /// Sources that never were on a disk.
    ///
    /// ```
    /// let sources = twohats::source::Sources::in_memory([("book.toml", "title = \"Ours\"\n")]);
    /// assert!(sources.texts.contains_key("book.toml"));
    /// ```
    #[must_use]
    pub fn in_memory<'a>(files: impl IntoIterator<Item = (&'a str, impl AsRef<[u8]>)>) -> Self {
        let mut sources = Self::default();
        for (path, content) in files {
            sources.add(path.to_owned(), content.as_ref());
        }
        sources
    }

    fn add(&mut self, path: String, bytes: &[u8]) {
        if !is_text(&path) {
            self.assets.insert(path, bytes.into());
            return;
        }
        match std::str::from_utf8(bytes) {
            Ok(text) => {
                let source = Arc::new(Source::new(path.clone(), text));
                self.texts.insert(path, source);
            }
            Err(error) => {
                let good = String::from_utf8_lossy(&bytes[..error.valid_up_to()]);
                self.not_utf8.push(Arc::new(Source::new(path, &good)));
            }
        }
    }
}

/// A file or folder that could not be read, and why.
#[derive(Debug)]
pub struct Error {
    pub path: PathBuf,
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

/// Reads a project: `book.toml`, `content/` and `themes/`.
///
/// # Errors
/// When a file or folder cannot be read. A missing `content/` or `themes/` is an empty one.
pub fn read(root: &Path) -> Result<Sources, Error> {
    let mut paths = vec![root.join(PROJECT_FILE)];
    for folder in FOLDERS {
        let folder = root.join(folder);
        if folder.is_dir() {
            walk(&folder, &mut paths)?;
        }
    }
    let files = paths.into_par_iter().map(|path| match fs::read(&path) {
        Ok(bytes) => Ok((from_root(root, &path), bytes)),
        Err(cause) => Err(Error { path, cause }),
    });
    let mut sources = Sources::default();
    for (path, bytes) in files.collect::<Result<Vec<_>, _>>()? {
        sources.add(path, &bytes);
    }
    Ok(sources)
}

fn walk(folder: &Path, paths: &mut Vec<PathBuf>) -> Result<(), Error> {
    let walk = WalkDir::new(folder).follow_links(true).sort_by_file_name();
    let kept = walk.into_iter().filter_entry(|entry| {
        entry.depth() == 0 || !is_ignored(&entry.file_name().to_string_lossy())
    });
    for entry in kept {
        let entry = entry.map_err(|error| Error {
            path: error.path().unwrap_or(folder).to_owned(),
            cause: error.into(),
        })?;
        if entry.file_type().is_file() {
            paths.push(entry.into_path());
        }
    }
    Ok(())
}

fn from_root(root: &Path, path: &Path) -> String {
    let inside = path.strip_prefix(root).expect("only paths below the root are walked");
    let parts = inside.components().map(|part| part.as_os_str().to_string_lossy());
    parts.collect::<Vec<_>>().join("/")
}

/// Whether Twohats reads this file as text; all others are carried along as bytes.
fn is_text(path: &str) -> bool {
    let end = path.rsplit_once('.').map_or("", |(_, end)| end);
    match path.split('/').next() {
        Some("themes") => matches!(end, "html" | "css" | "js" | "toml"),
        _ => matches!(end, "yaml" | "yml" | "md" | "toml"),
    }
}
