//! `list-in-a-text`: several lines or words that were meant as a list are one text.

use crate::diagnostic::Diagnostic;
use crate::source::Span;

use super::Rule;

pub(crate) static RULE: Rule = Rule::warning("list-in-a-text", include_str!("list-in-a-text.md"));

/// A key that wants a list has one text. `list` is how the list is written.
pub(crate) fn list_in_a_text(span: Span, name: &str, key: String, list: &str) -> Diagnostic {
    Diagnostic::new(&RULE, span, format!("this is one text, and `{name}` is a list"))
        .key(key)
        .help(format!("write {list}"))
}

/// Lines of a list in a text, which become one line.
pub(crate) fn joined_lines(span: Span, key: String, help: String) -> Diagnostic {
    Diagnostic::new(&RULE, span, "this line and those below it become one sentence")
        .key(key)
        .help(help)
}

/// An item that has a bullet or number of its own. `item` is the same without it.
pub(crate) fn marked_twice(span: Span, key: String, item: &str) -> Diagnostic {
    Diagnostic::new(&RULE, span, "a bullet or number stands in the text, beside that of the list")
        .key(key)
        .help(format!("take it out of each item: `- {item}`"))
}
