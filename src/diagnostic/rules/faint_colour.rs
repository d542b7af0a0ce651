//! `faint-colour`: a colour of `[look]` does not stand out from the page.

use crate::diagnostic::Diagnostic;
use crate::source::Span;

use super::Rule;

pub(crate) static RULE: Rule = Rule::warning("faint-colour", include_str!("faint-colour.md"));

/// `key` is what gives the colour, and `scheme` says where it is faint. `ground` is what it stands on there, with the
/// contrast that it has and the one that it needs. Of the colours the first is given and the second shown.
pub(crate) fn faint_colour(
    span: Span,
    (key, scheme): (&str, &str),
    (ground, ratio, needed): (String, f32, f32),
    [given, shown]: [&str; 2],
) -> Diagnostic {
    let message = format!(
        "in {scheme}, `{given}` on `{ground}` has a contrast of {ratio} to 1, and needs {needed}"
    );
    let help = format!(
        "pages have the nearest colour that does: write `{key} = \"{shown}\"`, or choose another"
    );
    Diagnostic::new(&RULE, span, message).key(format!("look.{key}")).help(help)
}

/// A colour of which no shade stands out from all its grounds: the theme's `dark` and `light` ones are too far apart.
/// `shown` is the best there is.
pub(crate) fn no_shade(
    span: Span,
    (key, scheme): (&str, &str),
    (dark, light, needed): (&str, &str, f32),
    shown: &str,
) -> Diagnostic {
    let message = format!(
        "in {scheme}, no shade of this colour has a contrast of {needed} to 1 with both `{dark}` and `{light}`"
    );
    let help = format!(
        "the theme has both as grounds, so make these alike: `--page`, `--sunk`, `--leader-tint`, `--manager-tint`; \
         until then pages have `{shown}`, which comes nearest"
    );
    Diagnostic::new(&RULE, span, message).key(format!("look.{key}")).help(help)
}
