//! `empty-guide`: a guide has something to read.

use crate::diagnostic::Diagnostic;
use crate::diagnostic::rules::empty_guide::empty_guide;
use crate::model::{Guide, Head};

pub(super) fn note(head: &Head, guide: &Guide, notes: &mut Vec<Diagnostic>) {
    // What a translation leaves out is shown as in the original.
    if guide.body.is_empty() && !head.draft && head.language.is_none() {
        notes.push(empty_guide(head.title.span.clone()));
    }
}
