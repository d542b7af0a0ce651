//! `unknown-value`: a value is not one of those that can stand here.

use crate::diagnostic::{Diagnostic, Names};
use crate::source::Span;

use super::Rule;
use crate::diagnostic::choice::did_you_mean;

pub(crate) static RULE: Rule = Rule::error("unknown-value", include_str!("unknown-value.md"));

/// A word that is not one of a fixed few.
pub(crate) fn unknown_value(
    span: Span,
    name: &str,
    value: &str,
    allowed: &Names,
    key: String,
) -> Diagnostic {
    Diagnostic::new(&RULE, span, format!("`{value}` is no value of `{name}`"))
        .key(key)
        .maybe_help(did_you_mean(value, allowed))
}

/// `[rules]` would make less of a rule that has to stay an error.
pub(crate) fn too_lenient(span: Span, rule: &str, level: &str, key: String) -> Diagnostic {
    Diagnostic::new(&RULE, span, format!("`{rule}` cannot be `{level}`"))
        .key(key)
        .help("without what it tells of, pages would lack what somebody wrote: take this line out")
}

/// A value of a form that cannot be listed, such as a date.
pub(crate) fn malformed(
    span: Span,
    value: &str,
    form: &str,
    key: String,
    help: &str,
) -> Diagnostic {
    Diagnostic::new(&RULE, span, format!("`{value}` is not {form}")).key(key).help(help)
}
