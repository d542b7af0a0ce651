//! `never-closed`: something is opened and never closed, or closed and never opened.

use crate::diagnostic::Diagnostic;
use crate::source::Span;

use super::Rule;

pub(crate) static RULE: Rule = Rule::warning("never-closed", include_str!("never-closed.md"));

/// A tag that opens an element whose end is nowhere.
pub(crate) fn element_never_closed(span: Span, name: &str) -> Diagnostic {
    let message = format!("`<{name}>` is never closed: it is shown as it was typed");
    let help = format!("write `</{name}>` where it ends, or `\\<{name}>` if the word is meant");
    Diagnostic::new(&RULE, span, message).help(help)
}

/// A tag that ends an element which nothing has opened.
pub(crate) fn element_never_opened(span: Span, name: &str) -> Diagnostic {
    let message = format!("`</{name}>` closes nothing: it is shown as it was typed");
    let help = format!("take it out, or write `<{name}>` where it begins");
    Diagnostic::new(&RULE, span, message).help(help)
}

/// A tag without its `>`, or with a quote that does not end.
pub(crate) fn tag_never_closed(span: Span, name: &str) -> Diagnostic {
    let message = format!("the tag `<{name}` is not finished: it is shown as it was typed");
    let help = "end it with `>`, and close each quote in it";
    Diagnostic::new(&RULE, span, message).help(help)
}

/// A box of code that goes on to the end of what it stands in; `fence` is what begins it.
pub(crate) fn fence_never_closed(span: Span, fence: &str) -> Diagnostic {
    let message = "code begins here and never ends: all below it is shown as code";
    let signs = if fence.starts_with('~') { "tildes" } else { "backticks" };
    let help = format!("end it with a line of {} {signs}", fence.len());
    Diagnostic::new(&RULE, span, message).help(help)
}
