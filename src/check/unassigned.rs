//! `dangling-reference` of who answers for pages: every folder and every topic that `[owners]` and `[reviewers]` name
//! is there.

use std::collections::BTreeSet;

use crate::diagnostic::rules::dangling_reference::dangling_reference;
use crate::diagnostic::{Diagnostic, Names};
use crate::model::Playbook;

pub(super) fn check(playbook: &Playbook, notes: &mut Vec<Diagnostic>) {
    let book = &playbook.book;
    let mut assigned = book.owners.iter().chain(&book.reviewers).peekable();
    if assigned.peek().is_none() {
        return;
    }
    let mut known: BTreeSet<String> = book.topics.keys().cloned().collect();
    for entry in playbook.entries.values() {
        known.extend(entry.page().folders().map(str::to_owned));
        known.extend(entry.mentions.topics.iter().map(|topic| topic.value.clone()));
    }
    let names = Names::of(known.iter().map(String::as_str));
    let unknown = assigned.filter(|one| !known.contains(&one.of.value));
    notes.extend(unknown.map(|one| {
        dangling_reference(one.of.span.clone(), "folder or topic", &one.of.value, &names)
    }));
}
