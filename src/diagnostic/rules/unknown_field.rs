//! `unknown-field`: a key has a name that Twohats does not know.

use crate::diagnostic::{Diagnostic, Names};
use crate::source::Span;

use super::Rule;
use crate::diagnostic::choice::did_you_mean;

pub(crate) static RULE: Rule = Rule::error("unknown-field", include_str!("unknown-field.md"));

/// `what` is the thing that has the key: `scenario`, `response`, `book.toml`.
pub(crate) fn unknown_field(
    span: Span,
    what: &str,
    name: &str,
    allowed: &[&str],
    key: String,
) -> Diagnostic {
    let other = name.chars().find(|letter| letter.is_alphabetic() && !letter.is_ascii());
    let allowed = Names::of(allowed.iter().copied());
    let near = allowed.nearest(name);
    let lookalike = near.filter(|near| near.is_ascii()).zip(other).map(|(near, letter)| {
        let code = u32::from(letter);
        format!("write `{near}` anew: its `{letter}` is a letter of another script (U+{code:04X})")
    });
    Diagnostic::new(&RULE, span, format!("`{name}` is not a key of {}", with_article(what)))
        .key(key)
        .maybe_help(did_you_mean(name, &allowed))
        .maybe_help(lookalike)
}

/// A key that is known, beside another one of which only one can be there.
pub(crate) fn one_too_many(span: Span, what: &str, name: &str, key: String) -> Diagnostic {
    Diagnostic::new(&RULE, span, format!("`{name}` is one key too many for this {what}"))
        .key(key)
        .help(format!("start a new line of the list with `- {name}:`, or take one of the two out"))
}

/// `a scenario`, `an option`; a name from `book.toml` stands alone.
fn with_article(what: &str) -> String {
    match what {
        file if file.contains(['.', '[']) => format!("`{file}`"),
        vowel if vowel.starts_with(['a', 'e', 'i', 'o', 'u']) => format!("an {vowel}"),
        other => format!("a {other}"),
    }
}
