//! Places as editors count them: lines from 0, and units of UTF-16 or bytes within a line. It must not know documents.

use std::ops::Range;

use serde_json::{Value, json};

use crate::source::Source;

/// In what an editor counts within a line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Encoding {
    #[default]
    Utf16,
    Utf8,
}

impl Encoding {
    /// The name that the protocol has for it.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Utf16 => "utf-16",
            Self::Utf8 => "utf-8",
        }
    }

    /// How long a text is.
    pub(super) fn length(self, text: &str) -> usize {
        match self {
            Self::Utf16 => text.encode_utf16().count(),
            Self::Utf8 => text.len(),
        }
    }

    /// Where a place of the protocol is in a text, in bytes. A place outside is taken for the nearest one inside.
    pub(super) fn offset(self, text: &str, place: &Value) -> usize {
        self.around(text, place).start
    }

    /// The letter that a place of the protocol cuts in two, and else that place alone. Only a pair of UTF-16 can be cut so that
    /// something stays of it.
    pub(super) fn around(self, text: &str, place: &Value) -> Range<usize> {
        let number = |name: &str| {
            let number = place[name].as_u64().unwrap_or_default();
            usize::try_from(number).unwrap_or(usize::MAX)
        };
        let Some(start) = line_start(text, number("line")) else { return text.len()..text.len() };
        let end = text[start..].find(['\n', '\r']).map_or(text.len(), |at| start + at);
        let within = self.bytes(&text[start..end], number("character"));
        start + within.start..start + within.end
    }

    /// How many bytes of a line come before so many units: up to the letter that they end in, and with it.
    fn bytes(self, line: &str, units: usize) -> Range<usize> {
        let mut left = units;
        for (at, letter) in line.char_indices() {
            let long = match self {
                Self::Utf16 => letter.len_utf16(),
                Self::Utf8 => letter.len_utf8(),
            };
            if left < long {
                let is_cut = left > 0 && self == Self::Utf16;
                return at..if is_cut { at + letter.len_utf8() } else { at };
            }
            left -= long;
        }
        line.len()..line.len()
    }

    /// The place of a byte of a source.
    pub(super) fn place(self, source: &Source, offset: usize) -> Value {
        let text = source.text();
        let offset = text.floor_char_boundary(offset.min(text.len()));
        let (line, _) = source.line_and_column(offset);
        let start = text[..offset].rfind('\n').map_or(0, |at| at + 1);
        json!({"line": line - 1, "character": self.length(&text[start..offset])})
    }

    /// The range of some bytes of a source.
    pub(super) fn range(self, source: &Source, range: Range<usize>) -> Value {
        json!({"start": self.place(source, range.start), "end": self.place(source, range.end)})
    }
}

/// Where a line begins, from 0, whichever way lines end.
fn line_start(text: &str, line: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut at = 0;
    for _ in 0..line {
        let end = at + text[at..].find(['\n', '\r'])?;
        at = end + if bytes[end..].starts_with(b"\r\n") { 2 } else { 1 };
    }
    Some(at)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::Encoding;
    use crate::source::Source;

    #[test]
    fn units_of_both_kinds_lead_to_the_letter_that_is_meant() {
        let text = "a😀é\r\nb\rc";
        for (encoding, units) in [(Encoding::Utf16, [3, 4]), (Encoding::Utf8, [5, 7])] {
            let at = |line: u64, character: u64| {
                encoding.offset(text, &json!({"line": line, "character": character}))
            };
            assert_eq!(at(0, units[0]), 5);
            assert_eq!(at(0, units[1]), 7);
            assert_eq!(at(0, 99), 7, "the end of the line");
            assert_eq!((at(1, 0), at(2, 1)), (9, 12));
            assert_eq!((at(9, 0), at(u64::MAX, u64::MAX)), (12, 12), "the end of the text");
            assert_eq!(at(0, 2), 1, "the middle of a letter is its start");
            let source = Source::new("a", text);
            let place = encoding.place(&source, 5);
            assert_eq!(place, json!({"line": 0, "character": units[0]}));
        }
    }
}
