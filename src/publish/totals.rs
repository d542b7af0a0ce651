//! What a build did. It must not know how.

use crate::model::SitePath;

use super::manifest::{Manifest, Unread};

/// What a build did to the output folder.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Totals {
    /// How many files the site has.
    pub files: usize,
    /// The sum of their sizes.
    pub bytes: u64,
    /// How many of them were not there before.
    pub added: usize,
    /// How many of them had other bytes before.
    pub changed: usize,
    /// How many files of the site before are gone.
    pub removed: usize,
    /// Files of the site before that are gone from it and stay where they are, since somebody changed them.
    pub left: Vec<SitePath>,
    /// Whether files that were there already were taken for ours, since they are as this build makes them and no list named
    /// them.
    pub adopted: bool,
    /// Why the list of the build before could not be read.
    pub unread: Option<Unread>,
}

impl Totals {
    /// Those of a site that is as it is listed.
    pub(super) fn unchanged(list: &Manifest) -> Self {
        let bytes = list.files().filter_map(|(path, _)| list.size(path)).sum();
        Self { files: list.files().count(), bytes, ..Self::default() }
    }
}
