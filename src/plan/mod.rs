//! Every address, list and relation of the site, decided before a page is made.
//!
//! It must not know how a page looks nor where the site is written to.

mod relations;

use std::collections::BTreeMap;
use std::sync::OnceLock;

use crate::check::Checked;
use crate::model::{
    Body, CARDS, COPIES, DRILL, Entry, Id, Key, Kind, LIST, PRINT, Playbook, SEARCH, Scenario,
    Target, finder_path, list_path, print_path, topic_path,
};
use crate::search::Index;
use crate::source::Asset;
use crate::theme::Theme;

/// What stands at a path of the site.
#[derive(Clone, Debug)]
pub enum Page {
    Home,
    /// A part of the list of a kind, from 0.
    List(Kind, usize),
    Entry(Key),
    /// A template as a PDF, or as a Word document, to fill in.
    Pdf(Key),
    Docx(Key),
    /// The picture beside a link to an entry, or to any other page.
    Card(Option<Key>),
    /// A part of what carries a topic, from 0.
    Topic(Id, usize),
    /// Signs to tick, of a part of the scenarios.
    Finder(usize),
    /// All of a kind, or of the book, on one page for paper.
    Print(Option<Kind>),
    /// Which hat first?, over the scenarios that say so.
    Drill(Vec<Key>),
    /// Cards to play these scenarios with.
    RoleCards(Vec<Key>),
    /// All copies on the reader's device; they are in no plan.
    Copies,
    /// The page to search on.
    Search,
    NotFound,
    /// An old address, and the path and the rest of the link that took its place.
    Redirect(Target),
    Sitemap,
    /// The ids under which readers keep answers.
    TemplateIds,
    /// A file that is carried along as it is.
    Asset(Asset),
}

/// A whole site, or its pages in one language, before any of it is rendered.
#[derive(Debug)]
pub struct Plan {
    checked: Checked,
    theme: Theme,
    /// The folder of a translation in the site, with its `/`; nothing for the original.
    folder: String,
    /// Every file of this language by its path in the whole site, with `/`, but those of the index.
    pages: BTreeMap<String, Page>,
    /// What is published of each kind, in the order in which it is listed.
    order: BTreeMap<Kind, Vec<Key>>,
    /// Where each thing stands in that order.
    position: BTreeMap<Key, usize>,
    used_in: BTreeMap<Key, Vec<Key>>,
    topics: BTreeMap<Id, Vec<Key>>,
    index: OnceLock<Index>,
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
    let folder = playbook.book.folder();
    let mut pages = pages(playbook, &theme, &order, &topics);
    if folder.is_empty() {
        pages.extend(whole(playbook, &theme, &order));
    } else {
        pages = pages.into_iter().map(|(path, page)| (format!("{folder}{path}"), page)).collect();
    }
    let index = OnceLock::new();
    Plan { checked, theme, folder, pages, order, position, used_in, topics, index }
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

    /// The folder of this language in the site, with its `/`; nothing for the original.
    #[must_use]
    pub fn folder(&self) -> &str {
        &self.folder
    }

    /// What stands at a path below this language's folder.
    #[must_use]
    pub fn page(&self, path: &str) -> Option<&Page> {
        match self.folder.as_str() {
            "" => self.pages.get(path),
            folder => self.pages.get(&format!("{folder}{path}")),
        }
    }

    /// What is published of a kind, in the order in which it is listed.
    #[must_use]
    pub fn listed(&self, kind: Kind) -> &[Key] {
        self.order.get(&kind).map_or(&[], Vec::as_slice)
    }

    /// The entries of a list that stand on its part `part`.
    #[must_use]
    pub fn part(keys: &[Key], part: usize) -> &[Key] {
        keys.chunks(MOST_IN_LIST).nth(part).unwrap_or_default()
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

    /// The path in the whole site of the picture beside a link to the page at `path`, when there is one.
    #[must_use]
    pub fn card(&self, path: &str) -> Option<String> {
        if self.theme.assets.contains_key(OWN_CARD) {
            return Some(OWN_CARD.to_owned());
        }
        let made = match self.page(path) {
            Some(Page::Entry(key)) => card_path(self.entry(key)),
            _ => CARD.to_owned(),
        };
        self.page(&made).is_some().then(|| format!("{}{made}", self.folder))
    }

    /// Whether an entry is still in the language of the original.
    #[must_use]
    pub fn is_untranslated(&self, key: &Key) -> bool {
        self.playbook().is_untranslated(self.entry(key))
    }

    /// What can be searched for. It is made when somebody asks for it first: the preview saves that time.
    pub fn index(&self) -> &Index {
        self.index.get_or_init(|| {
            Index::new(self.playbook(), self.order.values().flatten().cloned().collect())
        })
    }

    /// A thing that the plan names.
    #[must_use]
    pub fn entry(&self, key: &Key) -> &Entry {
        self.playbook().entries.get(key).expect("a checked playbook has everything that it names")
    }
}

/// The path of the picture beside a link to pages that are no entry's.
const CARD: &str = "social/index.png";

/// A picture of the project's own that stands beside every link, in place of those that are made.
const OWN_CARD: &str = "assets/card.png";

/// The most entries that one page of a list shows.
pub const MOST_IN_LIST: usize = 60;

/// The most entries that are put on one page for paper. Who has more prints what they need.
const MOST_ON_PAPER: usize = 300;

fn card_path(entry: &Entry) -> String {
    format!("social/{}.png", entry.head.stem)
}

fn pages(
    playbook: &Playbook,
    theme: &Theme,
    order: &BTreeMap<Kind, Vec<Key>>,
    topics: &BTreeMap<Id, Vec<Key>>,
) -> BTreeMap<String, Page> {
    let mut pages: BTreeMap<String, Page> = carried(&playbook.assets).collect();
    pages.insert("index.html".to_owned(), Page::Home);
    pages.insert(SEARCH.to_owned(), Page::Search);
    if order.get(&Kind::Template).is_some_and(|keys| !keys.is_empty()) {
        pages.insert(COPIES.to_owned(), Page::Copies);
    }
    // Other sites find a picture by its full address only.
    let has_cards = playbook.book.site_url.is_some() && !theme.assets.contains_key(OWN_CARD);
    if has_cards {
        pages.insert(CARD.to_owned(), Page::Card(None));
    }
    let scenarios = order.get(&Kind::Scenario).map_or(&[][..], Vec::as_slice);
    let with = |has: fn(&Scenario) -> bool| {
        let has =
            |key: &&Key| matches!(&playbook.entries[*key].body, Body::Scenario(one) if has(one));
        scenarios.iter().filter(has).take(MOST_ON_PAPER).cloned().collect::<Vec<Key>>()
    };
    let first = with(|scenario| scenario.first.is_some());
    if !first.is_empty() {
        pages.insert(DRILL.to_owned(), Page::Drill(first));
    }
    let practised = with(|scenario| scenario.practice.is_some());
    if !practised.is_empty() {
        pages.insert(CARDS.to_owned(), Page::RoleCards(practised));
    }
    for (kind, keys) in order {
        pages.extend(parts(keys).map(|part| (list_path(*kind, part), Page::List(*kind, part))));
        if (1..=MOST_ON_PAPER).contains(&keys.len()) {
            pages.insert(print_path(*kind), Page::Print(Some(*kind)));
        }
        for key in keys {
            let entry = &playbook.entries[key];
            pages.insert(entry.page(), Page::Entry(key.clone()));
            if has_cards {
                pages.insert(card_path(entry), Page::Card(Some(key.clone())));
            }
            pages.extend(entry.sheet("pdf").map(|path| (path, Page::Pdf(key.clone()))));
            pages.extend(entry.sheet("docx").map(|path| (path, Page::Docx(key.clone()))));
        }
    }
    for (topic, keys) in topics {
        let page = |part| (topic_path(topic, part), Page::Topic(topic.clone(), part));
        pages.extend(parts(keys).map(page));
    }
    let scenarios = order.get(&Kind::Scenario).map_or(&[][..], Vec::as_slice);
    pages.extend(parts(scenarios).map(|part| (finder_path(part), Page::Finder(part))));
    if (1..=MOST_ON_PAPER).contains(&order.values().map(Vec::len).sum::<usize>()) {
        pages.insert(PRINT.to_owned(), Page::Print(None));
    }
    for redirect in &playbook.book.redirects {
        if let Ok(target) = playbook.follow("", &redirect.to.value) {
            pages.entry(redirect.from.value.clone()).or_insert(Page::Redirect(target));
        }
    }
    pages
}

/// What the whole site has once, whatever its languages.
fn whole(
    playbook: &Playbook,
    theme: &Theme,
    order: &BTreeMap<Kind, Vec<Key>>,
) -> impl Iterator<Item = (String, Page)> {
    let not_found = Some(("404.html".to_owned(), Page::NotFound));
    let has_url = playbook.book.site_url.is_some();
    let sitemap = has_url.then(|| ("sitemap.xml".to_owned(), Page::Sitemap));
    let has_templates = order.get(&Kind::Template).is_some_and(|keys| !keys.is_empty());
    let ids = has_templates.then(|| (LIST.to_owned(), Page::TemplateIds));
    carried(&theme.assets).chain([not_found, sitemap, ids].into_iter().flatten())
}

fn carried(assets: &BTreeMap<String, Asset>) -> impl Iterator<Item = (String, Page)> {
    assets.iter().map(|(path, bytes)| (path.clone(), Page::Asset(bytes.clone())))
}

/// The numbers of the parts into which a list is cut.
fn parts(keys: &[Key]) -> std::ops::Range<usize> {
    0..keys.len().div_ceil(MOST_IN_LIST)
}
