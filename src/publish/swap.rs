//! Whole files put in the place of others, in steps of which each can be taken back. It must not know which files they are
//! nor why.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::disk::{make_folder, remove_file};
use super::failure::{Failure, disk};

/// Changes of a folder that are all made or none.
pub(super) struct Swap<'o> {
    output: &'o Path,
    /// Where what was there before lies meanwhile.
    kept: PathBuf,
    steps: Vec<Step>,
    /// The folders of which an entry has changed.
    touched: BTreeSet<PathBuf>,
}

/// What was done to a file or a folder of the output.
enum Step {
    Made(PathBuf),
    Added(PathBuf),
    /// It has another content, and the one before lies there.
    Replaced(PathBuf, PathBuf),
    Removed(PathBuf, PathBuf),
}

impl<'o> Swap<'o> {
    pub(super) fn new(output: &'o Path, kept: PathBuf) -> Result<Self, Failure> {
        make_folder(&kept)?;
        Ok(Self { output, kept, steps: Vec::new(), touched: BTreeSet::new() })
    }

    /// Makes a folder and those above it, as far as they are not there.
    pub(super) fn folder(&mut self, path: &str) -> Result<(), Failure> {
        let target = self.output.join(path);
        let absent = target.ancestors().take_while(|above| !above.exists());
        let absent: Vec<PathBuf> = absent.map(Path::to_owned).collect();
        make_folder(&target)?;
        for folder in absent.into_iter().rev() {
            self.touch(&folder);
            self.steps.push(Step::Made(folder));
        }
        Ok(())
    }

    /// Puts a file where none is.
    pub(super) fn add(&mut self, beside: &Path, path: &str) -> Result<(), Failure> {
        let target = self.output.join(path);
        fs::rename(beside, &target).map_err(|cause| disk(&target, cause))?;
        self.touch(&target);
        self.steps.push(Step::Added(target));
        Ok(())
    }

    /// Puts a file in the place of another, at once: nobody finds none there.
    pub(super) fn replace(&mut self, beside: &Path, path: &str) -> Result<(), Failure> {
        let (target, kept) = (self.output.join(path), self.next());
        // Some file systems have no second name for a file.
        fs::hard_link(&target, &kept)
            .or_else(|_| fs::copy(&target, &kept).map(|_| ()))
            .map_err(|cause| disk(&kept, cause))?;
        fs::rename(beside, &target).map_err(|cause| disk(&target, cause))?;
        self.touch(&target);
        self.steps.push(Step::Replaced(target, kept));
        Ok(())
    }

    /// Takes a file away, and the folders above it as far as they are empty then. Whether there was one.
    pub(super) fn remove(&mut self, path: &str) -> Result<bool, Failure> {
        let (target, kept) = (self.output.join(path), self.next());
        match fs::rename(&target, &kept) {
            Err(cause) if is_absent(&cause) => return Ok(false),
            result => result.map_err(|cause| disk(&target, cause))?,
        }
        self.touch(&target);
        for folder in target.ancestors().skip(1).take_while(|folder| *folder != self.output) {
            if fs::remove_dir(folder).is_err() {
                break;
            }
            self.touched.remove(folder);
            self.touched.extend(folder.parent().map(Path::to_owned));
        }
        self.steps.push(Step::Removed(target, kept));
        Ok(true)
    }

    /// The folders of which an entry has changed.
    pub(super) fn touched(&self) -> impl Iterator<Item = &Path> {
        self.touched.iter().map(PathBuf::as_path)
    }

    /// Puts everything back, the last step first.
    pub(super) fn take_back(self) -> Result<(), Failure> {
        self.steps.into_iter().rev().try_for_each(Step::take_back)
    }

    fn touch(&mut self, path: &Path) {
        self.touched.extend(path.parent().map(Path::to_owned));
    }

    /// A place for what was there before.
    fn next(&self) -> PathBuf {
        self.kept.join(self.steps.len().to_string())
    }
}

impl Step {
    fn take_back(self) -> Result<(), Failure> {
        match self {
            Self::Made(folder) => fs::remove_dir(&folder).map_err(|cause| disk(&folder, cause)),
            Self::Added(target) => remove_file(&target).map(drop),
            Self::Replaced(target, kept) => {
                fs::rename(&kept, &target).map_err(|cause| disk(&target, cause))
            }
            Self::Removed(target, kept) => {
                target.parent().map_or(Ok(()), make_folder)?;
                fs::rename(&kept, &target).map_err(|cause| disk(&target, cause))
            }
        }
    }
}

/// Whether there is no such file.
fn is_absent(cause: &io::Error) -> bool {
    matches!(cause.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory)
}
