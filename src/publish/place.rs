//! Where the list of our files is kept: in the output folder, or beside it in the project, so that it is not published.

use std::path::{Path, PathBuf};

use crate::edit::OWN_FOLDER;
use crate::model::Book;
use crate::render::Share;

use super::disk::{make_folder, remove_folder};
use super::failure::{Failure, disk};
use super::manifest::{Manifest, NAME, Unread};
use super::way::way;

/// The folder in the output that is ours.
pub(super) const OWN: &str = OWN_FOLDER;

/// The folder in the project where lists are kept that are not published, each in a folder of its own.
const BESIDE: &str = "published";

/// The places of an output folder's list.
pub(super) struct Place {
    project: PathBuf,
    output: PathBuf,
    /// The folder of the list and of the lock.
    pub own: PathBuf,
    /// The same, if the book said otherwise.
    other: PathBuf,
    is_published: bool,
}

impl Place {
    /// `project` and `output` have no links on their way.
    pub(super) fn of(book: &Book, share: Option<Share>, project: &Path, output: &Path) -> Self {
        let inside = output.join(OWN);
        let way = way(output, project);
        let name =
            output.file_name().map_or_else(String::new, |name| name.to_string_lossy().into());
        let mark = blake3::hash(format!("{way}/{name}").as_bytes()).to_hex();
        let beside = project.join(OWN).join(BESIDE).join(format!("{name}-{}", &mark[..8]));
        // A share goes to another machine, and its list with it.
        let is_published = book.has_manifest || share.is_some();
        let (own, other) = if is_published { (inside, beside) } else { (beside, inside) };
        let (project, output) = (project.to_owned(), output.to_owned());
        Self { project, output, own, other, is_published }
    }

    /// Makes the folders that a build needs.
    pub(super) fn make(&self) -> Result<(), Failure> {
        make_folder(&self.output)?;
        if !self.is_published {
            crate::edit::own_folder(&self.project).map_err(|cause| disk(&self.own, cause))?;
        }
        make_folder(&self.own)
    }

    /// Where files lie before they are in place: on the disk of the output.
    pub(super) fn staging(&self) -> PathBuf {
        self.output.join(OWN).join("staging")
    }

    /// The list, wherever it is.
    pub(super) fn read(&self) -> Result<Option<Manifest>, Unread> {
        match Manifest::read(&self.own.join(NAME))? {
            Some(list) => Ok(Some(list)),
            None => Manifest::read(&self.other.join(NAME)),
        }
    }

    /// Where the book wants the list.
    pub(super) fn list(&self) -> PathBuf {
        self.own.join(NAME)
    }

    /// Whether the list is where the book wants it.
    pub(super) fn is_there(&self) -> bool {
        self.list().is_file()
    }

    /// Takes away what has its place elsewhere.
    pub(super) fn tidy(&self) -> Result<(), Failure> {
        remove_folder(&self.staging())?;
        if self.is_there() { remove_folder(&self.other) } else { Ok(()) }
    }

    /// Takes away all that a build that came to nothing has made here.
    pub(super) fn clear(&self) -> Result<(), Failure> {
        remove_folder(&self.output.join(OWN))?;
        remove_folder(&self.own)
    }
}

/// The list in a finished folder, or in the file that a path names.
///
/// # Errors
/// When it cannot be read.
pub fn manifest_at(path: &Path) -> Result<Option<Manifest>, Unread> {
    let inside = path.join(OWN).join(NAME);
    Manifest::read(if path.is_dir() { &inside } else { path })
}
