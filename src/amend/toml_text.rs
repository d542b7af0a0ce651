//! Texts and other values as TOML writes them. It must not know where in the file they stand.

use std::fmt::Write;
use std::sync::Arc;

use crate::schema::Shape;
use crate::source::Source;
use crate::tree::{Style, Value as Read, parse_toml};

use super::change::Value;
use super::declared::{Declared, names_of};
use super::form::is_seen;
use super::place::Step;
use super::spot::Spot;
use super::text::Cut;

/// Writes a text in the place of what stands there, in its form if that can hold it.
pub(super) fn write(spot: &Spot<'_>, text: &str) -> Cut {
    let range = spot.node.span.range();
    let old = &spot.text()[range.clone()];
    let ends = spot.scalar().map_or("", |old| {
        let words = old.text.trim_end_matches('\n').len();
        &old.text[words..]
    });
    let shape = spot.declared.map_or(Shape::Anything, |declared| declared.shape);
    let is_bare = spot.scalar().is_some_and(|old| old.style == Style::Plain);
    let is_below = old.get(3..).is_some_and(|rest| rest.starts_with('\n'));
    let line = if is_below { "\n" } else { "" };
    let new = match old {
        _ if is_bare && shape.is_data() && means_itself(text) => text.to_owned(),
        _ if old.starts_with("'''") && !text.contains("'''") && is_raw(text, &['\n', '\t']) => {
            format!("'''{}{text}{ends}'''", line_for(line, text))
        }
        _ if old.starts_with("'''") || old.starts_with("\"\"\"") => {
            format!("\"\"\"{}{}\"\"\"", line_for(line, text), in_lines(&format!("{text}{ends}")))
        }
        _ if old.starts_with('\'') && !text.contains('\'') && is_raw(text, &['\t']) => {
            format!("'{text}'")
        }
        _ => quoted(text),
    };
    (range, new)
}

/// The line end behind the opening quotes, which is none of the text's.
fn line_for<'l>(line: &'l str, text: &str) -> &'l str {
    if text.starts_with('\n') { "\n" } else { line }
}

/// A value behind an equals sign, or in brackets.
pub(super) fn value(value: &Value, declared: &Declared) -> String {
    match value {
        Value::Text(text) => {
            let is_data = declared.shape.is_data() && !matches!(declared.shape, Shape::Anything);
            if is_data && means_itself(text) { text.clone() } else { quoted(text) }
        }
        Value::List(items) => {
            let item = |(at, item): (usize, &Value)| {
                self::value(item, &below(declared, &Step::Item(at), item))
            };
            let items: Vec<String> = items.iter().enumerate().map(item).collect();
            format!("[{}]", items.join(", "))
        }
        Value::Map(entries) if entries.is_empty() => String::from("{}"),
        Value::Map(entries) => {
            let entry = |(name, value): &(String, Value)| entry(name, value, declared);
            let entries: Vec<String> = entries.iter().map(entry).collect();
            format!("{{ {} }}", entries.join(", "))
        }
    }
}

/// A key with its value.
pub(super) fn entry(name: &str, value: &Value, declared: &Declared) -> String {
    let declared = below(declared, &Step::Key(name.to_owned()), value);
    format!("{} = {}", self::name(name), self::value(value, &declared))
}

/// The name of a key, in quotes where it needs them.
pub(super) fn name(name: &str) -> String {
    let is_plain = |sign: char| sign.is_ascii_alphanumeric() || matches!(sign, '-' | '_');
    if !name.is_empty() && name.chars().all(is_plain) { name.to_owned() } else { quoted(name) }
}

/// What is declared for a part of a value; whatever it likes, where nothing is.
pub(super) fn below(declared: &Declared, step: &Step, value: &Value) -> Declared {
    declared.below(step, &names_of(value)).unwrap_or(Declared::ANYTHING)
}

/// Whether a text without quotes is a number, a day or a yes that is read as it was typed.
fn means_itself(text: &str) -> bool {
    let line = format!("key = {text}\n");
    let read = parse_toml(&Arc::new(Source::new("", &line)));
    let Read::Map(entries) = &read.value.value else { return false };
    let is_same = |node: &Read| matches!(node, Read::Text(found) if found.style == Style::Plain && found.text == text);
    read.notes.is_empty() && entries.len() == 1 && is_same(&entries[0].1.value)
}

/// Whether every sign can stand as it is, those that are named among them.
fn is_raw(text: &str, named: &[char]) -> bool {
    text.chars().all(|sign| is_seen(sign) || named.contains(&sign))
}

fn quoted(text: &str) -> String {
    let mut written = String::from('"');
    for sign in text.chars() {
        match sign {
            '"' => written.push_str("\\\""),
            '\n' => written.push_str("\\n"),
            '\t' => written.push_str("\\t"),
            _ => push(sign, &mut written),
        }
    }
    written.push('"');
    written
}

/// A text as it stands between three quotes.
fn in_lines(text: &str) -> String {
    let mut written = String::new();
    let mut signs = text.chars().peekable();
    while let Some(sign) = signs.next() {
        match sign {
            // Three would be the end of the text, and so would one before the end.
            '"' if written.ends_with("\"\"") || signs.peek().is_none() => written.push_str("\\\""),
            '\n' | '\t' | '"' => written.push(sign),
            _ => push(sign, &mut written),
        }
    }
    written
}

fn push(sign: char, written: &mut String) {
    match sign {
        '\\' => written.push_str("\\\\"),
        _ if is_seen(sign) => written.push(sign),
        _ => {
            // Writing to a text does not fail, and what cannot be seen has four digits.
            let _ = write!(written, "\\u{:04X}", u32::from(sign));
        }
    }
}
