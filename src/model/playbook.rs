//! Everything by id.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::markdown::slug;
use crate::source::{Asset, Spanned};

use super::{Book, Coverage, Entry, Head, Id, Kind, Mentions, Translation};

/// The name of a thing within the whole playbook.
pub type Key = (Kind, Id);

/// What becomes of drafts: a build leaves them out, the preview shows them like all else.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Drafts {
    #[default]
    LeftOut,
    Shown,
}

/// A whole playbook. Relations are ids that are looked up here.
#[derive(Debug)]
pub struct Playbook {
    pub book: Book,
    pub entries: BTreeMap<Key, Arc<Entry>>,
    /// Files in `content/` that are carried along, by their path in the site.
    pub assets: BTreeMap<String, Asset>,
    /// The files of its translations, as they were read.
    pub translations: Vec<Translation>,
    /// In the playbook of a translation: the carried files of the original, which all languages share.
    pub shared: BTreeMap<String, Asset>,
    /// In the playbook of a translation: how much of it is translated.
    pub coverage: Coverage,
    /// What readers may search for, with the page that they must find: its address without `.html`.
    pub queries: Vec<(Spanned<String>, Vec<Spanned<String>>)>,
    pub drafts: Drafts,
    /// Things whose files are there and could not be understood: naming them is no second fault.
    pub broken: BTreeMap<String, (Key, Arc<Mentions>)>,
}

impl Playbook {
    #[must_use]
    pub fn get(&self, kind: Kind, id: &str) -> Option<&Entry> {
        self.entries.get(&(kind, id.to_owned())).map(Arc::as_ref)
    }

    /// What stands at an address: `scenarios/scope-creep`.
    #[must_use]
    pub fn at(&self, stem: &str) -> Option<&Entry> {
        let (folder, path) = stem.split_once('/')?;
        let kind = Kind::ALL.into_iter().find(|kind| kind.folder() == folder)?;
        let id = path.rsplit('/').next()?;
        self.get(kind, id).filter(|entry| entry.head.stem == stem)
    }

    /// Whether an entry of this playbook is still in the language of the original.
    #[must_use]
    pub fn is_untranslated(&self, entry: &Entry) -> bool {
        self.book.original.is_some() && entry.head.language.is_none()
    }

    /// What every file says about others, files with faults included.
    pub fn mentions(&self) -> impl Iterator<Item = &Mentions> {
        let broken = self.broken.values().map(|(_, mentions)| &**mentions);
        self.entries.values().map(|entry| &entry.mentions).chain(broken)
    }

    /// Whether a thing's file is there and could not be understood.
    #[must_use]
    pub fn has_broken(&self, kind: Kind, id: &str) -> bool {
        self.broken.values().any(|((of, name), _)| *of == kind && (name == id || *name == slug(id)))
    }

    /// The same for a path from `content/`, or of a page: as it lies there, or as it was meant to.
    pub(super) fn is_broken(&self, path: &str) -> bool {
        let Some((stem, _)) = path.rsplit_once('.') else { return false };
        let meant = || {
            let (folder, name) = (stem.split('/').next()?, stem.rsplit('/').next()?);
            let kind = Kind::ALL.into_iter().find(|kind| kind.folder() == folder)?;
            Some(self.has_broken(kind, name))
        };
        self.broken.contains_key(stem) || meant().unwrap_or_default()
    }

    /// Whether the file of an address is there and could not be understood.
    #[must_use]
    pub fn has_broken_at(&self, stem: &str) -> bool {
        self.broken.contains_key(stem)
    }

    /// Every address, to suggest one from.
    #[must_use]
    pub fn stems(&self) -> Vec<&str> {
        self.entries.values().map(|entry| entry.head.stem.as_str()).collect()
    }

    /// Whether a thing is a draft that is left out.
    #[must_use]
    pub fn leaves_out(&self, entry: &Entry) -> bool {
        entry.head.draft && self.drafts == Drafts::LeftOut
    }

    /// All of a kind that are published, in the order in which they are listed: by `order`, then title.
    #[must_use]
    pub fn published(&self, kind: Kind) -> Vec<&Arc<Entry>> {
        let range = (kind, Id::new())..;
        let all = self.entries.range(range).take_while(|((of, _), _)| *of == kind);
        let mut all: Vec<&Arc<Entry>> =
            all.map(|(_, entry)| entry).filter(|entry| !self.leaves_out(entry)).collect();
        all.sort_by_cached_key(|entry| {
            let Head { order, title, id, .. } = &entry.head;
            (order.unwrap_or(i64::MAX), title.to_lowercase(), id)
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
