//! What fields were called before. Answers that were kept under an old id can go to one field only.

use std::collections::BTreeMap;

use crate::diagnostic::Diagnostic;
use crate::diagnostic::rules::duplicate_id::{claimed_twice, still_there};
use crate::markdown::slug;
use crate::model::{Field, Id};
use crate::schema::{Fields, Key, Texts};
use crate::source::{Span, Spanned};

/// Old ids, as ids of fields are made: `was: Cost in days` is `cost-in-days`. In `retired`, a column has its
/// table's id before it.
pub fn old_ids(fields: &mut Fields<'_, '_>, key: &Key<Texts>) -> Vec<Spanned<Id>> {
    let texts = fields.texts(key).into_iter();
    let id = |text: &str| text.split('.').map(slug).collect::<Vec<_>>().join(".");
    texts.map(|text| Spanned::new(id(&text.text), text.span)).collect()
}

/// Reports old ids that two fields claim, or that a field still has. `what` is `field` or `column`.
pub fn note_claims(what: &str, fields: &[Field], notes: &mut Vec<Diagnostic>) {
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
pub fn note_retired(retired: &[Spanned<Id>], fields: &[Field], notes: &mut Vec<Diagnostic>) {
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
