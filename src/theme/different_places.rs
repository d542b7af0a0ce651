//! `different-places`: words that lack a place to fill in, or have one that nobody fills in.

use crate::diagnostic::Diagnostic;
use crate::diagnostic::rules::different_places::{missing_place, unknown_place};
use crate::source::Span;

use super::roles;

/// Compares a word with the one that it takes the place of.
pub(super) fn different_places(
    ours: &str,
    (theirs, span): (&str, &Span),
    key: &str,
) -> Option<Diagnostic> {
    if let Some(place) =
        names(theirs).filter(|name| is_of_hat(name)).find(|name| !roles::is_place(name))
    {
        let place = format!("{{{place}}}");
        // Whether it begins with a large letter is as it was meant.
        let mut known = roles::places();
        known.retain(|known| known.as_bytes().get(1) == place.as_bytes().get(1));
        return Some(unknown_place(span.clone(), &place, &known, key.to_owned()));
    }
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

/// What stands in braces.
fn names(word: &str) -> impl Iterator<Item = &str> {
    let parts = word.split('{').skip(1).filter_map(|part| part.split_once('}'));
    parts.map(|(name, _)| name)
}

/// Whether a name is meant as a form of a hat's, right or wrong.
fn is_of_hat(name: &str) -> bool {
    name.contains('.') && name.chars().all(|letter| letter.is_ascii_alphabetic() || letter == '.')
}

/// The places of a word: `{}`, or a name in braces.
fn places(word: &str) -> Vec<String> {
    let is_name = |name: &&str| name.chars().all(|letter| letter.is_ascii_lowercase());
    names(word).filter(is_name).map(|name| format!("{{{name}}}")).collect()
}
