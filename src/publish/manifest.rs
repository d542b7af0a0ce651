//! The list of the files that are ours, kept in the output folder with the hash of each.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::io::Write;
use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::model::SitePath;

use super::failure::{Failure, disk};
use super::owner::Owner;
use super::past::Past;

/// The folder in the output that is ours: manifest, lock and what is not in place yet.
pub(super) const OWN: &str = ".twohats";

const NAME: &str = "manifest.json";

/// Paths with `/`, each with the BLAKE3 hash of its bytes in hexadecimal.
#[derive(Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Manifest {
    /// What they were made of, when all of them are in place.
    #[serde(default)]
    made_of: Option<String>,
    /// The book whose site it is.
    #[serde(default)]
    pub owner: Option<Owner>,
    files: BTreeMap<SitePath, String>,
    /// What files of ours may have besides: those that were there before while a build puts its own in their place, and
    /// those that stay for a while.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    besides: BTreeMap<SitePath, BTreeSet<String>>,
    /// Files that the site had before and that stay for a while.
    #[serde(default, skip_serializing_if = "Past::is_empty")]
    past: Past,
}

impl Manifest {
    pub(super) fn of(owner: Owner, files: impl Iterator<Item = (SitePath, String)>) -> Self {
        Self { owner: Some(owner), files: files.collect(), ..Self::default() }
    }

    /// The same, all of it in place.
    pub(super) fn made_of(self, made_of: String) -> Self {
        Self { made_of: Some(made_of), ..self }
    }

    pub(super) fn is_made_of(&self, made_of: &str) -> bool {
        self.made_of.as_deref() == Some(made_of)
    }

    /// The same with those files of an earlier build that stay, of those that are gone.
    pub(super) fn with_past(self, before: &Self, gone: &[&SitePath]) -> Self {
        let were_there: Vec<&SitePath> =
            gone.iter().copied().filter(|path| before.files.contains_key(*path)).collect();
        let past = before.past.after(&were_there, |path| self.files.contains_key(path));
        let hashes = past.paths().map(|path| (path.clone(), before.hashes(path)));
        let besides = hashes.filter(|(_, hashes)| !hashes.is_empty()).collect();
        Self { besides, past, ..self }
    }

    /// The manifest in our folder, when there is one that can be read.
    pub(super) fn read(own: &Path) -> Option<Self> {
        let text = fs::read_to_string(own.join(NAME)).ok()?;
        // It cannot be read when a path leads out of the folder: that is not one that we wrote.
        serde_json::from_str(&text).ok()
    }

    /// Writes it beside, then renames it over: it is never half there.
    pub(super) fn write(&self, own: &Path) -> Result<(), Failure> {
        let mut text = serde_json::to_string_pretty(self).expect("strings always serialise");
        text.push('\n');
        let (beside, target) = (own.join("manifest.new"), own.join(NAME));
        let written = File::create(&beside).and_then(|mut file| {
            file.write_all(text.as_bytes())?;
            file.sync_all()
        });
        written.map_err(|cause| disk(&beside, cause))?;
        fs::rename(&beside, &target).map_err(|cause| disk(&target, cause))
    }

    pub(super) fn has(&self, path: &SitePath) -> bool {
        self.files.contains_key(path) || self.past.has(path)
    }

    /// The paths, each with its hash.
    pub(super) fn files(&self) -> impl Iterator<Item = (&SitePath, &str)> {
        self.files.iter().map(|(path, hash)| (path, hash.as_str()))
    }

    pub(super) fn paths(&self) -> impl Iterator<Item = &SitePath> {
        self.files.keys().chain(self.past.paths())
    }

    /// Whether a file of ours may have this hash. Of what stays for a while an earlier version noted none.
    pub(super) fn knows(&self, path: &SitePath, hash: &str) -> bool {
        let hashes = self.hashes(path);
        hashes.contains(hash) || (hashes.is_empty() && self.past.has(path))
    }

    fn hashes(&self, path: &SitePath) -> BTreeSet<String> {
        let mut hashes = self.besides.get(path).cloned().unwrap_or_default();
        hashes.extend(self.files.get(path).cloned());
        hashes
    }

    /// The files of both, with all that each may have meanwhile.
    pub(super) fn and(&self, other: &Self) -> Self {
        let paths = || self.paths().chain(other.paths());
        let hashes = paths().map(|path| {
            let hashes = self.hashes(path).into_iter().chain(other.hashes(path)).collect();
            (path.clone(), hashes)
        });
        let besides: BTreeMap<SitePath, BTreeSet<String>> = hashes.collect();
        let files = self.files.iter().chain(&other.files);
        let files = files.map(|(path, hash)| (path.clone(), hash.clone())).collect();
        let (owner, past) = (other.owner.clone(), self.past.clone());
        Self { made_of: None, owner, files, besides, past }
    }
}
