//! `different-fields`: a translated template does not have the fields of its original.

use crate::diagnostic::Diagnostic;
use crate::source::Span;

use super::Rule;

pub(crate) static RULE: Rule = Rule::error("different-fields", include_str!("different-fields.md"));

/// `is` stands here and `was` in the original, as in `2 fields` or ``a field `text` ``.
pub(crate) fn different_fields(here: Span, there: Span, is: &str, was: &str) -> Diagnostic {
    Diagnostic::new(&RULE, here, format!("the translation has {is}, the original has {was}"))
        .label(there, format!("{was} here"))
        .help("give both the same fields and options in the same order: they are matched by their place")
}
