//! `no-verb`: an action does not start with what to do.

use crate::diagnostic::{Diagnostic, Severity};
use crate::source::Span;

use super::Rule;

pub static RULE: Rule =
    Rule { name: "no-verb", severity: Severity::Warning, page: include_str!("no-verb.md") };

pub fn no_verb(span: Span, word: &str, key: String) -> Diagnostic {
    Diagnostic::new(&RULE, span, format!("an action cannot start with `{word}`"))
        .key(key)
        .help("start with what to do: `Ask the sponsor`, `Write down the date`")
}
