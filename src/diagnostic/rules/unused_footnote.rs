//! `unused-footnote`: a footnote is written and never referred to.

use crate::diagnostic::{Diagnostic, Severity};
use crate::source::Span;

use super::Rule;

pub static RULE: Rule = Rule {
    name: "unused-footnote",
    severity: Severity::Warning,
    page: include_str!("unused-footnote.md"),
};

pub fn unused_footnote(span: Span, label: &str) -> Diagnostic {
    Diagnostic::new(&RULE, span, format!("nothing refers to the footnote `{label}`"))
        .help(format!("write `[^{label}]` where it belongs, or take the footnote out"))
}
