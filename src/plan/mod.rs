//! Every address, list and relation of the site, decided before a page is made.
//!
//! It must not know how a page looks nor where the site is written to.

mod blank;
mod card_logo;
mod chapters;
mod found;
mod groups;
mod news;
mod page;
mod pages;
mod pagination;
mod relations;
mod social_images;
mod topics;

use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, OnceLock};

use crate::check::Checked;
use crate::export;
use crate::model::{
    Entry, FAVICON, FEED, Folder, Format, HEADERS, HOME_ICON, Kind, LIST, ListedBefore, Look,
    MANIFEST, NEWS, Playbook, REDIRECTS, ROBOTS, SITEMAP, SitePath, Slug, Template, role_play_path,
};
use crate::search::Index;
use crate::social_image::Logo;
use crate::theme::Theme;

pub use card_logo::LastLogo;
pub use chapters::{Chapter, Chapters, chapter_page_path, chapter_path};
pub use groups::Group;
pub use news::News;
pub use page::{Icon, Page};
pub use pagination::{List, ListPage};
pub use topics::Topics;

use pages::{pages, scenarios_with, whole};
use relations::Users;
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
    /// The same by their places and titles alone.
    by_title: BTreeMap<Kind, List>,
    /// The situations, by whom they are with.
    groups: Vec<Group>,
    /// Only asked, never listed, so its order is nobody's concern.
    used_in: Users,
    topics: Topics,
    chapters: Chapters,
    /// The pages of the owner's own, in their order.
    own_pages: List,
    news: Vec<News>,
    /// The scenarios that can be played, and the place of each.
    practised: List,
    places: HashMap<Slug, usize>,
    without_pdf: Vec<(Arc<Entry>, char)>,
    index: OnceLock<Index>,
    last_logo: LastLogo,
    card_logo: OnceLock<Option<Arc<Logo>>>,
}

/// Where a site goes, where that is not what the book says.
#[derive(Clone, Debug, Default)]
pub struct Destination {
    /// The address that it is published at, ending in `/`.
    pub site_url: Option<String>,
    /// Whether it is for review alone: every page says so, and no search engine takes it up.
    pub is_staging: bool,
}

/// Decides the site. A logo that is the last one is not read again.
#[must_use]
pub fn plan(
    mut checked: Checked,
    theme: Theme,
    destination: &Destination,
    last_logo: LastLogo,
) -> Plan {
    let playbook = checked.playbook();
    let Destination { site_url, is_staging } = destination.clone();
    let site_url = site_url.or_else(|| playbook.book.site_url.clone());
    let listed = |kind| playbook.published(kind).into_iter().cloned().collect();
    let mut order: BTreeMap<Kind, List> =
        Kind::ALL.into_iter().map(|kind| (kind, listed(kind))).collect();
    let by_title = order.clone();
    let groups = groups::groups(&order[&Kind::Scenario], playbook.home.as_ref());
    let in_groups = groups.iter().flat_map(|group| group.list.iter().cloned()).collect();
    order.insert(Kind::Scenario, in_groups);
    let chapters = Chapters::of(playbook, &order[&Kind::Guide]);
    order.insert(Kind::Guide, chapters.in_order());
    let (used_in, topics) =
        rayon::join(|| relations::used_in(&order, playbook), || Topics::of(&order, &playbook.book));
    let practised: List = scenarios_with(&order, |scenario| scenario.practice.is_some()).collect();
    let places = practised.iter().enumerate();
    let places = places.map(|(at, entry)| (entry.head.id.clone(), at)).collect();
    let folder = playbook.book.folder();
    let own_pages: List = playbook.own_pages().into_iter().cloned().collect();
    let news = news::news(order.values().flat_map(|list| list.iter()).chain(own_pages.iter()));
    let mut pages = pages(playbook, &order, (&topics, &chapters), &practised);
    for (at, entry) in own_pages.iter().enumerate() {
        pages.insert(entry.page(), Page::Entry(Arc::clone(entry), at));
    }
    if !news.is_empty() {
        pages.insert(NEWS, Page::News);
        if let Some(url) = site_url.clone().filter(|_| !is_staging) {
            pages.insert(FEED, Page::Feed(url));
        }
    }
    pages.retain(|path, page| matches!(page, Page::Redirect(_)) || playbook.book.has_part(path));
    let without_pdf = blank::without_pdf(playbook, &theme, &order[&Kind::Template]);
    for (entry, _) in &without_pdf {
        entry.sheet(Format::Pdf).and_then(|path| pages.remove(&path));
    }
    // Other sites find a picture by its full address only.
    if site_url.is_some() && !theme.assets.contains_key(&OWN_SOCIAL_IMAGE) {
        let images = social_images(&order);
        let images = images.map(|(path, of)| (path, Page::SocialImage(of)));
        pages.append(&mut images.collect());
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
    checked.forget_order();
    Plan {
        checked,
        theme,
        site_url,
        is_staging,
        folder,
        pages,
        order,
        by_title,
        groups,
        used_in,
        topics,
        chapters,
        own_pages,
        news,
        practised,
        places,
        without_pdf,
        index: OnceLock::new(),
        last_logo,
        card_logo: OnceLock::new(),
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

    /// How all is listed, for whoever lists it again after a change.
    #[must_use]
    pub fn listed_for_next_time(&self) -> ListedBefore {
        ListedBefore::of(&self.playbook().book, self.by_title.clone())
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
        (!self.practised.is_empty()).then(path).filter(|path| self.page(path).is_some())
    }

    /// The published scenarios that name a thing.
    #[must_use]
    pub fn used_in(&self, entry: &Entry) -> &[Arc<Entry>] {
        let of_kind = self.used_in.get(&entry.kind());
        of_kind.and_then(|users| users.get(entry.head.id.as_str())).map_or(&[], Vec::as_slice)
    }

    /// What carries which topic.
    #[must_use]
    pub fn topics(&self) -> &Topics {
        &self.topics
    }

    /// Guidance in chapters.
    #[must_use]
    pub fn chapters(&self) -> &Chapters {
        &self.chapters
    }

    /// The pages of the owner's own, in their order.
    #[must_use]
    pub fn own_pages(&self) -> &[Arc<Entry>] {
        &self.own_pages
    }

    /// What was changed on pages, the newest first.
    #[must_use]
    pub fn news(&self) -> &[News] {
        &self.news
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

    /// The owner's logo for pictures beside links, where it can be drawn. It is read when somebody asks for it first.
    #[must_use]
    pub fn card_logo(&self) -> Option<&Logo> {
        let read = || {
            let playbook = self.playbook();
            let link = &playbook.book.look.as_ref()?.logo_card.as_ref()?.value;
            let target = playbook.follow(None, link).ok()?;
            let of = if target.is_shared { &playbook.shared } else { &playbook.assets };
            self.last_logo.of(of.get(&target.path)?, self.theme.colours.page)
        };
        self.card_logo.get_or_init(read).as_deref()
    }

    /// The bytes of the blank sheet of a template.
    #[must_use]
    pub fn blank(&self, entry: &Entry, template: &Template, format: Format) -> Vec<u8> {
        let words = |key: &str| self.theme.wording.get(key).to_owned();
        let of = (self.playbook(), self.theme());
        export::blank(&blank::sheet(of, &words, entry, template), format)
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
            let lists = self.order.values().chain([&self.own_pages]);
            let entries = lists.flat_map(|list| list.iter()).cloned();
            let tools = found::tools(|path| self.page(path).is_some());
            found::index(&self.playbook().book, &self.theme.wording, entries, tools)
        })
    }
}

/// What a site with a look of its own has for tabs and home screens. The owner's own icon takes the place of drawn ones.
fn icons(look: &Look) -> impl Iterator<Item = (SitePath, Page)> + use<> {
    let drawn = [(FAVICON, Icon::Tab), (HOME_ICON, Icon::HomeScreen)];
    let is_drawn = look.icon.is_none();
    let drawn = drawn.into_iter().filter(move |_| is_drawn);
    drawn.map(|(path, icon)| (path, Page::Icon(icon))).chain([(MANIFEST, Page::Manifest)])
}
