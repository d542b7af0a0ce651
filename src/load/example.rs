//! How a field looks when it is filled in. An example that the field could not hold would be left out of the sheet.

use crate::diagnostic::rules::unknown_value::{malformed, unknown_value};
use crate::diagnostic::{Diagnostic, Names, plural};
use crate::markdown::composed;
use crate::model::{Example, Field, FieldKind, MARKS};
use crate::schema::{self, Filled, Key, Keys};
use crate::source::Day;
use crate::tree::{Node, Text, Value};

/// The key of it.
pub(super) const EXAMPLE: &str = "example";

/// The key that shows how a field looks when it is filled in.
pub(super) const fn filled_in(filled: Filled, example: &'static str) -> Key<schema::Example> {
    Key::example(EXAMPLE, filled, "How it looks when it is filled in.", example)
}

/// Reads the example of a field of this kind.
pub(super) fn example(keys: &mut Keys<'_, '_>, kind: &FieldKind) -> Option<Example> {
    let node = keys.get(&filled_in(Filled::Words, ""))?;
    let path = &keys.path(EXAMPLE);
    let notes = keys.notes();
    let read = match (kind, &node.value) {
        (FieldKind::Table { columns, .. }, Value::List(rows)) => {
            let row = |(at, row)| self::row(row, columns, at, path, notes);
            rows.iter().enumerate().map(row).collect::<Option<_>>().map(Example::Rows)
        }
        (FieldKind::Choices { .. } | FieldKind::Ticks { .. }, Value::List(items)) => {
            let cell =
                |(at, item): (usize, &Node)| cell(item, kind, &format!("{path}[{at}]"), notes);
            items.iter().enumerate().map(cell).collect::<Option<_>>().map(Example::Several)
        }
        (FieldKind::Table { .. }, _) | (_, Value::Map(_)) => None,
        (_, Value::Text(_)) => cell(node, kind, path, notes).map(Example::One),
        (_, Value::List(items)) => {
            let texts = items.iter().map(|item| Some(words(text(item)?)));
            texts.collect::<Option<_>>().map(Example::Several)
        }
    };
    if read.is_none() {
        let written = &node.span.source().text()[node.span.range()];
        let written = written.lines().next().unwrap_or_default().trim();
        let help = if let FieldKind::Table { .. } = kind {
            "write one line `- [first, second]` for each row"
        } else {
            "write a text, or a list of texts where several can be chosen"
        };
        notes.push(malformed(node.span.clone(), written, "an example", path.clone(), help));
    }
    read
}

/// `None` when it is no row at all; a row that does not fit is told of.
fn row(
    row: &Node,
    columns: &[Field],
    at: usize,
    path: &str,
    notes: &mut Vec<Diagnostic>,
) -> Option<Vec<String>> {
    let Value::List(cells) = &row.value else { return None };
    if let Some(extra) = cells.get(columns.len()) {
        let word = plural(columns.len(), "column");
        let form = format!("a cell of this table, which has {} {word}", columns.len());
        let written = text(extra).map(words).unwrap_or_default();
        let help = "put quotes round a text that has a comma in it, or take it out";
        let path = format!("{path}[{at}][{}]", columns.len());
        notes.push(malformed(extra.span.clone(), &written, &form, path, help));
    }
    let fitting = cells.iter().zip(columns).enumerate();
    for (place, (node, column)) in fitting {
        cell(node, &column.kind, &format!("{path}[{at}][{place}]"), notes)?;
    }
    cells.iter().map(|cell| Some(words(text(cell)?))).collect()
}

/// One value. One that the field cannot hold is told of, and kept.
fn cell(node: &Node, kind: &FieldKind, path: &str, notes: &mut Vec<Diagnostic>) -> Option<String> {
    let words = words(text(node)?);
    let (span, key) = (node.span.clone(), path.to_owned());
    let value = words.trim();
    let is_number = |value: &str| value.replace(',', ".").parse::<f64>().is_ok();
    match kind {
        _ if value.is_empty() => {}
        FieldKind::Choice { options } | FieldKind::Choices { options } => {
            if !options.iter().any(|option| option.value == value) {
                let allowed = Names::of(options.iter().map(|option| option.value.as_str()));
                notes.push(unknown_value(span, EXAMPLE, value, &allowed, key));
            }
        }
        FieldKind::Number { .. } if !is_number(value) => {
            let help = "write digits alone; what is counted goes into `unit`";
            notes.push(malformed(span, value, "a number", key, help));
        }
        FieldKind::Date if Day::last_of(value).is_none() || value.len() < "2025-06-30".len() => {
            let help = "write a day as `2025-06-30`";
            notes.push(malformed(span, value, "a day in digits", key, help));
        }
        FieldKind::Rating { .. } if !value.parse().is_ok_and(|mark: u32| MARKS.contains(&mark)) => {
            let help = format!("write a whole number from {} to {}", MARKS.start(), MARKS.end());
            notes.push(malformed(span, value, "a mark", key, &help));
        }
        FieldKind::Tick if !matches!(value, "yes" | "no" | "true" | "false") => {
            notes.push(unknown_value(span, EXAMPLE, value, &Names::of(["yes", "no"]), key));
        }
        FieldKind::Text { .. }
        | FieldKind::Long
        | FieldKind::Number { .. }
        | FieldKind::Date
        | FieldKind::Tick
        | FieldKind::Ticks { .. }
        | FieldKind::Rating { .. }
        | FieldKind::Person
        | FieldKind::Table { .. }
        | FieldKind::Computed(_)
        | FieldKind::Heading
        | FieldKind::Note(_) => {}
    }
    Some(words)
}

fn text(node: &Node) -> Option<&Text> {
    if let Value::Text(text) = &node.value { Some(text) } else { None }
}

fn words(text: &Text) -> String {
    composed(text.text.trim_end()).into_owned()
}
