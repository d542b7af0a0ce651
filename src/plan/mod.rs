//! Every address, list and relation of the site, decided before a page is made.
//!
//! It must not know how a page looks nor where the site is written to.

mod part;
mod relations;

use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, OnceLock};

use crate::check::Checked;
use crate::model::{
    Body, COPIES, DRILL, Entry, Format, Id, Key, Kind, LIST, PRINT, PRINTED_CARDS, Playbook,
    SEARCH, Scenario, Target, Template, cards_path, finder_path, list_path, print_path, topic_path,
};
use crate::search::Index;
use crate::source::Asset;
use crate::theme::Theme;

pub use part::{List, Part};

/// What stands at a path of the site.
#[derive(Clone, Debug)]
pub enum Page {
    Home,
    /// A part of the list of a kind.
    List(Kind, Part),
    /// A thing of the book, and where it stands among those of its kind, from 0.
    Entry(Arc<Entry>, usize),
    /// A template as a file to fill in.
    Sheet(Arc<Entry>, Arc<Template>, Format),
    /// The picture beside a link to an entry, or to any other page.
    Card(Option<Arc<Entry>>),
    /// A part of what carries a topic.
    Topic(Id, Part),
    /// Signs to tick, of a part of the scenarios.
    Finder(Part),
    /// All of a kind, or of the book, on one page for paper.
    Print(Option<Kind>),
    /// Which hat first?, over the scenarios that say so.
    Drill(Vec<Arc<Entry>>),
    /// A part of the cards to play scenarios with, or all of them on one page for paper.
    RoleCards(Option<Part>),
    /// All copies on the reader's device; they are in no plan.
    Copies,
    /// The page to search on.
    Search,
    NotFound,
    /// An old address, and the path and the rest of the link that took its place.
    Redirect(Target),
    /// Every page of the site, which is published at this address.
    Sitemap(String),
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
    order: BTreeMap<Kind, List>,
    /// Only asked, never listed, so its order is nobody's concern.
    used_in: HashMap<Key, Vec<Arc<Entry>>>,
    topics: BTreeMap<Id, List>,
    /// The scenarios that can be played, and the place of each.
    practised: List,
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
    let practised: List = scenarios_with(&order, |scenario| scenario.practice.is_some()).collect();
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
        self.order.get(&kind).map_or(&[], Arc::as_ref)
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
        let path = || cards_path(Part::of_cards_with(*place));
        (!self.practised.is_empty()).then(path)
    }

    /// The published scenarios that name a thing.
    #[must_use]
    pub fn used_in(&self, entry: &Entry) -> &[Arc<Entry>] {
        let key = (entry.kind(), entry.head.id.clone());
        self.used_in.get(&key).map_or(&[], Vec::as_slice)
    }

    /// Every topic, with what carries it, in the order of the menu.
    #[must_use]
    pub fn topics(&self) -> &BTreeMap<Id, List> {
        &self.topics
    }

    /// The path in the whole site of the picture beside a link to the page at `path`, when there is one.
    #[must_use]
    pub fn card(&self, path: &str) -> Option<String> {
        if self.theme.assets.contains_key(OWN_CARD) {
            return Some(OWN_CARD.to_owned());
        }
        let made = match self.page(path) {
            Some(Page::Entry(entry, _)) => card_path(entry),
            _ => CARD.to_owned(),
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
            let entries = self.order.values().flat_map(|list| list.iter());
            Index::new(self.playbook(), entries.cloned().collect())
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
    order: &BTreeMap<Kind, List>,
    holds: fn(&Scenario) -> bool,
) -> impl Iterator<Item = Arc<Entry>> {
    let holds = move |entry: &&Arc<Entry>| matches!(&entry.body, Body::Scenario(one) if holds(one));
    order[&Kind::Scenario].iter().filter(holds).cloned()
}

fn pages(
    playbook: &Playbook,
    theme: &Theme,
    order: &BTreeMap<Kind, List>,
    topics: &BTreeMap<Id, List>,
    practised: &List,
) -> BTreeMap<String, Page> {
    let mut pages: BTreeMap<String, Page> = carried(&playbook.assets).collect();
    pages.insert("index.html".to_owned(), Page::Home);
    pages.insert(SEARCH.to_owned(), Page::Search);
    if !order[&Kind::Template].is_empty() {
        pages.insert(COPIES.to_owned(), Page::Copies);
    }
    // Other sites find a picture by its full address only.
    let has_cards = playbook.book.site_url.is_some() && !theme.assets.contains_key(OWN_CARD);
    if has_cards {
        pages.insert(CARD.to_owned(), Page::Card(None));
    }
    let first: Vec<_> = scenarios_with(order, |scenario| scenario.first.is_some()).collect();
    if !first.is_empty() {
        pages.insert(DRILL.to_owned(), Page::Drill(first));
    }
    let parts = Part::of_cards(practised);
    pages.extend(parts.map(|part| (cards_path(part.number()), Page::RoleCards(Some(part)))));
    let is_cut = Part::of_cards(practised).nth(1).is_some();
    if is_cut && practised.len() <= MOST_ON_PAPER {
        pages.insert(PRINTED_CARDS.to_owned(), Page::RoleCards(None));
    }
    for (kind, entries) in order {
        let parts = Part::of_list(entries);
        pages.extend(parts.map(|part| (list_path(*kind, part.number()), Page::List(*kind, part))));
        if (1..=MOST_ON_PAPER).contains(&entries.len()) {
            pages.insert(print_path(*kind), Page::Print(Some(*kind)));
        }
        for (at, entry) in entries.iter().enumerate() {
            pages.insert(entry.page(), Page::Entry(Arc::clone(entry), at));
            if has_cards {
                pages.insert(card_path(entry), Page::Card(Some(Arc::clone(entry))));
            }
            pages.extend(sheets(entry));
        }
    }
    for (topic, entries) in topics {
        let page =
            |part: Part| (topic_path(topic, part.number()), Page::Topic(topic.clone(), part));
        pages.extend(Part::of_list(entries).map(page));
    }
    let parts = Part::of_list(&order[&Kind::Scenario]);
    pages.extend(parts.map(|part| (finder_path(part.number()), Page::Finder(part))));
    if (1..=MOST_ON_PAPER).contains(&order.values().map(|list| list.len()).sum::<usize>()) {
        pages.insert(PRINT.to_owned(), Page::Print(None));
    }
    for redirect in &playbook.book.redirects {
        if let Ok(target) = playbook.follow("", &redirect.to.value) {
            pages.entry(redirect.from.value.clone()).or_insert(Page::Redirect(target));
        }
    }
    pages
}

/// The blank sheets of a template; anything else has none.
fn sheets(entry: &Arc<Entry>) -> impl Iterator<Item = (String, Page)> {
    let template = match &entry.body {
        Body::Template(template) => Some(template),
        Body::Scenario(_) | Body::Guide(_) | Body::Comparison(_) | Body::Check(_) => None,
    };
    template.into_iter().flat_map(move |template| {
        let sheet = |format| Page::Sheet(Arc::clone(entry), Arc::clone(template), format);
        Format::ALL
            .into_iter()
            .filter_map(move |format| Some((entry.sheet(format)?, sheet(format))))
    })
}

/// What the whole site has once, whatever its languages.
fn whole(
    playbook: &Playbook,
    theme: &Theme,
    order: &BTreeMap<Kind, List>,
) -> impl Iterator<Item = (String, Page)> {
    let not_found = Some(("404.html".to_owned(), Page::NotFound));
    let url = playbook.book.site_url.clone();
    let sitemap = url.map(|url| ("sitemap.xml".to_owned(), Page::Sitemap(url)));
    let has_templates = !order[&Kind::Template].is_empty();
    let ids = has_templates.then(|| (LIST.to_owned(), Page::TemplateIds));
    carried(&theme.assets).chain([not_found, sitemap, ids].into_iter().flatten())
}

fn carried(assets: &BTreeMap<String, Asset>) -> impl Iterator<Item = (String, Page)> {
    assets.iter().map(|(path, bytes)| (path.clone(), Page::Asset(bytes.clone())))
}
