//! The list of the files that are ours, kept in the output folder with the hash of each.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::model::SitePath;

use super::failure::{Failure, disk};
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
    files: BTreeMap<SitePath, String>,
    /// Files that the site had before and that stay for a while.
    #[serde(default, skip_serializing_if = "Past::is_empty")]
    past: Past,
}

impl Manifest {
    pub(super) fn of(files: impl IntoIterator<Item = (SitePath, String)>) -> Self {
        Self { made_of: None, files: files.into_iter().collect(), past: Past::default() }
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
        Self { past, ..self }
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
        fs::write(&beside, text).map_err(|cause| disk(&beside, cause))?;
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

    /// The files of both.
    pub(super) fn and(&self, other: &Self) -> Self {
        let files = self.files.iter().chain(&other.files);
        let both = Self::of(files.map(|(path, hash)| (path.clone(), hash.clone())));
        Self { past: self.past.clone(), ..both }
    }
}
