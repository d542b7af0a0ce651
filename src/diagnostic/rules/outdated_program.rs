//! `outdated-program`: a book needs a later Twohats than this one.

use crate::diagnostic::Diagnostic;
use crate::source::Span;

use super::Rule;

pub(crate) static RULE: Rule = Rule::error("outdated-program", include_str!("outdated-program.md"));

pub(crate) fn outdated_program(span: Span, needed: &str, key: String) -> Diagnostic {
    Diagnostic::new(&RULE, span, format!("this book needs Twohats {needed} or later"))
        .key(key)
        .help("install that version; `twohats --version` says which one this is")
}

/// What an older program says of a book is of no use beside this: all else goes.
pub(crate) fn outdated_alone(notes: &mut Vec<Diagnostic>) {
    if notes.iter().any(|note| note.is_of(&RULE)) {
        notes.retain(|note| note.is_of(&RULE));
    }
}
