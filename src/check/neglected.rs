//! Some page leads to each scenario and each template: what only a list has is found by nobody in a hurry.

use std::collections::{BTreeSet, HashSet};
use std::sync::Arc;

use crate::diagnostic::Diagnostic;
use crate::diagnostic::rules::unlinked_scenario::unlinked_scenario;
use crate::diagnostic::rules::unused_template::unused_template;
use crate::model::{Entry, Key, Kind, Mentions, Playbook, SitePath};

/// The pages that other published pages lead to. Only asked, never listed.
#[derive(Default)]
pub struct Reached(HashSet<SitePath>);

impl Reached {
    /// A page leads to a path of the site.
    pub fn link(&mut self, from: &Mentions, path: SitePath) {
        let is_own = || from.stem.as_ref().is_some_and(|own| own.is_of(&path));
        if !from.draft && !is_own() {
            self.0.insert(path);
        }
    }
}

/// Where the book has only one scenario nothing can lead to it, and where it has none nothing uses a template.
/// `unnamed` is what no page names by its id.
pub fn check(
    playbook: &Playbook,
    unnamed: &BTreeSet<Key>,
    reached: &Reached,
    notes: &mut Vec<Diagnostic>,
) {
    let published = |entry: &&Arc<Entry>| !entry.head.draft;
    let all = playbook.entries.values().filter(published);
    let scenarios = all.filter(|entry| entry.kind() == Kind::Scenario).take(2).count();
    let unnamed = unnamed.iter().filter_map(|key| playbook.entries.get(key)).filter(published);
    for entry in unnamed.filter(|entry| !reached.0.contains(&entry.page())) {
        let head = &entry.head;
        if entry.scenario().is_some() && scenarios > 1 {
            notes.push(unlinked_scenario(head.span(), head.id.as_str()));
        }
        if entry.template().is_some() && scenarios > 0 {
            notes.push(unused_template(head.span(), head.id.as_str()));
        }
    }
}
