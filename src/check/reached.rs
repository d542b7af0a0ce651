//! Which pages other pages lead to, by a link or by an id. What only a list has is found by nobody in a hurry.

use std::collections::{BTreeSet, HashSet};
use std::sync::Arc;

use crate::model::{Entry, EntryKey, Mentions, Playbook, SitePath};

/// The pages that links of other published pages lead to. Only asked, never listed.
#[derive(Default)]
pub(super) struct Reached(HashSet<SitePath>);

impl Reached {
    /// A page leads to a path of the site.
    pub(super) fn link(&mut self, from: &Mentions, path: SitePath) {
        let is_own = || from.stem.as_ref().is_some_and(|own| own.is_of(&path));
        if !from.draft && !is_own() {
            self.0.insert(path);
        }
    }

    /// The published entries that no page leads to, of those that no page names by its id.
    pub(super) fn neglected<'p>(
        &self,
        playbook: &'p Playbook,
        unnamed: &BTreeSet<EntryKey>,
    ) -> Vec<&'p Arc<Entry>> {
        let unnamed = unnamed.iter().filter_map(|key| playbook.entries.get(key));
        unnamed.filter(|entry| !entry.head.draft && !self.0.contains(&entry.page())).collect()
    }
}
