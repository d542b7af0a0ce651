//! Guidance in chapters: a folder is a chapter, and the folders in it are chapters of it.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::model::{Alphabet, Entry, Kind, PagePath, Playbook, SitePath, further_path};

use super::pagination::{List, ListPage};

/// A folder of guidance.
#[derive(Debug, Default)]
pub struct Chapter {
    /// The page that its author wrote for it.
    pub own: Option<Arc<Entry>>,
    /// What lies in it, without its own page and without its chapters.
    pub pages: List,
    /// The folders of its chapters, in their order.
    pub inside: Vec<String>,
    /// How many pages it has, those of its chapters too.
    pub total: usize,
}

/// The chapters of a book by their folders, as paths from `content/`.
#[derive(Debug, Default)]
pub struct Chapters(BTreeMap<String, Chapter>);

/// The folder of all guidance.
fn top() -> &'static str {
    Kind::Guide.folder()
}

impl Chapters {
    /// Parts guidance that is listed by its places and titles.
    pub(super) fn of(playbook: &Playbook, guides: &[Arc<Entry>]) -> Self {
        let mut chapters: BTreeMap<String, Chapter> = BTreeMap::new();
        let mut lists: BTreeMap<&str, Vec<Arc<Entry>>> = BTreeMap::new();
        for entry in guides {
            let stem = &entry.head.stem;
            let page = stem.page();
            for folder in page.folders() {
                let chapter = chapters.entry(folder.to_owned()).or_default();
                chapter.total += 1;
                if folder != stem.folder() {
                    continue;
                }
                if stem.is_chapter() {
                    chapter.own = Some(Arc::clone(entry));
                } else {
                    lists.entry(stem.folder()).or_default().push(Arc::clone(entry));
                }
            }
        }
        for (folder, list) in lists {
            chapters.entry(folder.to_owned()).or_default().pages = list.into();
        }
        let alphabet = Alphabet::of(&playbook.book.language);
        let mut order: Vec<_> = chapters
            .iter()
            .filter_map(|(folder, chapter)| {
                let (upper, _) = folder.rsplit_once('/')?;
                let place = chapter.own.as_ref().and_then(|own| own.head.order).unwrap_or(i64::MAX);
                let title = alphabet.key(&chapter.title(folder));
                Some((place, title, folder.clone(), upper.to_owned()))
            })
            .collect();
        order.sort();
        for (_, _, folder, upper) in order {
            chapters.entry(upper).or_default().inside.push(folder);
        }
        Self(chapters)
    }

    /// Whether guidance is parted, or has a page of its own.
    #[must_use]
    pub fn is_parted(&self) -> bool {
        self.0.get(top()).is_some_and(|all| all.own.is_some() || !all.inside.is_empty())
    }

    /// The chapter of a folder.
    #[must_use]
    pub fn at(&self, folder: &str) -> Option<&Chapter> {
        self.0.get(folder)
    }

    /// All guidance.
    #[must_use]
    pub fn all(&self) -> Option<(&'static str, &Chapter)> {
        self.at(top()).map(|all| (top(), all))
    }

    /// The chapters round a folder, from all guidance to its own.
    pub fn around<'c>(&'c self, folder: &'c str) -> impl Iterator<Item = (&'c str, &'c Chapter)> {
        let ends = folder.match_indices('/').map(|(at, _)| at).chain([folder.len()]);
        ends.filter_map(|end| Some((&folder[..end], self.at(&folder[..end])?)))
    }

    /// Every page, in the order in which one reads them: a chapter's own, what lies in it, then its chapters.
    pub(super) fn in_order(&self) -> List {
        let mut pages = Vec::new();
        let mut open = vec![top().to_owned()];
        while let Some(folder) = open.pop() {
            let Some(chapter) = self.at(&folder) else { continue };
            pages.extend(chapter.own.iter().chain(chapter.pages.iter()).cloned());
            open.extend(chapter.inside.iter().rev().cloned());
        }
        pages.into()
    }

    /// The pages that are made of a book that is parted, each with its folder and its number: the first of a folder that
    /// has none of its author's, and the further ones of a folder with many.
    pub(super) fn made(&self) -> impl Iterator<Item = (&String, usize)> {
        let numbers = |chapter: &Chapter| {
            let first = usize::from(chapter.own.is_some());
            first..ListPage::of_list(&chapter.pages).count().max(1)
        };
        let made = self.0.iter().filter(|_| self.is_parted());
        made.flat_map(move |(folder, chapter)| numbers(chapter).map(move |number| (folder, number)))
    }
}

impl Chapter {
    /// A page of what lies in it, by its number from 0.
    #[must_use]
    pub fn list_page(&self, number: usize) -> Option<ListPage> {
        ListPage::of_list(&self.pages).nth(number)
    }

    /// What it is called: as the page of its author is, else as its folder.
    #[must_use]
    pub fn title(&self, folder: &str) -> String {
        let own = self.own.as_ref().map(|own| own.head.title.value.clone());
        own.unwrap_or_else(|| {
            let words = folder.rsplit('/').next().unwrap_or(folder).replace(['-', '_'], " ");
            let mut letters = words.chars();
            let first = letters.next().map(char::to_uppercase);
            first.into_iter().flatten().chain(letters).collect()
        })
    }
}

/// The path of the page of a folder.
#[must_use]
pub fn chapter_path(folder: &str) -> SitePath {
    PagePath::chapter(folder).expect("it is the folder of a page").page()
}

/// The path of a page of what lies in a folder, by its number from 0.
#[must_use]
pub fn chapter_page_path(folder: &str, number: usize) -> SitePath {
    if number == 0 { chapter_path(folder) } else { further_path(folder, number) }
}
