//! `duplicate-id`: two things have the same id.

use crate::diagnostic::Diagnostic;
use crate::source::Span;

use super::Rule;

pub(crate) static RULE: Rule = Rule::error("duplicate-id", include_str!("duplicate-id.md"));

/// `what` is the kind of thing: `scenario`, `field`.
pub(crate) fn duplicate_id(
    span: Span,
    what: &str,
    id: &str,
    first: Span,
    help: &str,
) -> Diagnostic {
    let message = format!("two {what}s have the id `{id}`");
    Diagnostic::new(&RULE, span, message).label(first, "the first is here").help(help)
}

/// Two things to choose from or to tick are the same.
pub(crate) fn same_words(span: Span, words: &str, first: Span) -> Diagnostic {
    let help = "answers are kept under these words: change one of the two, or take it out";
    let message = format!("`{words}` is there twice");
    Diagnostic::new(&RULE, span, message).label(first, "the first is here").help(help)
}

/// Two things of a kind say in `was` that they were called the same.
pub(crate) fn claimed_twice(span: Span, what: &str, id: &str, first: Span) -> Diagnostic {
    let message = format!("two {what}s say that they were called `{id}`");
    let help = "old answers can go to one of them only: take it out of the other";
    Diagnostic::new(&RULE, span, message).label(first, "the first is here").help(help)
}

/// `was` or `retired` names something that is there now.
pub(crate) fn still_there(span: Span, what: &str, id: &str, there: Span) -> Diagnostic {
    let message = format!("the {what} `{id}` is still there");
    let help = "take this out, or give that one another id";
    Diagnostic::new(&RULE, span, message).label(there, "it is here").help(help)
}
