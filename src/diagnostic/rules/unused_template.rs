//! `unused-template`: no page sends readers to a template.

use crate::diagnostic::{Diagnostic, Severity};
use crate::source::Span;

use super::Rule;

pub static RULE: Rule = Rule {
    name: "unused-template",
    severity: Severity::Warning,
    page: include_str!("unused-template.md"),
};

pub fn unused_template(file: Span, id: &str) -> Diagnostic {
    Diagnostic::new(&RULE, file, format!("no scenario or guide uses the template `{id}`"))
        .help(format!("add `{id}` to `templates` of a scenario, or link to it where it helps"))
}
