//! One text out of a node, or why it is none.

use crate::diagnostic::Diagnostic;
use crate::diagnostic::rules::wrong_type::wrong_type;
use crate::edit::Edit;

use super::node::{Node, Text, Value};
use super::quote::{Reason, quoted};

/// The text of a node. `path` is asked for when it is none.
pub fn text(
    node: &Node,
    name: &str,
    path: impl FnOnce() -> String,
    notes: &mut Vec<Diagnostic>,
) -> Option<Text> {
    if let Value::Text(text) = &node.value {
        return Some(text.clone());
    }
    let written = &node.span.source().text()[node.span.range()];
    let fix = meant_as_text(node);
    let help = match (written.chars().next(), &fix) {
        (Some('['), _) => "square brackets make a list: put quotes round the text".to_owned(),
        (Some('{'), _) => "braces make a group of keys: put quotes round the text".to_owned(),
        (_, Some(fix)) => {
            format!("a colon followed by a space makes a key: write `{}`", fix.text)
        }
        _ => "write one text; put quotes round it when it holds a colon followed by a space".into(),
    };
    let note = wrong_type(node.span.clone(), name, "a text", node.shape(), path(), &help);
    notes.push(note.fix(fix));
    None
}

/// The same in quotes, where it is certain that a list or a group of keys was meant as a text: one thing in square
/// brackets, or a sentence with a colon in it.
fn meant_as_text(node: &Node) -> Option<Edit> {
    let reason = match &node.value {
        Value::List(items) if items.len() == 1 => Reason::Bracket,
        Value::Map(entries) => {
            let [(key, Node { value: Value::Text(text), .. })] = &entries[..] else { return None };
            let is_sentence = key.name.contains(' ') || key.name.starts_with(char::is_uppercase);
            if !is_sentence || text.text.is_empty() {
                return None;
            }
            Reason::Sign
        }
        Value::Text(_) | Value::List(_) => return None,
    };
    let range = node.span.range();
    quoted(node.span.source(), range.start, reason).filter(|fix| fix.span.range() == range)
}
