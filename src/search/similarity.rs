//! How similar a word of the index is to one that was typed. Its twin is in
//! `themes/default/scripts/finder+search/15-similarity.js`.
//!
//! It must not know which page has the word.

use super::words::has_no_spaces;

/// It is the very word.
const SAME: u64 = 16;
/// The one is the other with another ending of its language.
const INFLECTED: u64 = 12;
/// It is not the word, and means the same or has it as a part.
const OTHERWISE: u64 = 10;
/// From here on it is the word that was meant.
pub(super) const IS_MEANT: u64 = OTHERWISE;
/// It begins with what was typed.
const BEGINS: u64 = 8;
/// From here on no slip of the finger is looked for.
pub(super) const NO_SLIP: u64 = BEGINS;
/// One letter is missing, too many, another, or swapped with the next.
const SLIP: u64 = 7;
/// They end in different ways, in a language whose endings are not known.
const RELATED: u64 = 6;
/// It has within it what was typed.
const WITHIN: u64 = 5;
/// It begins with what was typed but for a slip.
const SLIP_BEGINS: u64 = 4;

/// How many letters at the beginning of a word are never another in one that is similar by its beginning.
pub(super) const SURE: usize = 3;

/// The fewest letters of a word in which a slip is looked for: shorter ones are too near to each other.
pub(super) const SHORTEST: usize = 5;

/// What stands behind a word for the pages that have it in other words, and before each of those in its file; no word of
/// a text has this sign.
pub(super) const OTHER: char = '=';
/// What stands between the words of a phrase that is looked for as one word.
pub(super) const JOINT: &str = "+";

/// What stands before a word without weight for the labels that have it.
pub(super) const LIGHT: char = '\'';

/// How similar a word is by its beginning, and 0 when it is another word.
pub(super) fn similarity(word: &[char], term: &str, endings: &[&str]) -> u64 {
    if let Some(term) = term.strip_suffix(OTHER) {
        return if similarity(word, term, endings) >= IS_MEANT { OTHERWISE } else { 0 };
    }
    let same = word.iter().zip(term.chars()).take_while(|(a, b)| **a == *b).count();
    let (more, rest) = (word.len() - same, term.chars().count() - same);
    match (more, rest) {
        (0, 0) => SAME,
        _ if is_phrase(word) || term.contains(JOINT) => 0,
        (0, _) if has_no_spaces(word[0]) => u64::from(word.len() == 1) * BEGINS,
        (0, _) if word.len() < 2 => 0,
        _ if same < SURE => u64::from(more == 0) * BEGINS,
        _ => {
            let tail = |text: &mut dyn Iterator<Item = char>| text.skip(same).collect::<String>();
            let tails = [tail(&mut word.iter().copied()), tail(&mut term.chars())];
            let is_long = same > 3 || more == 0 || rest == 0;
            match (more, rest) {
                _ if is_long && are_endings(&tails, word[same - 1], endings) => INFLECTED,
                (0, 0..=3) if endings.is_empty() => INFLECTED,
                (0, _) => BEGINS,
                _ if !endings.is_empty() || same < 4 => 0,
                _ if more + rest <= 2 => OTHERWISE,
                (0..=3, 0..=3) => RELATED,
                _ => 0,
            }
        }
    }
}

/// Whether both are endings of the same set. A letter that is doubled before an ending is none of it: `stop`, `stopped`.
fn are_endings(tails: &[String; 2], before: char, endings: &[&str]) -> bool {
    endings.iter().any(|set| {
        tails.iter().all(|tail| {
            let single = tail.strip_prefix(before);
            set.split(' ').any(|ending| ending == tail || Some(ending) == single)
        })
    })
}

/// How similar a word is when one letter of either is missing, another, or swapped with the next.
pub(super) fn slip(word: &[char], term: &str) -> u64 {
    let same = word.iter().zip(term.chars()).take_while(|(a, b)| **a == *b).count();
    let a = &word[same..];
    // Nothing is allocated: each word of whole parts of the index is tried.
    let mut b = term.chars();
    b.by_ref().take(same).for_each(drop);
    let mut next = b.clone();
    let (b1, b2) = (next.next(), next.next());
    let swapped = matches!(a, [a1, a2, ..] if b1 == Some(*a2) && b2 == Some(*a1));
    let tries = [(1, 1), (0, 1), (1, 0)].into_iter().chain(swapped.then_some((2, 2)));
    let similar = tries.filter_map(|(of_a, of_b)| {
        let (a, mut b) = (a.get(of_a..)?, b.clone());
        for _ in 0..of_b {
            b.next()?;
        }
        let begins = a.iter().all(|letter| b.next() == Some(*letter));
        begins.then(|| if b.next().is_none() { SLIP } else { SLIP_BEGINS })
    });
    similar.max().filter(|_| !is_phrase(word) && !is_made(term)).unwrap_or_default()
}

/// How similar a word is that has within it what was typed.
pub(super) fn within(word: &str, term: &str) -> u64 {
    u64::from(term.contains(word) && !is_made(term)) * WITHIN
}

fn is_phrase(word: &[char]) -> bool {
    word.iter().any(|letter| JOINT.contains(*letter))
}

/// Whether it is a phrase, or what stands for a word or before one, and so nothing that anybody types.
fn is_made(term: &str) -> bool {
    term.ends_with(OTHER) || term.contains(JOINT) || term.starts_with(LIGHT)
}

#[cfg(test)]
mod tests {
    use super::{BEGINS, INFLECTED, OTHERWISE, RELATED, SAME, similarity};

    fn english(word: &str, term: &str) -> u64 {
        let word: Vec<char> = word.chars().collect();
        similarity(&word, term, super::super::language::Language::of("en").endings)
    }

    #[test]
    fn a_word_is_known_with_another_ending() {
        for (word, term) in [
            ("decide", "deciding"),
            ("priority", "priorities"),
            ("quitting", "quit"),
            ("recognize", "recognise"),
            ("manager", "management"),
        ] {
            assert_eq!(english(word, term), INFLECTED, "{word}, {term}");
            assert_eq!(english(term, word), INFLECTED, "{term}, {word}");
        }
        for (word, term) in [("expense", "expert"), ("fired", "first"), ("star", "start")] {
            assert!(english(word, term) <= BEGINS, "{word}, {term}");
        }
        assert_eq!(english("late", "late="), OTHERWISE);
        assert_eq!(english("q", "quit"), 0);
    }

    #[test]
    fn without_known_endings_words_are_related_by_their_beginning() {
        let similar =
            |word: &str, term: &str| similarity(&word.chars().collect::<Vec<_>>(), term, &[]);
        assert_eq!(similar("equipo", "equipos"), INFLECTED);
        assert_eq!(similar("equipos", "equipo"), OTHERWISE);
        assert_eq!(similar("retrasado", "retrasamos"), RELATED);
        assert_eq!(similar("retraso", "retraso"), SAME);
    }
}
