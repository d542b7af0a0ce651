//! `long-checklist`: a list to tick can be taken in at one look.

use crate::diagnostic::Diagnostic;
use crate::diagnostic::rules::long_checklist::long_checklist;
use crate::model::{Field, FieldKind, Item, SelfCheck};

/// The most things to tick in one list.
const MOST: usize = 25;

pub(super) fn note_fields(fields: &[Field], notes: &mut Vec<Diagnostic>) {
    for (at, field) in fields.iter().enumerate() {
        if let FieldKind::Ticks { items } = &field.kind {
            note(items, &format!("fields[{at}].items"), notes);
        }
    }
}

pub(super) fn note_sides(check: &SelfCheck, notes: &mut Vec<Diagnostic>) {
    for (role, items) in check.lines.each() {
        note(items, role.name(), notes);
    }
}

fn note(items: &[Item], key: &str, notes: &mut Vec<Diagnostic>) {
    if let Some(first_too_many) = items.get(MOST) {
        let span = first_too_many.label.span().clone();
        notes.push(long_checklist(span, items.len(), MOST, key.to_owned()));
    }
}
