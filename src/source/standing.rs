//! On what a project stands: which folders its folders are just now. Whoever watches a folder is told nothing when
//! another one takes its place from outside, as when the whole project is moved away or something is mounted over a
//! part of it.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use super::project::FOLDERS;
use super::stamp::Identity;

/// What the folders of a project were when somebody looked.
#[derive(Debug, PartialEq, Eq)]
pub struct Standing {
    folders: Vec<Option<Identity>>,
    mounts: Option<Vec<u8>>,
}

impl Standing {
    /// Looks at the project's folder, its folders that are read, and what links lead to.
    #[must_use]
    pub fn of(root: &Path, linked: &BTreeSet<PathBuf>) -> Self {
        let own = FOLDERS.map(|folder| root.join(folder));
        let all = [root].into_iter().chain(own.iter().chain(linked).map(PathBuf::as_path));
        let identity = |path: &Path| path.metadata().ok().map(|one| Identity::of(&one));
        // Where the system tells what is mounted, it tells of what lies deeper too.
        Self { folders: all.map(identity).collect(), mounts: fs::read("/proc/self/mountinfo").ok() }
    }
}
