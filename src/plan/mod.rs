//! Every address, list and relation of the site, decided before a page is made.
//!
//! It must not know how a page looks nor where the site is written to.

mod relations;

use std::collections::BTreeMap;

use crate::check::Checked;
use crate::model::{Entry, Id, Key, Kind, LIST, Playbook, Target};
use crate::source::Asset;
use crate::theme::Theme;

/// What stands at a path of the site.
#[derive(Clone, Debug)]
pub enum Page {
    Home,
    /// The list of a kind.
    List(Kind),
    Entry(Key),
    /// A template as a PDF to fill in.
    Sheet(Key),
    /// The picture beside a link to an entry, or to any other page.
    Card(Option<Key>),
    Topic(Id),
    /// All copies on the reader's device; they are in no plan.
    Copies,
    NotFound,
    /// An old address, and the path and the rest of the link that took its place.
    Redirect(Target),
    Sitemap,
    /// The ids under which readers keep answers.
    TemplateIds,
    /// A file that is carried along as it is.
    Asset(Asset),
}

/// A whole site, before any of it is rendered.
#[derive(Debug)]
pub struct Plan {
    checked: Checked,
    theme: Theme,
    /// Every file of the site by its path, with `/`.
    pages: BTreeMap<String, Page>,
    /// What is published of each kind, in the order in which it is listed.
    order: BTreeMap<Kind, Vec<Key>>,
    /// Where each thing stands in that order.
    position: BTreeMap<Key, usize>,
    used_in: BTreeMap<Key, Vec<Key>>,
    topics: BTreeMap<Id, Vec<Key>>,
}

/// Decides the site.
#[must_use]
pub fn plan(checked: Checked, theme: Theme) -> Plan {
    let playbook = checked.playbook();
    let mut order = BTreeMap::new();
    let mut position = BTreeMap::new();
    for kind in Kind::ALL {
        let keys: Vec<Key> =
            playbook.published(kind).iter().map(|entry| (kind, entry.head.id.clone())).collect();
        position.extend(keys.iter().enumerate().map(|(at, key)| (key.clone(), at)));
        order.insert(kind, keys);
    }
    let used_in = relations::used_in(playbook, &order[&Kind::Scenario]);
    let topics = relations::topics(playbook, &order);
    let pages = pages(playbook, &theme, &order, &topics);
    Plan { checked, theme, pages, order, position, used_in, topics }
}

impl Plan {
    #[must_use]
    pub fn playbook(&self) -> &Playbook {
        self.checked.playbook()
    }

    #[must_use]
    pub fn theme(&self) -> &Theme {
        &self.theme
    }

    #[must_use]
    pub fn pages(&self) -> &BTreeMap<String, Page> {
        &self.pages
    }

    /// What is published of a kind, in the order in which it is listed.
    #[must_use]
    pub fn listed(&self, kind: Kind) -> &[Key] {
        self.order.get(&kind).map_or(&[], Vec::as_slice)
    }

    /// Where a thing stands among those of its kind, from 0.
    #[must_use]
    pub fn position(&self, key: &Key) -> usize {
        self.position.get(key).copied().unwrap_or_default()
    }

    /// The published scenarios that name a thing.
    #[must_use]
    pub fn used_in(&self, key: &Key) -> &[Key] {
        self.used_in.get(key).map_or(&[], Vec::as_slice)
    }

    /// Every topic, with what carries it, in the order of the menu.
    #[must_use]
    pub fn topics(&self) -> &BTreeMap<Id, Vec<Key>> {
        &self.topics
    }

    /// The path of the picture that stands beside a link to the page at `path`, when there is one.
    #[must_use]
    pub fn card(&self, path: &str) -> Option<String> {
        let made = match self.pages.get(path) {
            Some(Page::Entry(key)) => card_path(self.entry(key)),
            _ => CARD.to_owned(),
        };
        [OWN_CARD.to_owned(), made].into_iter().find(|card| self.pages.contains_key(card))
    }

    /// A thing that the plan names.
    #[must_use]
    pub fn entry(&self, key: &Key) -> &Entry {
        self.playbook().entries.get(key).expect("a checked playbook has everything that it names")
    }
}

/// The path of the page of all copies.
pub const COPIES: &str = "copies.html";

/// The path of the picture beside a link to pages that are no entry's.
const CARD: &str = "social/index.png";

/// A picture of the project's own that stands beside every link, in place of those that are made.
const OWN_CARD: &str = "assets/card.png";

/// The path of a topic's page.
#[must_use]
pub fn topic_path(topic: &str) -> String {
    format!("topics/{topic}.html")
}

fn card_path(entry: &Entry) -> String {
    format!("social/{}.png", entry.head.stem)
}

fn pages(
    playbook: &Playbook,
    theme: &Theme,
    order: &BTreeMap<Kind, Vec<Key>>,
    topics: &BTreeMap<Id, Vec<Key>>,
) -> BTreeMap<String, Page> {
    let carried = playbook.assets.iter().chain(&theme.assets);
    let mut pages: BTreeMap<String, Page> =
        carried.map(|(path, bytes)| (path.clone(), Page::Asset(bytes.clone()))).collect();
    pages.insert("index.html".to_owned(), Page::Home);
    pages.insert("404.html".to_owned(), Page::NotFound);
    if order.get(&Kind::Template).is_some_and(|keys| !keys.is_empty()) {
        pages.insert(COPIES.to_owned(), Page::Copies);
    }
    // Other sites find a picture by its full address only.
    let has_cards = playbook.book.site_url.is_some() && !pages.contains_key(OWN_CARD);
    if has_cards {
        pages.insert(CARD.to_owned(), Page::Card(None));
    }
    if playbook.book.site_url.is_some() {
        pages.insert("sitemap.xml".to_owned(), Page::Sitemap);
    }
    if order.get(&Kind::Template).is_some_and(|templates| !templates.is_empty()) {
        pages.insert(LIST.to_owned(), Page::TemplateIds);
    }
    for (kind, keys) in order {
        if !keys.is_empty() {
            pages.insert(kind.list(), Page::List(*kind));
        }
        for key in keys {
            let entry = &playbook.entries[key];
            pages.insert(entry.page(), Page::Entry(key.clone()));
            if has_cards {
                pages.insert(card_path(entry), Page::Card(Some(key.clone())));
            }
            pages.extend(entry.sheet().map(|path| (path, Page::Sheet(key.clone()))));
        }
    }
    for topic in topics.keys() {
        pages.insert(topic_path(topic), Page::Topic(topic.clone()));
    }
    for redirect in &playbook.book.redirects {
        if let Ok(target) = playbook.follow("", &redirect.to.value) {
            pages.entry(redirect.from.value.clone()).or_insert(Page::Redirect(target));
        }
    }
    pages
}
