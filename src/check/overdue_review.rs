//! `overdue-review`: no page was left without a review for longer than the book allows. Which day it is, whoever asks says.

use crate::diagnostic::Diagnostic;
use crate::diagnostic::rules::overdue_review::overdue_review;
use crate::model::Playbook;
use crate::source::Day;

pub(super) fn check(playbook: &Playbook, today: Day, notes: &mut Vec<Diagnostic>) {
    let months = playbook.book.review_months;
    // A translation that says when it was read is a page of its own.
    let translated = playbook.translations.iter().flat_map(|language| language.entries.values());
    let entries = playbook.entries.values().chain(translated);
    for entry in entries.filter(|entry| !entry.head.draft) {
        let Some(reviewed) = &entry.head.reviewed else { continue };
        let due = Day::last_of(&reviewed.value).map(|day| day.later(months));
        if due.is_some_and(|due| due < today) {
            notes.push(overdue_review(reviewed.span.clone(), &reviewed.value, months));
        }
    }
}
