//! `invalid-script`: a script of the theme breaks off, so that none of it runs.

use crate::diagnostic::Diagnostic;
use crate::source::Span;

use super::Rule;

pub(crate) static RULE: Rule = Rule::error("invalid-script", include_str!("invalid-script.md"));

/// `open` is a bracket or a quote that nothing closes.
pub(crate) fn never_closed(span: Span, open: &str, closes: &str) -> Diagnostic {
    Diagnostic::new(
        &RULE,
        span,
        format!("`{open}` is never closed, so nothing of this script runs"),
    )
    .help(format!("write `{closes}` where it ends"))
}

/// A bracket that closes nothing, or not what was opened last.
pub(crate) fn closes_nothing(span: Span, bracket: &str) -> Diagnostic {
    Diagnostic::new(
        &RULE,
        span,
        format!("`{bracket}` closes nothing, so nothing of this script runs"),
    )
    .help("take it out, or open what it closes")
}
