//! Every address, list and relation of the site, decided before a page is made.
//!
//! It must not know how a page looks nor where the site is written to.

mod parts;
mod relations;

use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, OnceLock};

use crate::check::Checked;
use crate::model::{
    COPIES, DRILL, Entry, Id, Key, Kind, LIST, PRINT, PRINTED_CARDS, Playbook, SEARCH, Scenario,
    Target, cards_path, finder_path, list_path, print_path, topic_path,
};
use crate::search::Index;
use crate::source::Asset;
use crate::theme::Theme;

pub use parts::Parts;

/// What stands at a path of the site.
#[derive(Clone, Debug)]
pub enum Page {
    Home,
    /// A part of the list of a kind, from 0.
    List(Kind, usize),
    /// A thing of the book, and where it stands among those of its kind, from 0.
    Entry(Arc<Entry>, usize),
    /// A template as a PDF, or as a Word document, to fill in.
    Pdf(Arc<Entry>),
    Docx(Arc<Entry>),
    /// The picture beside a link to an entry, or to any other page.
    Card(Option<Arc<Entry>>),
    /// A part of what carries a topic, from 0.
    Topic(Id, usize),
    /// Signs to tick, of a part of the scenarios.
    Finder(usize),
    /// All of a kind, or of the book, on one page for paper.
    Print(Option<Kind>),
    /// Which hat first?, over the scenarios that say so.
    Drill(Vec<Arc<Entry>>),
    /// A part of the cards to play scenarios with, from 0, or all of them on one page for paper.
    RoleCards(Option<usize>),
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
    order: BTreeMap<Kind, Vec<Arc<Entry>>>,
    /// Only asked, never listed, so its order is nobody's concern.
    used_in: HashMap<Key, Vec<Arc<Entry>>>,
    topics: BTreeMap<Id, Vec<Arc<Entry>>>,
    /// The scenarios that can be played, and the place of each.
    practised: Vec<Arc<Entry>>,
    places: HashMap<Id, usize>,
    index: OnceLock<Index>,
}

/// Decides the site.
#[must_use]
pub fn plan(checked: Checked, theme: Theme) -> Plan {
    let playbook = checked.playbook();
    let listed = |kind| playbook.published(kind).into_iter().cloned().collect();
    let order = Kind::ALL.into_iter().map(|kind| (kind, listed(kind))).collect();
    let (used_in, topics) =
        rayon::join(|| relations::used_in(&order), || relations::topics(&order));
    let practised = scenarios_with(&order, |scenario| scenario.practice.is_some());
    let places = practised.iter().enumerate();
    let places = places.map(|(at, entry)| (entry.head.id.clone(), at)).collect();
    let folder = playbook.book.folder();
    let mut pages = pages(playbook, &theme, &order, &topics, &practised);
    if folder.is_empty() {
        pages.extend(whole(playbook, &theme, &order));
    } else {
        pages = pages.into_iter().map(|(path, page)| (format!("{folder}{path}"), page)).collect();
    }
    let index = OnceLock::new();
    Plan { checked, theme, folder, pages, order, used_in, topics, practised, places, index }
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
    pub fn listed(&self, kind: Kind) -> &[Arc<Entry>] {
        self.order.get(&kind).map_or(&[], Vec::as_slice)
    }

    /// The published scenarios that can be played.
    #[must_use]
    pub fn practised(&self) -> &[Arc<Entry>] {
        &self.practised
    }

    /// Where the cards of a scenario stand, and without one where they begin; `None` where there are none.
    #[must_use]
    pub fn cards(&self, of: Option<&Entry>) -> Option<String> {
        let place = of.and_then(|entry| self.places.get(&entry.head.id)).unwrap_or(&0);
        let part = Parts::of_cards(&self.practised).part_of(*place);
        (!self.practised.is_empty()).then(|| cards_path(part))
    }

    /// The published scenarios that name a thing.
    #[must_use]
    pub fn used_in(&self, entry: &Entry) -> &[Arc<Entry>] {
        let key = (entry.kind(), entry.head.id.clone());
        self.used_in.get(&key).map_or(&[], Vec::as_slice)
    }

    /// Every topic, with what carries it, in the order of the menu.
    #[must_use]
    pub fn topics(&self) -> &BTreeMap<Id, Vec<Arc<Entry>>> {
        &self.topics
    }

    /// The path in the whole site of the picture beside a link to the page at `path`, when there is one.
    #[must_use]
    pub fn card(&self, path: &str) -> Option<String> {
        if self.theme.assets.contains_key(OWN_CARD) {
            return Some(OWN_CARD.to_owned());
        }
        let made = if let Some(Page::Entry(entry, _)) = self.page(path) {
            card_path(entry)
        } else {
            CARD.to_owned()
        };
        self.page(&made).is_some().then(|| format!("{}{made}", self.folder))
    }

    /// Whether an entry is still in the language of the original.
    #[must_use]
    pub fn is_untranslated(&self, entry: &Entry) -> bool {
        self.playbook().is_untranslated(entry)
    }

    /// What can be searched for. It is made when somebody asks for it first: the preview saves that time.
    pub fn index(&self) -> &Index {
        self.index.get_or_init(|| {
            Index::new(self.playbook(), self.order.values().flatten().cloned().collect())
        })
    }
}

/// The path of the picture beside a link to pages that are no entry's.
const CARD: &str = "social/index.png";

/// A picture of the project's own that stands beside every link, in place of those that are made.
const OWN_CARD: &str = "assets/card.png";

/// The most entries that are put on one page for paper. Who has more prints what they need.
const MOST_ON_PAPER: usize = 300;

fn card_path(entry: &Entry) -> String {
    format!("social/{}.png", entry.head.stem)
}

/// The published scenarios of which something holds.
fn scenarios_with(
    order: &BTreeMap<Kind, Vec<Arc<Entry>>>,
    holds: fn(&Scenario) -> bool,
) -> Vec<Arc<Entry>> {
    let holds = |entry: &&Arc<Entry>| entry.scenario().is_some_and(holds);
    order.get(&Kind::Scenario).into_iter().flatten().filter(holds).cloned().collect()
}

fn pages(
    playbook: &Playbook,
    theme: &Theme,
    order: &BTreeMap<Kind, Vec<Arc<Entry>>>,
    topics: &BTreeMap<Id, Vec<Arc<Entry>>>,
    practised: &[Arc<Entry>],
) -> BTreeMap<String, Page> {
    let mut pages: BTreeMap<String, Page> = carried(&playbook.assets).collect();
    pages.insert("index.html".to_owned(), Page::Home);
    pages.insert(SEARCH.to_owned(), Page::Search);
    if order.get(&Kind::Template).is_some_and(|templates| !templates.is_empty()) {
        pages.insert(COPIES.to_owned(), Page::Copies);
    }
    // Other sites find a picture by its full address only.
    let has_cards = playbook.book.site_url.is_some() && !theme.assets.contains_key(OWN_CARD);
    if has_cards {
        pages.insert(CARD.to_owned(), Page::Card(None));
    }
    let scenarios = order.get(&Kind::Scenario).map_or(&[][..], Vec::as_slice);
    let first = scenarios_with(order, |scenario| scenario.first.is_some());
    if !first.is_empty() {
        pages.insert(DRILL.to_owned(), Page::Drill(first));
    }
    let parts = Parts::of_cards(practised).numbers();
    let is_cut = parts.len() > 1;
    pages.extend(parts.map(|part| (cards_path(part), Page::RoleCards(Some(part)))));
    if is_cut && practised.len() <= MOST_ON_PAPER {
        pages.insert(PRINTED_CARDS.to_owned(), Page::RoleCards(None));
    }
    for (kind, entries) in order {
        let parts = Parts::of_list(entries).numbers();
        pages.extend(parts.map(|part| (list_path(*kind, part), Page::List(*kind, part))));
        if (1..=MOST_ON_PAPER).contains(&entries.len()) {
            pages.insert(print_path(*kind), Page::Print(Some(*kind)));
        }
        for (at, entry) in entries.iter().enumerate() {
            pages.insert(entry.page(), Page::Entry(Arc::clone(entry), at));
            if has_cards {
                pages.insert(card_path(entry), Page::Card(Some(Arc::clone(entry))));
            }
            pages.extend(entry.sheet("pdf").map(|path| (path, Page::Pdf(Arc::clone(entry)))));
            pages.extend(entry.sheet("docx").map(|path| (path, Page::Docx(Arc::clone(entry)))));
        }
    }
    for (topic, entries) in topics {
        let page = |part| (topic_path(topic, part), Page::Topic(topic.clone(), part));
        pages.extend(Parts::of_list(entries).numbers().map(page));
    }
    let parts = Parts::of_list(scenarios).numbers();
    pages.extend(parts.map(|part| (finder_path(part), Page::Finder(part))));
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
    order: &BTreeMap<Kind, Vec<Arc<Entry>>>,
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
