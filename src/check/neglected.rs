//! Some page leads to each scenario and each template: what only a list has is found by nobody in a hurry.

use std::collections::HashSet;

use crate::diagnostic::Diagnostic;
use crate::diagnostic::rules::unlinked_scenario::unlinked_scenario;
use crate::diagnostic::rules::unused_template::unused_template;
use crate::model::{Head, Kind, Mentions, Playbook};

/// The stems of things that other published pages lead to. Only asked, never listed.
#[derive(Default)]
pub struct Reached(HashSet<String>);

impl Reached {
    /// A page leads to a path of the site.
    pub fn link(&mut self, from: &Mentions, path: &str) {
        let stem = path.strip_suffix(".html").unwrap_or(path);
        if !from.draft && from.stem != stem {
            self.0.insert(stem.to_owned());
        }
    }
}

/// Where the book has only one scenario nothing can lead to it, and where it has none nothing uses a template.
pub fn check(playbook: &Playbook, reached: &Reached, notes: &mut Vec<Diagnostic>) {
    let named: HashSet<(Kind, &str)> = playbook
        .mentions()
        .filter(|mentions| !mentions.draft)
        .flat_map(|mentions| {
            let own =
                playbook.at(&mentions.stem).map(|entry| (entry.kind(), entry.head.id.as_str()));
            let others = mentions.references.iter().map(|(kind, id)| (*kind, id.value.as_str()));
            others.filter(move |other| Some(*other) != own)
        })
        .collect();
    let all = |kind| {
        let published = playbook.entries.values().filter(|entry| !entry.head.draft);
        published.filter(move |entry| entry.kind() == kind).map(|entry| &entry.head)
    };
    let is_found = |kind, head: &Head| {
        named.contains(&(kind, head.id.as_str())) || reached.0.contains(&head.stem)
    };
    let scenarios = all(Kind::Scenario).count();
    if scenarios > 1 {
        let alone = all(Kind::Scenario).filter(|head| !is_found(Kind::Scenario, head));
        notes.extend(alone.map(|head| unlinked_scenario(head.span(), &head.id)));
    }
    if scenarios > 0 {
        let unused = all(Kind::Template).filter(|head| !is_found(Kind::Template, head));
        notes.extend(unused.map(|head| unused_template(head.span(), &head.id)));
    }
}
