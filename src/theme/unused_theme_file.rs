//! `unused-theme-file`: files of a project's theme that take the place of nothing, most often since their names are
//! misspelt.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::diagnostic::rules::unused_theme_file::unused_theme_file;
use crate::diagnostic::{Diagnostic, nearest};
use crate::source::{Source, Span};

use super::file::File;

/// The folders of a theme, each with how its files end; those of an empty ending may end in any way.
const FOLDERS: [(&str, &str); 5] = [
    ("assets", ""),
    ("layouts", "html"),
    ("scripts", "js"),
    ("styles", "css"),
    ("wording", "toml"),
];

/// Endings of texts for whoever keeps the theme.
const FOR_KEEPERS: [&str; 2] = ["md", "txt"];

/// Reports what nothing uses. `folder` is that of the theme, ending in `/`.
pub(super) fn note(
    folder: &str,
    own: &BTreeMap<String, File>,
    default: &BTreeMap<String, File>,
    notes: &mut Vec<Diagnostic>,
) {
    let mut told = BTreeSet::new();
    for path in own.keys() {
        let (top, name) = path.split_once('/').unwrap_or(("", path));
        let help = match FOLDERS.iter().find(|(folder, _)| *folder == top) {
            _ if top.is_empty() => at_the_top(name, default),
            None => told.insert(top).then(|| no_folder(top)),
            Some((_, ending)) if !has_ending(name, ending) => {
                Some(format!("files in `{top}/` end in `.{ending}`"))
            }
            Some(("layouts", _)) if !default.contains_key(path) && !is_named(name, own) => {
                Some(no_layout(path, default))
            }
            Some(_) => None,
        };
        if let Some(help) = help {
            let source = match &own[path] {
                File::Text(source) => Arc::clone(source),
                File::Bytes(_) => Arc::new(Source::new(format!("{folder}{path}"), "")),
            };
            notes.push(unused_theme_file(Span::new(&source, 0..0), help));
        }
    }
}

fn has_ending(name: &str, ending: &str) -> bool {
    ending.is_empty() || name.rsplit_once('.').is_some_and(|(_, found)| found == ending)
}

/// A layout put beside the folders, unless it is a text about the theme.
fn at_the_top(name: &str, default: &BTreeMap<String, File>) -> Option<String> {
    let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
    let is_for_keepers = FOR_KEEPERS.contains(&ending) || matches!(stem, "LICENSE" | "NOTICE");
    let place = FOLDERS.iter().map(|(folder, _)| format!("{folder}/{name}"));
    let place = place.into_iter().find(|place| default.contains_key(place));
    (!is_for_keepers).then(|| match place {
        Some(place) => format!("did you mean `{place}`?"),
        None => format!("put it into one of {}", folders()),
    })
}

fn no_folder(folder: &str) -> String {
    match nearest(folder, FOLDERS.map(|(folder, _)| folder)) {
        Some(near) => format!("a theme has no folder `{folder}/`; did you mean `{near}/`?"),
        None => format!("a theme has no folder `{folder}/`: it has {}", folders()),
    }
}

fn folders() -> String {
    FOLDERS.map(|(folder, _)| format!("`{folder}/`")).join(", ")
}

/// Whether a layout of the theme includes or extends it, or uses what is in it.
fn is_named(name: &str, own: &BTreeMap<String, File>) -> bool {
    let in_quotes = [format!("\"{name}\""), format!("'{name}'")];
    let in_folder = [format!("/{name}\""), format!("/{name}'")];
    own.iter().any(|(path, file)| match file {
        File::Text(source) if path.starts_with("layouts/") => {
            let text = source.text();
            let names = in_quotes.iter().chain(&in_folder).any(|quoted| text.contains(quoted));
            // Components are used by the names that they give themselves, wherever they lie.
            names || (path.ends_with(name) && text.contains("{% component"))
        }
        File::Text(_) | File::Bytes(_) => false,
    })
}

fn no_layout(path: &str, default: &BTreeMap<String, File>) -> String {
    let layouts = default.keys().map(String::as_str).filter(|name| name.starts_with("layouts/"));
    match nearest(path, layouts) {
        Some(near) => format!("did you mean `{near}`?"),
        None => "no layout includes or extends it, and the default theme has none of that name"
            .to_owned(),
    }
}
