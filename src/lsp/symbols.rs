//! The outline of a text, and the names of a whole book.

use std::ops::Range;
use std::sync::Arc;

use serde_json::{Value, json};

use crate::source::Source;
use crate::tree::{Node, Value as Written};

use super::lookup::{everything, fields_of, topic_keys, topics};
use super::project::{Project, Read};
use super::tree::{headings, tree};

/// Numbers that the protocol has for what a name is.
const FILE: u8 = 1;
const FIELD: u8 = 8;
const KEY: u8 = 20;
const WORDS: u8 = 15;
const LIST: u8 = 18;
const GROUP: u8 = 19;

/// The most names that are told of a book at once.
const MOST: usize = 500;

/// The outline of a text.
pub(super) fn outline(project: &Project, source: &Arc<Source>) -> Value {
    let root = tree(source);
    let mut symbols = root.map_or_else(Vec::new, |root| below(project, &root));
    let headings = headings(source);
    let mut open: Vec<(usize, Value)> = Vec::new();
    for (at, (depth, words, range)) in headings.iter().enumerate() {
        let next = headings[at + 1..].iter().find(|(other, ..)| other <= depth);
        let end = next.map_or(source.text().len(), |(_, _, next)| next.start);
        let end = range.start + source.text()[range.start..end].trim_end().len();
        close(&mut open, *depth, &mut symbols);
        let symbol = symbol(project, source, (words, WORDS), (range.start..end, range.clone()));
        open.push((*depth, symbol));
    }
    close(&mut open, 0, &mut symbols);
    json!(symbols)
}

/// Ends the headings that are as deep or deeper: each becomes part of the one above it.
fn close(open: &mut Vec<(usize, Value)>, depth: usize, symbols: &mut Vec<Value>) {
    while let Some((_, symbol)) = open.pop_if(|(own, _)| *own >= depth.max(1)) {
        match open.last_mut().and_then(|(_, above)| above["children"].as_array_mut()) {
            Some(children) => children.push(symbol),
            None => symbols.push(symbol),
        }
    }
}

fn below(project: &Project, node: &Node) -> Vec<Value> {
    let source = node.span.source();
    match &node.value {
        Written::Text(_) => Vec::new(),
        Written::Map(entries) => entries
            .iter()
            .map(|(key, value)| {
                let (start, end) = (key.span.range().start, value.span.range().end);
                let whole = start..end.max(key.span.range().end);
                let name = (key.name.as_str(), sort(value));
                let mut symbol = symbol(project, source, name, (whole, key.span.range()));
                symbol["children"] = json!(below(project, value));
                if let Written::Text(text) = &value.value {
                    symbol["detail"] = json!(first_of(&text.text));
                }
                symbol
            })
            .collect(),
        Written::List(items) => items
            .iter()
            .enumerate()
            .map(|(at, item)| {
                let name = named(item).unwrap_or_else(|| format!("{}", at + 1));
                let range = item.span.range();
                let first = range.start..range.start + first_line(source, &range).len();
                let mut symbol = symbol(project, source, (&name, sort(item)), (range, first));
                symbol["children"] = json!(below(project, item));
                symbol
            })
            .collect(),
    }
}

fn first_line<'s>(source: &'s Source, range: &Range<usize>) -> &'s str {
    source.text()[range.clone()].lines().next().unwrap_or_default()
}

/// What an item is called: its words, or those of its first key.
fn named(node: &Node) -> Option<String> {
    match &node.value {
        Written::Text(text) => Some(first_of(&text.text)).filter(|words| !words.is_empty()),
        Written::Map(entries) => {
            let (key, value) = entries.first()?;
            let words = named(value).unwrap_or_default();
            Some(format!("{}: {words}", key.name))
        }
        Written::List(_) => None,
    }
}

/// The first words of a text.
fn first_of(text: &str) -> String {
    const MOST: usize = 60;
    let line = text.lines().next().unwrap_or_default();
    match line.char_indices().nth(MOST) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None => line.to_owned(),
    }
}

fn sort(node: &Node) -> u8 {
    match &node.value {
        Written::Text(_) => KEY,
        Written::List(_) => LIST,
        Written::Map(_) => GROUP,
    }
}

fn symbol(
    project: &Project,
    source: &Source,
    (name, sort): (&str, u8),
    (whole, own): (Range<usize>, Range<usize>),
) -> Value {
    let name = if name.trim().is_empty() { "…" } else { name };
    json!({
        "name": name,
        "kind": sort,
        "range": project.range(source, whole.start..whole.end.max(own.end)),
        "selectionRange": project.range(source, own),
        "children": [],
    })
}

/// The pages, topics and fields of a book whose names hold these letters in their order.
pub(super) fn names(project: &Project, read: &Read, query: &str) -> Vec<Value> {
    let mut found = Vec::new();
    let mut tell = |name: &str, id: &str, sort: u8, within: &str, span: &crate::source::Span| {
        if found.len() < MOST && (fits(name, query) || fits(id, query)) {
            let location = project.location(span);
            found.push(
                json!({"name": name, "kind": sort, "containerName": within, "location": location}),
            );
        }
    };
    for entry in everything(&read.playbook) {
        let head = &entry.head;
        tell(&head.title.value, head.stem.as_str(), FILE, head.stem.as_str(), &head.title.span);
        for (id, field) in fields_of(entry) {
            tell(&field.label.value, &id, FIELD, head.stem.as_str(), &field.label.span);
        }
    }
    for (id, title) in topics(&read.playbook) {
        if let Some(key) = topic_keys(&read.sources, &id).first() {
            tell(&title, &id, KEY, "topics", &key.span);
        }
    }
    found
}

/// Whether a name has these letters in their order.
fn fits(name: &str, query: &str) -> bool {
    let mut letters = name.chars().flat_map(char::to_lowercase);
    query.chars().flat_map(char::to_lowercase).all(|wanted| letters.any(|one| one == wanted))
}
