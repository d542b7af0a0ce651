//! `different-places`: a word of the interface has other places to fill in than the one that it takes the place of.

use crate::diagnostic::choice::list;
use crate::diagnostic::{Diagnostic, nearest};
use crate::source::Span;

use super::Rule;

pub(crate) static RULE: Rule =
    Rule::warning("different-places", include_str!("different-places.md"));

/// A place such as `{count}` that a word has to have.
pub(crate) fn missing_place(span: Span, place: &str, ours: &str, key: String) -> Diagnostic {
    Diagnostic::new(
        &RULE,
        span,
        format!("the word has no `{place}`, so what belongs there is not shown"),
    )
    .key(key)
    .help(format!("write `{place}` where it belongs, as in `{ours}`"))
}

/// A place that nobody fills in; `places` are those that are.
pub(crate) fn unknown_place(span: Span, place: &str, places: &[String], key: String) -> Diagnostic {
    let near = nearest(place, places.iter().map(String::as_str));
    Diagnostic::new(&RULE, span, format!("nothing fills in `{place}`, so it is shown as it stands"))
        .key(key)
        .help(match (near, places) {
            (Some(near), _) => format!("did you mean `{near}`?"),
            (None, []) => "take it out: this word has no place to fill in".to_owned(),
            (None, places) => format!("this word has {}", list(&quoted(places), "and")),
        })
}

fn quoted(places: &[String]) -> Vec<String> {
    places.iter().map(|place| format!("`{place}`")).collect()
}
