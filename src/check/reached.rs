//! Which pages other pages lead to, by a link or by an id, and which files they name. What only a list has is found
//! by nobody in a hurry.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::sync::Arc;

use crate::model::{Drafts, Entry, EntryKey, Mentions, Playbook, SitePath, Target};

/// The pages that links of other published pages lead to, and the files that any page names. Only asked, never listed.
#[derive(Default)]
pub(super) struct Reached {
    pages: HashSet<SitePath>,
    /// Carried files by their paths in the whole site.
    files: HashMap<SitePath, Named>,
}

/// Who names a carried file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Named {
    /// Only pages that are left out.
    ByDraft,
    /// A page of the site.
    ByPage,
}

impl Reached {
    /// A page leads somewhere.
    pub(super) fn link(&mut self, playbook: &Playbook, from: &Mentions, target: &Target) {
        if let Some(file) = carried(playbook, target) {
            let is_left_out = from.draft && playbook.drafts == Drafts::LeftOut;
            self.name(file, if is_left_out { Named::ByDraft } else { Named::ByPage });
            return;
        }
        let is_own = || from.stem.as_ref().is_some_and(|own| own.is_of(&target.path));
        if !from.draft && !is_own() {
            self.pages.insert(target.path.clone());
        }
    }

    /// A page has a link that may name a file; where else it leads is nobody's concern.
    pub(super) fn file(&mut self, playbook: &Playbook, from: &Mentions, link: &str) {
        let target = playbook.follow(from.stem.as_ref(), link).ok();
        if let Some(target) = target.filter(|target| carried(playbook, target).is_some()) {
            self.link(playbook, from, &target);
        }
    }

    /// The same of all links of a page.
    pub(super) fn files(&mut self, playbook: &Playbook, from: &Mentions) {
        from.links.iter().for_each(|link| self.file(playbook, from, &link.target));
    }

    /// An old address leads somewhere; to a page, it brings nobody who has not been there.
    pub(super) fn redirect(&mut self, playbook: &Playbook, target: &Target) {
        if let Some(file) = carried(playbook, target) {
            self.name(file, Named::ByPage);
        }
    }

    /// A carried file is named.
    pub(super) fn name(&mut self, file: SitePath, named: Named) {
        let known = self.files.entry(file).or_insert(named);
        *known = named.max(*known);
    }

    /// Who names the carried file with this path in the whole site, if anybody does.
    pub(super) fn named(&self, file: &SitePath) -> Option<Named> {
        self.files.get(file).copied()
    }

    /// The published entries that no page leads to, of those that no page names by its id.
    pub(super) fn neglected<'p>(
        &self,
        playbook: &'p Playbook,
        unnamed: &BTreeSet<EntryKey>,
    ) -> Vec<&'p Arc<Entry>> {
        let unnamed = unnamed.iter().filter_map(|key| playbook.entries.get(key));
        let is_reached = |entry: &Entry| self.pages.contains(&entry.page());
        unnamed.filter(|entry| !entry.head.draft && !is_reached(entry)).collect()
    }
}

/// The path in the whole site of the carried file that a link leads to.
fn carried(playbook: &Playbook, target: &Target) -> Option<SitePath> {
    if target.is_shared {
        return Some(target.path.clone());
    }
    let is_carried = playbook.assets.contains_key(&target.path);
    is_carried.then(|| playbook.book.folder().whole(&target.path))
}
