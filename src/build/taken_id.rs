//! `taken-id`: ids of raw HTML that the page itself has, which only a page that was made can tell, and ids that are given
//! twice.

use std::collections::BTreeSet;

use crate::diagnostic::Diagnostic;
use crate::diagnostic::rules::taken_id::{given_before, page_has};
use crate::render::{Site, TakenId};

pub(super) fn taken_ids(site: &Site) -> Vec<Diagnostic> {
    let mut told = BTreeSet::new();
    let mut faults: Vec<Diagnostic> = site
        .taken_ids()
        .into_iter()
        // Words that a translation leaves out are on the pages of both languages.
        .filter(|TakenId { span, .. }| {
            told.insert((span.source().path().to_owned(), span.range().start))
        })
        .map(|TakenId { id, span, now, first }| match first {
            Some(first) => given_before(span, &id, first),
            None => page_has(span, &id, &now),
        })
        .collect();
    site.plan().playbook().book.levels.apply(&mut faults);
    faults
}
