//! `duplicate-id` within one file: ids, steps and lines to choose from are each there once, and answers that were kept
//! under an old id can go to one field only.

use std::collections::BTreeMap;

use crate::diagnostic::Diagnostic;
use crate::diagnostic::rules::duplicate_id::{
    claimed_twice, duplicate_id, same_words, still_there,
};
use crate::model::{Field, Id, Item, Step};
use crate::source::{Span, Spanned};

/// Reports fields, or columns, that share an id. `what` is `field` or `column`.
pub(super) fn note_fields(what: &str, fields: &[Field], notes: &mut Vec<Diagnostic>) {
    for (field, before) in repeated(fields, |field| field.id.value.as_str()) {
        let (id, first) = (&field.id, before.id.span.clone());
        let help = format!("give one of them another label, or a line like `id: {}-2`", id.value);
        notes.push(duplicate_id(id.span.clone(), what, &id.value, first, &help));
    }
}

/// Reports steps that a link could not tell apart.
pub(super) fn note_steps(steps: &[Step], notes: &mut Vec<Diagnostic>) {
    for (step, before) in repeated(steps, Step::anchor) {
        let (id, first) = (&step.id, before.id.span.clone());
        let help = "give one of them another `id`: links to a step use it";
        notes.push(duplicate_id(id.span.clone(), "step", &id.value, first, help));
    }
}

/// Reports what is there twice in a list: an answer is kept as the words that were chosen or ticked.
pub(super) fn note_items(items: &[Item], notes: &mut Vec<Diagnostic>) {
    for (item, before) in repeated(items, |item| item.value.as_str()) {
        let (span, first) = (item.label.span().clone(), before.label.span().clone());
        notes.push(same_words(span, &item.value, first));
    }
}

/// Each that has the same key as one before it, with that one.
fn repeated<'a, T, K: Ord>(all: &'a [T], key: impl Fn(&'a T) -> K) -> Vec<(&'a T, &'a T)> {
    let mut last = BTreeMap::new();
    all.iter().filter_map(|one| Some((one, last.insert(key(one), one)?))).collect()
}

/// Reports old ids that two fields claim, or that a field still has. `what` is `field` or `column`.
pub(super) fn note_claims(what: &str, fields: &[Field], notes: &mut Vec<Diagnostic>) {
    let answered = || fields.iter().filter(|field| field.holds_an_answer());
    let present: BTreeMap<&str, &Span> =
        answered().map(|field| (field.id.value.as_str(), &field.id.span)).collect();
    let mut claimed: BTreeMap<&str, &Span> = BTreeMap::new();
    for was in answered().flat_map(|field| &field.was) {
        if let Some(there) = present.get(was.value.as_str()) {
            notes.push(still_there(was.span.clone(), what, &was.value, Span::clone(there)));
        } else if let Some(first) = claimed.insert(&was.value, &was.span) {
            notes.push(claimed_twice(was.span.clone(), what, &was.value, first.clone()));
        }
    }
}

/// Reports fields that are said to be retired and are still there.
pub(super) fn note_retired(retired: &[Spanned<Id>], fields: &[Field], notes: &mut Vec<Diagnostic>) {
    for one in retired {
        let answered = fields.iter().filter(|field| field.holds_an_answer());
        let there = answered.flat_map(|field| {
            let columns = field.columns().iter();
            let columns =
                columns.map(|column| (format!("{}.{}", field.id.value, column.id.value), column));
            [(field.id.value.clone(), field)].into_iter().chain(columns)
        });
        if let Some((_, field)) = there.into_iter().find(|(id, _)| *id == one.value) {
            notes.push(still_there(one.span.clone(), "field", &one.value, field.id.span.clone()));
        }
    }
}
