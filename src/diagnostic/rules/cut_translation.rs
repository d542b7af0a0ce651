//! `cut-translation`: a list of a translation ends before that of its original does.

use crate::diagnostic::Diagnostic;
use crate::source::Span;

use super::Rule;

pub(crate) static RULE: Rule = Rule::warning("cut-translation", include_str!("cut-translation.md"));

/// `is` stands here and `was` in the original, as in `2 items`; `there` is the first that is not here.
pub(crate) fn cut_translation(here: Span, there: Span, is: &str, was: &str) -> Diagnostic {
    Diagnostic::new(&RULE, here, format!("the translation has {is}, the original has {was}"))
        .label(there, "not translated")
        .help("translate the rest too: a list is shown in one language, so readers of this one do not see it")
}
