//! Pages in lists.

use std::sync::Arc;

use crate::model::{Entry, Kind, Level, Role};
use crate::plan::Page;

use super::page_context::PageContext;
use super::view::{Card, Shelf};

/// The most scenarios that a page names as those that use it.
const MOST_USERS: usize = 24;

impl PageContext<'_> {
    pub(super) fn card(&self, entry: &Entry) -> Card {
        let (scenario, template) = (entry.scenario(), entry.template());
        let time = scenario.and_then(|it| it.time.as_ref());
        let time = time.or_else(|| template?.time.as_ref());
        Card {
            kind: entry.kind().folder(),
            id: Some(entry.head.id.clone()),
            title: self.title(entry),
            href: self.href(&entry.page()),
            summary: self.maybe_html(entry, entry.head.summary.as_ref()),
            level: scenario.and_then(|it| it.level).map(Level::name),
            time: self.maybe_html(entry, time),
            first: scenario.and_then(|it| it.first).map(Role::name),
            draft: entry.head.draft,
            pages: None,
        }
    }

    pub(super) fn cards<'e>(&self, entries: impl IntoIterator<Item = &'e Arc<Entry>>) -> Vec<Card> {
        entries.into_iter().map(|entry| self.card(entry)).collect()
    }

    /// Cards for ids of one kind that an entry names; drafts are left out.
    pub(super) fn named(&self, kind: Kind, ids: &[String]) -> Vec<Card> {
        let playbook = self.plan.playbook();
        let published =
            |id: &String| playbook.get(kind, id).filter(|entry| !playbook.leaves_out(entry));
        ids.iter().filter_map(published).map(|entry| self.card(entry)).collect()
    }

    /// The first scenarios that name an entry.
    pub(super) fn used_in(&self, entry: &Entry) -> Shelf {
        self.shelf(Kind::Scenario, self.plan.used_in(entry), MOST_USERS)
    }

    /// The first of some entries of a kind.
    pub(super) fn shelf(&self, kind: Kind, entries: &[Arc<Entry>], most: usize) -> Shelf {
        Shelf {
            cards: self.cards(entries.iter().take(most)),
            total: entries.len(),
            href: self.list(kind).href,
        }
    }

    /// Where the page at hand stands in the list of its kind, from 0.
    pub(super) fn position(&self) -> usize {
        if let Page::Entry(_, at) = self.page { *at } else { 0 }
    }

    /// The neighbours of an entry in its list.
    pub(super) fn neighbours(&self, entry: &Entry) -> (Option<&Entry>, Option<&Entry>) {
        if entry.head.stem.is_own() {
            return (None, None);
        }
        let entries = self.plan.listed(entry.kind());
        let at = self.position();
        // A chapter is read by itself.
        let is_beside = |other: &&Entry| {
            entry.kind() != Kind::Guide || other.head.stem.folder() == entry.head.stem.folder()
        };
        let neighbour = |at: usize| entries.get(at).map(Arc::as_ref).filter(is_beside);
        (at.checked_sub(1).and_then(neighbour), neighbour(at + 1))
    }
}
