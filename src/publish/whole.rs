//! What is to be in the output folder comes there: whole files are renamed into place, and each step can be taken back.

use std::collections::BTreeSet;
use std::fs::{File, TryLockError};
use std::path::Path;

use crate::model::{Book, SitePath};
use crate::render::Share;

use super::disk::{flush_files, flush_names, folders_of, hash_of, make_folder, remove_folder};
use super::failure::{Failure, disk};
use super::manifest::{Manifest, Unread, Written};
use super::mounts::refuse_mounts;
use super::owner::Owner;
use super::place::{OWN, Place};
use super::settled::Basis;
use super::stage::{AllStaged, Change};
use super::swap::Swap;
use super::totals::Totals;
use super::unchanged::as_listed;
use super::{finished, guard};

/// What is to be in the output folder.
pub(super) struct Whole<'a> {
    pub book: &'a Book,
    pub paths: &'a [SitePath],
    pub made_of: String,
    pub share: Option<Share>,
    /// Whether it is a copy for review.
    pub is_staging: bool,
    /// Under what it is kept that this is done.
    pub basis: Option<&'a Basis>,
}

impl Whole<'_> {
    /// Puts it there. `stage` lays the files that differ from those in the output into another folder.
    pub(super) fn put(
        &self,
        project: &Path,
        asked: &Path,
        stage: impl FnOnce(&Path, &Path) -> Result<AllStaged, Failure>,
    ) -> Result<Totals, Failure> {
        let &Self { book, paths, share, .. } = self;
        let output = guard::guard(project, asked)?;
        guard::refuse_links(&output, [OWN, ".twohats/lock", ".twohats/staging"])?;
        let real = project.canonicalize().map_err(|cause| disk(project, cause))?;
        let place = Place::of(book, share, &real, &output);
        let is_unknown = !output.join(OWN).is_dir() && guard::is_filled(&output)?;
        // A folder that no list knows may be ours all the same: what is in it decides.
        let is_lost = is_unknown && !matches!(place.read(), Ok(Some(_)));
        if is_lost {
            refuse_other_names(paths, &output)?;
        }
        place.make()?;
        let _lock = lock(&place.own.join("lock"), &output)?;
        let (before, unread) = match place.read() {
            Ok(before) => (before.unwrap_or_default(), None),
            Err(unread @ Unread::Damaged(_)) => (Manifest::default(), Some(unread)),
            Err(unread @ Unread::Later(_)) => {
                let why = format!("the list of what is in it {unread}; build with that one");
                return Err(Failure::Refused { output, why });
            }
        };
        let owner = Owner::new(book, &real, &output);
        owner.refuse_other(before.owner.as_ref(), &output)?;
        let staging = place.staging();
        remove_folder(&staging)?;
        guard::refuse_links(&output, folders_of(before.paths()))?;
        let new = paths.iter().filter(|path| !before.has(path));
        let all = before.paths().chain(new).map(SitePath::as_str);
        refuse_mounts(&output, all.chain([OWN]))?;
        if place.is_there()
            && before.is_made_of(&self.made_of, share)
            && let Some(totals) = as_listed(&before, &output)
        {
            place.tidy()?;
            self.keep(asked, &output, &place);
            return Ok(totals);
        }
        make_folder(&staging)?;
        let done = stage(&output, &staging).and_then(|mut staged| {
            let files = staged.iter_mut().map(|(path, file)| {
                let hash = std::mem::take(&mut file.hash);
                (path.clone(), Written { hash, size: file.size })
            });
            let after = Manifest::of(owner, files)
                .made_of(self.made_of.clone(), share, self.is_staging)
                .framed_by(book.frames.clone());
            let kept =
                staged.iter().any(|(path, file)| file.change == Change::Same && !before.has(path));
            let totals = put_in_place(&staged, (&before, after), (&output, &place))?;
            Ok(Totals { adopted: kept, unread: unread.clone(), ..totals })
        });
        // All is in place, or as it was: what is left of this the next build takes away before it begins.
        let _ = if is_lost && done.is_err() { place.clear() } else { place.tidy() };
        if done.is_ok() {
            self.keep(asked, &output, &place);
        }
        done.map_err(|failure| match (failure, unread) {
            (Failure::Refused { output, why }, Some(unread)) => {
                let why = format!("{why} (the list of what Twohats made {unread})");
                Failure::Refused { output, why }
            }
            (failure, _) => failure,
        })
    }
    fn keep(&self, asked: &Path, output: &Path, place: &Place) {
        if let Some(basis) = self.basis {
            basis.keep(asked, output, &place.list());
        }
    }
}

/// Refuses a folder that has files of which the site has none of that name.
fn refuse_other_names(paths: &[SitePath], output: &Path) -> Result<(), Failure> {
    let ours: BTreeSet<&str> = paths.iter().map(SitePath::as_str).collect();
    let names = finished::names(output).map_err(|cause| disk(output, cause))?;
    if names.iter().all(|(name, _)| ours.contains(name.as_str())) {
        return Ok(());
    }
    let why = "it holds files that Twohats did not make; empty it, or name another folder";
    Err(Failure::Refused { output: output.to_owned(), why: why.to_owned() })
}

fn put_in_place(
    staged: &AllStaged,
    (before, after): (&Manifest, Manifest),
    (output, place): (&Path, &Place),
) -> Result<Totals, Failure> {
    refuse_foreign(staged, before, output)?;
    guard::refuse_links(output, folders_of(staged.keys()))?;
    let gone: Vec<&SitePath> = before.paths().filter(|path| !staged.contains_key(*path)).collect();
    let after = after.with_past(before, &gone);
    let is_there = |path: &SitePath| output.join(path.as_str()).symlink_metadata().is_ok();
    let gone = gone.into_iter().filter(|path| !after.has(path) && is_there(path));
    let (mut ours, mut left) = (Vec::new(), Vec::new());
    for path in gone {
        if is_ours(path, before, output)? { &mut ours } else { &mut left }.push(path);
    }
    // Until all is in place the manifest lists both, so that no file of ours is ever taken for foreign.
    let both = before.and(&after);
    if both != *before {
        both.write(&place.own)?;
    }
    drop(both);
    flush_files(output)?;
    let mut swap = Swap::new(output, place.staging().join("kept"))?;
    let done = swap_in(&mut swap, staged, &ours).and_then(|totals| {
        flush_names(swap.touched())?;
        after.write(&place.own)?;
        Ok(totals)
    });
    match done {
        Ok(totals) => {
            let left = left.into_iter().cloned().collect();
            Ok(Totals { left, ..totals })
        }
        Err(failure) => match swap.take_back() {
            Ok(()) => Err(failure),
            Err(other) => Err(failure.and(&other)),
        },
    }
}

/// Refuses to write over what is not as Twohats has written it.
fn refuse_foreign(staged: &AllStaged, before: &Manifest, output: &Path) -> Result<(), Failure> {
    let mut foreign = Vec::new();
    for (path, _) in staged.iter().filter(|(_, file)| file.change == Change::Differs) {
        if !is_ours(path, before, output)? {
            foreign.push(path);
        }
    }
    let Some((first, more)) = foreign.split_first() else { return Ok(()) };
    let what = if before.has(first) {
        format!("`{first}` in it was changed since Twohats wrote it")
    } else {
        format!("it holds a file `{first}` that Twohats did not make")
    };
    let more = match more.len() {
        0 => String::new(),
        count => format!(", and {count} more like it"),
    };
    let why = format!("{what}{more}; move it away or remove it, and build again");
    Err(Failure::Refused { output: output.to_owned(), why })
}

/// Whether a file is as an earlier build of ours has written it.
fn is_ours(path: &SitePath, before: &Manifest, output: &Path) -> Result<bool, Failure> {
    let hash = hash_of(&output.join(path.as_str()))?;
    Ok(hash.is_some_and(|hash| before.knows(path, &hash)))
}

/// Puts the files that were staged in place, and takes away those that are gone.
fn swap_in(swap: &mut Swap<'_>, staged: &AllStaged, gone: &[&SitePath]) -> Result<Totals, Failure> {
    let mut totals = Totals { files: staged.len(), ..Totals::default() };
    // Files of ours that are gone may stand where a folder must be now, or in a folder where a file must be.
    let (in_the_way, gone): (Vec<&SitePath>, Vec<_>) =
        gone.iter().partition(|path| is_in_the_way(path, staged));
    for path in in_the_way {
        totals.removed += usize::from(swap.remove(path.as_str())?);
    }
    let with = |change| staged.iter().filter(move |(_, file)| file.change == change);
    for folder in folders_of(with(Change::Absent).map(|(path, _)| path)) {
        swap.folder(folder)?;
    }
    for (path, file) in with(Change::Absent) {
        swap.add(&file.beside, path.as_str())?;
        totals.added += 1;
    }
    for (path, file) in with(Change::Differs) {
        swap.replace(&file.beside, path.as_str())?;
        totals.changed += 1;
    }
    // What is new is kept by the disk before what was there goes.
    if !gone.is_empty() {
        flush_names(swap.touched())?;
    }
    for path in gone {
        totals.removed += usize::from(swap.remove(path.as_str())?);
    }
    totals.bytes = staged.values().map(|file| file.size).sum();
    Ok(totals)
}

fn is_in_the_way(path: &SitePath, staged: &AllStaged) -> bool {
    let next = staged.range(path.first_inside()..).next();
    let is_folder = next.is_some_and(|(next, _)| next.is_in(path.as_str()));
    is_folder || path.folders().any(|folder| staged.contains_key(folder))
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
