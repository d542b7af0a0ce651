//! What a place in a file is called, in words: `leader.do[1]` is "Leader, do 2". It must not know what stands there.

use crate::amend::{Place, Step};

/// What the text of a guide is called, which has no key.
pub(super) const BODY: &str = "Text";

/// The words for a place: its keys in order, each item with its number from 1.
pub(super) fn label(place: &Place) -> String {
    let mut words = String::new();
    for step in &place.0 {
        match step {
            Step::Key(name) if words.is_empty() => words = capital(&spoken(name)),
            Step::Key(name) => words = format!("{words}, {}", spoken(name)),
            Step::Item(at) => words = format!("{words} {}", at + 1),
        }
    }
    words
}

/// A key as a word of its own.
pub(super) fn name(key: &str) -> String {
    capital(&spoken(key))
}

/// A key as one says it.
fn spoken(key: &str) -> String {
    key.replace(['_', '-'], " ")
}

fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::{Place, label};

    #[test]
    fn a_place_is_called_by_its_keys_and_numbers() {
        let table = [
            ("title", "Title"),
            ("leader.say", "Leader, say"),
            ("leader.do[1]", "Leader, do 2"),
            ("if_they_say[0].you", "If they say 1, you"),
            ("fields[2].table.columns[0].text", "Fields 3, table, columns 1, text"),
        ];
        for (place, words) in table {
            assert_eq!(label(&Place::from(place)), words);
        }
    }
}
