//! Relations the other way round: who names a thing.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use crate::model::{Entry, EntryKey, Kind, Slug};

use super::List;

/// For each thing, which scenarios name it, in their order.
pub(super) fn used_in(order: &BTreeMap<Kind, List>) -> HashMap<EntryKey, Vec<Arc<Entry>>> {
    let mut used: HashMap<(Kind, &str), Vec<Arc<Entry>>> = HashMap::new();
    for user in order[&Kind::Scenario].iter() {
        for (kind, reference) in &user.mentions.references {
            put(used.entry((*kind, &reference.value)).or_default(), user);
        }
    }
    let used = used.into_iter();
    used.filter_map(|((kind, id), users)| Some(((kind, Slug::parse(id)?), users))).collect()
}

/// Adds an entry once. Each comes but once, so naming a thing twice shows as the last one.
pub(super) fn put(entries: &mut Vec<Arc<Entry>>, entry: &Arc<Entry>) {
    if !entries.last().is_some_and(|last| Arc::ptr_eq(last, entry)) {
        entries.push(Arc::clone(entry));
    }
}
