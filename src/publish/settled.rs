//! What is kept of a build, so that the next one need not even read: when no file of the project has changed since, nor any of the
//! site, all is as it was then, and there is the same to say.
//!
//! It lies in the project's own folder and speaks of this machine alone. Where it is missing or does not fit, a build does all of its
//! work, and nothing else follows.

use std::fs;
use std::path::{Path, PathBuf};

use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use crate::edit::{keep_note, kept_note};
use crate::model::Book;
use crate::render::Share;
use crate::source::{Listing, Stamp};

use super::disk::folders_of;
use super::manifest::Manifest;
use super::place::Place;
use super::totals::Totals;
use super::unchanged::{PROGRAM, as_listed};

/// All that a build is made from, known without reading it: the program, what it was told, and the stamps of what it would read.
pub struct Basis {
    project: PathBuf,
    /// The name of what is kept of it: builds into several folders are apart.
    name: String,
    /// `None` where something may change without a sign.
    hash: Option<String>,
}

/// A site that is as a build would make it.
pub struct Settled {
    /// What the build has to tell of it.
    pub totals: Totals,
    /// Where it is, as it was asked for.
    pub output: PathBuf,
    /// What the build had to say, in each style.
    pub said: Vec<String>,
}

/// What is kept.
#[derive(Serialize, Deserialize)]
struct Kept {
    basis: Option<String>,
    /// The output folder as it was asked for, where that really is, and the list of its files.
    asked: PathBuf,
    output: PathBuf,
    list: PathBuf,
    /// The stamps of all of them, where they can be trusted.
    site: Option<String>,
    /// What the build had to say, in each style.
    said: Vec<String>,
}

impl Kept {
    fn settled(self, totals: Totals) -> Settled {
        Settled { totals, output: self.asked, said: self.said }
    }
}

impl Basis {
    /// `told` is whatever the build was told besides what stands in the project.
    #[must_use]
    pub fn of(project: &Path, told: &str, listing: &Listing<'_>) -> Self {
        let hash = |text: &str| blake3::hash(text.as_bytes()).to_hex().to_string();
        let name = format!("built-{}.json", &hash(told)[..8]);
        let listed = listing.text();
        let hash = listed.map(|listed| hash(&format!("{PROGRAM}\n{told}\n{listed}")));
        Self { project: project.to_owned(), name, hash }
    }

    /// What the last build has made of just this, if all of it is as it was.
    #[must_use]
    pub fn settled(&self) -> Option<Settled> {
        let kept = self.kept()?;
        if kept.basis.is_none()
            || kept.basis != self.hash
            || kept.asked.canonicalize().ok()? != kept.output
        {
            return None;
        }
        let manifest = Manifest::read(&kept.list).ok()??;
        if kept.site.is_some() {
            let is_same = stamps(&manifest, &kept.output, &kept.list, None) == kept.site;
            return is_same.then(|| kept.settled(Totals::unchanged(&manifest)));
        }
        // Files that were written a moment before that build ended are read once more.
        let totals = as_listed(&manifest, &kept.output)?;
        self.note(&kept.asked, &kept.list, kept.said.clone());
        Some(kept.settled(totals))
    }

    /// Whether every file in this list stands in the output folder as it was after the last build into it, so that what the list
    /// says of it need not be read from the disk.
    pub(super) fn is_as_listed(&self, manifest: &Manifest, output: &Path) -> bool {
        let Some(kept) = self.kept() else { return false };
        let stamps = || stamps(manifest, output, &kept.list, None);
        kept.output == output && kept.site.is_some() && kept.site == stamps()
    }

    fn kept(&self) -> Option<Kept> {
        serde_json::from_str(&kept_note(&self.project, &self.name)?).ok()
    }

    /// Keeps what a build of `book` into `asked` had to say.
    pub fn keep(&self, book: &Book, share: Option<Share>, asked: &Path, said: Vec<String>) {
        let real = self.project.canonicalize().ok().zip(asked.canonicalize().ok());
        let Some((project, output)) = real else { return };
        self.note(asked, &Place::of(book, share, &project, &output).list(), said);
    }

    fn note(&self, asked: &Path, list: &Path, said: Vec<String>) {
        let Ok(output) = asked.canonicalize() else { return };
        let Ok(Some(manifest)) = Manifest::read(list) else { return };
        let (basis, asked, list) = (self.hash.clone(), asked.to_owned(), list.to_owned());
        let mut kept = Kept { basis, asked, output, list, site: None, said };
        // What was written just now tells what time it is by the disk's own clock.
        let Some(now) = self.write(&kept) else { return };
        kept.site = stamps(&manifest, &kept.output, &kept.list, Some(now));
        if kept.site.is_some() {
            self.write(&kept);
        }
    }

    /// Where it cannot be kept, the next build takes longer.
    fn write(&self, kept: &Kept) -> Option<Stamp> {
        let text = serde_json::to_string(kept).ok()?;
        let path = keep_note(&self.project, &self.name, &text).ok()?;
        path.metadata().ok().map(|written| Stamp::of(&written))
    }
}

/// A hash of the stamps of all files of the site and of their list. `None` where one is not there or in a folder that is not, and where
/// one is not settled `now`.
fn stamps(manifest: &Manifest, output: &Path, list: &Path, now: Option<Stamp>) -> Option<String> {
    let folders = folders_of(manifest.files().map(|(path, _)| path));
    let mut all = folders.into_iter().flat_map(|folder| Path::new(folder).ancestors());
    if !all.all(|folder| is_folder(&output.join(folder))) {
        return None;
    }
    let stamp = |path: &Path| {
        let metadata = path.symlink_metadata().ok().filter(fs::Metadata::is_file)?;
        let stamp = Stamp::of(&metadata);
        if now.is_some_and(|now| !stamp.is_settled(&now)) { None } else { stamp.text() }
    };
    let files: Vec<_> = manifest.files().map(|(path, _)| path).collect();
    let files = files.par_iter().map(|path| stamp(&output.join(path.as_str())));
    let files: Vec<String> = files.collect::<Option<_>>()?;
    let all = format!("{}\n{}", stamp(list)?, files.join("\n"));
    Some(blake3::hash(all.as_bytes()).to_hex().to_string())
}

fn is_folder(path: &Path) -> bool {
    path.symlink_metadata().is_ok_and(|there| there.is_dir())
}
