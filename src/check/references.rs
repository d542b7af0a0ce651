//! Every id that names another thing names one that is there and published.

use crate::diagnostic::Diagnostic;
use crate::diagnostic::rules::dangling_reference::{
    dangling_reference, nothing_of_its_kind, reference_to_draft,
};
use crate::model::{Mentions, Playbook};

pub fn check(playbook: &Playbook, mentions: &Mentions, notes: &mut Vec<Diagnostic>) {
    for (kind, reference) in &mentions.references {
        let span = || reference.span.clone();
        match playbook.get(*kind, &reference.value) {
            Some(found) if found.head.draft && !mentions.draft => {
                notes.push(reference_to_draft(span(), kind.name(), &reference.value));
            }
            Some(_) => {}
            None if playbook.has_broken(*kind, &reference.value) => {}
            None => {
                let (name, id) = (kind.name(), &reference.value);
                let ids = playbook.ids(*kind);
                notes.push(if ids.is_empty() {
                    let file = format!("content/{}/{id}.{}", kind.folder(), kind.extension());
                    nothing_of_its_kind(span(), name, id, &file)
                } else {
                    dangling_reference(span(), name, id, &ids)
                });
            }
        }
    }
    let topics = &playbook.book.topics;
    if topics.is_empty() {
        return;
    }
    for topic in &mentions.topics {
        if !topics.contains_key(&topic.value) {
            let known: Vec<&str> = topics.keys().map(String::as_str).collect();
            notes.push(dangling_reference(topic.span.clone(), "topic", &topic.value, &known));
        }
    }
}
