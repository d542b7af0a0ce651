//! Guidance in chapters: the page of a folder, what it lists, and the way through them in the menu.

use tera::{Context, Value};

use crate::model::{Entry, Kind, SitePath, print_path};
use crate::plan::{Chapter, Page, chapter_path};

use super::frame::Frame;
use super::page_context::PageContext;
use super::view::{Card, CardGroup, Link, ListView, MenuItem, Words};

/// The most pages, and the most chapters of its own, that a chapter shows on the page above it; its own page has all.
const MOST_SHOWN: usize = 8;

/// The most pages, and the most chapters, of one folder of which a menu lists all.
const MOST_IN_MENU: usize = 40;

/// How many it lists where there are more: those round the one at hand.
const NEIGHBOURS: usize = 20;

/// The page of a folder for which its author wrote none.
pub(super) fn chapter(context: &PageContext<'_>, folder: &str) -> Context {
    let is_top = folder == Kind::Guide.folder();
    let title = context.chapter_title(folder);
    let description = context.word(if is_top { "lists.guidance" } else { "lists.chapter" });
    let mut values = context.values(Frame {
        kind: "list",
        title: title.to_string(),
        description: description.replace("{chapter}", &title),
        within: Some(Kind::Guide),
        breadcrumbs: context.way_to(folder),
        contents: Vec::new(),
        previous: None,
        next: None,
    });
    values.insert("list", &context.chapter_list(folder));
    values
}

impl PageContext<'_> {
    /// What the page of a folder lists.
    pub(super) fn chapter_list(&self, folder: &str) -> ListView {
        let is_top = folder == Kind::Guide.folder();
        let print = is_top.then(|| self.print(&print_path(Kind::Guide))).flatten();
        let topics = if is_top { self.topics_near(None) } else { Vec::new() };
        let ways = print.into_iter().collect();
        ListView { is_chapter: true, groups: self.chapter_groups(folder), topics, ways }
    }

    fn chapter_groups(&self, folder: &str) -> Vec<CardGroup> {
        let Some(chapter) = self.plan.chapters().at(folder) else { return Vec::new() };
        let title =
            self.word(if folder == Kind::Guide.folder() { "lists.single" } else { "lists.here" });
        let here = CardGroup {
            id: "_here".to_owned(),
            with: None,
            title: title.into(),
            href: None,
            cards: self.cards(&chapter.pages),
            all: None,
        };
        let inside = chapter.inside.iter().enumerate().filter_map(|(at, folder)| {
            let chapter = self.plan.chapters().at(folder)?;
            let pages = self.cards(chapter.pages.iter().take(MOST_SHOWN));
            let chapters = self.chapter_cards(chapter).into_iter().take(MOST_SHOWN);
            let cards: Vec<Card> = pages.into_iter().chain(chapters).collect();
            let is_all = chapter.pages.len() <= MOST_SHOWN && chapter.inside.len() <= MOST_SHOWN;
            let href = self.href(&chapter_path(folder));
            let all = Link { title: self.pages(chapter).into(), href: href.clone() };
            Some(CardGroup {
                id: format!("_chapter-{}", at + 1),
                with: None,
                title: self.chapter_title(folder),
                href: Some(href),
                cards,
                all: (!is_all).then_some(all),
            })
        });
        let here = Some(here).filter(|here| !here.cards.is_empty());
        here.into_iter().chain(inside).collect()
    }

    /// The chapters of a chapter, each as a card.
    pub(super) fn chapter_cards(&self, chapter: &Chapter) -> Vec<Card> {
        let cards = chapter.inside.iter().filter_map(|folder| {
            let inside = self.plan.chapters().at(folder)?;
            let own = inside.own.as_ref();
            Some(Card {
                title: self.chapter_title(folder),
                href: self.href(&chapter_path(folder)),
                pages: Some(self.pages(inside)),
                ..own.map_or_else(|| Card::bare(Kind::Guide.folder()), |own| self.card(own))
            })
        });
        cards.collect()
    }

    fn pages(&self, chapter: &Chapter) -> String {
        match chapter.total {
            1 => self.word("lists.one_page").to_owned(),
            total => self.word("lists.pages").replace("{count}", &total.to_string()),
        }
    }

    /// What a chapter is called.
    fn chapter_title(&self, folder: &str) -> Words {
        let chapter = self.plan.chapters().at(folder);
        match chapter.and_then(|chapter| chapter.own.as_ref()) {
            Some(own) => self.title(own),
            None if folder == Kind::Guide.folder() => self.list(Kind::Guide).title,
            None => chapter.map_or_else(String::new, |chapter| chapter.title(folder)).into(),
        }
    }

    /// The way from the first page to the page of a folder, or of a file in one.
    pub(super) fn way_to(&self, folder: &str) -> Vec<Link> {
        let around = self.plan.chapters().around(folder).skip(1);
        let chapters = around.map(|(folder, _)| Link {
            title: self.chapter_title(folder),
            href: self.href(&chapter_path(folder)),
        });
        let way = [self.home(), self.list(Kind::Guide)].into_iter().chain(chapters);
        let own = self.href(self.path);
        way.filter(|link| link.href != own).collect()
    }

    /// The chapters round the page at hand, and the pages that lie beside it and above.
    pub(super) fn chapter_items(&self) -> Vec<Value> {
        let mut items = Vec::new();
        let around: Vec<_> = self.plan.chapters().around(self.path.folder()).collect();
        self.open_chapter(&around, 0, &mut items);
        items
    }

    fn open_chapter(&self, around: &[(&str, &Chapter)], level: usize, items: &mut Vec<Value>) {
        let Some(((_, chapter), deeper)) = around.split_first() else { return };
        let is_here = |entry: &Entry| entry.head.stem.is_of(self.path);
        let here = chapter.pages.iter().position(|entry| is_here(entry));
        for entry in &chapter.pages[shown(chapter.pages.len(), here)] {
            items.push(Value::from_serializable(&MenuItem {
                title: self.title(entry),
                href: self.href(&entry.page()),
                current: is_here(entry),
                draft: entry.head.draft,
                level,
            }));
        }
        let open = deeper.first().map(|(folder, _)| *folder);
        let here = chapter.inside.iter().position(|folder| open == Some(folder));
        for folder in &chapter.inside[shown(chapter.inside.len(), here)] {
            let path: SitePath = chapter_path(folder);
            items.push(Value::from_serializable(&MenuItem {
                title: self.chapter_title(folder),
                href: self.href(&path),
                current: path == *self.path,
                draft: matches!(self.plan.page(&path), Some(Page::Entry(own, _)) if own.head.draft),
                level,
            }));
            if open == Some(folder) {
                self.open_chapter(deeper, level + 1, items);
            }
        }
    }
}

/// Which of so many stand in a menu: all, or those round the one at this place.
fn shown(all: usize, here: Option<usize>) -> std::ops::Range<usize> {
    let most = if all > MOST_IN_MENU { NEIGHBOURS } else { all };
    let first = here.unwrap_or(0).saturating_sub(most / 2).min(all - most);
    first..first + most
}
