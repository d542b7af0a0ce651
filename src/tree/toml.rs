//! TOML into the same tree as YAML, so that `book.toml` and wording files get the same care.

use std::sync::Arc;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::diagnostic::rules::invalid_toml::invalid_toml;
use crate::diagnostic::{Diagnostic, Noted};
use crate::source::{Source, Span};

use super::node::{Key, Node, Text, Value};

/// Reads a whole file, past its faults: what could be read is in the tree, each fault in the notes.
#[must_use]
pub fn parse(source: &Arc<Source>) -> Noted<Node> {
    let (table, errors) = DeTable::parse_recoverable(source.text());
    let notes = errors.iter().map(|error| {
        let range = error.span().unwrap_or_default();
        invalid_toml(Span::new(source, range), error.message())
    });
    let mut notes: Vec<Diagnostic> = notes.collect();
    // What comes after a slip on the same line is most often the same slip.
    notes.dedup_by_key(|note| note.span.line_and_column().0);
    let root = Node { span: Span::new(source, 0..0), value: entries(source, table.get_ref()) };
    Noted::new(root, notes)
}

fn entries(source: &Arc<Source>, table: &DeTable<'_>) -> Value {
    let mut entries: Vec<(Key, Node)> = table
        .iter()
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
    let text = |text: String| Value::Text(Text { text, span: span.clone() });
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
