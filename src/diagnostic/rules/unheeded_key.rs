//! `unheeded-key`: what stands behind a key is shown nowhere.

use crate::diagnostic::Diagnostic;
use crate::source::Span;

use super::Rule;

pub(crate) static RULE: Rule = Rule::warning("unheeded-key", include_str!("unheeded-key.md"));

/// A key that says nothing without another one. `help` says how that is written.
pub(crate) fn alone(span: Span, name: &str, key: String, other: &str, help: &str) -> Diagnostic {
    Diagnostic::new(&RULE, span, format!("`{name}` is shown nowhere where there is no `{other}`"))
        .key(key)
        .help(help)
}

/// A key of a translation that says another thing than its original, whose word it is.
pub(crate) fn said_by_original(span: Span, name: &str, original: &str) -> Diagnostic {
    Diagnostic::new(&RULE, span, format!("`{name}` is the original’s, and this one is not read"))
        .key(name)
        .help(format!("take it out here, or write it in `{original}`"))
}
