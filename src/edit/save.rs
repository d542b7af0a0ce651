//! A save as it is kept: the steps in which files changed, each with all that takes it back. It must not know where
//! saves are kept, nor the disk.

use std::path::{Component, Path};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use serde::{Deserialize, Serialize};

use super::difference::difference;
use super::put::Put;
use super::write::Work;

/// What changed together.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Save {
    /// Greater than those of all saves before it.
    pub id: u64,
    /// In milliseconds.
    pub time: u64,
    /// The saves that it takes back; none where somebody wrote.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub takes_back: Vec<u64>,
    /// What it is a part of, if it is: a text that was open.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sitting: Option<String>,
    /// Folders that were made for it, outer ones first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub folders: Vec<String>,
    pub steps: Vec<Step>,
}

/// How one file changed. Paths are from the project's root.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Step {
    /// Some bytes took the place of others.
    Put {
        file: String,
        at: usize,
        old: String,
        new: String,
        /// The marks of the whole text, before and after.
        before: String,
        after: String,
    },
    /// It got another name.
    Move { from: String, to: String },
    /// It was not there.
    Make { file: String, mark: String },
}

/// What is the same for the same bytes alone: the first 32 hexadecimal digits of their BLAKE3 hash.
#[must_use]
pub fn mark(bytes: &[u8]) -> String {
    blake3::hash(bytes).to_hex()[..32].to_owned()
}

/// A time as saves have it.
pub(super) fn millis(time: SystemTime) -> u64 {
    let since = time.duration_since(UNIX_EPOCH).unwrap_or(Duration::ZERO);
    u64::try_from(since.as_millis()).unwrap_or(u64::MAX)
}

impl Save {
    /// Whether all that it changed is in the project; a journal that came with a project may say anything.
    pub(super) fn is_inside(&self) -> bool {
        self.files().chain(self.folders.iter().map(String::as_str)).all(is_inside)
    }

    /// Every path that it changed.
    pub(super) fn files(&self) -> impl Iterator<Item = &str> {
        self.steps.iter().flat_map(Step::files)
    }
}

impl Step {
    fn files(&self) -> impl Iterator<Item = &str> {
        let (one, other) = match self {
            Self::Put { file, .. } | Self::Make { file, .. } => (file, None),
            Self::Move { from, to } => (from, Some(to)),
        };
        [Some(one), other].into_iter().flatten().map(String::as_str)
    }

    /// The steps of work in the project at `root`, in the order in which they are made.
    pub(super) fn all(root: &Path, work: &Work) -> Vec<Self> {
        let puts = work.puts.iter().map(|put| Self::put(root, put));
        let moves = work.moves.iter();
        let moves =
            moves.map(|(from, to)| Self::Move { from: name(root, from), to: name(root, to) });
        puts.chain(moves).collect()
    }

    fn put(root: &Path, put: &Put) -> Self {
        let [before, after] = [&put.before, &put.after].map(|text| String::from_utf8_lossy(text));
        let ((at, end), new) = difference(&before, &after);
        Self::Put {
            file: name(root, &put.path),
            at,
            old: before[at..end].to_owned(),
            new: new.to_owned(),
            before: mark(&put.before),
            after: mark(&put.after),
        }
    }
}

/// Whether a path from the project's root stays in the project.
pub(super) fn is_inside(file: &str) -> bool {
    let is_name = |part| matches!(part, Component::Normal(_));
    !file.is_empty() && Path::new(file).components().all(is_name)
}

/// A path from the project's root, with `/` on every system.
pub(super) fn name(root: &Path, path: &Path) -> String {
    let inside = path.strip_prefix(root).unwrap_or(path);
    let parts = inside.components().map(|part| part.as_os_str().to_string_lossy());
    parts.collect::<Vec<_>>().join("/")
}
