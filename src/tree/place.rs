//! From a place in a scalar's text back to the place in the file.
//!
//! Quoting, folding and indentation change only white space and escapes, so the characters that are not
//! white space stand in the file in the same order as in the text. Counting them finds the place.

use std::cell::OnceCell;
use std::iter::Peekable;
use std::ops::Range;
use std::str::CharIndices;

use crate::source::Span;

use super::node::Text;

/// Where the letters of a text were written. They are counted once, when the first place is asked for.
pub struct Places<'t> {
    text: &'t Text,
    /// Where each letter that is not white space stands, in the text and in the file's part.
    letters: OnceCell<Vec<(usize, usize)>>,
}

impl Text {
    /// Where in the file a range of this text was written, however it was quoted, folded or indented.
    #[must_use]
    pub fn place(&self, range: Range<usize>) -> Span {
        self.places().find(range)
    }

    /// What finds many ranges of this text in the file, and counts its letters only once.
    #[must_use]
    pub fn places(&self) -> Places<'_> {
        Places::new(self)
    }
}

impl<'t> Places<'t> {
    fn new(text: &'t Text) -> Self {
        Self { text, letters: OnceCell::new() }
    }

    /// Where in the file a range of the text was written.
    #[must_use]
    pub fn find(&self, range: Range<usize>) -> Span {
        let span = &self.text.span;
        let written = self.text.written();
        if let Some(whole) = self.whole(written, &range) {
            let base = span.range().start;
            return Span::new(span.source(), base + whole.start..base + whole.end);
        }
        let start = self.offset(written, range.start);
        let text = &self.text.text;
        let last = text[..text.floor_char_boundary(range.end)].char_indices().next_back();
        let end = match last {
            Some((at, letter)) if at >= range.start => {
                let at = self.offset(written, at);
                at + written[at..]
                    .chars()
                    .next()
                    .map_or(0, |found| found.len_utf8().max(letter.len_utf8().min(1)))
            }
            _ => start,
        };
        let base = span.range().start;
        Span::new(span.source(), base + start..base + end.max(start))
    }

    /// Where the text was written that is asked for as a whole: every text is, and to count all letters for it
    /// would take longer than to read them. With escapes only counting helps.
    fn whole(&self, written: &str, range: &Range<usize>) -> Option<Range<usize>> {
        let text = self.text.text.trim_end();
        if range.start != 0 || range.end != text.len() || text.starts_with(char::is_whitespace) {
            return None;
        }
        let quote = self.text.style.quote();
        let end = match quote {
            Some(quote) => {
                let inside = written.get(1..)?.strip_suffix(quote)?;
                if inside.contains('\\') || inside.contains(quote) {
                    return None;
                }
                1 + inside.trim_end().len()
            }
            None => written.trim_end().len(),
        };
        let start = quote.map_or(0, char::len_utf8);
        Some(end - written.get(start..end)?.trim_start().len()..end)
    }

    /// The offset in `written` of the character at `at` in the text.
    fn offset(&self, written: &str, at: usize) -> usize {
        let letters = self.letters.get_or_init(|| letters(self.text, written));
        let next = letters.partition_point(|(in_text, _)| *in_text < at);
        letters.get(next).map_or(written.trim_end().len(), |(_, in_file)| *in_file)
    }
}

/// The letters that are not white space, in the text and where it was written.
fn letters(text: &Text, written: &str) -> Vec<(usize, usize)> {
    let quote = text.style.quote();
    let base = quote.map_or(0, char::len_utf8);
    let mut rest = written[base..].char_indices().peekable();
    let in_file = std::iter::from_fn(|| {
        loop {
            let (found, letter) = rest.next()?;
            if letter.is_whitespace()
                || (quote == Some('"') && skip_white_escape(letter, &mut rest))
            {
                continue;
            }
            skip_rest_of_escape(quote, letter, &mut rest);
            return Some(base + found);
        }
    });
    let in_text = text.text.char_indices().filter(|(_, letter)| !letter.is_whitespace());
    in_text.map(|(at, _)| at).zip(in_file).collect()
}

/// `\n`, `\t` and a backslash at a line's end stand for white space.
fn skip_white_escape(letter: char, letters: &mut Peekable<CharIndices>) -> bool {
    let white = letter == '\\'
        && letters.peek().is_some_and(|(_, next)| matches!(next, 'n' | 't' | ' ' | '\n'));
    if white {
        letters.next();
    }
    white
}

/// `''` and `\x41` are several characters in the file and one in the text.
fn skip_rest_of_escape(quote: Option<char>, letter: char, letters: &mut Peekable<CharIndices>) {
    let more = match (quote, letter) {
        (Some('\''), '\'') => 1,
        (Some('"'), '\\') => match letters.peek() {
            Some((_, 'x')) => 3,
            Some((_, 'u')) => 5,
            Some((_, 'U')) => 9,
            _ => 1,
        },
        _ => 0,
    };
    for _ in 0..more {
        letters.next();
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use crate::source::Source;
    use crate::tree::{Value, parse_yaml};

    fn found(yaml: &str, wanted: &str) -> (usize, usize) {
        let source = Arc::new(Source::new("a.yaml", yaml));
        let node = parse_yaml(&source).value.expect("the text is YAML");
        let Value::Map(entries) = node.value else { panic!("a map is written") };
        let Value::Text(text) = &entries[0].1.value else { panic!("a text is written") };
        let at = text.text.find(wanted).expect("the word is in the text");
        let span = text.place(at..at + wanted.len());
        assert!(source.text()[span.range()].starts_with(&wanted[..1]), "{span:?}");
        span.line_and_column()
    }

    #[test]
    fn a_whole_text_is_found_without_counting_its_letters_where_counting_finds_it() {
        for written in
            ["one two", "|\n  one\n\n  two\n", ">2-\n  one\n  two", "'one two '", "\" one\""]
        {
            let source = Arc::new(Source::new("a.yaml", &format!("a: {written}\n")));
            let node = parse_yaml(&source).value.expect("the text is YAML");
            let Value::Map(entries) = node.value else { panic!("a map is written") };
            let Value::Text(text) = &entries[0].1.value else { panic!("a text is written") };
            let end = text.text.trim_end().len();
            let (first, last) = (text.place(0..1).range(), text.place(end - 1..end).range());
            let whole = text.place(0..end).range();
            assert_eq!(whole.end, last.end, "{written}");
            assert!(text.text.starts_with(' ') || whole.start == first.start, "{written}");
        }
    }

    #[test]
    fn a_word_is_found_however_it_was_written() {
        assert_eq!(found("a: one two\n", "two"), (1, 8));
        assert_eq!(found("a: |\n  one\n    two\n", "two"), (3, 5));
        assert_eq!(found("a: >\n  one\n  two\n\n  three\n", "three"), (5, 3));
        assert_eq!(found("a: 'it''s two'\n", "two"), (1, 11));
        assert_eq!(found("a: \"\\u00e9 \\n two\"\n", "two"), (1, 15));
        assert_eq!(found("a: one\n  é two\n", "two"), (2, 5));
        assert_eq!(found("a: |\n  > \"one\" two\n", "two"), (2, 11));
        assert_eq!(found("a: |\n  \"one\" 'n two\n", "two"), (2, 12));
    }
}
