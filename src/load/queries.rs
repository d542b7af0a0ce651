//! The file of queries: what readers may search for, below the page that they must find, or below `nothing`.

use std::sync::Arc;

use crate::diagnostic::rules::cut_by_hash::hidden_by_hash;
use crate::diagnostic::rules::git_conflict::git_conflicts;
use crate::diagnostic::rules::list_in_a_text::list_in_a_text;
use crate::diagnostic::rules::wrong_type::wrong_type;
use crate::diagnostic::{Diagnostic, Noted};
use crate::markdown::composed;
use crate::schema::Keys;
use crate::source::{Source, Spanned};
use crate::tree::{Hidden, Node, Value, parse_yaml};

/// What stands in place of a page above the queries that no page answers.
const NOTHING: &str = "nothing";

/// What readers may search for.
#[derive(Default)]
pub(super) struct Queries {
    /// Pages by their addresses, each with its queries.
    pub answered: Vec<(Spanned<String>, Vec<Spanned<String>>)>,
    /// What no page answers.
    pub unanswered: Vec<Spanned<String>>,
}

/// Reads the file, if there is one.
pub(super) fn queries(source: Option<&Arc<Source>>) -> Noted<Queries> {
    let Some(source) = source else { return Noted::new(Queries::default(), Vec::new()) };
    let conflicts = source.conflicts();
    if !conflicts.is_empty() {
        return Noted::new(Queries::default(), git_conflicts(source, &conflicts));
    }
    let Noted { value: root, mut notes } = parse_yaml(source);
    let root = root.filter(|root| !root.is_empty());
    let queries = root.and_then(|root| {
        Keys::open(&root, "file of queries", String::new(), &mut notes, |keys| {
            // The keys are the pages of the book, so any key may stand here.
            let mut all = Queries::default();
            for (key, node) in keys.rest() {
                let hidden = Hidden::behind_key(key).filter(|_| node.is_empty());
                if let Some(Hidden { span, quoted, fix }) = hidden {
                    let path = key.name.clone();
                    keys.note(hidden_by_hash(span, &key.name, path, &quoted).fix(fix));
                }
                let queries = texts(node, &key.name, keys.notes());
                if key.name == NOTHING {
                    all.unanswered.extend(queries);
                } else {
                    let page = Spanned::new(composed(&key.name).into_owned(), key.span.clone());
                    all.answered.push((page, queries));
                }
            }
            Some(all)
        })
    });
    Noted::new(queries.unwrap_or_default(), notes)
}

fn texts(node: &Node, name: &str, notes: &mut Vec<Diagnostic>) -> Vec<Spanned<String>> {
    let one = |node: &Node, notes: &mut Vec<Diagnostic>| match &node.value {
        Value::Text(text) => Some(Spanned::new(text.text.clone(), text.span.clone())),
        Value::List(_) | Value::Map(_) => {
            let help = "write what a reader may search for, each on a line that starts with `- `";
            let path = name.to_owned();
            notes.push(wrong_type(node.span.clone(), name, "a text", node.shape(), path, help));
            None
        }
    };
    match &node.value {
        Value::List(nodes) => nodes.iter().filter_map(|node| one(node, notes)).collect(),
        _ if node.is_empty() => Vec::new(),
        Value::Map(_) => one(node, notes).into_iter().collect(),
        Value::Text(text) => {
            let Some(list) = text.pasted() else {
                return one(node, notes).into_iter().collect();
            };
            let items: Vec<String> =
                list.items.iter().map(|item| format!("- {}", item.text)).collect();
            let help = format!("`- ` before each item:\n{}", items.join("\n"));
            notes.push(list_in_a_text(list.first, name, name.to_owned(), &help));
            list.items.into_iter().map(|item| Spanned::new(item.text, item.span)).collect()
        }
    }
}
