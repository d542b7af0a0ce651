//! `swallowed-line`: a line of a list became part of the text above it.

use crate::diagnostic::{Diagnostic, Severity};
use crate::source::Span;

use super::Rule;

pub static RULE: Rule = Rule {
    name: "swallowed-line",
    severity: Severity::Warning,
    page: include_str!("swallowed-line.md"),
};

pub fn swallowed_line(span: Span, key: String) -> Diagnostic {
    Diagnostic::new(&RULE, span, "this line is part of the text above, and no item of a list")
        .key(key)
        .help("begin it where the `-` above it begins, or put quotes round the whole text")
}
