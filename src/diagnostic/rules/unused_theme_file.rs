//! `unused-theme-file`: a file of a theme has no use.

use crate::diagnostic::Diagnostic;
use crate::source::Span;

use super::Rule;

pub(crate) static RULE: Rule =
    Rule::warning("unused-theme-file", include_str!("unused-theme-file.md"));

pub(crate) fn unused_theme_file(file: Span, help: String) -> Diagnostic {
    Diagnostic::new(&RULE, file, "nothing uses this file of the theme").help(help)
}
