//! `missing-wording`: no theme has the words of the interface in a language.

use crate::diagnostic::Diagnostic;
use crate::source::Span;

use super::Rule;

pub(crate) static RULE: Rule = Rule::warning("missing-wording", include_str!("missing-wording.md"));

pub(crate) fn missing_wording(span: Span, language: &str, theme: &str) -> Diagnostic {
    let message = format!("there is no wording for `{language}`, so the interface is in English");
    Diagnostic::new(&RULE, span, message)
        .help(format!("lay translated words into `themes/{theme}/wording/{language}.toml`"))
}
