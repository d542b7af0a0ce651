//! `unreadable-file`: a file is there and cannot be read.

use crate::diagnostic::Diagnostic;
use crate::source::Span;

use super::Rule;

pub(crate) static RULE: Rule = Rule::warning("unreadable-file", include_str!("unreadable-file.md"));

/// `why` as a sentence goes on: `its name is not in UTF-8`.
pub(crate) fn unreadable_file(file: Span, why: &str) -> Diagnostic {
    Diagnostic::new(&RULE, file, format!("this file cannot be read: {why}"))
        .help("mend it, or take it out of the folder")
}
