//! `undrawn-logo`: the pictures beside links stand without the owner's logo.

use crate::diagnostic::Diagnostic;
use crate::source::Span;

use super::Rule;

pub(crate) static RULE: Rule = Rule::warning("undrawn-logo", include_str!("undrawn-logo.md"));

/// A logo that is no PNG, or one that cannot be read.
pub(crate) fn undrawn_logo(span: Span, file: &str) -> Diagnostic {
    let is_png = file.rsplit_once('.').is_some_and(|(_, ending)| ending == "png");
    let message = if is_png {
        format!("pictures beside links have no logo: `{file}` is no whole PNG, or a very large one")
    } else {
        format!("pictures beside links have no logo: `{file}` is an SVG, which Twohats cannot draw")
    };
    let help = if is_png {
        "open it where it was made and save it anew as a PNG, at most 160 pixels high"
    } else {
        "save the logo as a PNG too, at most 160 pixels high, and name that below `[look]`, as in `logo_card = \"brand/logo.png\"`"
    };
    Diagnostic::new(&RULE, span, message).help(help)
}
