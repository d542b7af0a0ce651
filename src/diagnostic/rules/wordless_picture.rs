//! `wordless-picture`: a picture has no words for those who cannot see it.

use crate::diagnostic::Diagnostic;
use crate::source::Span;

use super::Rule;

pub(crate) static RULE: Rule =
    Rule::warning("wordless-picture", include_str!("wordless-picture.md"));

/// What to do in every case.
const HELP: &str = "say what it shows in the square brackets, as in `![The van at the depot](van.png)`, or in `alt`";

/// No words were written.
pub(crate) fn wordless(place: Span, target: &str) -> Diagnostic {
    let message = format!("the picture `{target}` has no words for those who cannot see it");
    Diagnostic::new(&RULE, place, message).help(HELP)
}

/// The name of a file stands where words should be.
pub(crate) fn file_name(place: Span, words: &str) -> Diagnostic {
    let message = format!(
        "`{words}` is the name of a file, and says nothing to those who cannot see the picture"
    );
    Diagnostic::new(&RULE, place, message).help(HELP)
}

/// The words do not say what the picture shows.
pub(crate) fn says_nothing(place: Span, words: &str) -> Diagnostic {
    let message =
        format!("`{words}` does not say what the picture shows to those who cannot see it");
    Diagnostic::new(&RULE, place, message).help(HELP)
}
