//! `kept-as-words`: what means something elsewhere in YAML is only words here.

use crate::diagnostic::Diagnostic;
use crate::source::Span;

use super::Rule;

pub(crate) static RULE: Rule = Rule::warning("kept-as-words", include_str!("kept-as-words.md"));

/// A comment among the lines of a text.
pub(crate) fn comment_in_a_text(span: Span, key: String) -> Diagnostic {
    Diagnostic::new(&RULE, span, "this line is part of the text, and no comment")
        .key(key)
        .help("put the comment above the key, or take it out")
}

/// A line end that was typed as a sign.
pub(crate) fn typed_line_end(span: Span, key: String) -> Diagnostic {
    Diagnostic::new(&RULE, span, "`\\n` stands in the text as it was typed")
        .key(key)
        .help("write `|` after the key, and each line of the text on a line of its own below it")
}
