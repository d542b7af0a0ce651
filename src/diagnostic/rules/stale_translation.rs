//! `stale-translation`: the original says something else than when it was translated.

use crate::diagnostic::Diagnostic;
use crate::source::Span;

use super::Rule;

pub(crate) static RULE: Rule =
    Rule::warning("stale-translation", include_str!("stale-translation.md"));

/// A part of the page whose words in the original are others now.
pub(crate) fn changed(here: Span, part: &str, file: &str) -> Diagnostic {
    stale(here, format!("the original of `{part}` has changed since it was translated"), part, file)
}

/// A part of the page that the original did not have.
pub(crate) fn added(here: Span, part: &str, file: &str) -> Diagnostic {
    stale(here, format!("`{part}` is new in the original"), part, file)
}

/// A part of the page that the original has no more.
pub(crate) fn removed(here: Span, part: &str, file: &str) -> Diagnostic {
    stale(here, format!("`{part}` is gone from the original"), part, file)
}

/// What a file that translates no other says of its original.
pub(crate) fn no_translation(here: Span) -> Diagnostic {
    Diagnostic::new(&RULE, here, "this file translates no other, and says what its original said")
        .key("original")
        .help("take `original:` out: only files of other languages have it")
}

/// A line below `original` that is not as `twohats translate` writes it.
pub(crate) fn no_mark(here: Span, written: &str) -> Diagnostic {
    Diagnostic::new(&RULE, here, format!("`{written}` is not the name of a part and its mark"))
        .key("original")
        .help("run `twohats translate` with the file’s name, which writes it anew")
}

fn stale(here: Span, message: String, part: &str, file: &str) -> Diagnostic {
    Diagnostic::new(&RULE, here, message)
        .key(part)
        .help(format!("say the same here, then run `twohats translate {file}`"))
}
