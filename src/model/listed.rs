//! The order in which entries are listed. What has not changed since the last time stands in the order that it had then, so
//! that a save sorts what was saved and nothing else. It must not know where lists are shown.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;

use super::{Alphabet, Book, Entry, Head, Kind};

/// Entries of each kind, as they were listed the last time: each list in its order, by `order`, then title.
#[derive(Clone, Debug, Default)]
pub struct ListedBefore {
    /// The language whose alphabet it is.
    language: String,
    lists: BTreeMap<Kind, Arc<[Arc<Entry>]>>,
}

/// So many, and no more than this share of all, are given their places one by one; else all are sorted.
const FEW: usize = 256;
const SHARE: usize = 8;

impl ListedBefore {
    /// These lists of a book.
    #[must_use]
    pub fn of(book: &Book, lists: BTreeMap<Kind, Arc<[Arc<Entry>]>>) -> Self {
        Self { language: book.language.clone(), lists }
    }

    /// Puts entries of a kind in their order.
    pub(super) fn sort(&self, book: &Book, kind: Kind, all: &mut Vec<&Arc<Entry>>) {
        let alphabet = Alphabet::of(&book.language);
        let place = |entry: &Arc<Entry>| {
            let Head { order, title, stem, .. } = &entry.head;
            (order.unwrap_or(i64::MAX), alphabet.key(&title.value), stem.to_string())
        };
        let is_same = self.language == book.language;
        let before = self.lists.get(&kind).filter(|_| is_same).map_or(&[][..], |list| &**list);
        let known: HashSet<*const Entry> = before.iter().map(Arc::as_ptr).collect();
        let (same, new): (Vec<_>, Vec<_>) =
            all.iter().copied().partition(|entry| known.contains(&Arc::as_ptr(entry)));
        if new.len() > FEW.min(all.len() / SHARE) {
            all.sort_by_cached_key(|entry| place(entry));
            return;
        }
        let there: HashMap<*const Entry, &Arc<Entry>> =
            same.iter().map(|entry| (Arc::as_ptr(entry), *entry)).collect();
        *all = before.iter().filter_map(|entry| there.get(&Arc::as_ptr(entry)).copied()).collect();
        for entry in new {
            let key = place(entry);
            let at = all.partition_point(|other| place(other) < key);
            all.insert(at, entry);
        }
    }
}
