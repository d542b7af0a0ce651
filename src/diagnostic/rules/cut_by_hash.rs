//! `cut-by-hash`: a text is cut short because YAML takes the rest for a comment.

use crate::diagnostic::Diagnostic;
use crate::edit::Edit;
use crate::source::Span;

use super::Rule;

pub(crate) static RULE: Rule = Rule::warning("cut-by-hash", include_str!("cut-by-hash.md"));

pub(crate) fn cut_by_hash(span: Span, kept: &str, key: String, fix: Option<Edit>) -> Diagnostic {
    let message = format!("the text ends at `{kept}`: everything after ` #` is a comment");
    let keep = match kept.chars().next() {
        Some('[' | '{') => "put it inside the brackets",
        Some('"' | '\'') => "put the closing quote behind it",
        _ => "put quotes round the whole text",
    };
    let help = format!("{keep} to keep it, or a space after `#` if it is a comment");
    Diagnostic::new(&RULE, span, message).key(key).help(help).fix(fix)
}

/// A key whose words are all behind the ` #`. `kept` is how they can be written instead.
pub(crate) fn hidden_by_hash(span: Span, name: &str, key: String, kept: &str) -> Diagnostic {
    let message = format!("`{name}` is empty: everything after ` #` is a comment");
    Diagnostic::new(&RULE, span, message)
        .key(key)
        .help(format!("write `{kept}` to keep it, or a space after `#` if it is a comment"))
}
