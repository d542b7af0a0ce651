//! Relations the other way round: who names a thing.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use crate::model::{Entry, EntryKey, Kind, Playbook};

use super::List;

/// For each thing, which scenarios name it, in their order.
pub(super) fn used_in(
    order: &BTreeMap<Kind, List>,
    playbook: &Playbook,
) -> HashMap<EntryKey, Vec<Arc<Entry>>> {
    let mut used: HashMap<EntryKey, Vec<Arc<Entry>>> = HashMap::new();
    for user in order[&Kind::Scenario].iter() {
        for (kind, reference) in &user.mentions.references {
            let Some(entry) = playbook.get(*kind, &reference.value) else { continue };
            put(used.entry((*kind, entry.head.id.clone())).or_default(), user);
        }
    }
    used
}

/// Adds an entry once. Each comes but once, so naming a thing twice shows as the last one.
pub(super) fn put(entries: &mut Vec<Arc<Entry>>, entry: &Arc<Entry>) {
    if !entries.last().is_some_and(|last| Arc::ptr_eq(last, entry)) {
        entries.push(Arc::clone(entry));
    }
}
