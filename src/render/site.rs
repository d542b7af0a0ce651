//! A site in all its languages. It must not know how a page is made.

use std::sync::Arc;

use crate::model::SitePath;
use crate::plan::{Page, Plan};
use crate::source::Asset;

use super::edition::Edition;
use super::engine::Engine;

/// A planned site whose layouts are ready.
pub struct Site {
    pub(super) original: Edition,
    /// The same pages in other languages, each in a folder of its own.
    translations: Vec<Edition>,
}

impl Site {
    /// The site in the book's own language and in the others.
    #[must_use]
    pub fn new(original: Plan, translations: Vec<Plan>, engine: &Arc<Engine>) -> Self {
        let edition = |plan| Edition::new(plan, Arc::clone(engine));
        let translations = translations.into_iter().map(edition).collect();
        Self { original: edition(original), translations }
    }

    /// The paths of all files of the site. Those of the index are known when it is made, which this does.
    #[must_use]
    pub fn paths(&self) -> Vec<SitePath> {
        self.page_paths().chain(self.index_paths()).collect()
    }

    /// The paths of all but the index of the search, which is made for whoever asks for its.
    pub(super) fn page_paths(&self) -> impl Iterator<Item = SitePath> {
        self.editions().flat_map(|edition| edition.plan.pages().keys().cloned())
    }

    pub(super) fn index_paths(&self) -> impl Iterator<Item = SitePath> {
        self.editions().flat_map(Edition::index_paths)
    }

    /// Whether the site has a file of this path.
    #[must_use]
    pub fn has(&self, path: &str) -> bool {
        let edition = self.edition(path);
        let is_of_index = |path: SitePath| edition.index_at(&path).is_some();
        edition.plan.pages().contains_key(path)
            || edition.plan.folder().inside(path).is_some_and(is_of_index)
    }

    /// The carried file of this path that stays on the disk until it is published.
    #[must_use]
    pub fn on_disk(&self, path: &str) -> Option<&Asset> {
        let page = self.edition(path).plan.pages().get(path);
        let asset = if let Some(Page::Asset(asset)) = page { Some(asset) } else { None };
        asset.filter(|asset| asset.held().is_none())
    }

    /// The file that is there now in the place of one that had another address before, as a style has after a change.
    #[must_use]
    pub fn now(&self, path: &SitePath) -> Option<SitePath> {
        self.plan().theme().addresses.now(path).filter(|now| self.has(now.as_str()))
    }

    /// The site in the book's own language.
    #[must_use]
    pub fn plan(&self) -> &Plan {
        &self.original.plan
    }

    /// The site in every language, the book's own first.
    pub fn plans(&self) -> impl Iterator<Item = &Plan> {
        self.editions().map(|edition| &edition.plan)
    }

    pub(super) fn editions(&self) -> impl Iterator<Item = &Edition> {
        [&self.original].into_iter().chain(&self.translations)
    }

    /// The edition that has, or would have, a path.
    pub(super) fn edition(&self, path: &str) -> &Edition {
        let mut translations = self.translations.iter();
        let found = translations.find(|edition| edition.plan.folder().holds(path));
        found.unwrap_or(&self.original)
    }
}
