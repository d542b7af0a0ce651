//! `duplicate-key`: a key is written twice in the same place.

use crate::diagnostic::Diagnostic;
use crate::source::Span;

use super::Rule;

pub(crate) static RULE: Rule = Rule::error("duplicate-key", include_str!("duplicate-key.md"));

pub(crate) fn duplicate_key(span: Span, name: &str, first: Span, key: String) -> Diagnostic {
    let message = format!("`{name}` is written twice");
    Diagnostic::new(&RULE, span, message)
        .key(key)
        .label(first, "the first is here")
        .help("keep one of the two, or join them")
}
