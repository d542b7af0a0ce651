//! `unlinked-scenario`: no other page leads to a scenario.

use crate::diagnostic::Diagnostic;
use crate::source::Span;

use super::Rule;

pub(crate) static RULE: Rule =
    Rule::warning("unlinked-scenario", include_str!("unlinked-scenario.md"));

pub(crate) fn unlinked_scenario(file: Span, id: &str) -> Diagnostic {
    Diagnostic::new(&RULE, file, format!("no other page leads to the scenario `{id}`"))
        .help(format!("add `{id}` to `related` of a scenario near it, or link to it in a guide"))
}
