//! `unlinked-scenario`: another page leads to each scenario.

use std::sync::Arc;

use crate::diagnostic::Diagnostic;
use crate::diagnostic::rules::unlinked_scenario::unlinked_scenario;
use crate::model::Entry;

/// Reports neglected scenarios. `scenarios` is how many the book has: nothing can lead to an only one.
pub(super) fn check(neglected: &[&Arc<Entry>], scenarios: usize, notes: &mut Vec<Diagnostic>) {
    if scenarios > 1 {
        let neglected = neglected.iter().filter(|entry| entry.scenario().is_some());
        let heads = neglected.map(|entry| &entry.head);
        notes.extend(heads.map(|head| unlinked_scenario(head.span(), head.id.as_str())));
    }
}
