//! `endless-comment`: a comment has no end.

use crate::diagnostic::Diagnostic;
use crate::source::Span;

use super::Rule;

pub(crate) static RULE: Rule = Rule::error("endless-comment", include_str!("endless-comment.md"));

pub(crate) fn endless_comment(span: Span) -> Diagnostic {
    let message = "this comment has no end: all below it would be lost";
    let help = "write `-->` where it ends, or `\\<!--` to show these signs";
    Diagnostic::new(&RULE, span, message).help(help)
}
