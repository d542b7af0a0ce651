//! What is done to files and folders of the output, each with its path when it fails.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::Path;

use crate::model::SitePath;
use crate::source::listed;

use super::failure::{Failure, disk};

pub(super) fn make_folder(path: &Path) -> Result<(), Failure> {
    fs::create_dir_all(path).map_err(|cause| disk(path, cause))
}

pub(super) fn remove_folder(path: &Path) -> Result<(), Failure> {
    match listed(|| fs::remove_dir_all(path), |cause| cause) {
        Err(cause) if cause.kind() != io::ErrorKind::NotFound => Err(disk(path, cause)),
        _ => Ok(()),
    }
}

/// The folders that paths of the site are in.
pub(super) fn folders_of<'p>(paths: impl Iterator<Item = &'p SitePath>) -> BTreeSet<&'p str> {
    paths.map(SitePath::folder).filter(|folder| !folder.is_empty()).collect()
}

/// Whether there was a file to remove.
pub(super) fn remove_file(path: &Path) -> Result<bool, Failure> {
    match fs::remove_file(path) {
        Ok(()) => Ok(true),
        Err(cause) if cause.kind() == io::ErrorKind::NotFound => Ok(false),
        Err(cause) => Err(disk(path, cause)),
    }
}

/// The hash of a file; none where something else than a file is there, or nothing.
pub(super) fn hash_of(path: &Path) -> Result<Option<String>, Failure> {
    if !path.symlink_metadata().is_ok_and(|there| there.is_file()) {
        return Ok(None);
    }
    let mut hasher = blake3::Hasher::new();
    let read = fs::File::open(path).and_then(|file| hasher.update_reader(file).map(drop));
    read.map_err(|cause| disk(path, cause))?;
    Ok(Some(hasher.finalize().to_hex().to_string()))
}

/// Waits until all that was written below a folder is kept by the disk, so that no name comes to stand for a file without its
/// bytes when the power fails.
#[cfg(target_os = "linux")]
pub(super) fn flush_files(folder: &Path) -> Result<(), Failure> {
    let open = fs::File::open(folder).map_err(|cause| disk(folder, cause))?;
    rustix::fs::syncfs(&open).map_err(|cause| disk(folder, cause.into()))
}

/// The same where the system offers nothing for one disk alone.
#[cfg(all(unix, not(target_os = "linux")))]
#[expect(clippy::unnecessary_wraps, reason = "elsewhere it can fail")]
pub(super) fn flush_files(_folder: &Path) -> Result<(), Failure> {
    rustix::fs::sync();
    Ok(())
}

/// The system keeps names and bytes in order by itself, as far as it does.
#[cfg(not(unix))]
#[expect(clippy::unnecessary_wraps, reason = "elsewhere it can fail")]
pub(super) fn flush_files(_folder: &Path) -> Result<(), Failure> {
    Ok(())
}

/// Waits until the names in folders are kept by the disk.
#[cfg(unix)]
pub(super) fn flush_names<'f>(folders: impl Iterator<Item = &'f Path>) -> Result<(), Failure> {
    for folder in folders {
        match fs::File::open(folder).and_then(|open| open.sync_all()) {
            Err(cause) if !is_unable(&cause) => return Err(disk(folder, cause)),
            _ => {}
        }
    }
    Ok(())
}

#[cfg(not(unix))]
#[expect(clippy::unnecessary_wraps, reason = "elsewhere it can fail")]
pub(super) fn flush_names<'f>(_folders: impl Iterator<Item = &'f Path>) -> Result<(), Failure> {
    Ok(())
}

/// Whether a file system knows no such thing for folders, or the folder is gone.
#[cfg(unix)]
fn is_unable(cause: &io::Error) -> bool {
    let kinds = [io::ErrorKind::InvalidInput, io::ErrorKind::Unsupported, io::ErrorKind::NotFound];
    kinds.contains(&cause.kind())
}
