//! `unused-definition`: the address of a link is defined and no link uses it.

use crate::diagnostic::Diagnostic;
use crate::source::Span;

use super::Rule;

pub(crate) static RULE: Rule =
    Rule::warning("unused-definition", include_str!("unused-definition.md"));

pub(crate) fn unused_definition(span: Span, label: &str) -> Diagnostic {
    Diagnostic::new(&RULE, span, format!("no link uses what `[{label}]:` defines")).help(format!(
        "write `[words][{label}]` where the link belongs; where this was meant to be read, write `\\[{label}]:`"
    ))
}
