//! `unused-template`: some page sends readers to each template.

use std::sync::Arc;

use crate::diagnostic::Diagnostic;
use crate::diagnostic::rules::unused_template::unused_template;
use crate::model::Entry;

/// Reports neglected templates. `scenarios` is how many the book has: without any, nothing uses a template.
pub(super) fn check(neglected: &[&Arc<Entry>], scenarios: usize, notes: &mut Vec<Diagnostic>) {
    if scenarios > 0 {
        let neglected = neglected.iter().filter(|entry| entry.template().is_some());
        let heads = neglected.map(|entry| &entry.head);
        notes.extend(heads.map(|head| unused_template(head.span(), head.id.as_str())));
    }
}
