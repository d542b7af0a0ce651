//! The page that is being made: all addresses are seen from it, and its words are written in its language.

use std::borrow::Cow;
use std::collections::BTreeMap;

use tera::{Context, Value};

use crate::markdown::{Opening, Prose, Slot, escape};
use crate::model::{
    COPIES, Entry, FEED, FINDER, Folder, Format, HOME, Href, Id, Kind, SitePath, Target, encode,
    is_outside, topic_path,
};
use crate::plan::{List, Page, Plan};

use super::body::{Placement, mark};
use super::ids::Naming;
use super::menus::Menus;
use super::site::Site;
use super::view::{Html, Link, OpeningView, TopicLink, Words};

use super::edition::Edition;

/// The most links of the owner's own that stand in the line of the menu, and the most letters that their titles have together.
const MOST_LINKS: usize = 3;
const MOST_LETTERS: usize = 30;

/// The page that is being made, and what it is made from.
#[derive(Clone, Copy)]
pub(super) struct PageContext<'a> {
    pub site: &'a Site,
    /// The plan in the language that is written.
    pub plan: &'a Plan,
    pub common: &'a Context,
    pub menus: &'a Menus,
    /// The folder in the site of the page's language, and the path of the page in it.
    pub folder: &'a Folder,
    pub path: &'a SitePath,
    /// What stands there.
    pub page: &'a Page,
    pub placement: Placement<'a>,
    pub naming: Naming<'a>,
    /// Whether the texts of its file are marked with where they were written.
    pub is_traced: bool,
}

impl Edition {
    /// The page at a path below the folder of this language.
    pub(super) fn context<'a>(
        &'a self,
        site: &'a Site,
        path: &'a SitePath,
        page: &'a Page,
    ) -> PageContext<'a> {
        let Self { plan, common, menus, ids, .. } = self;
        let (folder, placement, naming) = (plan.folder(), Placement::Alone, Naming::Settled(ids));
        let is_traced = false;
        PageContext { site, plan, common, menus, folder, path, page, placement, naming, is_traced }
    }
}

impl PageContext<'_> {
    /// The address of a path of the whole site, as of a file that all languages share.
    pub(super) fn shared(&self, path: &SitePath) -> String {
        match self.placement {
            Placement::Alone => self.whole().href(path),
            Placement::Among(_) => mark(path.as_str()),
        }
    }

    /// The address of a path below the folder of this language.
    pub(super) fn href(&self, path: &SitePath) -> String {
        match self.placement {
            Placement::Alone => self.path.href(path),
            Placement::Among(_) => mark(self.folder.whole(path).as_str()),
        }
    }

    /// The address of a template's blank sheet, where it has one in this format.
    pub(super) fn sheet(&self, entry: &Entry, format: Format) -> Option<String> {
        let path = entry.sheet(format)?;
        self.site.has(self.folder.whole(&path).as_str()).then(|| self.href(&path))
    }

    /// The path of the page in the whole site.
    pub(super) fn whole(&self) -> SitePath {
        self.folder.whole(self.path)
    }

    pub(super) fn word<'w>(&'w self, key: &'w str) -> &'w str {
        self.plan.theme().wording.get(key)
    }

    /// Prose of `from` as HTML for this page.
    pub(super) fn html(&self, from: &Entry, prose: &Prose) -> Html {
        let fill = |slot: &Slot| self.fill(Some(from), slot);
        let html = match self.marks(from) {
            marks if marks.is_empty() => prose.html(fill),
            marks => Cow::Owned(prose.within(&marks).html(fill).into_owned()),
        };
        Html(Value::safe_string(&self.traced(prose.span(), html)))
    }

    /// The first sentence of prose of `from`, and what follows it.
    pub(super) fn parted(&self, from: &Entry, prose: &Prose) -> OpeningView {
        let Some(opening) = prose.parted(|slot| self.fill(Some(from), slot)) else {
            return OpeningView { first: None, rest: Some(self.html(from, prose)), goes_on: false };
        };
        let Opening { first, rest, goes_on } = opening;
        let marks = self.marks(from);
        let within = |element: &str, html: String| {
            let html = if marks.is_empty() {
                html
            } else {
                format!("<{element}{marks}>{html}</{element}>")
            };
            Html(Value::safe_string(&html))
        };
        let is_all = rest.is_empty();
        let [open, close] = self.trace(prose.span());
        let (mut first, mut rest) = (open + &first, rest);
        if is_all { &mut first } else { &mut rest }.push_str(&close);
        OpeningView {
            first: Some(within("span", first)),
            rest: (!is_all).then(|| within("div", rest)),
            goes_on,
        }
    }

    /// The owner's lines at the foot of the page, which stand in no entry.
    pub(super) fn owners_lines(&self) -> Vec<Html> {
        let look = self.plan.playbook().book.look.iter();
        let html =
            |line: &Prose| Html(Value::safe_string(&line.html(|slot| self.fill(None, slot))));
        look.flat_map(|look| &look.footer).map(html).collect()
    }

    /// What stands in a slot of prose of `from`, or of no entry; raw HTML, and so ids of its own, has only an entry.
    fn fill(&self, from: Option<&Entry>, slot: &Slot) -> String {
        match slot {
            Slot::Word(key) => escape(self.word(key)),
            Slot::Link { target, .. } => escape(&self.address(from, target)),
            Slot::At => escape(&self.placement.at()),
            Slot::Id(id) => from.map_or_else(String::new, |from| self.raw_id(from, id)),
            Slot::Ids(attribute, ids) => {
                from.map_or_else(String::new, |from| self.raw_reference(from, attribute, ids))
            }
            Slot::Level(level) => self.placement.level(*level).to_string(),
        }
    }

    /// The address of what a link in the prose of `from` leads to. A link that leads nowhere, in a book that does
    /// not mind or for a heading that has another name in this language, leads to the page at least.
    fn address(&self, from: Option<&Entry>, link: &str) -> String {
        let playbook = self.plan.playbook();
        let from = from.map(|from| &from.head.stem);
        let is_alone = matches!(self.placement, Placement::Alone);
        let found = playbook.follow(from, link).map(|target| {
            let rest = self.rest_now(&target.path, target.rest);
            Target { rest, ..target }
        });
        match found {
            Ok(target) if target.is_shared => {
                format!("{}{}", self.way(&target.path), target.rest)
            }
            Ok(target) if is_alone && target.path == *self.path && !target.rest.is_empty() => {
                target.rest
            }
            Ok(target) => {
                format!("{}{}", self.way(&self.folder.whole(&target.path)), target.rest)
            }
            Err(_) => {
                let page = Some(Href::cut(link).path).filter(|page| !page.is_empty());
                let found = page.and_then(|page| playbook.follow(from, page).ok());
                let way = |found: Target| self.way(&self.folder.whole(&found.path));
                found.map_or_else(|| link.to_owned(), way)
            }
        }
    }

    /// The address of a path of the whole site from this page, wherever it is shown.
    fn way(&self, path: &SitePath) -> String {
        match self.page {
            Page::NotFound => format!("{}{}", self.root(), encode(path.as_str())),
            _ => self.shared(path),
        }
    }

    /// The attributes of what an entry says, when it is in another language than the page; else nothing.
    pub(super) fn marks(&self, entry: &Entry) -> String {
        let playbook = self.plan.playbook();
        if playbook.is_untranslated(entry) { playbook.book.original_marks() } else { String::new() }
    }

    /// The attributes of each of these keys, whose words are the original's.
    pub(super) fn borrowed_marks(&self, keys: &[&'static str]) -> BTreeMap<&'static str, Html> {
        let marks = || Html(Value::safe_string(&self.plan.playbook().book.original_marks()));
        keys.iter().map(|key| (*key, marks())).collect()
    }

    /// Words that are the original's.
    pub(super) fn borrowed(&self, text: &str) -> Words {
        Words::new(text, self.plan.playbook().book.original_marks())
    }

    pub(super) fn title(&self, entry: &Entry) -> Words {
        Words::new(&entry.head.title.value, self.marks(entry))
    }

    pub(super) fn topic_title(&self, topic: &str) -> Words {
        let book = &self.plan.playbook().book;
        let is_translated =
            book.own_language().is_some_and(|language| language.topics.contains_key(topic));
        let marks = if is_translated { String::new() } else { book.original_marks() };
        Words::new(book.topic_title(topic), marks)
    }

    pub(super) fn maybe_html(&self, from: &Entry, prose: Option<&Prose>) -> Option<Html> {
        prose.map(|prose| self.html(from, prose))
    }

    pub(super) fn htmls(&self, from: &Entry, proses: &[Prose]) -> Vec<Html> {
        proses.iter().map(|prose| self.html(from, prose)).collect()
    }

    pub(super) fn home(&self) -> Link {
        Link { title: self.word("home").into(), href: self.href(&HOME) }
    }

    pub(super) fn list(&self, kind: Kind) -> Link {
        Link {
            title: self.word(&format!("kinds.{}", kind.folder())).into(),
            href: self.href(&kind.list()),
        }
    }

    /// The page of all copies on the reader's device.
    pub(super) fn copies(&self) -> Link {
        Link { title: self.word("copies.title").into(), href: self.href(&COPIES) }
    }

    /// The same from any page, where the site has it.
    pub(super) fn copies_room(&self, root: &str, from_root: bool) -> Option<Link> {
        let Link { title, href } = self.copies();
        let href = if from_root { format!("{root}{COPIES}") } else { href };
        self.plan.page(&COPIES).is_some().then_some(Link { title, href })
    }

    /// Where signs are ticked, when the site has that.
    pub(super) fn finder(&self) -> Option<Link> {
        self.tool(&FINDER, "finder.title", None)
    }

    /// Where programs that look for news find them.
    pub(super) fn feed(&self) -> Option<Link> {
        self.tool(&FEED, "news.feed", None)
    }

    /// The link to a page that is no entry's, where the site has it; on a page that may lie anywhere, from this root.
    pub(super) fn tool(&self, path: &SitePath, word: &str, root: Option<&str>) -> Option<Link> {
        let link = || Link { title: self.word(word).into(), href: self.from(root, path) };
        self.plan.page(path).map(|_| link())
    }

    fn from(&self, root: Option<&str>, path: &SitePath) -> String {
        root.map_or_else(|| self.href(path), |root| format!("{root}{}", encode(path.as_str())))
    }

    /// Whether the links that the book puts into the menu have room behind its rooms, on a screen of 1366 pixels.
    pub(super) fn are_links_few(&self) -> bool {
        let titles = self.plan.playbook().book.menu.iter().map(|link| link.title.chars().count());
        let (links, letters) =
            titles.fold((0, 0), |(links, letters), title| (links + 1, letters + title));
        links <= MOST_LINKS && letters <= MOST_LETTERS
    }

    /// The links that the book puts into the menu; what leads nowhere, in a book that does not mind, is left out.
    pub(super) fn menu_links(&self, root: Option<&str>) -> Vec<Link> {
        let playbook = self.plan.playbook();
        let links = playbook.book.menu.iter().filter_map(|link| {
            let to = &link.to.value;
            let href = match playbook.follow(None, to) {
                _ if is_outside(to) => to.clone(),
                Ok(target) if target.is_shared => {
                    let way = root.map_or_else(
                        || self.shared(&target.path),
                        |root| format!("{root}{}", encode(target.path.as_str())),
                    );
                    format!("{way}{}", target.rest)
                }
                Ok(target) => format!("{}{}", self.from(root, &target.path), target.rest),
                Err(_) => return None,
            };
            Some(Link { title: Words::new(&link.title, playbook.book.original_marks()), href })
        });
        links.collect()
    }

    /// The pages of the owner's own.
    pub(super) fn own_pages(&self, root: Option<&str>) -> Vec<Link> {
        let pages = self.plan.own_pages().iter();
        pages
            .map(|entry| Link { title: self.title(entry), href: self.from(root, &entry.page()) })
            .collect()
    }

    /// Many pages as one, when the site has that.
    pub(super) fn print(&self, path: &SitePath) -> Option<Link> {
        let title = self.word("print_page.title").into();
        self.plan.page(path).is_some().then(|| Link { title, href: self.href(path) })
    }

    pub(super) fn link(&self, entry: &Entry) -> Link {
        Link { title: self.title(entry), href: self.href(&entry.page()) }
    }

    /// Topics of an entry, as links.
    pub(super) fn topic_links(&self, entry: &Entry) -> Vec<Link> {
        let topics =
            entry.mentions.topics.iter().filter(|topic| self.plan.topics().has(&topic.value));
        topics
            .map(|topic| Link {
                title: self.topic_title(&topic.value),
                href: self.href(&topic_path(&topic.value, 0)),
            })
            .collect()
    }

    /// Every topic, by title.
    pub(super) fn topics(&self) -> Vec<TopicLink> {
        self.plan.topics().all().map(|topic| self.topic(topic)).collect()
    }

    /// The topics that a list names, those round the topic at hand where there are very many.
    pub(super) fn topics_near(&self, topic: Option<&str>) -> Vec<TopicLink> {
        self.plan.topics().near(topic).map(|topic| self.topic(topic)).collect()
    }

    fn topic(&self, (topic, entries): (&Id, &List)) -> TopicLink {
        TopicLink {
            title: self.topic_title(topic),
            href: self.href(&topic_path(topic, 0)),
            count: entries.len(),
            current: *self.path == topic_path(topic, 0),
        }
    }
}

/// A page's full address: the one that links lead to, so that it is found where a host knows no `index.html` of folders
/// either. The first page is known by that of the site.
pub(super) fn address(url: &str, path: &SitePath) -> String {
    let path = if *path == HOME { "" } else { path.as_str() };
    format!("{url}{}", encode(path))
}
