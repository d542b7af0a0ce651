//! `different-places`: words that lack a place to fill in, or have one that nobody fills in.

use crate::diagnostic::Diagnostic;
use crate::diagnostic::rules::different_places::{missing_place, unknown_place};
use crate::source::Span;

/// Compares a word with the one that it takes the place of.
pub(super) fn different_places(
    ours: &str,
    (theirs, span): (&str, &Span),
    key: &str,
) -> Option<Diagnostic> {
    let (wanted, found) = (places(ours), places(theirs));
    // Of two that differ, one is the other, misspelt.
    let unknown = found.iter().find(|place| !wanted.contains(place));
    let missing = wanted.iter().find(|place| !found.contains(place));
    match (unknown, missing) {
        (Some(place), _) => Some(unknown_place(span.clone(), place, &wanted, key.to_owned())),
        (None, Some(place)) => Some(missing_place(span.clone(), place, ours, key.to_owned())),
        (None, None) => None,
    }
}

/// The places of a word: `{}`, or a name in braces.
fn places(word: &str) -> Vec<String> {
    let parts = word.split('{').skip(1).filter_map(|part| part.split_once('}'));
    let names = parts.map(|(name, _)| name);
    let is_name = |name: &&str| name.chars().all(|letter| letter.is_ascii_lowercase());
    names.filter(is_name).map(|name| format!("{{{name}}}")).collect()
}
