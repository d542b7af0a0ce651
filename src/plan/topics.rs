//! What carries which topic, and in which order topics are listed.

use std::collections::BTreeMap;
use std::sync::Arc;

use fnv::FnvHashMap;

use crate::model::{Alphabet, Book, Entry, Id, Kind};

use super::pagination::List;
use super::relations::put;

/// The most topics of which every list names all.
const MOST: usize = 120;

/// How many a list names where there are more: those whose titles stand round that of a topic.
const NEIGHBOURS: usize = 60;

/// The topics of a book that something published carries.
#[derive(Debug, Default)]
pub struct Topics {
    /// What carries each, and its place among the titles.
    lists: BTreeMap<Id, (List, usize)>,
    by_title: Vec<Id>,
}

impl Topics {
    pub(super) fn of(order: &BTreeMap<Kind, List>, book: &Book) -> Self {
        // Only asked: a large book has many more topics on its pages than topics.
        let mut carriers: FnvHashMap<&str, Vec<Arc<Entry>>> = FnvHashMap::default();
        for entry in order.values().flat_map(|list| list.iter()) {
            for topic in &entry.mentions.topics {
                put(carriers.entry(&topic.value).or_default(), entry);
            }
        }
        let alphabet = Alphabet::of(&book.language);
        let mut by_title: Vec<Id> = carriers.keys().map(|topic| (*topic).to_owned()).collect();
        by_title.sort_unstable();
        by_title.sort_by_cached_key(|topic| alphabet.key(&book.topic_title(topic)));
        let lists = by_title.iter().enumerate().filter_map(|(place, topic)| {
            let carriers = carriers.remove(topic.as_str())?;
            Some((topic.clone(), (carriers.into(), place)))
        });
        Self { lists: lists.collect(), by_title }
    }

    /// Whether something published carries a topic.
    #[must_use]
    pub fn has(&self, topic: &str) -> bool {
        self.lists.contains_key(topic)
    }

    /// Every topic in the order of their titles, with what carries it.
    pub fn all(&self) -> impl Iterator<Item = (&Id, &List)> {
        self.with_lists(&self.by_title)
    }

    fn with_lists<'t>(&'t self, topics: &'t [Id]) -> impl Iterator<Item = (&'t Id, &'t List)> {
        topics.iter().map(|topic| (topic, &self.lists[topic].0))
    }

    /// The topics that a list names where a topic is at hand: all of them, unless there are so many that a book of a
    /// topic for each page would be nothing but such lists.
    pub fn near(&self, topic: Option<&str>) -> impl Iterator<Item = (&Id, &List)> {
        let all = self.by_title.len();
        let most = if all > MOST { NEIGHBOURS } else { all };
        let place = topic.and_then(|topic| self.lists.get(topic)).map_or(0, |(_, place)| *place);
        let from = place.saturating_sub(most / 2).min(all - most);
        self.with_lists(&self.by_title[from..from + most])
    }
}
