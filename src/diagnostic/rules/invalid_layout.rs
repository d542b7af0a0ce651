//! `invalid-layout`: a layout of the theme cannot be used.

use crate::diagnostic::{Diagnostic, Severity};
use crate::source::Span;

use super::Rule;

pub static RULE: Rule = Rule {
    name: "invalid-layout",
    severity: Severity::Error,
    page: include_str!("invalid-layout.md"),
};

/// `message` is the layout engine's own, in its words.
pub fn invalid_layout(span: Span, message: &str) -> Diagnostic {
    let message = message.trim().trim_end_matches('.');
    let mut letters = message.chars();
    let first = letters.next().map(|letter| letter.to_ascii_lowercase());
    let message: String = first.into_iter().chain(letters).collect();
    Diagnostic::new(&RULE, span, message)
}
