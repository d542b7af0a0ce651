//! Which lines of a text belong together, and what is around a place.

use std::sync::Arc;

use serde_json::{Value, json};

use crate::source::Source;
use crate::tree::{Node, Value as Written};

use super::project::Project;
use super::tree::{ending, headings, tree};

/// The parts of a text that can be folded away: what stands deeper below a line, and what stands below a heading.
pub(super) fn folds(source: &Source) -> Value {
    let text = source.text();
    let lines: Vec<&str> = text.split('\n').collect();
    let indent = |line: &str| line.len() - line.trim_start_matches(' ').len();
    let mut folds = Vec::new();
    let mut open: Vec<(usize, usize)> = Vec::new();
    let is_markdown = ending(source.path()) == "md";
    let mut last = 0;
    for (at, line) in lines.iter().enumerate().filter(|_| !is_markdown) {
        if line.trim().is_empty() {
            continue;
        }
        let own = indent(line);
        while let Some((start, _)) = open.pop_if(|(_, other)| *other >= own) {
            if last > start {
                folds.push((start, last));
            }
        }
        open.push((at, own));
        last = at;
    }
    folds.extend(
        open.into_iter().filter(|(start, _)| last > *start).map(|(start, _)| (start, last)),
    );
    let headings = headings(source);
    let line = |offset: usize| source.line_and_column(offset).0 - 1;
    for (at, (depth, _, range)) in headings.iter().enumerate().filter(|_| is_markdown) {
        let next = headings[at + 1..].iter().find(|(other, ..)| other <= depth);
        let end = next.map_or(text.len(), |(_, _, next)| next.start);
        let end = line(range.start + text[range.start..end].trim_end().len());
        if end > line(range.start) {
            folds.push((line(range.start), end));
        }
    }
    folds.sort_unstable();
    json!(
        folds
            .into_iter()
            .map(|(start, end)| json!({"startLine": start, "endLine": end}))
            .collect::<Vec<_>>()
    )
}

/// What is around a place, from the nearest to the whole text.
pub(super) fn around(project: &Project, source: &Arc<Source>, offset: usize) -> Value {
    let whole = 0..source.text().len();
    let mut ranges = Vec::from([whole]);
    if let Some(root) = tree(source) {
        descend(&root, offset, &mut ranges);
    }
    let text = source.text();
    let start = text[..offset].rfind('\n').map_or(0, |at| at + 1);
    let end = text[offset..].find('\n').map_or(text.len(), |at| offset + at);
    let is_inside = ranges.last().is_some_and(|last| last.start <= start && end <= last.end);
    if is_inside && start < end {
        ranges.push(start..end);
    }
    let mut around = Value::Null;
    let mut before = None;
    for range in ranges {
        if before.as_ref() == Some(&range) {
            continue;
        }
        let mut next = json!({"range": project.range(source, range.clone())});
        if !around.is_null() {
            next["parent"] = around;
        }
        (around, before) = (next, Some(range));
    }
    around
}

fn descend(node: &Node, offset: usize, ranges: &mut Vec<std::ops::Range<usize>>) {
    let has = |range: &std::ops::Range<usize>| range.start <= offset && offset <= range.end;
    let range = node.span.range();
    if !has(&range) {
        return;
    }
    let last = ranges.last().cloned().unwrap_or_default();
    if range != last && last.start <= range.start && range.end <= last.end {
        ranges.push(range);
    }
    match &node.value {
        Written::Text(_) => {}
        Written::List(items) => {
            if let Some(item) = items.iter().find(|item| has(&item.span.range())) {
                descend(item, offset, ranges);
            }
        }
        Written::Map(entries) => {
            for (key, value) in entries {
                let whole =
                    key.span.range().start..value.span.range().end.max(key.span.range().end);
                if has(&whole) {
                    ranges.push(whole);
                    if has(&key.span.range()) {
                        ranges.push(key.span.range());
                    } else {
                        descend(value, offset, ranges);
                    }
                    return;
                }
            }
        }
    }
}
