//! `unnamed-role`: a hat has a name in one language of the book and none in another.

use crate::diagnostic::Diagnostic;
use crate::source::Span;

use super::Rule;

pub(crate) static RULE: Rule = Rule::warning("unnamed-role", include_str!("unnamed-role.md"));

/// `roles` have a name in the language `named` and none in `language`; `key` is where theirs go.
pub(crate) fn unnamed_role(
    span: Span,
    roles: &[&str],
    (language, named): (&str, &str),
    key: &str,
) -> Diagnostic {
    let message = match roles {
        [role] => format!(
            "the hat `{role}` has a name of yours in `{named}`, and keeps ours in `{language}`"
        ),
        _ => format!("the hats have names of yours in `{named}`, and keep ours in `{language}`"),
    };
    let role = roles.first().unwrap_or(&"leader");
    Diagnostic::new(&RULE, span, message).help(format!(
        "below a line `[{key}]` write what they are called there, as in `{role} = {{ name = \"…\", verb = \"…\" }}`"
    ))
}
