//! `duplicate-id`: two things have the same id.

use crate::diagnostic::{Diagnostic, Severity};
use crate::source::Span;

use super::Rule;

pub static RULE: Rule =
    Rule { name: "duplicate-id", severity: Severity::Error, page: include_str!("duplicate-id.md") };

/// `what` is the kind of thing: `scenario`, `field`.
pub fn duplicate_id(span: Span, what: &str, id: &str, first: Span, help: &str) -> Diagnostic {
    let message = format!("two {what}s have the id `{id}`");
    Diagnostic::new(&RULE, span, message).label(first, "the first is here").help(help)
}
