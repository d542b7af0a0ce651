//! The list of the files that are ours, each with the hash of its bytes. It must not know where it is kept.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::{fmt, path::Path};

use serde::{Deserialize, Serialize};

use crate::model::SitePath;
use crate::render::Share;

use super::failure::{Failure, disk};
use super::owner::Owner;
use super::past::Past;

/// The name of its file.
pub(super) const NAME: &str = "manifest.json";

/// What the list says that it is.
const FORMAT: &str = "twohats-manifest";

/// Which form of the list this program writes. The first had no number, and no sizes.
const VERSION: u32 = 2;

/// Paths with `/`, each with the BLAKE3 hash of its bytes in hexadecimal. What it does not know is left alone, so that later
/// programs can say more in the same form.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    #[serde(default = "of_the_first")]
    format: String,
    #[serde(default = "the_first")]
    version: u32,
    /// What they were made of, when all of them are in place.
    #[serde(default)]
    made_of: Option<String>,
    /// Which share of the site they are, where they are not all of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) share: Option<Share>,
    /// Whether they are a copy for review.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub(super) is_staging: bool,
    /// Other sites that may show its pages in a frame, a space between.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    frames: Option<String>,
    /// The book whose site it is.
    #[serde(default)]
    pub(super) owner: Option<Owner>,
    files: BTreeMap<SitePath, String>,
    /// How long each of them is.
    #[serde(default)]
    sizes: BTreeMap<SitePath, u64>,
    /// What files of ours may have besides: those that were there before while a build puts its own in their place, and
    /// those that stay for a while.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    besides: BTreeMap<SitePath, Vec<String>>,
    /// Files that the site had before and that stay for a while.
    #[serde(default, skip_serializing_if = "Past::is_empty")]
    past: Past,
}

/// Why a list cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unread {
    /// It is not as Twohats has written it.
    Damaged(String),
    /// It is of a form that only later programs know.
    Later(u32),
}

impl fmt::Display for Unread {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Damaged(why) => write!(f, "is damaged: {why}"),
            Self::Later(version) => write!(
                f,
                "has form {version}, of a later Twohats: this one reads forms up to {VERSION}"
            ),
        }
    }
}

/// A file of ours, as it was written.
pub(super) struct Written {
    pub hash: String,
    pub size: u64,
}

fn of_the_first() -> String {
    FORMAT.to_owned()
}

fn the_first() -> u32 {
    1
}

impl Default for Manifest {
    fn default() -> Self {
        Self {
            format: FORMAT.to_owned(),
            version: VERSION,
            made_of: None,
            share: None,
            is_staging: false,
            frames: None,
            owner: None,
            files: BTreeMap::new(),
            sizes: BTreeMap::new(),
            besides: BTreeMap::new(),
            past: Past::default(),
        }
    }
}

impl Manifest {
    pub(super) fn of(owner: Owner, written: impl Iterator<Item = (SitePath, Written)>) -> Self {
        let mut manifest = Self { owner: Some(owner), ..Self::default() };
        for (path, Written { hash, size }) in written {
            manifest.sizes.insert(path.clone(), size);
            manifest.files.insert(path, hash);
        }
        manifest
    }

    /// The list that a text is.
    ///
    /// # Errors
    /// When it is none, or one of a later form.
    pub fn parse(text: &str) -> Result<Self, Unread> {
        #[derive(Deserialize)]
        struct Form {
            #[serde(default = "of_the_first")]
            format: String,
            #[serde(default = "the_first")]
            version: u32,
        }
        let damaged = |cause: serde_json::Error| Unread::Damaged(cause.to_string());
        // Its form comes first: what a later one holds is no damage.
        let Form { format, version } = serde_json::from_str(text).map_err(damaged)?;
        if format != FORMAT {
            return Err(Unread::Damaged(format!("its `format` is `{format}`")));
        }
        if version > VERSION {
            return Err(Unread::Later(version));
        }
        serde_json::from_str(text).map_err(damaged)
    }

    /// The same, all of the site or of a share of it in place.
    pub(super) fn made_of(self, made_of: String, share: Option<Share>, is_staging: bool) -> Self {
        Self { made_of: Some(made_of), share, is_staging, ..self }
    }

    /// The same with the other sites that may show its pages in a frame.
    pub(super) fn framed_by(self, frames: Option<String>) -> Self {
        Self { frames, ..self }
    }

    /// The other sites that may show its pages in a frame, as a policy names them.
    pub fn frames(&self) -> impl Iterator<Item = &str> {
        self.frames.iter().flat_map(|sites| sites.split_whitespace())
    }

    /// Whether the build that wrote it came to its end.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.made_of.is_some()
    }

    pub(super) fn is_made_of(&self, made_of: &str, share: Option<Share>) -> bool {
        self.made_of.as_deref() == Some(made_of) && self.share == share
    }

    /// A hash of all that they were made of, when all of them are in place.
    pub(super) fn basis(&self) -> Option<&str> {
        self.made_of.as_deref()
    }

    /// The same with those files of an earlier build that stay, of those that are gone.
    pub(super) fn with_past(self, before: &Self, gone: &[&SitePath]) -> Self {
        let were_there: Vec<&SitePath> =
            gone.iter().copied().filter(|path| before.files.contains_key(*path)).collect();
        let past = before.past.after(&were_there, |path| self.files.contains_key(path));
        let hashes = past.paths().map(|path| (path.clone(), before.hashes(path)));
        let hashes = hashes.filter(|(_, hashes)| !hashes.is_empty());
        let besides = hashes.map(|(path, hashes)| (path, hashes.into_iter().collect())).collect();
        Self { besides, past, ..self }
    }

    /// The list in a file; none when there is no such file.
    pub(super) fn read(path: &Path) -> Result<Option<Self>, Unread> {
        match fs::read(path) {
            Ok(bytes) => Self::parse(&String::from_utf8_lossy(&bytes)).map(Some),
            Err(cause) if cause.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(cause) => Err(Unread::Damaged(cause.to_string())),
        }
    }

    /// Writes it beside, then renames it over: it is never half there.
    pub(super) fn write(&self, own: &Path) -> Result<(), Failure> {
        let (beside, target) = (own.join("manifest.new"), own.join(NAME));
        let written = File::create(&beside).and_then(|file| {
            // Of a large site it is long: no more of it is held than is written at once.
            let mut to = BufWriter::new(file);
            serde_json::to_writer_pretty(&mut to, self)?;
            to.write_all(b"\n")?;
            to.into_inner()?.sync_all()
        });
        written.map_err(|cause| disk(&beside, cause))?;
        fs::rename(&beside, &target).map_err(|cause| disk(&target, cause))
    }

    /// Whether a file of ours has this path, one that stays for a while included.
    #[must_use]
    pub fn has(&self, path: &SitePath) -> bool {
        self.files.contains_key(path) || self.past.has(path)
    }

    /// The paths of the site, each with its hash.
    pub fn files(&self) -> impl Iterator<Item = (&SitePath, &str)> {
        self.files.iter().map(|(path, hash)| (path, hash.as_str()))
    }

    /// The hash of a file of the site.
    #[must_use]
    pub fn hash(&self, path: &SitePath) -> Option<&str> {
        self.files.get(path).map(String::as_str)
    }

    /// How long a file of the site is, where the list says so.
    #[must_use]
    pub fn size(&self, path: &SitePath) -> Option<u64> {
        self.sizes.get(path).copied()
    }

    pub(super) fn paths(&self) -> impl Iterator<Item = &SitePath> {
        self.files.keys().chain(self.past.paths())
    }

    /// Whether a file of ours may have this hash. Of what stays for a while an earlier version noted none.
    #[must_use]
    pub fn knows(&self, path: &SitePath, hash: &str) -> bool {
        let hashes = self.hashes(path);
        hashes.contains(hash) || (hashes.is_empty() && self.past.has(path))
    }

    fn hashes(&self, path: &SitePath) -> BTreeSet<String> {
        let besides = self.besides.get(path).into_iter().flatten();
        besides.chain(self.files.get(path)).cloned().collect()
    }

    /// The files of both, with all that each may have meanwhile.
    pub(super) fn and(&self, other: &Self) -> Self {
        let paths = || self.paths().chain(other.paths());
        let hashes = paths().map(|path| {
            let mut hashes = self.hashes(path);
            hashes.append(&mut other.hashes(path));
            (path.clone(), hashes.into_iter().collect())
        });
        let besides = hashes.collect();
        let files = self.files.iter().chain(&other.files);
        let files = files.map(|(path, hash)| (path.clone(), hash.clone())).collect();
        let sizes = other.sizes.clone();
        let (owner, past) = (other.owner.clone(), self.past.clone());
        Self { owner, files, sizes, besides, past, ..Self::default() }
    }
}
