//! `duplicate-id` among templates: none was called what another is called now, or was; and none is retired that is there.

use std::collections::BTreeMap;

use crate::diagnostic::Diagnostic;
use crate::diagnostic::rules::duplicate_id::{claimed_twice, still_there};
use crate::model::{Kind, Playbook};
use crate::source::Span;

pub(super) fn check(playbook: &Playbook, notes: &mut Vec<Diagnostic>) {
    let templates = playbook.entries.values().filter_map(|entry| entry.template());
    let claims: Vec<_> = templates.flat_map(|template| &template.was).collect();
    for one in claims.iter().copied().chain(&playbook.book.retired) {
        if let Some(there) = playbook.get(Kind::Template, &one.value) {
            let span = one.span.clone();
            notes.push(still_there(span, "template", &one.value, there.head.span()));
        }
    }
    let mut first: BTreeMap<&str, &Span> = BTreeMap::new();
    for was in claims {
        if let Some(before) = first.insert(&was.value, &was.span) {
            notes.push(claimed_twice(was.span.clone(), "template", &was.value, before.clone()));
        }
    }
}
