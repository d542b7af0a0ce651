//! `unlinked-scenario`: no other page leads to a scenario.

use crate::diagnostic::{Diagnostic, Severity};
use crate::source::Span;

use super::Rule;

pub static RULE: Rule = Rule {
    name: "unlinked-scenario",
    severity: Severity::Warning,
    page: include_str!("unlinked-scenario.md"),
};

pub fn unlinked_scenario(file: Span, id: &str) -> Diagnostic {
    Diagnostic::new(&RULE, file, format!("no other page leads to the scenario `{id}`"))
        .help(format!("add `{id}` to `related` of a scenario near it, or link to it in a guide"))
}
