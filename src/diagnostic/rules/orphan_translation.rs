//! `orphan-translation`: a file translates another that is not there.

use crate::diagnostic::Diagnostic;
use crate::source::Span;

use super::Rule;

pub(crate) static RULE: Rule =
    Rule::error("orphan-translation", include_str!("orphan-translation.md"));

/// `better` is where the file would lie that was very likely meant.
pub(crate) fn orphan_translation(file: Span, looked_for: &str, better: Option<&str>) -> Diagnostic {
    let help = better.map_or_else(
        || format!("write `{looked_for}` first, in the book's own language"),
        |better| format!("did you mean `{better}`?"),
    );
    Diagnostic::new(&RULE, file, format!("there is no `{looked_for}` that this translates"))
        .help(help)
}
