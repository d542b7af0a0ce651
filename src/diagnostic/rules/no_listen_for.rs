//! `no-listen-for`: a practice does not say what a good answer has in it.

use crate::diagnostic::Diagnostic;
use crate::source::Span;

use super::Rule;

pub(crate) static RULE: Rule = Rule::warning("no-listen-for", include_str!("no-listen-for.md"));

pub(crate) fn no_listen_for(span: Span) -> Diagnostic {
    Diagnostic::new(&RULE, span, "this practice has no `listen_for`").key("practice.listen_for").help(
        "add `listen_for:` and below it what a good answer has, one line each, starting with `- `",
    )
}
