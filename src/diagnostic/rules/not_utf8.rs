//! `not-utf8`: a file is not in UTF-8.

use crate::diagnostic::Diagnostic;
use crate::source::Span;

use super::Rule;

pub(crate) static RULE: Rule = Rule::error("not-utf8", include_str!("not-utf8.md"));

pub(crate) fn not_utf8(span: Span) -> Diagnostic {
    Diagnostic::new(&RULE, span, "the file is not in UTF-8 from here on")
        .help("open it in your editor and save it again with the encoding UTF-8")
}
