//! `placeholder`: words that were put in to be replaced, and were not.

use std::ops::Range;

use crate::diagnostic::Diagnostic;
use crate::diagnostic::rules::placeholder::placeholder;
use crate::source::Span;
use crate::tree::{Node, Value};

use super::example::EXAMPLE;
use super::head::EXTRA;

/// Words that stand for others, in capitals as they are always written.
const WORDS: [&str; 4] = ["TODO", "FIXME", "TBD", "XXX"];

/// What fills a page to see how it looks.
const FILLING: &str = "lorem ipsum";

/// How words in brackets begin, or end, that say what is to stand there.
const INSERT: &[u8] = b"insert ";
const HERE: &[u8] = b" here";

/// Keys that are left alone: what stands below `extra` is the author's own affair, and a sheet that is filled in may
/// well say `TBD`.
const OWN: [&str; 2] = [EXTRA.name, EXAMPLE];

/// Reports what is left over in the texts of a file.
pub(super) fn note(root: &Node, notes: &mut Vec<Diagnostic>) {
    descend(root, root, notes);
}

fn descend(node: &Node, root: &Node, notes: &mut Vec<Diagnostic>) {
    match &node.value {
        Value::Text(text) => {
            let path = || root.path_to(text.span.range().start);
            note_in(&text.text, &path, &|range| text.place(range), notes);
        }
        Value::List(items) => items.iter().for_each(|item| descend(item, root, notes)),
        Value::Map(entries) => {
            for (_, node) in entries.iter().filter(|(key, _)| !OWN.contains(&key.name.as_str())) {
                descend(node, root, notes);
            }
        }
    }
}

/// Reports the first that is left over in a text.
pub(super) fn note_in(
    text: &str,
    path: &dyn Fn() -> String,
    place: &dyn Fn(Range<usize>) -> Span,
    notes: &mut Vec<Diagnostic>,
) {
    if !may_be_left_over(text) {
        return;
    }
    if let Some(range) = first(text) {
        let words = &text[range.clone()];
        notes.push(placeholder(place(range), words, path()));
    }
}

/// Whether a closer look is worth it: nearly no text holds even the beginning of such words.
#[expect(clippy::needless_bitwise_bool, reason = "a branch would look at one byte at a time")]
fn may_be_left_over(text: &str) -> bool {
    let bytes = text.as_bytes();
    let (second, third) = (bytes.iter().skip(1), bytes.iter().skip(2));
    // Every byte is looked at, whatever was found before: so the machine looks at many at a time.
    let is_opened = bytes.iter().fold(false, |found, byte| found | (*byte == b'['));
    let starts = bytes.iter().zip(second).zip(third).fold(false, |found, ((one, two), three)| {
        let is = |word: &[u8; 3]| (*one == word[0]) & (*two == word[1]) & (*three == word[2]);
        let in_any_case = |word: &[u8; 3]| {
            (one | 32 == word[0]) & (two | 32 == word[1]) & (three | 32 == word[2])
        };
        found | is(b"TOD") | is(b"FIX") | is(b"TBD") | is(b"XXX") | in_any_case(b"lor")
    });
    is_opened | starts
}

/// The first that stands outside code: who explains a word puts it in backticks.
fn first(text: &str) -> Option<Range<usize>> {
    let ticks: Vec<usize> = text.match_indices('`').map(|(at, _)| at).collect();
    let is_said =
        |range: &Range<usize>| ticks.partition_point(|tick| *tick < range.start).is_multiple_of(2);
    let found = words(text).chain(brackets(text)).chain(filling(text));
    found.filter(is_said).min_by_key(|range| range.start)
}

fn words(text: &str) -> impl Iterator<Item = Range<usize>> {
    let found = WORDS.iter().flat_map(|word| text.match_indices(word));
    let whole = found.filter(|(at, word)| {
        let inside = |letter: char| letter.is_alphanumeric() || matches!(letter, '_' | '-' | '#');
        !text[..*at].ends_with(inside) && !text[at + word.len()..].starts_with(inside)
    });
    whole.map(|(at, word)| at..at + word.len())
}

/// `[Title here]` and `[Insert the date]`, unless it is a link.
fn brackets(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut ends = text.match_indices(']').map(|(at, _)| at).peekable();
    let opened = text.match_indices('[').map_while(move |(at, _)| {
        while ends.next_if(|end| *end < at).is_some() {}
        Some(at..ends.peek()? + 1)
    });
    opened.filter(|range| {
        let inside = &text.as_bytes()[range.start + 1..range.end - 1];
        let begins =
            inside.get(..INSERT.len()).is_some_and(|start| start.eq_ignore_ascii_case(INSERT));
        let last = inside.len().checked_sub(HERE.len()).map(|at| &inside[at..]);
        let ends = last.is_some_and(|last| last.eq_ignore_ascii_case(HERE));
        (begins || ends) && !text[range.end..].starts_with(['(', '[', ':'])
    })
}

fn filling(text: &str) -> Option<Range<usize>> {
    let at = text.to_ascii_lowercase().find(FILLING)?;
    Some(at..at + FILLING.len())
}

#[cfg(test)]
mod tests {
    use super::first;

    fn is_left_over(text: &str) -> bool {
        first(text).is_some()
    }

    #[test]
    fn what_waits_to_be_replaced_is_found_and_what_only_looks_like_it_is_not() {
        for text in
            ["TODO", "Ask (TODO) whom", "[Title here]", "[insert date]", "Lorem ipsum dolor"]
        {
            assert!(is_left_over(text), "{text}");
        }
        for text in [
            "A to-do list",
            "Todo lists",
            "see [the list here](a.md)",
            "Write `TODO` where you do not know",
            "TODOs",
            "[name]",
            "XXXL",
        ] {
            assert!(!is_left_over(text), "{text}");
        }
    }
}
