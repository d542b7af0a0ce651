//! What was typed, as it is to be read: ends of lines, control signs, and what a text of one line has no room for. It
//! must not know how it is written.

use crate::schema::{Need, Shape};

use super::change::{Signs, Value};
use super::declared::{Declared, names_of};
use super::place::Step;

/// Takes what was typed as a text of this shape. Signs that are taken out are added to `taken`.
///
/// Ends of lines become `\n`. A text of one line has its lines joined by a space, and no spaces at its ends; another one
/// has no line ends behind its last line. What holds nothing but white space is empty.
pub(super) fn typed(text: &str, shape: &Shape, signs: Signs, taken: &mut Vec<char>) -> String {
    let mut text = in_lines(text);
    if signs == Signs::TakenOut {
        take_out(&mut text, taken);
    }
    if text.trim().is_empty() {
        return String::new();
    }
    if !shape.is_one_line() {
        text.truncate(text.trim_end_matches('\n').len());
        return text;
    }
    let lines = text.split('\n').map(|line| line.trim_matches([' ', '\t']));
    let lines: Vec<&str> = lines.filter(|line| !line.is_empty()).collect();
    lines.join(" ")
}

/// Takes a new value as it is declared; keys that may be left out and are empty are left out.
pub(super) fn typed_value(
    value: &Value,
    declared: &Declared,
    signs: Signs,
    taken: &mut Vec<char>,
) -> Option<Value> {
    Some(match value {
        Value::Text(text) => Value::Text(typed(text, &declared.shape, signs, taken)),
        Value::List(items) => {
            let item = |(at, item): (usize, &Value)| {
                let declared = declared.below(&Step::Item(at), &names_of(item))?;
                typed_value(item, &declared, signs, taken)
            };
            Value::List(items.iter().enumerate().map(item).collect::<Option<_>>()?)
        }
        Value::Map(entries) => {
            let mut kept = Vec::new();
            for (name, value) in entries {
                let below = declared.below(&Step::Key(name.clone()), &[])?;
                let value = typed_value(value, &below, signs, taken)?;
                if below.need == Need::Needed || value != Value::Text(String::new()) {
                    kept.push((name.clone(), value));
                }
            }
            Value::Map(kept)
        }
    })
}

/// Takes the text of a guide, of which nothing is put in quotes: control signs cannot be kept.
pub(super) fn typed_body(text: &str, taken: &mut Vec<char>) -> String {
    let mut text = in_lines(text);
    take_out(&mut text, taken);
    text
}

fn in_lines(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n")
}

fn take_out(text: &mut String, taken: &mut Vec<char>) {
    if text.contains(is_control) {
        taken.extend(text.chars().filter(|sign| is_control(*sign)));
        text.retain(|sign| !is_control(sign));
    }
}

/// A sign that cannot stand in a file.
pub(super) fn is_control(sign: char) -> bool {
    sign.is_control() && !matches!(sign, '\n' | '\t' | '\u{85}')
}
