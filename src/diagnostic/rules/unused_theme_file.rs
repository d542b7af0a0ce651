//! `unused-theme-file`: a file of a theme has no use.

use crate::diagnostic::{Diagnostic, Severity};
use crate::source::Span;

use super::Rule;

pub static RULE: Rule = Rule {
    name: "unused-theme-file",
    severity: Severity::Warning,
    page: include_str!("unused-theme-file.md"),
};

pub fn unused_theme_file(file: Span, help: String) -> Diagnostic {
    Diagnostic::new(&RULE, file, "nothing uses this file of the theme").help(help)
}
