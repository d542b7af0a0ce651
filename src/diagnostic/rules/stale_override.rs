//! `stale-override`: a file of a theme was made of a default that is another one now.

use crate::diagnostic::Diagnostic;
use crate::source::Span;

use super::Rule;

pub(crate) static RULE: Rule = Rule::warning("stale-override", include_str!("stale-override.md"));

/// `mark` is that of the default as it is now. The difference to it comes with whether there is more of it.
pub(crate) fn stale_override(
    span: Span,
    path: &str,
    mark: &str,
    (difference, is_cut): (&str, bool),
) -> Diagnostic {
    let message =
        format!("`{path}` of the default theme has changed since this file was made of it");
    let done = format!("take over what you need, and write `{mark}` here");
    // The default that it was made of is no part of the program any more.
    let shows = "`-` is the default now and `+` is yours, your own changes among them";
    let help = match (difference, is_cut) {
        ("", _) => format!("the two are the same now: take this file out, or write `{mark}` here"),
        (lines, true) => {
            format!("{done}; {shows}, and `twohats theme diff {path}` shows all of it:\n{lines}")
        }
        (lines, false) => format!("{done}; {shows}:\n{lines}"),
    };
    Diagnostic::new(&RULE, span, message).help(help)
}
