//! `taken-id`: raw HTML gives an id that something else on its page has.

use crate::diagnostic::Diagnostic;
use crate::source::Span;

use super::Rule;

pub(crate) static RULE: Rule = Rule::warning("taken-id", include_str!("taken-id.md"));

/// The page itself has it, and the author's is another for that.
pub(crate) fn page_has(span: Span, id: &str, now: &str) -> Diagnostic {
    let message = format!("the page has an id `{id}` itself");
    let help = format!(
        "give this one another: until then links in the book lead to it by `#{now}`, and links from elsewhere to the page's own"
    );
    Diagnostic::new(&RULE, span, message).help(help)
}

/// The same id was given before.
pub(crate) fn given_before(span: Span, id: &str, first: Span) -> Diagnostic {
    Diagnostic::new(&RULE, span, format!("the id `{id}` is given twice on this page"))
        .label(first, "the first is here, and links lead there")
        .help("give one of the two another id, or take it out")
}

/// The id of a heading begins as those of every page's frame.
pub(crate) fn begins_as_ours(span: Span, id: &str, now: &str) -> Diagnostic {
    let message = format!("ids that begin with `_`, such as `{id}`, are for the frame of a page");
    Diagnostic::new(&RULE, span, message).help(format!("write `{{#{now}}}`"))
}
