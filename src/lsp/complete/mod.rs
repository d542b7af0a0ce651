//! What could be typed at a place: keys, words, names of other things, links.

mod item;
mod keys;
mod links;
mod theme;
mod values;

use std::ops::Range;

use serde_json::{Value, json};

use crate::amend::Step;
use crate::load::File;

use super::here::{Here, Sort, What, here};
use super::project::Project;

use item::Item;
pub(super) use item::Wanted;

/// What could be typed at a place of an open text.
pub(super) fn completion(project: &Project, wanted: &Wanted<'_>) -> Value {
    let (range, items) = found(wanted);
    let item = |(number, item): (usize, Item)| {
        let mut told = json!({
            "label": item.label,
            "kind": item.sort as u8,
            "sortText": format!("{number:05}"),
            "filterText": format!("{} {}", item.label, item.also).trim_end(),
            "textEdit": project.text_edit(wanted.source, range.clone(), &item.text),
            "insertTextFormat": if item.is_snippet { 2 } else { 1 },
        });
        if !item.detail.is_empty() {
            if wanted.offers.has_descriptions {
                told["labelDetails"] = json!({"description": item.detail});
            }
            told["detail"] = json!(item.detail);
        }
        if !item.about.is_empty() {
            told["documentation"] = json!({"kind": "markdown", "value": item.about});
        }
        told
    };
    let items: Vec<Value> = items.into_iter().enumerate().map(item).collect();
    json!({"isIncomplete": false, "items": items})
}

/// Whether a name of `[rules]` is typed.
fn is_rule(here: &Here, file: File) -> bool {
    file == File::Book && here.path.first() == Some(&Step::Key("rules".into()))
}

/// The part of the text that is written anew, and what could stand there.
fn found(wanted: &Wanted<'_>) -> (Range<usize>, Vec<Item>) {
    let text = wanted.source.text();
    let nothing = || (wanted.offset..wanted.offset, Vec::new());
    match Sort::of(wanted.source, &wanted.read.playbook.book) {
        Sort::Keys(file) => {
            let here = here(wanted.source, file, wanted.offset);
            let is_markdown = matches!(here.what, What::Text | What::Value(_));
            if let Some(found) = links::links(wanted).filter(|_| is_markdown && file != File::Book)
            {
                return found;
            }
            match here.what {
                What::Key { has_colon } if is_rule(&here, file) => {
                    (here.range.clone(), values::rules(has_colon))
                }
                What::Key { has_colon } => {
                    (here.range.clone(), keys::keys(wanted, &here, has_colon))
                }
                What::Value(form) => {
                    (here.range.clone(), values::values(wanted, file, &here, form))
                }
                What::Text => nothing(),
            }
        }
        Sort::Queries => {
            let start = text[..wanted.offset].rfind('\n').map_or(0, |at| at + 1);
            let typed = &text[start..wanted.offset];
            if typed.contains([' ', ':', '-']) && typed.starts_with([' ', '-']) {
                return nothing();
            }
            let rest = &text[wanted.offset..];
            let end = wanted.offset + rest.find(['\n', ':']).unwrap_or(rest.len());
            let has_colon = text[end..].starts_with(':');
            (start..end, values::pages_of_searches(wanted, has_colon))
        }
        Sort::Wording => theme::words(wanted).unwrap_or_else(nothing),
        Sort::Layout => theme::parts(wanted).unwrap_or_else(nothing),
        Sort::Other => nothing(),
    }
}
