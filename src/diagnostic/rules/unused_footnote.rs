//! `unused-footnote`: a footnote is written and never referred to.

use crate::diagnostic::Diagnostic;
use crate::source::Span;

use super::Rule;

pub(crate) static RULE: Rule = Rule::warning("unused-footnote", include_str!("unused-footnote.md"));

pub(crate) fn unused_footnote(span: Span, label: &str) -> Diagnostic {
    Diagnostic::new(&RULE, span, format!("nothing refers to the footnote `{label}`"))
        .help(format!("write `[^{label}]` where it belongs, or take the footnote out"))
}
