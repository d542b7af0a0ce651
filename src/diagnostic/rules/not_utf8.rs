//! `not-utf8`: a file is not in UTF-8.

use crate::diagnostic::{Diagnostic, Severity};
use crate::source::Span;

use super::Rule;

pub static RULE: Rule =
    Rule { name: "not-utf8", severity: Severity::Error, page: include_str!("not-utf8.md") };

pub fn not_utf8(span: Span) -> Diagnostic {
    Diagnostic::new(&RULE, span, "the file is not in UTF-8 from here on")
        .help("open it in your editor and save it again with the encoding UTF-8")
}
