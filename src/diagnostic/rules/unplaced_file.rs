//! `unplaced-file`: a file lies where no kind of content lives.

use crate::diagnostic::{Diagnostic, Severity};
use crate::source::Span;

use super::Rule;

pub static RULE: Rule = Rule {
    name: "unplaced-file",
    severity: Severity::Error,
    page: include_str!("unplaced-file.md"),
};

pub fn unplaced_file(file: Span, help: &str) -> Diagnostic {
    Diagnostic::new(&RULE, file, "this file is no part of the book").help(help)
}
