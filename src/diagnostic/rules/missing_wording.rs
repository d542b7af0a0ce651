//! `missing-wording`: no theme has the words of the interface in a language.

use crate::diagnostic::{Diagnostic, Severity};
use crate::source::Span;

use super::Rule;

pub static RULE: Rule = Rule {
    name: "missing-wording",
    severity: Severity::Warning,
    page: include_str!("missing-wording.md"),
};

pub fn missing_wording(span: Span, language: &str, theme: &str) -> Diagnostic {
    let message = format!("there is no wording for `{language}`, so the interface is in English");
    Diagnostic::new(&RULE, span, message)
        .help(format!("lay translated words into `themes/{theme}/wording/{language}.toml`"))
}
