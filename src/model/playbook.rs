//! Everything by id.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::source::{Asset, Spanned};

use super::{
    Book, Broken, Coverage, Entry, EntryKey, GuideNames, Head, Home, Kind, ListedBefore, Mentions,
    PagePath, SitePath, Slug, Translation,
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
    /// Guides by their names without their folders.
    pub guide_names: GuideNames,
    /// How it was listed the last time.
    pub listed_before: ListedBefore,
}

impl Playbook {
    /// The thing of a kind that has this id. A guide is found by its name alone, too, where no other has it.
    #[must_use]
    pub fn get(&self, kind: Kind, id: &str) -> Option<&Entry> {
        let key = (kind, Slug::within(id)?);
        if let Some(entry) = self.entries.get(&key) {
            return Some(entry);
        }
        let [one] = self.called(kind, id) else { return None };
        self.entries.get(&(kind, one.clone())).map(Arc::as_ref)
    }

    /// The things of a kind in folders that have this name, when none has it as its id.
    #[must_use]
    pub fn called(&self, kind: Kind, name: &str) -> &[Slug] {
        let is_bare = kind == Kind::Guide && !name.contains('/');
        if is_bare { self.guide_names.called(name, &self.entries) } else { &[] }
    }

    /// What stands at an address: `scenarios/scope-creep`.
    #[must_use]
    pub fn at(&self, stem: &str) -> Option<&Entry> {
        let path = PagePath::parse(stem)?;
        let entry = self.entries.get(&(path.kind(), path.id()))?;
        Some(entry.as_ref()).filter(|entry| entry.head.stem == path)
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
        let entries = self.entries.values().map(|entry| &entry.mentions);
        entries.chain(self.broken.mentions()).chain(home).chain([&self.book.mentions])
    }

    /// Whether a file could not be understood that a path from `content/`, or of a page, leads to: as it lies there, or
    /// as it was meant to.
    pub(super) fn is_broken(&self, path: &SitePath) -> bool {
        if self.broken.is_empty() || path.ending().is_empty() {
            return false;
        }
        let lies = SitePath::made(path.stem().to_owned());
        // Every folder has a page of this name.
        if let Some(own) = PagePath::parse(lies.as_str()).filter(PagePath::is_chapter) {
            return self.broken.has_at(own.as_str());
        }
        let kind = lies.parts().next().and_then(Kind::of_content);
        let is_meant = || kind.is_some_and(|kind| self.broken.has(kind, lies.name()));
        self.broken.has_at(lies.as_str()) || is_meant()
    }

    /// Every address, to suggest one from.
    #[must_use]
    pub fn stems(&self) -> Vec<&str> {
        self.entries.values().map(|entry| entry.head.stem.as_str()).collect()
    }

    /// Whether a folder of guidance, as a path from `content/`, has a published page, however deep.
    #[must_use]
    pub fn has_chapter(&self, folder: &str) -> bool {
        let inside =
            folder.strip_prefix(Kind::Guide.folder()).and_then(|rest| rest.strip_prefix('/'));
        let Some(first) = inside.and_then(Slug::within) else { return false };
        let lies_in = |entry: &&Arc<Entry>| entry.head.stem.page().is_in(folder);
        let from = self.entries.range((Kind::Guide, first)..).map(|(_, entry)| entry);
        // Names that go on with a sign before `/` come between.
        let near = from.take_while(|entry| entry.head.stem.as_str().starts_with(folder));
        near.filter(lies_in).any(|entry| !self.leaves_out(entry))
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
        self.in_order(kind, self.of_kind(kind).filter(|entry| !entry.head.stem.is_own()))
    }

    /// The published pages of the owner's own, in their order.
    #[must_use]
    pub fn own_pages(&self) -> Vec<&Arc<Entry>> {
        let guides = self.of_kind(Kind::Guide);
        self.in_order(Kind::Guide, guides.filter(|entry| entry.head.stem.is_own()))
    }

    /// All of a kind, by their ids.
    fn of_kind(&self, kind: Kind) -> impl Iterator<Item = &Arc<Entry>> {
        // Their kinds are known by their keys alone.
        let all = self.entries.iter().filter(move |((of, _), _)| *of == kind);
        all.map(|(_, entry)| entry)
    }

    fn in_order<'p>(
        &'p self,
        kind: Kind,
        all: impl Iterator<Item = &'p Arc<Entry>>,
    ) -> Vec<&'p Arc<Entry>> {
        let mut all: Vec<&Arc<Entry>> = all.filter(|entry| !self.leaves_out(entry)).collect();
        self.listed_before.sort(&self.book, kind, &mut all);
        all
    }

    /// The name alone, without its folder, by which a guide that lies in one is found too.
    #[must_use]
    pub fn bare_name<'e>(&self, entry: &'e Entry) -> Option<&'e str> {
        let Head { id, stem, .. } = &entry.head;
        let is_found = |name: &&str| {
            *name != id.as_str()
                && self.get(entry.kind(), name).is_some_and(|found| found.head.id == *id)
        };
        Some(stem.name()).filter(is_found)
    }

    /// The ids of a kind, to suggest one from.
    #[must_use]
    pub fn ids(&self, kind: Kind) -> Vec<&str> {
        let ids = self.entries.iter().filter(|((of, _), _)| *of == kind);
        let ids = ids.filter(|(_, entry)| !entry.head.stem.is_own());
        ids.map(|((_, id), _)| id.as_str()).collect()
    }
}
