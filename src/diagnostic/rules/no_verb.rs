//! `no-verb`: an action does not start with what to do.

use crate::diagnostic::Diagnostic;
use crate::source::Span;

use super::Rule;

pub(crate) static RULE: Rule = Rule::warning("no-verb", include_str!("no-verb.md"));

pub(crate) fn no_verb(span: Span, word: &str, key: String) -> Diagnostic {
    Diagnostic::new(&RULE, span, format!("an action cannot start with `{word}`"))
        .key(key)
        .help("start with what to do: `Ask the sponsor`, `Write down the date`")
}
