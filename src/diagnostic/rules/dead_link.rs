//! `dead-link`: nothing stands where a link leads, as its host says. Only who asks for it is told.

use crate::diagnostic::Diagnostic;
use crate::source::Span;

use super::Rule;

pub(crate) static RULE: Rule = Rule::error("dead-link", include_str!("dead-link.md"));

/// What to do with it.
const HELP: &str = "find where it has gone, or take the link away";

pub(crate) fn gone(span: Span, link: &str, status: u16) -> Diagnostic {
    let message = format!("nothing stands at `{link}`: its host answers {status}");
    Diagnostic::new(&RULE, span, message).help(HELP)
}

pub(crate) fn no_name(span: Span, link: &str) -> Diagnostic {
    Diagnostic::new(&RULE, span, format!("`{link}` leads to a host that nobody knows")).help(HELP)
}
