//! TOML into the same tree as YAML, so that `book.toml` and wording files get the same care.

use std::ops::Range;
use std::sync::Arc;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::diagnostic::rules::invalid_toml::{ended_by_quote, invalid_toml};
use crate::diagnostic::{Diagnostic, Noted};
use crate::edit::Edit;
use crate::source::{Source, Span};

use super::node::{Key, Node, Style, Text, Value};
use super::quote::{QuoteInside, quote_inside};
use super::unseen::in_toml;

/// Reads a whole file, past its faults: what could be read is in the tree, each fault in the notes.
#[must_use]
pub fn parse(source: &Arc<Source>) -> Noted<Node> {
    let (table, errors) = DeTable::parse_recoverable(source.text());
    let mut told = 0..0;
    let notes = errors.iter().filter_map(|error| {
        let span = Span::new(source, error.span().unwrap_or_default());
        let start = span.range().start;
        // What comes after a slip on the same line is most often the same slip.
        if told.contains(&start) {
            return None;
        }
        told = line(source.text(), start);
        let known = in_toml(source, told.clone()).or_else(|| quote_in_quotes(source, told.clone()));
        Some(known.unwrap_or_else(|| invalid_toml(span, error.message())))
    });
    let mut notes: Vec<Diagnostic> = notes.collect();
    notes.dedup_by_key(|note| note.span.line_and_column().0);
    let root = Node { span: Span::new(source, 0..0), value: entries(source, table.get_ref()) };
    Noted::new(root, notes)
}

/// Where the line with an offset stands.
fn line(text: &str, offset: usize) -> Range<usize> {
    let start = text[..offset].rfind('\n').map_or(0, |at| at + 1);
    start..text[offset..].find('\n').map_or(text.len(), |end| offset + end)
}

/// `title = "The "late" van"` and `title = 'The driver's van'`: the text was to go on up to the last quote.
fn quote_in_quotes(source: &Arc<Source>, line: Range<usize>) -> Option<Diagnostic> {
    let words = &source.text()[line.clone()];
    let (key, value) = words.split_once('=')?;
    let text = value.trim();
    let QuoteInside { word, at, mut mended, is_certain } = quote_inside(text)?;
    if text.starts_with(['"', '\'']) && text[1..].starts_with(&text[..1]) {
        // It is a text of several lines.
        return None;
    }
    if !is_certain && text.starts_with('\'') {
        let inside = text[1..text.len() - 1].replace('\\', "\\\\").replace('"', "\\\"");
        mended = format!("\"{inside}\"");
    }
    let start = line.start + words.len() - value.trim_start().len();
    let fix = is_certain.then(|| Edit::new(source, start..start + text.len(), mended.as_str()));
    let sign = if text.starts_with('"') { "quote" } else { "apostrophe" };
    let span = Span::new(source, start + at..start + at + 1);
    Some(ended_by_quote(span, sign, word, &format!("{key}= {mended}")).fix(fix))
}

fn entries(source: &Arc<Source>, table: &DeTable<'_>) -> Value {
    let mut entries: Vec<(Key, Node)> = table
        .iter()
        // A sign that cannot be seen is told of as what it is, and not as another key.
        .filter(|(name, _)| {
            name.get_ref().is_ascii() || source.text()[name.span()].starts_with(['"', '\''])
        })
        .map(|(name, value)| {
            let key =
                Key { name: name.get_ref().to_string(), span: Span::new(source, name.span()) };
            (key, node(source, value))
        })
        .collect();
    entries.sort_by_key(|(key, _)| key.span.range().start);
    Value::Map(entries)
}

fn node(source: &Arc<Source>, value: &Spanned<DeValue<'_>>) -> Node {
    let span = Span::new(source, value.span());
    let style = match source.text()[span.range()].chars().next() {
        Some('"') => Style::Double,
        Some('\'') => Style::Single,
        _ => Style::Plain,
    };
    let text = |text: String| Value::Text(Text { text, span: span.clone(), style });
    let value = match value.get_ref() {
        DeValue::String(words) => text(words.to_string()),
        DeValue::Integer(number) => text(number.to_string()),
        DeValue::Float(number) => text(number.to_string()),
        DeValue::Boolean(yes) => text(yes.to_string()),
        DeValue::Datetime(date) => text(date.to_string()),
        DeValue::Array(items) => Value::List(items.iter().map(|item| node(source, item)).collect()),
        DeValue::Table(table) => entries(source, table),
    };
    Node { span, value }
}
