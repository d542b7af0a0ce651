//! Every address, list and relation of the site, decided before a page is made.
//!
//! It must not know how a page looks nor where the site is written to.

mod blank;
mod found;
mod groups;
mod page;
mod pagination;
mod relations;
mod social_images;
mod topics;

use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, OnceLock};

use crate::check::Checked;
use crate::export;
use crate::model::{
    Body, COPIES, DRILL, Entry, EntryKey, FAVICON, Folder, Format, HEADERS, HOME, HOME_ICON, Kind,
    LIST, Look, MANIFEST, NOT_FOUND, PRINT, PRINTED_ROLE_PLAY, Playbook, REDIRECTS, ROBOTS, SEARCH,
    SITEMAP, Scenario, SitePath, Slug, Template, finder_path, group_path, list_path, print_path,
    role_play_path, topic_path,
};
use crate::search::Index;
use crate::source::Asset;
use crate::theme::Theme;

pub use groups::Group;
pub use page::{Icon, Page};
pub use pagination::{List, ListPage};
pub use topics::Topics;

use social_images::{OWN_SOCIAL_IMAGE, SOCIAL_IMAGE, social_image_path, social_images};

/// A whole site, or its pages in one language, before any of it is rendered.
#[derive(Debug)]
pub struct Plan {
    checked: Checked,
    theme: Theme,
    /// Where the site is published, ending in `/`.
    site_url: Option<String>,
    is_staging: bool,
    folder: Folder,
    /// Every file of this language by its path in the whole site, with `/`, but those of the index.
    pages: BTreeMap<SitePath, Page>,
    /// What is published of each kind, in the order in which it is listed.
    order: BTreeMap<Kind, List>,
    /// The situations, by whom they are with.
    groups: Vec<Group>,
    /// Only asked, never listed, so its order is nobody's concern.
    used_in: HashMap<EntryKey, Vec<Arc<Entry>>>,
    topics: Topics,
    /// The scenarios that can be played, and the place of each.
    practised: List,
    places: HashMap<Slug, usize>,
    without_pdf: Vec<(Arc<Entry>, char)>,
    index: OnceLock<Index>,
}

/// Where a site goes, where that is not what the book says.
#[derive(Clone, Debug, Default)]
pub struct Destination {
    /// The address that it is published at, ending in `/`.
    pub site_url: Option<String>,
    /// Whether it is for review alone: every page says so, and no search engine takes it up.
    pub is_staging: bool,
}

/// Decides the site.
#[must_use]
pub fn plan(checked: Checked, theme: Theme, destination: &Destination) -> Plan {
    let playbook = checked.playbook();
    let Destination { site_url, is_staging } = destination.clone();
    let site_url = site_url.or_else(|| playbook.book.site_url.clone());
    let listed = |kind| playbook.published(kind).into_iter().cloned().collect();
    let mut order: BTreeMap<Kind, List> =
        Kind::ALL.into_iter().map(|kind| (kind, listed(kind))).collect();
    let groups = groups::groups(&order[&Kind::Scenario], playbook.home.as_ref());
    let in_groups = groups.iter().flat_map(|group| group.list.iter().cloned()).collect();
    order.insert(Kind::Scenario, in_groups);
    let (used_in, topics) =
        rayon::join(|| relations::used_in(&order), || Topics::of(&order, &playbook.book));
    let practised: List = scenarios_with(&order, |scenario| scenario.practice.is_some()).collect();
    let places = practised.iter().enumerate();
    let places = places.map(|(at, entry)| (entry.head.id.clone(), at)).collect();
    let folder = playbook.book.folder();
    let mut pages = pages(playbook, &order, &topics, &practised);
    let without_pdf = blank::without_pdf(playbook, &theme, &order[&Kind::Template]);
    for (entry, _) in &without_pdf {
        entry.sheet(Format::Pdf).and_then(|path| pages.remove(&path));
    }
    // Other sites find a picture by its full address only.
    if site_url.is_some() && !theme.assets.contains_key(&OWN_SOCIAL_IMAGE) {
        let images = social_images(&order);
        pages.extend(images.map(|(path, of)| (path, Page::SocialImage(of))));
    }
    if folder.is_root() {
        let sitemap = site_url.clone().map(|url| (SITEMAP, Page::Sitemap(url)));
        let host = playbook.book.told_host().map(|host| (REDIRECTS, Page::HostRedirects(host)));
        let headers = playbook.book.headers.then_some((HEADERS, Page::HostHeaders));
        pages.extend(whole(&theme, &order).chain(sitemap).chain(host).chain(headers));
        if let Some(look) = &playbook.book.look {
            // What stands in `content/` under these names is the owner's own.
            for (path, page) in icons(look) {
                pages.entry(path).or_insert(page);
            }
        }
        if is_staging {
            // A copy for review is listed nowhere, and no later build holds to the ids that it has.
            pages.remove(&SITEMAP);
            pages.remove(&LIST);
            pages.insert(ROBOTS, Page::Robots);
        }
    } else {
        pages = pages.into_iter().map(|(path, page)| (folder.whole(&path), page)).collect();
    }
    Plan {
        checked,
        theme,
        site_url,
        is_staging,
        folder,
        pages,
        order,
        groups,
        used_in,
        topics,
        practised,
        places,
        without_pdf,
        index: OnceLock::new(),
    }
}

impl Plan {
    /// The playbook whose site it is.
    #[must_use]
    pub fn playbook(&self) -> &Playbook {
        self.checked.playbook()
    }

    /// How the site looks.
    #[must_use]
    pub fn theme(&self) -> &Theme {
        &self.theme
    }

    /// Where the site is published, ending in `/`, when that is known.
    #[must_use]
    pub fn site_url(&self) -> Option<&str> {
        self.site_url.as_deref()
    }

    /// The path on its host below which the site is published: empty, or ending in `/`.
    #[must_use]
    pub fn path_on_host(&self) -> &str {
        let whole = self.site_url().and_then(|url| url.split_once("://")?.1.split_once('/'));
        whole.map_or("", |(_, path)| path)
    }

    /// Whether the site is for review alone.
    #[must_use]
    pub fn is_staging(&self) -> bool {
        self.is_staging
    }

    /// Every file of this language by its path in the whole site, but those of the index.
    #[must_use]
    pub fn pages(&self) -> &BTreeMap<SitePath, Page> {
        &self.pages
    }

    /// The folder of this language in the site.
    #[must_use]
    pub fn folder(&self) -> &Folder {
        &self.folder
    }

    /// What stands at a path below this language's folder.
    #[must_use]
    pub fn page(&self, path: &SitePath) -> Option<&Page> {
        if self.folder.is_root() {
            self.pages.get(path)
        } else {
            self.pages.get(&self.folder.whole(path))
        }
    }

    /// What is published of a kind, in the order in which it is listed.
    #[must_use]
    pub fn listed(&self, kind: Kind) -> &[Arc<Entry>] {
        self.order.get(&kind).map_or(&[], Arc::as_ref)
    }

    /// The published scenarios, by whom they are with.
    #[must_use]
    pub fn groups(&self) -> &[Group] {
        &self.groups
    }

    /// The group of the scenario at this place of their list, and its place there.
    #[must_use]
    pub fn group_at(&self, place: usize) -> Option<(&Group, usize)> {
        groups::at(&self.groups, place)
    }

    /// The published scenarios that can be played.
    #[must_use]
    pub fn practised(&self) -> &[Arc<Entry>] {
        &self.practised
    }

    /// Where a scenario is played, and without one where these pages begin; `None` where no scenario can be played.
    #[must_use]
    pub fn role_play(&self, of: Option<&Entry>) -> Option<SitePath> {
        let place = of.and_then(|entry| self.places.get(&entry.head.id)).unwrap_or(&0);
        let path = || role_play_path(ListPage::of_role_play_with(*place));
        (!self.practised.is_empty()).then(path)
    }

    /// The published scenarios that name a thing.
    #[must_use]
    pub fn used_in(&self, entry: &Entry) -> &[Arc<Entry>] {
        let key = (entry.kind(), entry.head.id.clone());
        self.used_in.get(&key).map_or(&[], Vec::as_slice)
    }

    /// What carries which topic.
    #[must_use]
    pub fn topics(&self) -> &Topics {
        &self.topics
    }

    /// The path in the whole site of the social image of the page at `path`, when it has one.
    #[must_use]
    pub fn social_image(&self, path: &SitePath) -> Option<SitePath> {
        if self.theme.assets.contains_key(&OWN_SOCIAL_IMAGE) {
            return Some(OWN_SOCIAL_IMAGE);
        }
        let made = if let Some(Page::Entry(entry, _)) = self.page(path) {
            social_image_path(entry)
        } else {
            SOCIAL_IMAGE
        };
        self.page(&made).is_some().then(|| self.folder.whole(&made))
    }

    /// The bytes of the blank sheet of a template.
    #[must_use]
    pub fn blank(&self, entry: &Entry, template: &Template, format: Format) -> Vec<u8> {
        let words = |key: &str| self.theme.wording.get(key).to_owned();
        export::blank(&blank::sheet((self.playbook(), &words), entry, template), format)
    }

    /// The templates whose sheets there are as Word documents only, each with a letter for which there is no font.
    #[must_use]
    pub fn without_pdf(&self) -> &[(Arc<Entry>, char)] {
        &self.without_pdf
    }

    /// Whether an entry is still in the language of the original.
    #[must_use]
    pub fn is_untranslated(&self, entry: &Entry) -> bool {
        self.playbook().is_untranslated(entry)
    }

    /// What can be searched for. It is made when somebody asks for it first: the preview saves that time.
    pub fn index(&self) -> &Index {
        self.index.get_or_init(|| {
            let entries = self.order.values().flat_map(|list| list.iter()).cloned();
            let tools = found::tools(|path| self.page(path).is_some());
            found::index(&self.playbook().book, &self.theme.wording, entries, tools)
        })
    }
}

/// The most entries that are put on one page for paper. Who has more prints what they need.
const MOST_ON_PAPER: usize = 300;

/// The published scenarios of which something holds.
fn scenarios_with(
    order: &BTreeMap<Kind, List>,
    holds: fn(&Scenario) -> bool,
) -> impl Iterator<Item = Arc<Entry>> {
    let holds = move |entry: &&Arc<Entry>| entry.scenario().is_some_and(holds);
    order[&Kind::Scenario].iter().filter(holds).cloned()
}

fn pages(
    playbook: &Playbook,
    order: &BTreeMap<Kind, List>,
    topics: &Topics,
    practised: &List,
) -> BTreeMap<SitePath, Page> {
    let mut pages: BTreeMap<SitePath, Page> = carried(&playbook.assets).collect();
    pages.insert(HOME, Page::Home);
    pages.insert(SEARCH, Page::Search);
    if !order[&Kind::Template].is_empty() {
        pages.insert(COPIES, Page::Copies);
    }
    let first: Vec<_> = scenarios_with(order, |scenario| scenario.first.is_some()).collect();
    if !first.is_empty() {
        pages.insert(DRILL, Page::Drill(first));
    }
    let list_pages = ListPage::to_tick(practised);
    pages.extend(list_pages.map(|page| (group_path(page.number()), Page::Group(page))));
    let list_pages = ListPage::of_role_play(practised);
    pages
        .extend(list_pages.map(|page| (role_play_path(page.number()), Page::RolePlay(Some(page)))));
    let is_cut = ListPage::of_role_play(practised).nth(1).is_some();
    if is_cut && practised.len() <= MOST_ON_PAPER {
        pages.insert(PRINTED_ROLE_PLAY, Page::RolePlay(None));
    }
    for (kind, entries) in order {
        let list_pages = ListPage::of_list(entries);
        pages.extend(
            list_pages.map(|page| (list_path(*kind, page.number()), Page::List(*kind, page))),
        );
        if (1..=MOST_ON_PAPER).contains(&entries.len()) {
            pages.insert(print_path(*kind), Page::Print(Some(*kind)));
        }
        for (at, entry) in entries.iter().enumerate() {
            pages.insert(entry.page(), Page::Entry(Arc::clone(entry), at));
            pages.extend(sheets(entry));
        }
    }
    for (topic, entries) in topics.all() {
        let page =
            |page: ListPage| (topic_path(topic, page.number()), Page::Topic(topic.clone(), page));
        pages.extend(ListPage::of_list(entries).map(page));
    }
    let list_pages = ListPage::to_tick(&order[&Kind::Scenario]);
    pages.extend(list_pages.map(|page| (finder_path(page.number()), Page::Finder(page))));
    if (1..=MOST_ON_PAPER).contains(&order.values().map(|list| list.len()).sum::<usize>()) {
        pages.insert(PRINT, Page::Print(None));
    }
    for redirect in &playbook.book.redirects {
        let target = playbook.follow(None, &redirect.to.value).ok();
        if let Some((file, target)) = redirect.file().zip(target) {
            pages.entry(file).or_insert(Page::Redirect(target));
        }
    }
    pages
}

/// What a site with a look of its own has for tabs and home screens. The owner's own icon takes the place of drawn ones.
fn icons(look: &Look) -> impl Iterator<Item = (SitePath, Page)> + use<> {
    let drawn = [(FAVICON, Icon::Tab), (HOME_ICON, Icon::HomeScreen)];
    let is_drawn = look.icon.is_none();
    let drawn = drawn.into_iter().filter(move |_| is_drawn);
    drawn.map(|(path, icon)| (path, Page::Icon(icon))).chain([(MANIFEST, Page::Manifest)])
}

/// The blank sheets of a template; anything else has none.
fn sheets(entry: &Arc<Entry>) -> impl Iterator<Item = (SitePath, Page)> {
    let template = if let Body::Template(template) = &entry.body { Some(template) } else { None };
    template.into_iter().flat_map(move |template| {
        let sheet = |format| Page::Sheet(Arc::clone(entry), Arc::clone(template), format);
        Format::ALL
            .into_iter()
            .filter_map(move |format| Some((entry.sheet(format)?, sheet(format))))
    })
}

/// What the whole site has once, whatever its languages.
fn whole(theme: &Theme, order: &BTreeMap<Kind, List>) -> impl Iterator<Item = (SitePath, Page)> {
    let not_found = Some((NOT_FOUND, Page::NotFound));
    let is_practised = scenarios_with(order, |scenario| scenario.practice.is_some()).next();
    let keeps_copies = !order[&Kind::Template].is_empty() || is_practised.is_some();
    let ids = keeps_copies.then_some((LIST, Page::TemplateIds));
    carried(&theme.assets).chain([not_found, ids].into_iter().flatten())
}

fn carried(assets: &BTreeMap<SitePath, Asset>) -> impl Iterator<Item = (SitePath, Page)> {
    assets.iter().map(|(path, bytes)| (path.clone(), Page::Asset(bytes.clone())))
}
