//! Where in a file the words stand that somebody points at on the page. It must not know how a page looks.

/// How far behind one word of a page the next one is looked for: an address may stand between them, and where more does, a
/// word is shown otherwise than it is written.
const NEAR: usize = 400;

/// The byte of a text at which the last of some words stands. They are what the page shows of the text that begins at
/// `start`, up to that word: those that stand there in this order are followed, and signs of Markdown between them are let
/// pass. `start` where none of them stands there.
#[must_use]
pub fn pointed(text: &str, start: usize, shown: &str) -> usize {
    let is_letter = |letter: char| letter.is_alphanumeric();
    let (mut at, mut found) = (start, start);
    for word in shown.split(|letter| !is_letter(letter)).filter(|word| !word.is_empty()) {
        let rest = text.get(at..).unwrap_or_default();
        let rest = &rest[..rest.floor_char_boundary(NEAR)];
        let is_apart = |(from, _): &(usize, &str)| {
            let (before, behind) = (&rest[..*from], &rest[from + word.len()..]);
            !before.ends_with(is_letter) && !behind.starts_with(is_letter)
        };
        // What is shown otherwise than it is written is let pass too.
        if let Some((from, _)) = rest.match_indices(word).find(is_apart) {
            found = at + from;
            at = found + word.len();
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::pointed;

    #[test]
    fn words_of_a_page_are_found_where_they_are_written() {
        let text = "say: |\n  Ask **why** it is [late](late.yaml).\n\n  - Then ask\n    *when* it comes.\nnext: x\n";
        let start = text.find("Ask").expect("it is there");
        for (shown, there) in [
            ("", "Ask"),
            ("Ask", "Ask"),
            ("Ask why it", "it is ["),
            ("Ask why it is late", "late]"),
            ("Ask why it is late. Then", "Then"),
            ("Ask why it is late. Then ask when it", "it comes"),
            ("Ask “why” … it is — late. Then", "Then"),
            ("nothing of it", "it is ["),
        ] {
            let at = pointed(text, start, shown);
            assert!(text[at..].starts_with(there), "{shown}: {}", &text[at..]);
        }
    }

    #[test]
    fn a_place_that_is_none_is_given_back() {
        for (text, start) in [("é", 1), ("abc", 9)] {
            assert_eq!(pointed(text, start, "abc"), start);
        }
    }
}
