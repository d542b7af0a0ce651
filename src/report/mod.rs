//! How a playbook stands: what it covers, how fresh it is, what nobody leads to, how long it takes to read.
//!
//! It must not know how the report is shown, nor which day it is: whoever asks says so.

mod calendar;
mod csv;
mod text;
mod words;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde::Serialize;

use crate::model::{Entry, Kind, Playbook, Role, SitePath};
use crate::source::Day;

pub use calendar::{About, calendar};
pub use csv::csv;
pub use text::text;

/// How fast adults read English prose silently, in words a minute: Brysbaert, M. (2019), How many words do we
/// read per minute? A review and meta-analysis of reading rate. Journal of Memory and Language 109, 104047.
pub const WORDS_PER_MINUTE: usize = 238;

/// The word for a page of the owner's own.
const OWN_PAGE: &str = "page";

/// How a playbook stands.
#[derive(Debug, Serialize)]
pub struct Report {
    /// How many there are of each kind, in the order of the menu.
    pub kinds: Vec<KindCount>,
    /// Which topics are covered, by topic.
    pub topics: Vec<Topic>,
    /// How long ago pages were reviewed.
    pub freshness: Freshness,
    /// Who answers for pages, by name; pages for which nobody does come last.
    pub owners: Vec<Owner>,
    /// Pages that no other page names or links to, by address.
    pub orphans: Vec<SitePath>,
    /// How long the whole playbook takes to read.
    pub reading: Reading,
    /// Every page that is published, by address.
    pub pages: Vec<Page>,
}

/// How many pages there are of a kind.
#[derive(Debug, Serialize)]
pub struct KindCount {
    /// The word for one of them in messages.
    pub kind: &'static str,
    /// Pages that readers see.
    pub published: usize,
    /// Pages that are still being written.
    pub drafts: usize,
}

/// What carries a topic. Each scenario is counted under the hat that goes first.
#[derive(Debug, Default, Serialize)]
pub struct Topic {
    /// Empty for the pages without a topic.
    pub topic: String,
    /// Scenarios in which the leader goes first.
    pub leader_first: usize,
    /// Scenarios in which the manager goes first.
    pub manager_first: usize,
    /// Scenarios that do not say who goes first.
    pub neither_first: usize,
    /// Documents to fill in.
    pub templates: usize,
    /// Pages of any other kind.
    pub others: usize,
}

/// How many pages were reviewed lately, and which were not.
#[derive(Debug, Serialize)]
pub struct Freshness {
    /// After how many months a page counts as old.
    pub months: u32,
    /// Pages that were reviewed since.
    pub fresh: usize,
    /// Reviewed too long ago, the oldest first, by address.
    pub old: Vec<SitePath>,
    /// Never reviewed, by address.
    pub never: Vec<SitePath>,
}

/// What somebody answers for.
#[derive(Debug, Serialize)]
pub struct Owner {
    /// Empty for the pages for which nobody answers.
    pub owner: String,
    /// How many pages.
    pub pages: usize,
    /// Those that were reviewed too long ago, by address.
    pub old: Vec<SitePath>,
    /// Those that were never reviewed, by address.
    pub never: Vec<SitePath>,
}

/// How long something takes to read.
#[derive(Debug, Serialize)]
pub struct Reading {
    /// How fast somebody reads who reads to understand.
    pub words_per_minute: usize,
    /// How many words all pages have.
    pub words: usize,
    /// How many minutes that is, rounded up.
    pub minutes: usize,
}

/// A page that is published.
#[derive(Debug, Serialize)]
pub struct Page {
    /// Its path in the site.
    pub page: SitePath,
    /// The word for its kind in messages.
    pub kind: &'static str,
    /// What it is called.
    pub title: String,
    /// How many words it has.
    pub words: usize,
    /// At least one.
    pub minutes: usize,
    /// The month or the day of its last review, as it was written.
    pub reviewed: Option<String>,
    /// Who answers for it.
    pub owner: Option<String>,
    /// Who reads it before it is changed.
    pub reviewers: Option<String>,
    /// The last day on which its review holds, in digits.
    pub due: Option<String>,
    /// How many other pages name it or link to it.
    pub named_by: usize,
}

/// Looks at what is published. A page is old when its review is more than `months` before `today`.
#[must_use]
pub fn report(playbook: &Playbook, today: Day, months: u32) -> Report {
    let published: Vec<&Entry> = Kind::ALL
        .into_iter()
        .flat_map(|kind| playbook.published(kind))
        .chain(playbook.own_pages())
        .map(Arc::as_ref)
        .collect();
    let named_by = named_by(playbook, &published);
    let count = |page: &SitePath| named_by.get(page).map_or(0, BTreeSet::len);
    let pages: Vec<Page> = published
        .iter()
        .map(|entry| {
            let words = words::count(entry);
            Page {
                page: entry.page(),
                kind: if entry.head.stem.is_own() { OWN_PAGE } else { entry.kind().name() },
                title: entry.head.title.value.clone(),
                words,
                minutes: words.div_ceil(WORDS_PER_MINUTE).max(1),
                reviewed: entry.head.reviewed().map(str::to_owned),
                owner: playbook.book.owner(entry).map(str::to_owned),
                reviewers: playbook.book.reviewers(entry),
                due: due(entry.head.reviewed(), months).map(Day::in_digits),
                named_by: count(&entry.page()),
            }
        })
        .collect();
    let words: usize = pages.iter().map(|page| page.words).sum();
    // The foot of every page leads to the owner's own.
    let orphans = pages
        .iter()
        .filter(|page| page.named_by == 0 && page.kind != OWN_PAGE)
        .map(|page| page.page.clone());
    let freshness = freshness(&pages, today, months);
    Report {
        kinds: Kind::ALL.map(|kind| kind_count(playbook, kind)).into(),
        topics: topics(playbook, &published),
        owners: owners(&pages, &freshness),
        freshness,
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
    let all = all.filter(|entry| !entry.head.stem.is_own());
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

/// The last day on which a review holds.
fn due(reviewed: Option<&str>, months: u32) -> Option<Day> {
    Some(Day::last_of(reviewed?)?.later(months))
}

/// Who answers for what, where anybody does.
fn owners(pages: &[Page], freshness: &Freshness) -> Vec<Owner> {
    let old: BTreeSet<&SitePath> = freshness.old.iter().collect();
    let mut owners: BTreeMap<(bool, &str), Owner> = BTreeMap::new();
    for page in pages {
        let name = page.owner.as_deref().unwrap_or_default();
        let new = || Owner { owner: name.to_owned(), pages: 0, old: Vec::new(), never: Vec::new() };
        let owner = owners.entry((name.is_empty(), name)).or_insert_with(new);
        owner.pages += 1;
        if old.contains(&page.page) {
            owner.old.push(page.page.clone());
        } else if page.reviewed.is_none() {
            owner.never.push(page.page.clone());
        }
    }
    let is_said = owners.keys().any(|(is_nobody, _)| !is_nobody);
    owners.into_values().filter(|_| is_said).collect()
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
