//! Everything by id.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::source::{Asset, Spanned};

use super::{
    Alphabet, Book, Broken, Coverage, Entry, EntryKey, Head, Home, Kind, Mentions, PagePath,
    SitePath, Slug, Translation,
};

/// What becomes of drafts: a build leaves them out, the preview shows them like all else.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Drafts {
    /// As a build does: no page has them, and a link to one is a fault.
    #[default]
    LeftOut,
    /// As the preview does: they are pages like all others.
    Shown,
}

/// A whole playbook. Relations are ids that are looked up here.
#[derive(Debug)]
pub struct Playbook {
    /// The settings of the playbook.
    pub book: Book,
    /// Everything of which there is a page, by kind and id.
    pub entries: BTreeMap<EntryKey, Arc<Entry>>,
    /// Files in `content/` that are carried along, by their path in the site.
    pub assets: BTreeMap<SitePath, Asset>,
    /// The files of its translations, as they were read.
    pub translations: Vec<Translation>,
    /// In the playbook of a translation: the carried files of the original, which all languages share.
    pub shared: BTreeMap<SitePath, Asset>,
    /// In the playbook of a translation: how much of it is translated.
    pub coverage: Coverage,
    /// What readers may search for, with the page that they must find: its address without `.html`.
    pub queries: Vec<(Spanned<String>, Vec<Spanned<String>>)>,
    /// What readers may search for although no page answers it.
    pub unanswered: Vec<Spanned<String>>,
    /// The first page, where the book writes its own.
    pub home: Option<Home>,
    /// What becomes of drafts.
    pub drafts: Drafts,
    /// Files in `content/` that are never published, by their paths from there: secrets, and what programs leave.
    pub withheld: BTreeSet<SitePath>,
    /// Files that are there and could not be understood.
    pub broken: Broken,
}

impl Playbook {
    /// The thing of a kind that has this id.
    #[must_use]
    pub fn get(&self, kind: Kind, id: &str) -> Option<&Entry> {
        self.entries.get(&(kind, Slug::parse(id)?)).map(Arc::as_ref)
    }

    /// What stands at an address: `scenarios/scope-creep`.
    #[must_use]
    pub fn at(&self, stem: &str) -> Option<&Entry> {
        let path = PagePath::parse(stem)?;
        self.get(path.kind(), path.name()).filter(|entry| entry.head.stem == path)
    }

    /// Whether an entry of this playbook is still in the language of the original.
    #[must_use]
    pub fn is_untranslated(&self, entry: &Entry) -> bool {
        self.book.original.is_some() && entry.head.language.is_none()
    }

    /// What every file says about others, files with faults included.
    pub fn mentions(&self) -> impl Iterator<Item = &Mentions> {
        let homes = self.translations.iter().filter_map(|one| one.home.as_ref());
        let home = self.home.iter().chain(homes).map(|home| &home.mentions);
        let look = self.book.look.iter().map(|look| &look.mentions);
        let entries = self.entries.values().map(|entry| &entry.mentions);
        entries.chain(self.broken.mentions()).chain(home).chain(look)
    }

    /// Whether a file could not be understood that a path from `content/`, or of a page, leads to: as it lies there, or
    /// as it was meant to.
    pub(super) fn is_broken(&self, path: &SitePath) -> bool {
        if self.broken.is_empty() || path.ending().is_empty() {
            return false;
        }
        let lies = SitePath::made(path.stem().to_owned());
        let kind = lies.parts().next().and_then(Kind::of_folder);
        let is_meant = || kind.is_some_and(|kind| self.broken.has(kind, lies.name()));
        self.broken.has_at(lies.as_str()) || is_meant()
    }

    /// Every address, to suggest one from.
    #[must_use]
    pub fn stems(&self) -> Vec<&str> {
        self.entries.values().map(|entry| entry.head.stem.as_str()).collect()
    }

    /// Whether a file, by its path from `content/` or from the folder of this language there, is never published.
    #[must_use]
    pub fn withholds(&self, path: &str) -> bool {
        let whole = || self.book.folder().whole(&SitePath::made(path.to_owned()));
        !self.withheld.is_empty()
            && (self.withheld.contains(path) || self.withheld.contains(&whole()))
    }

    /// Whether a thing is a draft that is left out.
    #[must_use]
    pub fn leaves_out(&self, entry: &Entry) -> bool {
        entry.head.draft && self.drafts == Drafts::LeftOut
    }

    /// All of a kind that are published, in the order in which they are listed: by `order`, then title.
    #[must_use]
    pub fn published(&self, kind: Kind) -> Vec<&Arc<Entry>> {
        let all = self.entries.values().filter(|entry| entry.kind() == kind);
        let mut all: Vec<&Arc<Entry>> = all.filter(|entry| !self.leaves_out(entry)).collect();
        let alphabet = Alphabet::of(&self.book.language);
        all.sort_by_cached_key(|entry| {
            let Head { order, title, stem, .. } = &entry.head;
            (order.unwrap_or(i64::MAX), alphabet.key(&title.value), stem.as_str())
        });
        all
    }

    /// The ids of a kind, to suggest one from.
    #[must_use]
    pub fn ids(&self, kind: Kind) -> Vec<&str> {
        let ids = self.entries.keys().filter(|(of, _)| *of == kind);
        ids.map(|(_, id)| id.as_str()).collect()
    }
}
