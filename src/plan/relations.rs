//! Relations the other way round: who names a thing, and what carries a topic.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use crate::model::{Alphabet, Book, Entry, EntryKey, Id, Kind, Slug};

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

/// For each topic, what is published of it.
pub(super) fn topics(order: &BTreeMap<Kind, List>) -> BTreeMap<Id, List> {
    let mut topics: BTreeMap<&str, Vec<Arc<Entry>>> = BTreeMap::new();
    for entry in order.values().flat_map(|list| list.iter()) {
        for topic in &entry.mentions.topics {
            put(topics.entry(&topic.value).or_default(), entry);
        }
    }
    topics.into_iter().map(|(topic, entries)| (topic.to_owned(), entries.into())).collect()
}

/// Topics in the order of their titles.
pub(super) fn by_title(topics: &BTreeMap<Id, List>, book: &Book) -> Vec<Id> {
    let alphabet = Alphabet::of(&book.language);
    let mut topics: Vec<Id> = topics.keys().cloned().collect();
    topics.sort_by_cached_key(|topic| alphabet.key(&book.topic_title(topic)));
    topics
}

/// Adds an entry once. Each comes but once, so naming a thing twice shows as the last one.
fn put(entries: &mut Vec<Arc<Entry>>, entry: &Arc<Entry>) {
    if !entries.last().is_some_and(|last| Arc::ptr_eq(last, entry)) {
        entries.push(Arc::clone(entry));
    }
}
