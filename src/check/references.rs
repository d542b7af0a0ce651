//! Every id that names another thing names one that is there and published.

use std::collections::HashMap;

use crate::diagnostic::Diagnostic;
use crate::diagnostic::rules::dangling_reference::{
    dangling_reference, nothing_of_its_kind, reference_to_draft,
};
use crate::model::{Kind, Mentions, Playbook};

/// Everything that can be named, and whether it is left out as a draft. Only asked, never listed, so its order is nobody's
/// concern.
pub type Index<'a> = HashMap<(Kind, &'a str), bool>;

pub fn index(playbook: &Playbook) -> Index<'_> {
    let entries = playbook.entries.iter();
    entries.map(|((kind, id), entry)| ((*kind, id.as_str()), playbook.leaves_out(entry))).collect()
}

pub fn check(
    playbook: &Playbook,
    index: &Index<'_>,
    mentions: &Mentions,
    notes: &mut Vec<Diagnostic>,
) {
    for (kind, reference) in &mentions.references {
        let span = || reference.span.clone();
        match index.get(&(*kind, reference.value.as_str())) {
            Some(true) if !mentions.draft => {
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
