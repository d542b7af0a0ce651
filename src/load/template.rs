//! A template's keys.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::diagnostic::Diagnostic;
use crate::diagnostic::rules::duplicate_id::duplicate_id;
use crate::model::{Body, Field, Template};
use crate::source::{Span, Spanned};
use crate::tree::Fields;

use super::computed::check_references;
use super::field::{Place, field};
use super::gather::Gather;
use super::old_ids::{note_claims, note_retired, old_ids};

pub fn template(gather: &mut Gather<'_>, fields: &mut Fields<'_, '_>) -> Option<Body> {
    let use_when = gather.inline(fields, "use_when");
    let time = gather.inline(fields, "time");
    let sensitive = fields.yes("sensitive").unwrap_or_default();
    let share = fields.yes("share").unwrap_or(!sensitive);
    let repeat = fields.text("repeat").map(|text| text.text);
    let was = fields.texts("was").into_iter().map(|text| Spanned::new(text.text, text.span));
    let was = was.collect();
    let retired = old_ids(fields, "retired");
    fields
        .need("fields", "add `fields:` and below it lines such as `- text: Name of the release`")?;
    let mut number = 0;
    let list = fields.groups("fields", "field", |one| {
        number += 1;
        field(gather, one, Place::Template, number)
    });
    // The ids of a translation's fields are the original's.
    if !gather.is_translation() {
        note_duplicates("field", &list, fields.notes());
        note_claims("field", &list, fields.notes());
        note_retired(&retired, &list, fields.notes());
        // A field that cannot be read may be the one that others name.
        if list.len() == number {
            check_references(&list, fields.notes());
        }
    }
    Some(Body::Template(Arc::new(Template {
        use_when,
        time,
        sensitive,
        share,
        repeat,
        was,
        retired,
        fields: list,
    })))
}

/// Reports fields, or columns, that share an id.
pub fn note_duplicates(what: &str, fields: &[Field], notes: &mut Vec<Diagnostic>) {
    let mut first: BTreeMap<&str, &Span> = BTreeMap::new();
    for field in fields {
        let id = &field.id;
        if let Some(before) = first.insert(&id.value, &id.span) {
            let help =
                format!("give one of them another label, or a line like `id: {}-2`", id.value);
            notes.push(duplicate_id(id.span.clone(), what, &id.value, before.clone(), &help));
        }
    }
}
