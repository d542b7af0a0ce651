//! How a playbook stands: what it covers, how fresh it is, what nobody leads to, how long it takes to read.
//!
//! It must not know how the report is shown, nor which day it is: whoever asks says so.

mod text;
mod words;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde::Serialize;

use crate::model::{Entry, Kind, Playbook, Role, SitePath};
use crate::source::Day;

pub use text::text;

/// How fast adults read English prose silently, in words a minute: Brysbaert, M. (2019), How many words do we
/// read per minute? A review and meta-analysis of reading rate. Journal of Memory and Language 109, 104047.
pub const WORDS_PER_MINUTE: usize = 238;

/// How a playbook stands.
#[derive(Debug, Serialize)]
pub struct Report {
    pub kinds: Vec<KindCount>,
    pub topics: Vec<Topic>,
    pub freshness: Freshness,
    /// Pages that no other page names or links to, by address.
    pub orphans: Vec<SitePath>,
    pub reading: Reading,
    /// Every page that is published, by address.
    pub pages: Vec<Page>,
}

#[derive(Debug, Serialize)]
pub struct KindCount {
    pub kind: &'static str,
    pub published: usize,
    pub drafts: usize,
}

/// What carries a topic. Each scenario is counted under the hat that goes first.
#[derive(Debug, Default, Serialize)]
pub struct Topic {
    /// Empty for the pages without a topic.
    pub topic: String,
    pub leader_first: usize,
    pub manager_first: usize,
    pub neither_first: usize,
    pub templates: usize,
    pub others: usize,
}

#[derive(Debug, Serialize)]
pub struct Freshness {
    /// After how many months a page counts as old.
    pub months: u32,
    pub fresh: usize,
    /// Reviewed too long ago, the oldest first, by address.
    pub old: Vec<SitePath>,
    /// Never reviewed, by address.
    pub never: Vec<SitePath>,
}

#[derive(Debug, Serialize)]
pub struct Reading {
    pub words_per_minute: usize,
    pub words: usize,
    pub minutes: usize,
}

#[derive(Debug, Serialize)]
pub struct Page {
    pub page: SitePath,
    pub kind: &'static str,
    pub title: String,
    pub words: usize,
    /// At least one.
    pub minutes: usize,
    pub reviewed: Option<String>,
    /// How many other pages name it or link to it.
    pub named_by: usize,
}

/// Looks at what is published. A page is old when its review is more than `months` before `today`.
#[must_use]
pub fn report(playbook: &Playbook, today: Day, months: u32) -> Report {
    let published: Vec<&Entry> =
        Kind::ALL.into_iter().flat_map(|kind| playbook.published(kind)).map(Arc::as_ref).collect();
    let named_by = named_by(playbook, &published);
    let count = |page: &SitePath| named_by.get(page).map_or(0, BTreeSet::len);
    let pages: Vec<Page> = published
        .iter()
        .map(|entry| {
            let words = words::count(entry);
            Page {
                page: entry.page(),
                kind: entry.kind().name(),
                title: entry.head.title.value.clone(),
                words,
                minutes: words.div_ceil(WORDS_PER_MINUTE).max(1),
                reviewed: entry.head.reviewed().map(str::to_owned),
                named_by: count(&entry.page()),
            }
        })
        .collect();
    let words: usize = pages.iter().map(|page| page.words).sum();
    let orphans = pages.iter().filter(|page| page.named_by == 0).map(|page| page.page.clone());
    Report {
        kinds: Kind::ALL.map(|kind| kind_count(playbook, kind)).into(),
        topics: topics(playbook, &published),
        freshness: freshness(&pages, today, months),
        orphans: orphans.collect(),
        reading: Reading {
            words_per_minute: WORDS_PER_MINUTE,
            words,
            minutes: words.div_ceil(WORDS_PER_MINUTE),
        },
        pages,
    }
}

fn kind_count(playbook: &Playbook, kind: Kind) -> KindCount {
    let all = playbook.entries.values().filter(|entry| entry.kind() == kind);
    let published = playbook.published(kind).len();
    KindCount { kind: kind.name(), published, drafts: all.count() - published }
}

/// For each page, the pages that lead to it.
fn named_by(playbook: &Playbook, published: &[&Entry]) -> BTreeMap<SitePath, BTreeSet<SitePath>> {
    let mut named: BTreeMap<SitePath, BTreeSet<SitePath>> = BTreeMap::new();
    for entry in published {
        let links = entry.mentions.links.iter();
        let links =
            links.filter_map(|link| playbook.follow(Some(&entry.head.stem), &link.target).ok());
        let references = entry.mentions.references.iter();
        let references =
            references.filter_map(|(kind, id)| playbook.get(*kind, &id.value)).map(Entry::page);
        for page in links.map(|target| target.path).chain(references) {
            if page != entry.page() {
                named.entry(page).or_default().insert(entry.page());
            }
        }
    }
    named
}

/// Every topic of the book, also those that nothing carries.
fn topics(playbook: &Playbook, published: &[&Entry]) -> Vec<Topic> {
    let new = |topic: &str| Topic { topic: topic.to_owned(), ..Topic::default() };
    let mut topics: BTreeMap<String, Topic> =
        playbook.book.topics.keys().map(|topic| (topic.clone(), new(topic))).collect();
    for entry in published {
        let mut carried: Vec<&str> =
            entry.mentions.topics.iter().map(|topic| topic.value.as_str()).collect();
        if carried.is_empty() {
            carried.push("");
        }
        for topic in carried {
            topics.entry(topic.to_owned()).or_insert_with(|| new(topic)).add(entry);
        }
    }
    topics.into_values().collect()
}

impl Topic {
    fn add(&mut self, entry: &Entry) {
        let count = match (entry.scenario().map(|scenario| scenario.first), entry.template()) {
            (Some(Some(Role::Leader)), _) => &mut self.leader_first,
            (Some(Some(Role::Manager)), _) => &mut self.manager_first,
            (Some(None), _) => &mut self.neither_first,
            (None, Some(_)) => &mut self.templates,
            (None, None) => &mut self.others,
        };
        *count += 1;
    }
}

fn freshness(pages: &[Page], today: Day, months: u32) -> Freshness {
    let reviewed = |page: &Page| page.reviewed.as_deref().and_then(Day::last_of);
    let never = pages.iter().filter(|page| reviewed(page).is_none());
    let mut old: Vec<(Day, &SitePath)> = pages
        .iter()
        .filter_map(|page| Some((reviewed(page)?, &page.page)))
        .filter(|(day, _)| day.later(months) < today)
        .collect();
    old.sort_unstable();
    let never: Vec<SitePath> = never.map(|page| page.page.clone()).collect();
    Freshness {
        months,
        fresh: pages.len() - old.len() - never.len(),
        old: old.into_iter().map(|(_, page)| page.clone()).collect(),
        never,
    }
}
