//! The way out: puts a site into a folder so that whoever reads it meanwhile never meets a torn file.
//!
//! Everything is rendered before anything is changed. Then whole files are renamed into place: additions,
//! changes, and at last removals of files that an earlier build of ours has made. When a step fails, those before it are
//! taken back. Killed at any moment, it leaves only whole files, and the next build makes the exact tree. It must not know
//! what the files mean.

mod carried;
mod disk;
mod drawn;
mod failure;
mod finished;
mod guard;
mod joined;
mod manifest;
mod mounts;
mod owner;
mod past;
mod place;
mod settled;
mod stage;
mod swap;
mod totals;
mod unchanged;
mod way;
mod whole;

use std::fs;
use std::path::Path;

use crate::model::{Book, LIST};
use crate::render::{Share, Site};
use crate::source::Sources;

pub use failure::Failure;
pub use finished::{Found, finished, hash_while};
pub use joined::Shares;
pub use manifest::{Manifest, Unread};
pub use place::manifest_at;
pub use settled::{Basis, Settled};
pub use totals::Totals;

use drawn::Drawn;
use owner::Owner;
use place::{OWN, Place};
use whole::Whole;

/// Puts `site`, which is made of `sources`, into the folder `output`, which belongs to the project at `project`; or a `share` of
/// it. That it is there is kept under `basis` for the next build. `progress` is told after each file how many of how many are
/// rendered: nothing, when all are known to be there.
///
/// # Errors
/// When the folder is refused, a page cannot be rendered, or the disk fails. The folder is as it was.
pub fn publish(
    (site, share): (&Site, Option<Share>),
    sources: &Sources,
    basis: Option<&Basis>,
    (project, output): (&Path, &Path),
    progress: &(dyn Fn(usize, usize) + Sync),
) -> Result<Totals, Failure> {
    let whole = Whole {
        book: &site.plan().playbook().book,
        paths: &site.paths_of(share),
        made_of: unchanged::made_of(site, sources),
        share,
        is_staging: site.plan().is_staging(),
        basis,
    };
    // What is kept is kept for the usual build alone, and good for any.
    let drawn = Drawn::read(project);
    whole.put(project, output, |output, staging| {
        let staged = stage::stage(site, whole.paths, &drawn, (output, staging), progress)?;
        if basis.is_some() {
            drawn.keep(stage::pictures(&staged), project);
        }
        Ok(staged)
    })
}

/// The list of what a build of this book wrote into a folder, wherever it is kept.
///
/// # Errors
/// When it cannot be read.
pub fn manifest_of(book: &Book, project: &Path, output: &Path) -> Result<Option<Manifest>, Unread> {
    let real = output.canonicalize().ok().zip(project.canonicalize().ok());
    real.map_or(Ok(None), |(output, project)| Place::of(book, None, &project, &output).read())
}

/// Where the list of a published site is, from its root.
#[must_use]
pub fn manifest_address() -> String {
    format!("{OWN}/{}", manifest::NAME)
}

/// The list of template ids that the last build of this book wrote into this folder.
#[must_use]
pub fn published_ids(book: &Book, project: &Path, output: &Path) -> Option<String> {
    let (real, project) = output.canonicalize().ok().zip(project.canonicalize().ok())?;
    let manifest = Place::of(book, None, &project, &real).read().ok().flatten()?;
    let owner = Owner::new(book, &project, &real);
    owner.refuse_other(manifest.owner.as_ref(), output).ok()?;
    manifest.has(&LIST).then(|| fs::read_to_string(output.join(LIST.as_str())).ok())?
}
