//! `unused-template`: no page sends readers to a template.

use crate::diagnostic::Diagnostic;
use crate::source::Span;

use super::Rule;

pub(crate) static RULE: Rule = Rule::warning("unused-template", include_str!("unused-template.md"));

pub(crate) fn unused_template(file: Span, id: &str) -> Diagnostic {
    Diagnostic::new(&RULE, file, format!("no scenario or guide uses the template `{id}`"))
        .help(format!("add `{id}` to `templates` of a scenario, or link to it where it helps"))
}
