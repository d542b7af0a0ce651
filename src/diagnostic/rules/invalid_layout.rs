//! `invalid-layout`: a layout of the theme cannot be used.

use crate::diagnostic::{Diagnostic, nearest};
use crate::source::Span;

use super::Rule;

pub(crate) static RULE: Rule = Rule::error("invalid-layout", include_str!("invalid-layout.md"));

/// `message` is the layout engine's own: its first sentence is kept, the rest becomes the help.
pub(crate) fn invalid_layout(span: Span, message: &str) -> Diagnostic {
    let (message, more) = message.trim().split_once(". ").unwrap_or((message.trim(), ""));
    let mut letters = message.trim_end_matches('.').chars();
    let first = letters.next().map(|letter| letter.to_ascii_lowercase());
    let message: String = first.into_iter().chain(letters).collect();
    let help = match more.trim_end_matches('.').strip_prefix("Available fields: ") {
        Some(names) => {
            let meant = message.split('`').nth(1).unwrap_or_default();
            let given = format!("what this layout is given there: {names}");
            match nearest(meant, names.split(", ")) {
                Some(near) => format!("did you mean `{near}`? {given}"),
                None => given,
            }
        }
        None if more.is_empty() => {
            "compare it with the layout of the same name in the default theme".to_owned()
        }
        None => more.trim_end_matches('.').to_owned(),
    };
    Diagnostic::new(&RULE, span, message).help(help)
}
