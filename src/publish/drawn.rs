//! Which pictures were drawn of what, so that a build draws none that is there already: to draw one takes ten times as long as to
//! see that its file has the bytes which were drawn of the same words and colours.
//!
//! It lies in the project's own folder. Where it is missing or of another program, everything is drawn, and nothing else follows.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::Path;

use blake3::Hash;

use crate::edit::{keep_note, kept_note};

use super::unchanged::PROGRAM;

/// The name of what is kept.
const NAME: &str = "drawn.txt";

/// What a picture is drawn of, as a number that no two of them share.
pub(super) type Of = u128;

/// The hash of each picture, by what it was drawn of.
#[derive(Default, PartialEq, Eq)]
pub(super) struct Drawn(BTreeMap<Of, Hash>);

impl Drawn {
    /// What the last build of this project has drawn.
    pub(super) fn read(project: &Path) -> Self {
        let kept = kept_note(project, NAME).unwrap_or_default();
        let mut lines = kept.lines();
        if lines.next() != Some(PROGRAM) {
            return Self::default();
        }
        let picture = |line: &str| {
            let (of, hash) = line.split_once(' ')?;
            Some((Of::from_str_radix(of, 16).ok()?, Hash::from_hex(hash).ok()?))
        };
        Self(lines.filter_map(picture).collect())
    }

    /// The hash of the picture that is drawn of this, where it is known.
    pub(super) fn hash(&self, of: Of) -> Option<Hash> {
        self.0.get(&of).copied()
    }

    /// Keeps those of a site, each with its hash, for the next build. Where that cannot be, it draws them all.
    pub(super) fn keep<'h>(&self, all: impl Iterator<Item = (Of, &'h str)>, project: &Path) {
        let known = |(of, hash): (Of, &str)| Some((of, Hash::from_hex(hash).ok()?));
        let now = Self(all.filter_map(known).collect());
        if now == *self {
            return;
        }
        let mut text = format!("{PROGRAM}\n");
        for (of, hash) in &now.0 {
            let _ = writeln!(text, "{of:032x} {}", hash.to_hex());
        }
        let _ = keep_note(project, NAME, &text);
    }
}

/// The number of what a picture is drawn of.
pub(super) fn number(of: &str) -> Of {
    let hash = blake3::hash(of.as_bytes());
    Of::from_le_bytes(*hash.as_bytes().first_chunk().expect("a hash has twice as many bytes"))
}
