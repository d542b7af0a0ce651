//! The way out: puts a site into a folder so that whoever reads it meanwhile never meets a torn file.
//!
//! Everything is rendered before anything is changed. Then whole files are renamed into place: additions,
//! changes, and at last removals of files that an earlier build of ours has made. Killed at any moment, it
//! leaves only whole files, and the next build makes the exact tree. It must not know what the files mean.

mod failure;
mod guard;
mod manifest;
mod past;
mod stage;
mod totals;
mod unchanged;

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File, TryLockError};
use std::io;
use std::path::Path;

use crate::model::{LIST, SitePath};
use crate::render::Site;
use crate::source::Sources;

pub use failure::Failure;
pub use totals::Totals;

use failure::disk;
use manifest::{Manifest, OWN};
use stage::{Change, Staged};

/// Puts `site`, which is made of `sources`, into the folder `output`, which belongs to the project at `project`.
/// `progress` is told after each file how many of how many are rendered: nothing, when all are known to be there.
///
/// # Errors
/// When the folder is refused, a page cannot be rendered, or the disk fails. In the first two cases the
/// folder is as it was; in the third every file in it is whole.
pub fn publish(
    site: &Site,
    sources: &Sources,
    project: &Path,
    output: &Path,
    progress: &(dyn Fn(usize, usize) + Sync),
) -> Result<Totals, Failure> {
    let output = guard::guard(project, output)?;
    let own = output.join(OWN);
    guard::refuse_links(&output, [OWN, ".twohats/lock", ".twohats/staging"])?;
    make_folder(&own)?;
    let _lock = lock(&own.join("lock"), &output)?;
    let before = Manifest::read(&own).unwrap_or_default();
    let staging = own.join("staging");
    remove_folder(&staging)?;
    guard::refuse_links(&output, folders_of(before.paths()))?;
    let made_of = unchanged::made_of(site, sources);
    if let Some(totals) = unchanged::unchanged(&before, &made_of, &output) {
        return Ok(totals);
    }
    make_folder(&staging)?;
    let done = stage::stage(site, &output, &staging, progress)
        .and_then(|staged| put_in_place(&staged, &before, made_of, (&output, &own)));
    let cleared = remove_folder(&staging);
    let totals = done?;
    cleared?;
    Ok(totals)
}

/// The list of template ids that the last build wrote into this folder, when it was one of ours.
#[must_use]
pub fn published_ids(output: &Path) -> Option<String> {
    let manifest = Manifest::read(&output.join(OWN))?;
    manifest.has(&LIST).then(|| fs::read_to_string(output.join(LIST.as_str())).ok())?
}

fn put_in_place(
    staged: &BTreeMap<SitePath, Staged>,
    before: &Manifest,
    made_of: String,
    (output, own): (&Path, &Path),
) -> Result<Totals, Failure> {
    for (path, file) in staged {
        if !before.has(path) && file.change == Change::Differs {
            let why = format!(
                "it holds a file `{path}` that Twohats did not make; move it away, or into `content/`"
            );
            return Err(Failure::Refused { output: output.to_owned(), why });
        }
    }
    guard::refuse_links(output, folders_of(staged.keys()))?;
    let gone: Vec<&SitePath> = before.paths().filter(|path| !staged.contains_key(*path)).collect();
    let after = Manifest::of(staged.iter().map(|(path, file)| (path.clone(), file.hash.clone())));
    let after = after.with_past(before, &gone);
    let gone: Vec<&SitePath> = gone.into_iter().filter(|path| !after.has(path)).collect();
    // Until all is in place the manifest lists both, so that no file of ours is ever taken for foreign.
    let both = before.and(&after);
    if both != *before {
        both.write(own)?;
    }
    let mut totals = Totals { files: staged.len(), ..Totals::default() };
    clear_the_way(&gone, staged, output)?;
    let absent = staged.iter().filter(|(_, file)| file.change == Change::Absent);
    for folder in folders_of(absent.map(|(path, _)| path)) {
        make_folder(&output.join(folder))?;
    }
    for wanted in [Change::Absent, Change::Differs] {
        for (path, file) in staged.iter().filter(|(_, file)| file.change == wanted) {
            let target = output.join(path.as_str());
            fs::rename(&file.beside, &target).map_err(|cause| disk(&target, cause))?;
            *(if wanted == Change::Absent { &mut totals.added } else { &mut totals.changed }) += 1;
        }
    }
    for path in gone {
        totals.removed += usize::from(remove_file(&output.join(path.as_str()))?);
        remove_empty_folders(output, path);
    }
    after.made_of(made_of).write(own)?;
    totals.bytes = staged.values().map(|file| file.size).sum();
    Ok(totals)
}

/// Files of ours that are gone may stand where a folder must be now, or in a folder where a file must be.
fn clear_the_way(
    gone: &[&SitePath],
    staged: &BTreeMap<SitePath, Staged>,
    output: &Path,
) -> Result<(), Failure> {
    for path in gone {
        let next = staged.range(path.first_inside()..).next();
        let is_folder = next.is_some_and(|(next, _)| next.is_in(path.as_str()));
        if is_folder || path.folders().any(|folder| staged.contains_key(folder)) {
            remove_file(&output.join(path.as_str()))?;
            remove_empty_folders(output, path);
        }
    }
    Ok(())
}

/// The folders that paths of the site are in.
fn folders_of<'p>(paths: impl Iterator<Item = &'p SitePath>) -> BTreeSet<&'p str> {
    paths.map(SitePath::folder).filter(|folder| !folder.is_empty()).collect()
}

fn lock(path: &Path, output: &Path) -> Result<File, Failure> {
    let options = File::options().create(true).write(true).truncate(false).open(path);
    let file = options.map_err(|cause| disk(path, cause))?;
    match file.try_lock() {
        // Some network folders know no locks; one careful owner is enough there.
        Ok(()) | Err(TryLockError::Error(_)) => Ok(file),
        Err(TryLockError::WouldBlock) => {
            let why = "another build is writing to it; try again when it is done".to_owned();
            Err(Failure::Refused { output: output.to_owned(), why })
        }
    }
}

fn make_folder(path: &Path) -> Result<(), Failure> {
    fs::create_dir_all(path).map_err(|cause| disk(path, cause))
}

fn remove_folder(path: &Path) -> Result<(), Failure> {
    match fs::remove_dir_all(path) {
        Err(cause) if cause.kind() != io::ErrorKind::NotFound => Err(disk(path, cause)),
        _ => Ok(()),
    }
}

/// Whether there was a file to remove.
fn remove_file(path: &Path) -> Result<bool, Failure> {
    match fs::remove_file(path) {
        Ok(()) => Ok(true),
        Err(cause)
            if matches!(
                cause.kind(),
                io::ErrorKind::NotFound
                    | io::ErrorKind::NotADirectory
                    | io::ErrorKind::IsADirectory
            ) =>
        {
            Ok(false)
        }
        Err(cause) => Err(disk(path, cause)),
    }
}

/// Removes the folders above a path as far as they are empty now.
fn remove_empty_folders(output: &Path, path: &SitePath) {
    for folder in path.folders() {
        if fs::remove_dir(output.join(folder)).is_err() {
            return;
        }
    }
}
