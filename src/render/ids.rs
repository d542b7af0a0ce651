//! The ids that raw HTML gives on the pages of a site. Where a page has one of the same name, for itself or for its scripts,
//! the author's gets another. It must not know how a page is made, nor where links stand.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use crate::model::{FreeNames, SitePath};
use crate::plan::{Page, Plan};
use crate::source::{Span, Spanned};

/// Begins an id of raw HTML while a page is rendered to find out which ids it has besides.
const MARK: char = '\u{e004}';

/// The ids of raw HTML on the pages that have any, by the paths of those.
pub(super) struct Ids(BTreeMap<SitePath, OnceLock<PageIds>>);

/// What becomes of the ids of one page, by what they were written as.
pub(super) struct PageIds(BTreeMap<String, PageId>);

/// What becomes of an id.
pub(super) struct PageId {
    /// Where it was written first.
    pub first: Span,
    /// What it is called on the page.
    pub now: String,
    /// How often the page shows the text that it stands in.
    shown: usize,
}

/// How ids of raw HTML are written.
#[derive(Clone, Copy)]
pub(super) enum Naming<'a> {
    /// As they stand on the page.
    Settled(&'a Ids),
    /// Each with a mark, to find out what else the page has.
    Marked,
}

impl Ids {
    pub(super) fn new(plan: &Plan) -> Self {
        let entries = plan.pages().values().filter_map(Page::entry);
        let with_ids = entries.filter(|entry| !entry.raw_ids.is_empty());
        Self(with_ids.map(|entry| (entry.page(), OnceLock::new())).collect())
    }

    /// The pages that have any.
    pub(super) fn pages(&self) -> impl Iterator<Item = &SitePath> {
        self.0.keys()
    }

    /// The ids of a page, made once; none where raw HTML gives none.
    pub(super) fn of(&self, path: &SitePath, make: impl FnOnce() -> PageIds) -> Option<&PageIds> {
        Some(self.0.get(path)?.get_or_init(make))
    }
}

impl PageIds {
    /// `given` as they were written, and `found` all that the page has, with those marked.
    pub(super) fn new(given: &[Spanned<String>], found: &[String]) -> Self {
        let own: BTreeSet<&str> =
            found.iter().map(String::as_str).filter(|id| !id.starts_with(MARK)).collect();
        let given_names = given.iter().map(|id| id.value.as_str());
        let mut taken: FreeNames = own.iter().copied().chain(given_names).collect();
        let mut shown: BTreeMap<&str, usize> = BTreeMap::new();
        for id in found {
            *shown.entry(id).or_default() += 1;
        }
        let mut ids = BTreeMap::new();
        for id in given {
            if ids.contains_key(&id.value) {
                continue;
            }
            let is_own = own.contains(id.value.as_str());
            let now = if is_own { taken.take(&id.value) } else { id.value.clone() };
            let shown = shown.get(mark(id).as_str()).copied().unwrap_or_default();
            ids.insert(id.value.clone(), PageId { first: id.span.clone(), now, shown });
        }
        Self(ids)
    }

    pub(super) fn get(&self, id: &str) -> Option<&PageId> {
        self.0.get(id)
    }
}

impl PageId {
    /// Whether this is where it was written first.
    pub(super) fn is_first(&self, id: &Spanned<String>) -> bool {
        self.first.range() == id.span.range()
    }

    /// What it is called, where it stands on the page: an id stands once, and what is shown twice can have none.
    pub(super) fn at(&self, id: &Spanned<String>) -> Option<&str> {
        (self.is_first(id) && self.shown < 2).then_some(&self.now)
    }
}

/// An id of raw HTML, marked with its place.
pub(super) fn mark(id: &Spanned<String>) -> String {
    format!("{MARK}{}{MARK}{}", id.span.range().start, id.value)
}
