//! The ids that links to a page may name. They are made when a link names one that no heading has, since most books have
//! few such links and each page has many parts. It must not know what they are made of.

use std::collections::BTreeSet;
use std::sync::OnceLock;

/// The ids of a page, once somebody asked for them.
#[derive(Clone, Debug, Default)]
pub struct Anchors(OnceLock<BTreeSet<String>>);

impl Anchors {
    pub(super) fn get(&self, make: impl FnOnce() -> BTreeSet<String>) -> &BTreeSet<String> {
        self.0.get_or_init(make)
    }
}
