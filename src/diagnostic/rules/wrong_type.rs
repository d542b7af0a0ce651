//! `wrong-type`: a value has another shape than the key needs.

use crate::diagnostic::Diagnostic;
use crate::source::Span;

use super::Rule;

pub(crate) static RULE: Rule = Rule::error("wrong-type", include_str!("wrong-type.md"));

/// `wanted` and `found` name shapes: `a text`, `a list`, `a group of keys`.
pub(crate) fn wrong_type(
    span: Span,
    name: &str,
    wanted: &str,
    found: &str,
    key: String,
    help: &str,
) -> Diagnostic {
    Diagnostic::new(&RULE, span, format!("`{name}` must be {wanted}, and this is {found}"))
        .key(key)
        .help(help)
}
