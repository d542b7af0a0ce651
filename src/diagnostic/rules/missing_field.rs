//! `missing-field`: a key that is needed is not there.

use crate::diagnostic::Diagnostic;
use crate::source::Span;

use super::Rule;

pub(crate) static RULE: Rule = Rule::error("missing-field", include_str!("missing-field.md"));

/// `what` is the thing that lacks it: `scenario`, `field`.
pub(crate) fn missing_field(
    span: Span,
    what: &str,
    name: &str,
    key: String,
    help: &str,
) -> Diagnostic {
    let what = if what.contains(['.', '[']) { format!("`{what}`") } else { format!("this {what}") };
    Diagnostic::new(&RULE, span, format!("{what} has no `{name}`")).key(key).help(help)
}

/// The key is there and has nothing behind it.
pub(crate) fn empty_field(span: Span, name: &str, key: String, help: &str) -> Diagnostic {
    Diagnostic::new(&RULE, span, format!("`{name}` is empty")).key(key).help(help)
}

/// All that is there stands behind a ` #`. `kept` is how it can be written instead.
pub(crate) fn hidden_field(span: Span, name: &str, key: String, kept: &str) -> Diagnostic {
    let message = format!("`{name}` is empty: everything after ` #` is a comment");
    let help = format!("put quotes round the whole text to keep it: `{kept}`");
    Diagnostic::new(&RULE, span, message).key(key).help(help)
}
