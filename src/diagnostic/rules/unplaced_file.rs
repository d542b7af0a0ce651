//! `unplaced-file`: a file lies where no kind of content lives.

use crate::diagnostic::Diagnostic;
use crate::source::Span;

use super::Rule;

pub(crate) static RULE: Rule = Rule::error("unplaced-file", include_str!("unplaced-file.md"));

pub(crate) fn unplaced_file(file: Span, help: &str) -> Diagnostic {
    Diagnostic::new(&RULE, file, "this file is no part of the book").help(help)
}
