//! `too-deep`: raw HTML is nested deeper than anybody can follow.

use crate::diagnostic::{Diagnostic, Severity};
use crate::source::Span;

use super::Rule;

pub static RULE: Rule =
    Rule { name: "too-deep", severity: Severity::Error, page: include_str!("too-deep.md") };

pub fn too_deep(span: Span, most: usize) -> Diagnostic {
    let message = format!("this HTML has more than {most} tags inside each other");
    Diagnostic::new(&RULE, span, message).help("close tags where they end, as in `<div>...</div>`")
}
