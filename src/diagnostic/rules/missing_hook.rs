//! `missing-hook`: a layout leaves out what a script looks for.

use crate::diagnostic::Diagnostic;
use crate::source::Span;

use super::Rule;

pub(crate) static RULE: Rule = Rule::warning("missing-hook", include_str!("missing-hook.md"));

/// `hook` as it stands in a layout, `without` what no longer works.
pub(crate) fn missing_hook(span: Span, hook: &str, script: &str, without: &str) -> Diagnostic {
    let message = format!("this leaves out `{hook}`, which `{script}` looks for, and {without}");
    Diagnostic::new(&RULE, span, message).help(format!(
        "write `{hook}` on an element that does its work, as the layout of the same name in the default theme has it"
    ))
}
