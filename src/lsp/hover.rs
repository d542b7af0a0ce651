//! What is shown of a place: what a key is for, what a name leads to, how long a script takes, what a rule says.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde_json::{Value, json};

use crate::amend::Step;
use crate::diagnostic::{Diagnostic, plural};
use crate::load::seconds_to_say;
use crate::model::Role;
use crate::source::{Source, Span};

use super::here::{Here, Sort, What, here};
use super::lookup::{entry_of, field_of, meant};
use super::project::{Project, Read};
use super::thing::{Thing, has, thing_at};
use super::words::{about_entry, about_key, about_rule};

/// Endings of files that are shown as pictures.
const PICTURES: [&str; 6] = ["png", "jpg", "jpeg", "gif", "svg", "webp"];

/// What is shown of a place of an open text.
pub(super) fn hover(
    project: &Project,
    read: &Read,
    notes: &[Diagnostic],
    (source, offset): (&Arc<Source>, usize),
) -> Value {
    let mut words = Vec::new();
    let mut range = None;
    if let Some(named) = thing_at(read, source, offset) {
        words.extend(about(project, read, &named.thing));
        range = Some(named.span);
    } else if let Sort::Keys(file) = Sort::of(source, &read.playbook.book) {
        let here = here(source, file, offset);
        let (about, span) = of_key(source, &here);
        words.extend(about);
        range = span;
        words.extend(saying(read, source, &here));
    }
    let here = notes
        .iter()
        .filter(|note| note.span.source().path() == source.path() && has(&note.span, offset));
    let rules: BTreeMap<_, _> = here.map(|note| (note.rule.name, note.rule)).collect();
    words.extend(rules.into_values().map(about_rule));
    if words.is_empty() {
        return Value::Null;
    }
    let mut shown = json!({"contents": {"kind": "markdown", "value": words.join("\n\n---\n\n")}});
    if let Some(span) = range {
        shown["range"] = project.range(span.source(), span.range());
    }
    shown
}

/// What is said of a thing.
fn about(project: &Project, read: &Read, thing: &Thing) -> Option<String> {
    let playbook = &read.playbook;
    match thing {
        Thing::Entry(kind, id) => meant(playbook, *kind, id).map(about_entry),
        Thing::Anchor(kind, id, anchor) => {
            let entry = meant(playbook, *kind, id)?;
            Some(format!("{}\n\nthe place `#{anchor}`", about_entry(entry)))
        }
        Thing::Topic(id) => {
            let book = &playbook.book;
            // Where a book declares its topics, another word is none.
            if !book.topics.is_empty() && !book.topics.contains_key(id.as_str()) {
                return None;
            }
            let (title, count) = (book.topic_title(id), thing.named(read).len());
            Some(format!("**{title}**, a topic of {count} {}", plural(count, "page")))
        }
        Thing::Field(path, id) => {
            let field = field_of(entry_of(playbook, path)?, id)?;
            Some(format!("**{}**, a field of the type `{}`", field.label.value, field.kind.name()))
        }
        Thing::Carried(path) => {
            let uri = project.uri(&format!("content/{path}"));
            let is_picture = PICTURES.contains(&path.ending());
            Some(if is_picture { format!("![]({uri})") } else { format!("`content/{path}`") })
        }
    }
}

/// What a key is for, at the key itself.
fn of_key(source: &Arc<Source>, here: &Here) -> (Option<String>, Option<Span>) {
    let word = &source.text()[here.range.clone()];
    let labels = here.types.map(|types| (types.all)()).unwrap_or_default();
    let labels = labels.into_iter().filter_map(|map| map.all().next());
    let mut keys = here.declared.into_iter().flat_map(|one| one.keys()).chain(labels);
    let key = keys.find(|key| key.name == word).filter(|_| matches!(here.what, What::Key { .. }));
    let span = key.map(|_| Span::new(source, here.range.clone()));
    (key.map(about_key), span)
}

/// How long it takes to say the words of a hat.
fn saying(read: &Read, source: &Source, here: &Here) -> Option<String> {
    let scenario = entry_of(&read.playbook, source.path())?.scenario()?;
    let mut names = here.path.iter().filter_map(|step| match step {
        Step::Key(name) => Some(name.as_str()),
        Step::Item(_) => None,
    });
    let (side, key) = (names.next()?, names.next());
    let is_say = key == Some("say") || source.text()[here.range.clone()] == *"say";
    let role = Role::BOTH.into_iter().find(|role| role.name() == side && is_say)?;
    let say = &scenario.responses.get(role).say;
    Some(format!("{} words, about {} seconds to say", say.count(), seconds_to_say(say)))
}
