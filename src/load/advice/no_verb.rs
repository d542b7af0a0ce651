//! `no-verb`: each action says what to do, so it starts with a verb.
//!
//! Which words are verbs cannot be told without knowing the language well. Which are none can: articles, pronouns
//! and their like. What is in doubt is let pass: a false alarm is worse than a slip that stays.

use crate::diagnostic::Diagnostic;
use crate::diagnostic::rules::no_verb::no_verb;
use crate::markdown::Prose;
use crate::model::Role;

/// First words that are surely no verb, or none that tells somebody what to do.
const NO_VERBS: [&str; 52] = [
    "a",
    "an",
    "the",
    "this",
    "that",
    "these",
    "those",
    "i",
    "we",
    "you",
    "he",
    "she",
    "it",
    "they",
    "my",
    "our",
    "your",
    "his",
    "her",
    "its",
    "their",
    "who",
    "whose",
    "what",
    "which",
    "why",
    "how",
    "whether",
    "there",
    "is",
    "are",
    "was",
    "were",
    "has",
    "had",
    "must",
    "should",
    "would",
    "could",
    "no",
    "not",
    "someone",
    "somebody",
    "everyone",
    "everybody",
    "anyone",
    "anybody",
    "nobody",
    "something",
    "everything",
    "nothing",
    "anything",
];

/// Verbs that end as `asking` does.
const SHORT: [&str; 12] = [
    "bring", "cling", "fling", "ping", "ring", "sing", "sling", "spring", "sting", "string",
    "swing", "wring",
];

/// The most words of a time or place in front, as in `The same evening, send the list`.
const IN_FRONT: usize = 6;

pub(super) fn note(role: Role, actions: &[Prose], notes: &mut Vec<Diagnostic>) {
    for (at, action) in actions.iter().enumerate() {
        let words = action.plain();
        if let Some(word) = no_verb_first(&words) {
            notes.push(no_verb(action.span().clone(), word, format!("{}.do[{at}]", role.name())));
        }
    }
}

/// The first word, where it is surely no verb.
fn no_verb_first(words: &str) -> Option<&str> {
    let start = words.trim_start_matches(|letter: char| !letter.is_alphanumeric());
    let first = start.split_whitespace().next()?;
    let first = first.trim_end_matches(|letter: char| !letter.is_alphanumeric());
    let whole = first.to_lowercase();
    // `that's` and `we'll`
    let word = whole.split(['\'', '’']).next().unwrap_or_default();
    let is_doing = word.ends_with("ing") && !SHORT.contains(&word);
    if !NO_VERBS.contains(&word) && !is_doing {
        return None;
    }
    // `The same evening, send the list` starts with a time, and so may much else.
    let in_front = start.split_once([',', ':']).map(|(front, _)| front.split_whitespace().count());
    in_front.is_none_or(|words| words > IN_FRONT).then_some(first)
}

#[cfg(test)]
mod tests {
    use super::no_verb_first;

    #[test]
    fn what_surely_starts_with_no_verb_is_found_and_what_may_is_let_pass() {
        for (text, word) in [
            ("The list of open requests", "The"),
            ("You decide who goes", "You"),
            ("Asking what they need", "Asking"),
            ("“That’s fine” is what they hear", "That’s"),
            ("How the work is going", "How"),
            ("A clear owner for each item", "A"),
        ] {
            assert_eq!(no_verb_first(text), Some(word), "{text}");
        }
        for text in [
            "Ask what they need",
            "Bring the list",
            "The same evening, send the list",
            "On Monday, ring the sponsor",
            "Never raise it in the group",
            "Before you start: read the list",
            "Can the meeting",
            "EntryReader the names",
            "",
            "…",
        ] {
            assert_eq!(no_verb_first(text), None, "{text}");
        }
    }
}
