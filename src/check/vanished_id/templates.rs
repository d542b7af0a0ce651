//! The ids of templates and their fields, under which readers keep their answers.

use std::collections::BTreeSet;

use crate::diagnostic::rules::vanished_id::{Vanished, vanished_field, vanished_template};
use crate::diagnostic::{Diagnostic, Severity, nearest};
use crate::model::{Entry, Field, FieldKind, Kind, OneField, Playbook, Published, Template};
use crate::source::{Span, Spanned};

/// Compares what is there with what was published. Files with faults of their own are left out: what is
/// missing in them may be what could not be read.
pub(super) fn check(playbook: &Playbook, published: &Published, notes: &mut Vec<Diagnostic>) {
    let errors = notes.iter().filter(|note| note.severity() == Severity::Error);
    let faulty: BTreeSet<String> =
        errors.map(|note| note.span.source().path().to_owned()).collect();
    for (id, old) in &published.ids.templates {
        for name in [id].into_iter().chain(&old.was) {
            match find(playbook, name) {
                Some((entry, _)) if faulty.contains(entry.head.source.path()) => {}
                Some((entry, template)) if name == id => {
                    let now = Now { entry, template };
                    now.compare("", &old.fields, &template.fields, notes);
                }
                Some(_) => {}
                None if faulty.iter().any(|path| Kind::Template.has_source(path)) => {}
                None if playbook.book.retired.iter().any(|retired| retired.value == *name) => {}
                None => notes.push(no_template(playbook, published, name)),
            }
        }
    }
}

/// The template that is called so, or was.
fn find<'p>(playbook: &'p Playbook, id: &str) -> Option<(&'p Entry, &'p Template)> {
    let of = |entry: &'p Entry| Some((entry, entry.template()?));
    let now = playbook.get(Kind::Template, id).and_then(of);
    now.or_else(|| {
        let mut all = playbook.entries.values().filter_map(|entry| of(entry));
        all.find(|(_, template)| template.was.iter().any(|was| was.value == id))
    })
}

fn no_template(playbook: &Playbook, published: &Published, id: &str) -> Diagnostic {
    let ids = playbook.ids(Kind::Template);
    let new: Vec<&str> =
        ids.into_iter().filter(|id| !published.ids.templates.contains_key(*id)).collect();
    let only = if let [only] = new[..] { Some(only) } else { None };
    let heir = nearest(id, new.iter().copied()).or(only);
    let heir = heir.and_then(|heir| find(playbook, heir));
    let retired: Vec<&str> =
        playbook.book.retired.iter().map(|one| one.value.as_str()).chain([id]).collect();
    let retired = format!("retired = {retired:?}");
    match heir {
        Some((entry, template)) => {
            let was = was(&template.was, id);
            let path = entry.head.source.path();
            vanished_template(entry.head.span(), id, Some((path, &was)), &retired)
        }
        None => {
            let at = published.source.text().find(&format!("\"{id}\"")).unwrap_or_default();
            let span = Span::new(&published.source, at..at + id.len() + 2);
            vanished_template(span, id, None, &retired)
        }
    }
}

/// A template as it is now.
struct Now<'p> {
    entry: &'p Entry,
    template: &'p Template,
}

impl Now<'_> {
    /// Compares fields, or the columns of `table`, which is empty or ends in a full stop.
    fn compare(&self, table: &str, old: &[OneField], new: &[Field], notes: &mut Vec<Diagnostic>) {
        for (at, field) in old.iter().enumerate() {
            for id in field.ids() {
                let whole = format!("{table}{id}");
                if holder(new, id).is_none() && !self.is_retired(&whole) {
                    let heir = heir(old, at, new);
                    notes.push(self.vanished(&whole, id, heir));
                }
            }
            let Some(now) = field.ids().find_map(|id| holder(new, id)) else { continue };
            // What is no table any more keeps the old rows as text.
            if let FieldKind::Table { columns, .. } = &now.kind {
                self.compare(&format!("{}.", now.id.value), &field.columns, columns, notes);
            }
        }
    }

    fn is_retired(&self, whole: &str) -> bool {
        self.template.retired.iter().any(|retired| retired.value == whole)
    }

    fn vanished(&self, whole: &str, id: &str, heir: Option<&Field>) -> Diagnostic {
        let retired = &self.template.retired;
        let retired: Vec<&str> =
            retired.iter().map(|one| one.value.as_str()).chain([whole]).collect();
        let span = heir.map_or_else(|| self.entry.head.span(), |heir| heir.id.span.clone());
        vanished_field(
            span,
            &Vanished {
                template: self.entry.head.id.as_str(),
                id: whole,
                heir: heir.map(|heir| heir.label.as_str()),
                was: &was(heir.map_or(&[], |heir| heir.was.as_slice()), id),
                retired: &format!("retired: [{}]", retired.join(", ")),
            },
        )
    }
}

/// The line that adds an old id to those that are there.
fn was(there: &[Spanned<String>], id: &str) -> String {
    let all: Vec<&str> = there.iter().map(|one| one.value.as_str()).chain([id]).collect();
    match all[..] {
        [one] => format!("was: {one}"),
        _ => format!("was: [{}]", all.join(", ")),
    }
}

/// The field that has the answers of an id now.
fn holder<'f>(fields: &'f [Field], id: &str) -> Option<&'f Field> {
    let mut answered = fields.iter().filter(|field| field.holds_an_answer());
    answered.find(|field| field.id.value == id || field.was.iter().any(|was| was.value == id))
}

/// The new field that most likely replaced an old one: one of nearly the same id, the one that stands where
/// it stood, or the only one that is new.
fn heir<'f>(old: &[OneField], at: usize, fields: &'f [Field]) -> Option<&'f Field> {
    let is_known = |field: &Field| {
        old.iter().any(|one| one.id == field.id.value)
            || field.was.iter().any(|was| old.iter().any(|one| one.id == was.value))
    };
    let answered: Vec<&Field> = fields.iter().filter(|field| field.holds_an_answer()).collect();
    let new: Vec<&Field> = answered.iter().copied().filter(|field| !is_known(field)).collect();
    let by_id = |id: &str| new.iter().copied().find(|field| field.id.value == id);
    let near = nearest(&old[at].id, new.iter().map(|field| field.id.value.as_str()));
    let in_its_place = || {
        let before = old[..at].iter().rev().find_map(|one| {
            let place = answered.iter().position(|field| field.id.value == one.id)?;
            Some(place + 1)
        });
        let there = answered.get(before.unwrap_or(0))?;
        by_id(&there.id.value)
    };
    let only = || if let [only] = new[..] { Some(only) } else { None };
    near.and_then(by_id).or_else(in_its_place).or_else(only)
}
