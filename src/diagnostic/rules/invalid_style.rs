//! `invalid-style`: a style of the theme breaks off or swallows what follows.

use crate::diagnostic::Diagnostic;
use crate::source::Span;

use super::Rule;

pub(crate) static RULE: Rule = Rule::error("invalid-style", include_str!("invalid-style.md"));

/// `message` says what a browser makes of it, `help` what to write.
pub(crate) fn invalid_style(span: Span, message: String, help: String) -> Diagnostic {
    Diagnostic::new(&RULE, span, message).help(help)
}
