//! `invalid-toml`: a TOML file cannot be read.

use crate::diagnostic::{Diagnostic, Severity};
use crate::source::Span;

use super::Rule;

pub static RULE: Rule =
    Rule { name: "invalid-toml", severity: Severity::Error, page: include_str!("invalid-toml.md") };

/// `message` is the parser's own.
pub fn invalid_toml(span: Span, message: &str) -> Diagnostic {
    let message = message.lines().next().unwrap_or("this is not TOML");
    Diagnostic::new(&RULE, span, message.to_owned())
        .help("a line is `key = \"text\"`; a group of keys starts with a line like `[book]`")
}
