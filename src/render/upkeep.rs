//! Who answers for a page, when its review was due, and what was changed.

use crate::model::Entry;
use crate::plan::Page;
use crate::source::Day;

use super::body::Placement;
use super::page_context::PageContext;
use super::view::{ChangeView, UpkeepView, Words};

impl PageContext<'_> {
    /// What the foot of the page at hand says of its upkeep, where the book says anything.
    pub(super) fn upkeep(&self) -> Option<UpkeepView> {
        let Page::Entry(entry, _) = self.page else { return None };
        let book = &self.plan.playbook().book;
        let is_alone = matches!(self.placement, Placement::Alone);
        let words = |who: &str| Words::new(who, String::new());
        let upkeep = UpkeepView {
            owner: book.owner(entry).map(words),
            reviewers: book.reviewers(entry).map(|who| words(&who)),
            due: self.due(entry).filter(|_| is_alone),
            contact: book.contact_for(&entry.head.title.value).filter(|_| is_alone),
            edit: book.edit_address(entry.head.source.path()).filter(|_| is_alone),
            changed: self.changes(entry),
        };
        let says = upkeep.owner.is_some()
            || upkeep.reviewers.is_some()
            || upkeep.due.is_some()
            || upkeep.contact.is_some()
            || upkeep.edit.is_some()
            || !upkeep.changed.is_empty();
        says.then_some(upkeep)
    }

    /// The last day on which the review of an entry holds. Which day it is, its reader's browser knows.
    fn due(&self, entry: &Entry) -> Option<String> {
        let book = &self.plan.playbook().book;
        let reviewed = Day::last_of(entry.head.reviewed()?)?;
        book.tells_due(entry).then(|| reviewed.later(book.review_months).in_digits())
    }

    /// What was changed on an entry's page.
    pub(super) fn changes(&self, entry: &Entry) -> Vec<ChangeView> {
        let changes = entry.head.changed.iter();
        let changes = changes.map(|change| ChangeView {
            date: change.date.value.clone(),
            what: self.html(entry, &change.what),
        });
        changes.collect()
    }
}
