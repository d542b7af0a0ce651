//! `stray-mark`: a mark of Markdown is not read as it was meant.

use crate::diagnostic::Diagnostic;
use crate::edit::Edit;
use crate::source::Span;

use super::Rule;

pub(crate) static RULE: Rule = Rule::warning("stray-mark", include_str!("stray-mark.md"));

/// What is seen instead of what was meant, and how it is written.
pub(crate) fn stray_mark(
    span: Span,
    message: String,
    help: String,
    fix: Option<Edit>,
) -> Diagnostic {
    Diagnostic::new(&RULE, span, message).help(help).fix(fix)
}

/// Markdown within a block of raw HTML.
pub(crate) fn mark_in_html(span: Span, mark: &str) -> Diagnostic {
    let message =
        format!("`{mark}` is shown as it was typed: no Markdown is read right behind a tag");
    Diagnostic::new(&RULE, span, message)
        .help("put an empty line before it, so that the HTML ends there, and one behind it")
}

/// A text that is no Markdown, such as a title, has marks of it.
pub(crate) fn marked_title(span: Span, mark: &str, key: String, plain: &str) -> Diagnostic {
    let message = if mark.contains('`') {
        String::from("a title is no Markdown: its backticks are shown as they were typed")
    } else {
        format!("`{mark}` is shown as it was typed: a title is no Markdown")
    };
    Diagnostic::new(&RULE, span, message).key(key).help(format!("write `{plain}`"))
}
