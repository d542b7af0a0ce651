//! `faint-text`: text has too little contrast with what it stands on.

use crate::diagnostic::Diagnostic;
use crate::source::Span;

use super::Rule;

pub(crate) static RULE: Rule = Rule::warning("faint-text", include_str!("faint-text.md"));

/// `message` names both colours, `help` what would do.
pub(crate) fn faint_text(span: Span, message: String, help: String) -> Diagnostic {
    Diagnostic::new(&RULE, span, message).help(help)
}
