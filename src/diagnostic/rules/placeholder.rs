//! `placeholder`: a word that was to be replaced is still there.

use crate::diagnostic::Diagnostic;
use crate::source::Span;

use super::Rule;

pub(crate) static RULE: Rule = Rule::warning("placeholder", include_str!("placeholder.md"));

pub(crate) fn placeholder(span: Span, words: &str, key: String) -> Diagnostic {
    Diagnostic::new(&RULE, span, format!("`{words}` was left to be replaced"))
        .key(key)
        .help("write what belongs here; while you do not know it, `draft: yes` keeps the page back")
}
