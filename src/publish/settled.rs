//! What is kept of a build, so that the next one need not even read: when no file of the project has changed since, nor any of the
//! site, all is as it was then, and there is the same to say.
//!
//! It lies in the project's own folder and speaks of this machine alone. Where it is missing or does not fit, a build does all of its
//! work, and nothing else follows.

use std::fs;
use std::path::{Path, PathBuf};

use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use crate::edit::{OWN_FOLDER, keep_note, kept_note};
use crate::source::{Listing, Stamp};

use super::disk::folders_of;
use super::manifest::Manifest;
use super::totals::Totals;
use super::unchanged::{PROGRAM, as_listed};

/// How the name of what is kept begins, and how it ends.
const NAME: (&str, &str) = ("built-", ".json");

/// All that a build is made from, known without reading it: the program, what it was told, and the stamps of what it would read.
pub struct Basis {
    project: PathBuf,
    /// The name of what is kept of it: builds into several folders are apart.
    name: String,
    /// `None` where something may change without a sign.
    hash: Option<String>,
    said: Vec<String>,
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
    basis: String,
    /// The output folder as it was asked for, where that really is, and the list of its files, with a hash of that list: another
    /// build into the same folder has another one.
    asked: PathBuf,
    output: PathBuf,
    list: PathBuf,
    list_hash: String,
    /// The stamps of all of them, once they were found to be as they are listed and can be trusted.
    site: Option<String>,
    /// What the build had to say, in each style.
    said: Vec<String>,
}

impl Basis {
    /// `told` is whatever the build was told besides what stands in the project.
    #[must_use]
    pub fn of(project: &Path, told: &str, listing: &Listing<'_>) -> Self {
        let name = format!("{}{}{}", NAME.0, &hash_of(told.as_bytes())[..8], NAME.1);
        let listed = listing.text();
        let hash = listed.map(|listed| hash_of(format!("{PROGRAM}\n{told}\n{listed}").as_bytes()));
        Self { project: project.to_owned(), name, hash, said: Vec::new() }
    }

    /// The same, of a build that has this to say, in each style.
    #[must_use]
    pub fn with_words(self, said: Vec<String>) -> Self {
        Self { said, ..self }
    }

    /// What the last build has made of just this, if all of it is as it was.
    #[must_use]
    pub fn settled(&self) -> Option<Settled> {
        let mut kept: Kept = serde_json::from_str(&kept_note(&self.project, &self.name)?).ok()?;
        if Some(&kept.basis) != self.hash.as_ref() || kept.asked.canonicalize().ok()? != kept.output
        {
            return None;
        }
        let manifest = Manifest::read(&kept.list).ok()??;
        let stamps = |now| stamps(&manifest, &kept.output, &kept.list, now);
        // The stamps come first, so that nothing that is written meanwhile is taken for what is listed.
        let before = stamps(None)?;
        if hash_of(&fs::read(&kept.list).ok()?) != kept.list_hash {
            return None;
        }
        match &kept.site {
            Some(site) if *site != before => return None,
            Some(_) => {}
            None => {
                as_listed(&manifest, &kept.output)?;
                // What was written just now tells what time it is by the disk's own clock.
                let now = self.write(&kept);
                let site = now.and_then(|now| stamps(Some(now))).filter(|after| *after == before);
                if site.is_some() {
                    kept.site = site;
                    self.write(&kept);
                }
            }
        }
        let totals = Totals::unchanged(&manifest);
        Some(Settled { totals, output: kept.asked, said: kept.said })
    }

    /// Keeps that the site is in `output`, asked for as `asked`, and that this list has its files. Nobody else may write there
    /// meanwhile.
    pub(super) fn keep(&self, asked: &Path, output: &Path, list: &Path) {
        let (Some(basis), Ok(text)) = (self.hash.clone(), fs::read(list)) else { return };
        self.forget();
        self.write(&Kept {
            basis,
            asked: asked.to_owned(),
            output: output.to_owned(),
            list: list.to_owned(),
            list_hash: hash_of(&text),
            site: None,
            said: self.said.clone(),
        });
    }

    /// Where it cannot be kept, the next build takes longer.
    fn write(&self, kept: &Kept) -> Option<Stamp> {
        let text = serde_json::to_string(kept).ok()?;
        let path = keep_note(&self.project, &self.name, &text).ok()?;
        path.metadata().ok().map(|written| Stamp::of(&written))
    }

    /// Takes away what was kept of folders that are gone.
    fn forget(&self) {
        let own = fs::read_dir(self.project.join(OWN_FOLDER)).into_iter().flatten().flatten();
        for entry in own {
            let name = entry.file_name().to_string_lossy().into_owned();
            let is_kept = name.starts_with(NAME.0) && name.ends_with(NAME.1);
            let kept = is_kept.then(|| fs::read(entry.path()).ok()).flatten();
            let kept = kept.and_then(|text| serde_json::from_slice::<Kept>(&text).ok());
            if is_kept && kept.is_none_or(|kept| !kept.output.is_dir()) {
                let _ = fs::remove_file(entry.path());
            }
        }
    }
}

fn hash_of(bytes: &[u8]) -> String {
    blake3::hash(bytes).to_hex().to_string()
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
