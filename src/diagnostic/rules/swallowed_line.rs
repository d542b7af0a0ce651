//! `swallowed-line`: a line of a list became part of the text above it.

use crate::diagnostic::Diagnostic;
use crate::source::Span;

use super::Rule;

pub(crate) static RULE: Rule = Rule::warning("swallowed-line", include_str!("swallowed-line.md"));

pub(crate) fn swallowed_line(span: Span, key: String) -> Diagnostic {
    Diagnostic::new(&RULE, span, "this line is part of the text above, and no item of a list")
        .key(key)
        .help("begin it where the `-` above it begins, or put quotes round the whole text")
}
