//! `unused-colour`: the theme has nothing that a colour of `[look]` could be given to.

use crate::diagnostic::Diagnostic;
use crate::source::Span;

use super::Rule;

pub(crate) static RULE: Rule = Rule::warning("unused-colour", include_str!("unused-colour.md"));

/// No style gives the token to the whole page, whose value the colour would be.
pub(crate) fn no_token(span: Span, key: &str, token: &str) -> Diagnostic {
    let message = format!(
        "nothing has this colour: no style of the theme gives `{token}` a value for the whole page"
    );
    let help = format!(
        "write `:root {{ {token}: light-dark(#…, #…); }}` in a style of the theme; the look gives it another value"
    );
    Diagnostic::new(&RULE, span, message).key(format!("look.{key}")).help(help)
}

/// Nothing can be made of the colour, since it has to stand out from a token whose colour nobody knows. `scheme` says
/// where.
pub(crate) fn unknown_ground(span: Span, key: &str, scheme: &str, token: &str) -> Diagnostic {
    let message = format!(
        "nothing has this colour in {scheme}: the theme's `{token}` is none that can be worked out"
    );
    let help = format!(
        "write `{token}` in hexadecimal digits, as in `{token}: light-dark(#fdfcfa, #15181d);`; `var(…)` and \
         `color-mix(in srgb, …)` of such colours will do too"
    );
    Diagnostic::new(&RULE, span, message).key(format!("look.{key}")).help(help)
}
