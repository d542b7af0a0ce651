//! Pages in lists.

use crate::model::{Body, Entry, Key, Kind, Level, Role};
use crate::plan::Plan;

use super::frame::Scene;
use super::view::{Card, Shelf};

/// The most scenarios that a page names as those that use it.
const MOST_USERS: usize = 24;

impl Scene<'_> {
    pub fn card(&self, entry: &Entry) -> Card {
        let (level, time, first) = match &entry.body {
            Body::Scenario(scenario) => (scenario.level, scenario.time.as_ref(), scenario.first),
            Body::Template(template) => (None, template.time.as_ref(), None),
            _ => (None, None, None),
        };
        Card {
            kind: entry.kind().folder(),
            id: entry.head.id.clone(),
            title: self.title(entry),
            href: self.href(&entry.page()),
            summary: self.maybe_html(entry, entry.head.summary.as_ref()),
            level: level.map(Level::name),
            time: self.maybe_html(entry, time),
            first: first.map(Role::name),
            topics: self.topic_links(entry),
            draft: entry.head.draft,
        }
    }

    pub fn cards<'k>(&self, keys: impl IntoIterator<Item = &'k Key>) -> Vec<Card> {
        keys.into_iter().map(|key| self.card(self.plan.entry(key))).collect()
    }

    /// Cards for ids of one kind that an entry names; drafts are left out.
    pub fn named(&self, kind: Kind, ids: &[String]) -> Vec<Card> {
        let playbook = self.plan.playbook();
        let published =
            |id: &String| playbook.get(kind, id).filter(|entry| !playbook.leaves_out(entry));
        ids.iter().filter_map(published).map(|entry| self.card(entry)).collect()
    }

    /// The first scenarios that name an entry.
    pub fn used_in(&self, entry: &Entry) -> Shelf {
        self.shelf(Kind::Scenario, self.plan.used_in(&key(entry)), MOST_USERS)
    }

    /// The first of some entries of a kind.
    pub fn shelf(&self, kind: Kind, keys: &[Key], most: usize) -> Shelf {
        Shelf {
            cards: self.cards(keys.iter().take(most)),
            total: keys.len(),
            href: self.list(kind).href,
        }
    }
}

/// The key of an entry.
pub fn key(entry: &Entry) -> Key {
    (entry.kind(), entry.head.id.clone())
}

/// The neighbours of an entry in its list.
pub fn neighbours<'p>(plan: &'p Plan, entry: &Entry) -> (Option<&'p Entry>, Option<&'p Entry>) {
    let keys = plan.listed(entry.kind());
    let at = plan.position(&key(entry));
    let neighbour = |at: usize| keys.get(at).map(|key| plan.entry(key));
    (at.checked_sub(1).and_then(neighbour), neighbour(at + 1))
}
