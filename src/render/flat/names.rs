//! The names in a tag that stand for values, as against those of fields, filters, arguments and the language itself.
//!
//! It must not know what the values are.

use std::collections::BTreeMap;
use std::ops::Range;

/// Names that are the language's own.
const OWN: [&str; 19] = [
    "and", "elif", "else", "endfor", "endif", "False", "false", "for", "if", "in", "is", "loop",
    "None", "none", "not", "null", "or", "True", "true",
];

/// A word or a sign of a tag.
struct Part<'t> {
    text: &'t str,
    place: Range<usize>,
}

impl Part<'_> {
    fn is_name(&self) -> bool {
        self.text.starts_with(|letter: char| letter.is_ascii_alphabetic() || letter == '_')
    }

    /// Whether it is the sign that gives a value to the name before it, and not half of another sign.
    fn gives(&self, next: Option<&Self>) -> bool {
        let is_half = |next: &Self| next.text == "=" && next.place.start == self.place.end;
        self.text == "=" && !next.is_some_and(is_half)
    }
}

/// Cuts a tag into words, quoted texts, numbers and single signs.
fn parts(tag: &str) -> Vec<Part<'_>> {
    let mut parts = Vec::new();
    let mut at = 0;
    while let Some(first) = tag[at..].chars().next() {
        let rest = &tag[at..];
        let is_of_word = |letter: char| letter.is_ascii_alphanumeric() || letter == '_';
        let length = match first {
            '"' | '\'' | '`' => quoted(rest),
            letter if is_of_word(letter) => {
                rest.find(|letter| !is_of_word(letter)).unwrap_or(rest.len())
            }
            letter => letter.len_utf8(),
        };
        let place = at..at + length;
        at = place.end;
        if !first.is_whitespace() {
            parts.push(Part { text: &tag[place.clone()], place });
        }
    }
    parts
}

/// The length of a quoted text, with its quotes.
pub(super) fn quoted(text: &str) -> usize {
    let mut letters = text.char_indices();
    let quote = letters.next().map(|(_, quote)| quote);
    while let Some((at, letter)) = letters.next() {
        if letter == '\\' {
            letters.next();
        } else if Some(letter) == quote {
            return at + letter.len_utf8();
        }
    }
    text.len()
}

/// The places of the names in a tag that stand for values.
pub(super) fn values(tag: &str) -> Vec<Range<usize>> {
    let parts = parts(tag);
    let stands = |at: usize| {
        let part = &parts[at];
        if !part.is_name() || OWN.contains(&part.text) {
            return false;
        }
        let before = |back: usize| at.checked_sub(back).map_or("", |at| parts[at].text);
        let is_field = before(1) == "." && before(2) != ".";
        let is_test = before(1) == "is" || (before(2) == "is" && before(1) == "not");
        let is_component = at == 1 && before(1) == "<" || at == 2 && before(2) == "<";
        let next = parts.get(at + 1);
        let is_called = next.is_some_and(|next| next.text == "(");
        let is_argument = next.is_some_and(|next| next.gives(parts.get(at + 2)));
        let is_other = is_field || is_test || is_component || is_called || before(1) == "|";
        !is_other && !is_argument
    };
    (0..parts.len()).filter(|at| stands(*at)).map(|at| parts[at].place.clone()).collect()
}

/// The names to which a tag gives values, when it begins a loop.
pub(super) fn given(tag: &str) -> Vec<&str> {
    let parts = parts(tag);
    let mut texts = parts.iter().map(|part| part.text);
    if texts.next() != Some("for") {
        return Vec::new();
    }
    texts.take_while(|text| *text != "in").filter(|text| *text != ",").collect()
}

/// A tag with other texts in the place of some names that stand for values.
pub(super) fn replaced(tag: &str, texts: &BTreeMap<String, String>) -> String {
    let mut written = String::with_capacity(tag.len());
    let mut done = 0;
    for place in values(tag) {
        let Some(text) = texts.get(&tag[place.clone()]) else { continue };
        written.extend([&tag[done..place.start], text]);
        done = place.end;
    }
    written.push_str(&tag[done..]);
    written
}

#[cfg(test)]
mod tests {
    use super::{given, values};

    #[test]
    fn names_of_values_are_told_from_all_others() {
        let cases = [
            ("card.title", "card"),
            ("if items | length == 1 and not last", "items last"),
            ("words[row.id] or \"a\" ~ b", "words row b"),
            ("text | replace(from=\"a\", to=n | str)", "text n"),
            ("for key, text in words.said", "key text words"),
            ("if kind ~ `x` == other or none", "kind other"),
            ("<card card={one} heading={here.h3} ways={true} />", "one here"),
            ("range(start=1, end=last + 1)", "last"),
            ("a is defined and b is not containing(c)", "a b c"),
            ("[...first, last]", "first last"),
            ("1.5 + x1", "x1"),
        ];
        for (tag, names) in cases {
            let found: Vec<&str> = values(tag).into_iter().map(|place| &tag[place]).collect();
            assert_eq!(found.join(" "), names, "{tag}");
        }
        assert_eq!(given("for key, text in words.said"), ["key", "text"]);
        assert_eq!(given("if kind"), Vec::<&str>::new());
    }
}
