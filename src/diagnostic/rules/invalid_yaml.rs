//! `invalid-yaml`: a YAML file, or the front matter of a guide, cannot be read.

use crate::diagnostic::{Diagnostic, Severity};
use crate::source::Span;

use super::Rule;

pub static RULE: Rule =
    Rule { name: "invalid-yaml", severity: Severity::Error, page: include_str!("invalid-yaml.md") };

pub fn invalid_yaml(span: Span, message: &str, help: Option<&str>) -> Diagnostic {
    Diagnostic::new(&RULE, span, message.to_owned()).maybe_help(help.map(str::to_owned))
}

/// Anchors, aliases, merge keys and tags, which Twohats does without.
pub fn refused(span: Span, what: &str, help: &str) -> Diagnostic {
    Diagnostic::new(&RULE, span, format!("{what} cannot be used here")).help(help)
}
