//! `placeholder`: a word that was to be replaced is still there.

use crate::diagnostic::{Diagnostic, Severity};
use crate::source::Span;

use super::Rule;

pub static RULE: Rule =
    Rule { name: "placeholder", severity: Severity::Warning, page: include_str!("placeholder.md") };

pub fn placeholder(span: Span, words: &str, key: String) -> Diagnostic {
    Diagnostic::new(&RULE, span, format!("`{words}` was left to be replaced"))
        .key(key)
        .help("write what belongs here; while you do not know it, `draft: yes` keeps the page back")
}
