//! Finds the files of a project by their names; none is opened here.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use walkdir::{DirEntry, WalkDir};

use super::error::Error;
use super::fence::{Allowed, Fence};
use super::lost::{self, AllLost, Lost};
use super::project::FOLDERS;
use super::stamp::Stamp;
use super::there::{is_gone, there};
use super::unread::{is_closed, is_meant_for_content, is_unread};

/// What was found in a project's folders, by paths from its root.
pub(super) struct Found<'r> {
    root: &'r Path,
    pub fence: Fence<'r>,
    /// The files to read.
    pub files: BTreeMap<String, Stamp>,
    /// The files and folders that links lead to.
    pub linked: BTreeSet<PathBuf>,
    /// The files that cannot be read.
    pub lost: AllLost,
    /// The files that are seen and not read.
    pub unread: BTreeSet<String>,
}

impl<'r> Found<'r> {
    /// Nothing yet.
    pub(super) fn new(root: &'r Path, allowed: Allowed) -> Self {
        Self {
            root,
            fence: Fence::new(root, allowed),
            files: BTreeMap::new(),
            linked: BTreeSet::new(),
            lost: BTreeMap::new(),
            unread: BTreeSet::new(),
        }
    }

    /// Takes a file that lies in the root itself, if it is there.
    pub(super) fn file(&mut self, name: &str) -> Result<(), Error> {
        let file = self.root.join(name);
        let fail = |cause| Error { path: file.clone(), cause };
        let is_link =
            there(file.symlink_metadata()).map_err(fail)?.is_some_and(|it| it.is_symlink());
        if is_link && let Some(why) = self.fence.stops(&file) {
            self.lost.insert(name.to_owned(), why);
            return Ok(());
        }
        let metadata = there(file.metadata()).map_err(fail)?.filter(fs::Metadata::is_file);
        self.files.extend(metadata.map(|metadata| (name.to_owned(), Stamp::of(&metadata))));
        if is_link {
            self.linked.extend(file.canonicalize());
        }
        Ok(())
    }

    /// Takes all that lies in a folder of the root.
    pub(super) fn folder(&mut self, name: &str) -> Result<(), Error> {
        let root = self.root;
        let folder = root.join(name);
        let fail = |path: Option<&Path>, cause| {
            Err(Error { path: path.unwrap_or(&folder).to_owned(), cause })
        };
        match there(folder.metadata()) {
            Ok(Some(it)) if it.is_dir() => {}
            // A link that leads nowhere is told below.
            Ok(None) if folder.is_symlink() => {}
            Ok(_) => return Ok(()),
            Err(cause) => return fail(None, cause),
        }
        let is_not_read = |path: &Path| from_root(root, path).is_some_and(|name| is_unread(&name));
        let mut walk = WalkDir::new(&folder).follow_links(true).into_iter().filter_entry(is_open);
        while let Some(entry) = walk.next() {
            match entry {
                Ok(entry) => match self.stopped(&entry) {
                    Some(why) => {
                        if entry.file_type().is_dir() {
                            walk.skip_current_dir();
                        }
                        let name = from_root(root, entry.path()).filter(|name| !is_unread(name));
                        self.lost.extend(name.map(|name| (name, why)));
                    }
                    None => self.entry(&entry)?,
                },
                Err(error) => match lost::link(&folder, &error) {
                    Some((path, why)) => {
                        self.lost.extend(from_root(root, &path).map(|name| (name, why)));
                    }
                    // What goes while we look is gone; and what is not read anyway is nobody's concern.
                    None if error.io_error().is_some_and(is_gone) => {}
                    None if error.path().is_some_and(is_not_read) => {}
                    None => {
                        return fail(error.path().map(Path::to_owned).as_deref(), error.into());
                    }
                },
            }
        }
        Ok(())
    }

    /// Why a link is not followed, if it is one that leads out of the project.
    fn stopped(&self, entry: &DirEntry) -> Option<Lost> {
        entry.path_is_symlink().then(|| self.fence.stops(entry.path())).flatten()
    }

    fn entry(&mut self, entry: &DirEntry) -> Result<(), Error> {
        let Some(name) = from_root(self.root, entry.path()) else { return Ok(()) };
        if is_unread(&name) {
            if entry.file_type().is_file() {
                self.unread.insert(name);
            }
            return Ok(());
        }
        if entry.path_is_symlink() {
            self.linked.extend(entry.path().canonicalize());
        }
        if !entry.file_type().is_file() {
            return Ok(());
        }
        if entry.path().to_str().is_none() {
            self.lost.insert(name, Lost::Unreadable("its name is not in UTF-8".to_owned()));
            return Ok(());
        }
        let looked = there(entry.metadata().map_err(io::Error::from));
        let found = looked.map_err(|cause| Error { path: entry.path().to_owned(), cause })?;
        self.files.extend(found.map(|metadata| (name, Stamp::of(&metadata))));
        Ok(())
    }

    /// Takes the names of what lies in folders that were meant to be `content/`.
    pub(super) fn beside(&mut self) -> Result<(), Error> {
        let root = self.root;
        let Ok(entries) = fs::read_dir(root) else { return Ok(()) };
        for entry in entries {
            let entry = entry.map_err(|cause| Error { path: root.to_owned(), cause })?;
            let name = entry.file_name().to_string_lossy().into_owned();
            if !is_meant_for_content(&name) {
                continue;
            }
            // Where the system does not tell capitals apart, it is the folder itself.
            let real = root.join(&name).canonicalize().ok();
            let is_same = |folder: &str| root.join(folder).canonicalize().ok() == real;
            if real.is_some() && !FOLDERS.into_iter().any(is_same) {
                self.folder(&name)?;
            }
        }
        Ok(())
    }
}

fn is_open(entry: &DirEntry) -> bool {
    let is_folder = entry.file_type().is_dir();
    entry.depth() == 0 || !is_folder || !is_closed(&entry.file_name().to_string_lossy())
}

/// The path from the root, with `/` on every system.
pub(super) fn from_root(root: &Path, path: &Path) -> Option<String> {
    let inside = path.strip_prefix(root).ok()?;
    let parts = inside.components().map(|part| part.as_os_str().to_string_lossy());
    Some(parts.collect::<Vec<_>>().join("/"))
}
