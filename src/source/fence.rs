//! The fence round a project: a link of the file system that leads out of it is not followed, so that no file of the
//! machine is published by chance. It must not know how a book says which other folders are meant.

use std::cell::OnceCell;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

use super::ignored::is_ignored;
use super::lost::Lost;
use super::project::PROJECT_FILE;
use super::secret::is_secret;
use super::text::Source;
use super::there::is_gone;

/// Tells, from the text of `book.toml`, to which other folders links may lead, as ways from the project's root.
pub type Allowed = fn(&Arc<Source>) -> Vec<String>;

/// Where the links of a project may lead.
pub(super) struct Fence<'r> {
    root: &'r Path,
    allowed: Allowed,
    /// Made when the first link is met: most projects have none.
    folders: OnceCell<Folders>,
}

struct Folders {
    /// The project's, and those that its book allows, by their real paths.
    real: Vec<PathBuf>,
    /// Those that it allows and that are not there.
    missing: BTreeSet<String>,
}

impl<'r> Fence<'r> {
    pub(super) fn new(root: &'r Path, allowed: Allowed) -> Self {
        Self { root, allowed, folders: OnceCell::new() }
    }

    /// Why a link is not followed, if it is not. One that leads nowhere is not stopped here.
    pub(super) fn stops(&self, link: &Path) -> Option<Lost> {
        let real = match link.canonicalize() {
            Ok(real) => real,
            Err(cause) if is_gone(&cause) => return None,
            Err(cause) => {
                return Some(Lost::Unreadable(format!(
                    "where its link leads cannot be told: {cause}"
                )));
            }
        };
        let folders = &self.folders().real;
        let ways = || folders.iter().filter_map(|folder| real.strip_prefix(folder).ok());
        if ways().any(|way| !is_private(way)) {
            return None;
        }
        let target = fs::read_link(link).unwrap_or_else(|_| real.clone());
        let target = target.to_string_lossy().replace('\\', "/");
        if ways().next().is_some() {
            return Some(Lost::Private(target));
        }
        let folder = if real.is_dir() { real.as_path() } else { real.parent()? };
        let folder = way(folders.first()?, folder).to_string_lossy().replace('\\', "/");
        Some(Lost::Outside { target, folder })
    }

    /// The folders that the book allows and that are not there, as far as links made somebody look.
    pub(super) fn missing(&self) -> BTreeSet<String> {
        self.folders.get().map(|folders| folders.missing.clone()).unwrap_or_default()
    }

    fn folders(&self) -> &Folders {
        self.folders.get_or_init(|| {
            let real: Vec<PathBuf> = self.root.canonicalize().into_iter().collect();
            let mut folders = Folders { real, missing: BTreeSet::new() };
            let book = self.root.join(PROJECT_FILE);
            // A `book.toml` that is a link itself says nothing of where links may lead.
            let text = if book.is_symlink() { None } else { fs::read_to_string(book).ok() };
            let allowed =
                text.map(|text| (self.allowed)(&Arc::new(Source::new(PROJECT_FILE, &text))));
            for folder in allowed.into_iter().flatten() {
                match self.root.join(&folder).canonicalize() {
                    Ok(real) => folders.real.push(real),
                    Err(_) => drop(folders.missing.insert(folder)),
                }
            }
            folders
        })
    }
}

/// Whether a path goes through what is hidden, or ends at what is kept secret.
fn is_private(path: &Path) -> bool {
    let mut names = path.iter().map(|name| name.to_string_lossy());
    names.clone().any(|name| is_ignored(&name))
        || names.next_back().is_some_and(|name| is_secret(&name))
}

/// The way from one folder to another, both by their real paths.
fn way(from: &Path, to: &Path) -> PathBuf {
    let same =
        from.components().zip(to.components()).take_while(|(one, other)| one == other).count();
    if same == 0 {
        return to.to_owned();
    }
    let up = from.components().skip(same).map(|_| Component::ParentDir);
    up.chain(to.components().skip(same)).collect()
}
