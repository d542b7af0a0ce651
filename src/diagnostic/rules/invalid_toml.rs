//! `invalid-toml`: a TOML file cannot be read.

use crate::diagnostic::Diagnostic;
use crate::source::Span;

use super::Rule;

pub(crate) static RULE: Rule = Rule::error("invalid-toml", include_str!("invalid-toml.md"));

/// `message` is the parser's own.
pub(crate) fn invalid_toml(span: Span, message: &str) -> Diagnostic {
    let said = message.lines().next().unwrap_or_default();
    let message = match said {
        // What comes of `title = Ours`.
        "string values must be quoted, expected literal string" => "a text must stand in quotes",
        "key with no value, expected `=`" => "there is no `=` after this key",
        "" => "this is not TOML",
        quote if quote.starts_with("invalid basic string") => "a quote is opened and never closed",
        other => other,
    };
    if said == "duplicate key" {
        let name = &span.source().text()[span.range()];
        let message = format!("`{name}` is written twice");
        return Diagnostic::new(&RULE, span, message).help("keep one of the two");
    }
    Diagnostic::new(&RULE, span, message)
        .help("a line is `key = \"text\"`; a group of keys starts with a line like `[book]`")
}
