//! `too-deep`: raw HTML is nested deeper than anybody can follow.

use crate::diagnostic::Diagnostic;
use crate::source::Span;

use super::Rule;

pub(crate) static RULE: Rule = Rule::error("too-deep", include_str!("too-deep.md"));

pub(crate) fn too_deep(span: Span, most: usize) -> Diagnostic {
    let message = format!("this HTML has more than {most} tags inside each other");
    Diagnostic::new(&RULE, span, message).help("close tags where they end, as in `<div>...</div>`")
}
