//! Every page that a query must find is there. Whether it is found is asked of the index, which takes longer.

use crate::diagnostic::Diagnostic;
use crate::diagnostic::rules::dangling_reference::{dangling_reference, reference_to_draft};
use crate::model::Playbook;

pub fn check(playbook: &Playbook, notes: &mut Vec<Diagnostic>) {
    for (page, _) in &playbook.queries {
        let span = page.span.clone();
        match playbook.at(&page.value) {
            Some(entry) if playbook.leaves_out(entry) => {
                notes.push(reference_to_draft(span, "page", &page.value));
            }
            Some(_) => {}
            None if playbook.has_broken_at(&page.value) => {}
            None => notes.push(dangling_reference(span, "page", &page.value, &playbook.stems())),
        }
    }
}
