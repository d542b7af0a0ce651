//! Guidance in chapters: the page of a folder, what it lists, and the way through them in the menu.

use tera::{Context, Value};

use crate::model::{Entry, Kind, SitePath, print_path};
use crate::plan::{Chapter, ListPage, Page, chapter_page_path, chapter_path};

use super::frame::Frame;
use super::page_context::PageContext;
use super::view::{Card, CardGroup, Link, ListView, MenuItem, Words};

/// The most pages, and the most chapters of its own, that a chapter shows on the page above it; its own page has all.
const MOST_SHOWN: usize = 8;

/// The most lines of chapters on one page; where there would be more, each chapter is one.
const MOST_LINES: usize = 60;

/// The most pages, and the most chapters, of one folder of which a menu lists all.
const MOST_IN_MENU: usize = 40;

/// How many it lists where there are more: those round the one at hand.
const NEIGHBOURS: usize = 20;

/// A page of what a folder holds, by its number from 0; the first where its author wrote none.
pub(super) fn chapter(context: &PageContext<'_>, folder: &str, number: usize) -> Context {
    let is_top = folder == Kind::Guide.folder();
    let title = context.chapter_title(folder).to_string();
    let description = context.word(if is_top { "lists.guidance" } else { "lists.chapter" });
    let description = description.replace("{chapter}", &title);
    let chapter = context.plan.chapters().at(folder);
    let page = chapter.and_then(|chapter| chapter.list_page(number));
    let beside = |page: Option<ListPage>| {
        context.list_page_link(page.as_ref(), |number| chapter_page_path(folder, number))
    };
    let mut values = context.values(Frame {
        kind: "list",
        title: page.as_ref().map_or(title.clone(), |page| context.list_page_title(&title, page)),
        description: page
            .as_ref()
            .map_or(description.clone(), |page| context.list_page_description(&description, page)),
        within: Some(Kind::Guide),
        breadcrumbs: context.way_to(folder),
        contents: Vec::new(),
        previous: beside(page.as_ref().and_then(ListPage::previous)),
        next: beside(page.as_ref().and_then(ListPage::next)),
    });
    values.insert("list", &context.chapter_list(folder, number));
    values
}

impl PageContext<'_> {
    /// What a page of a folder lists, by its number from 0.
    pub(super) fn chapter_list(&self, folder: &str, number: usize) -> ListView {
        let page = self.plan.chapters().at(folder).and_then(|chapter| chapter.list_page(number));
        let path = |number| chapter_page_path(folder, number);
        let is_top = folder == Kind::Guide.folder();
        let print = is_top.then(|| self.print(&print_path(Kind::Guide))).flatten();
        let topics = if is_top { self.topics_near(None) } else { Vec::new() };
        let ways = print.into_iter().collect();
        ListView {
            is_chapter: true,
            groups: self.chapter_groups(folder, page.as_ref()),
            pages: page.map_or_else(Vec::new, |page| self.list_pages(&page, path)),
            topics,
            ways,
        }
    }

    fn chapter_groups(&self, folder: &str, page: Option<&ListPage>) -> Vec<CardGroup> {
        let Some(chapter) = self.plan.chapters().at(folder) else { return Vec::new() };
        let title =
            self.word(if folder == Kind::Guide.folder() { "lists.single" } else { "lists.here" });
        let here = CardGroup {
            id: "_here".to_owned(),
            with: None,
            title: title.into(),
            href: None,
            cards: self.cards(page.map_or(&[][..], ListPage::entries)),
            // A page that is its author's has other neighbours than the next page of its list.
            all: self
                .list_page_link(page.and_then(ListPage::next).as_ref(), |number| {
                    chapter_page_path(folder, number)
                })
                .filter(|_| matches!(self.page, Page::Entry(..))),
        };
        let here = Some(here).filter(|here| !here.cards.is_empty());
        if page.is_some_and(|page| page.number() > 0) {
            return here.into_iter().collect();
        }
        let lines = chapter.inside.iter().filter_map(|folder| {
            let inside = self.plan.chapters().at(folder)?;
            Some(1 + inside.pages.len().min(MOST_SHOWN) + inside.inside.len().min(MOST_SHOWN))
        });
        if lines.sum::<usize>() > MOST_LINES {
            let chapters = CardGroup {
                id: "_chapters".to_owned(),
                with: None,
                title: self.word("lists.chapters").into(),
                href: None,
                cards: self.chapter_cards(chapter),
                all: None,
            };
            return here.into_iter().chain([chapters]).collect();
        }
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
        let folder = match self.page {
            Page::Chapter(folder, _) => folder,
            _ => self.path.folder(),
        };
        let around: Vec<_> = self.plan.chapters().around(folder).collect();
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
                current: path == *self.path
                    || matches!(self.page, Page::Chapter(of, _) if of == folder),
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
