//! Refuses output folders in which a build could do harm.

use std::env::home_dir;
use std::fs;
use std::path::{Component, Path, PathBuf};

use crate::source::listed;

use super::failure::{Failure, disk};
use super::place::OWN;

/// Folders of a project that hold what people wrote.
const SOURCES: [&str; 2] = ["content", "themes"];

/// The output folder with every link followed, when it is safe to write to.
pub(super) fn guard(project: &Path, output: &Path) -> Result<PathBuf, Failure> {
    let project = project.canonicalize().map_err(|cause| disk(project, cause))?;
    let real = real(output)?;
    let refuse =
        |why: &str| Err(Failure::Refused { output: output.to_owned(), why: why.to_owned() });
    if real == project {
        return refuse("it is the project itself; name a folder in it, such as `public`");
    }
    if project.starts_with(&real) {
        return refuse("the project lies in it");
    }
    if home_dir().and_then(|home| home.canonicalize().ok()).is_some_and(|home| home == real) {
        return refuse("it is your home folder");
    }
    if SOURCES.iter().any(|folder| real.starts_with(project.join(folder))) {
        return refuse("it lies among the sources of the book");
    }
    if real.exists() && !real.is_dir() {
        return refuse("it is a file");
    }
    Ok(real)
}

/// Refuses an output folder in which one of these paths leads out through a link: what is written or removed
/// there would be somebody else's.
pub(super) fn refuse_links<'p>(
    output: &Path,
    paths: impl IntoIterator<Item = &'p str>,
) -> Result<(), Failure> {
    for path in paths {
        let mut inside = output.to_owned();
        for part in Path::new(path) {
            inside.push(part);
            if inside.is_symlink() {
                let why = format!("`{path}` in it is a link to another place");
                return Err(Failure::Refused { output: output.to_owned(), why });
            }
        }
    }
    Ok(())
}

/// Whether anything but our own folder is in it.
pub(super) fn is_filled(folder: &Path) -> Result<bool, Failure> {
    if !folder.try_exists().map_err(|cause| disk(folder, cause))? {
        return Ok(false);
    }
    let look = || {
        let mut entries = fs::read_dir(folder)?;
        entries.try_fold(false, |is_filled, entry| Ok(is_filled || entry?.file_name() != OWN))
    };
    listed(look, |cause| cause).map_err(|cause| disk(folder, cause))
}

/// The path with links followed as far as it exists.
fn real(path: &Path) -> Result<PathBuf, Failure> {
    let whole = std::path::absolute(path).map_err(|cause| disk(path, cause))?;
    let mut real = PathBuf::new();
    for part in whole.components() {
        match part {
            Component::ParentDir => {
                real.pop();
            }
            part => real.push(part),
        }
        if real.symlink_metadata().is_ok() {
            real = real.canonicalize().map_err(|cause| disk(&real, cause))?;
        }
    }
    Ok(real)
}
