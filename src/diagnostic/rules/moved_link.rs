//! `moved-link`: what a link leads to has moved for good, as its host says. Only who asks for it is told.

use crate::diagnostic::Diagnostic;
use crate::source::Span;

use super::Rule;

pub(crate) static RULE: Rule = Rule::warning("moved-link", include_str!("moved-link.md"));

pub(crate) fn moved_link(span: Span, link: &str, to: &str) -> Diagnostic {
    Diagnostic::new(&RULE, span, format!("what stood at `{link}` has moved for good"))
        .help(format!("write `{to}`"))
}
