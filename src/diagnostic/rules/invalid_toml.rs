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
        escape if escape.starts_with("missing escaped value") => {
            let message = "a backslash means something in double quotes, and this is not it";
            return Diagnostic::new(&RULE, span, message)
                .help("put `/` between folders, and single quotes round any other text");
        }
        quote if quote.starts_with("invalid basic string") => "a quote is opened and never closed",
        other => other,
    };
    if said == "duplicate key" {
        let name = &span.source().text()[span.range()];
        let message = format!("`{name}` is written twice");
        return Diagnostic::new(&RULE, span, message).help("keep one of the two");
    }
    if message == "a text must stand in quotes"
        && let Some(line) = quoted_line(&span)
    {
        return Diagnostic::new(&RULE, span, message).help(format!("write `{line}`"));
    }
    Diagnostic::new(&RULE, span, message)
        .help("a line is `key = \"text\"`; a group of keys starts with a line like `[book]`")
}

/// The line where its value stands in quotes, in the place of those of a word processor where it had some.
fn quoted_line(span: &Span) -> Option<String> {
    let text = span.source().text();
    let start = text[..span.range().start].rfind('\n').map_or(0, |at| at + 1);
    let (key, value) = text[start..].lines().next()?.split_once('=')?;
    let value = value.trim().trim_matches(['“', '”', '„', '‘', '’', '«', '»']).trim();
    let is_one = !value.is_empty() && !value.contains(['"', '\\', '[', '{']);
    is_one.then(|| format!("{} = \"{value}\"", key.trim()))
}

/// A text that a quote inside it cuts short. `line` is what it should be.
pub(crate) fn ended_by_quote(span: Span, sign: &str, word: &str, line: &str) -> Diagnostic {
    let message = format!("the {sign} in `{word}` ends the text");
    Diagnostic::new(&RULE, span, message)
        .help(format!("put the other kind of quotes round the whole text: `{line}`"))
}
