//! `broken-anchor`: a link leads to a place that its page does not have.

use crate::diagnostic::{Diagnostic, Severity};
use crate::source::Span;

use super::{Rule, did_you_mean};

pub static RULE: Rule = Rule {
    name: "broken-anchor",
    severity: Severity::Error,
    page: include_str!("broken-anchor.md"),
};

pub fn broken_anchor(span: Span, page: &str, anchor: &str, anchors: &[&str]) -> Diagnostic {
    let message = format!("`{page}` has no place called `#{anchor}`");
    Diagnostic::new(&RULE, span, message).maybe_help(did_you_mean(anchor, anchors.iter().copied()))
}
