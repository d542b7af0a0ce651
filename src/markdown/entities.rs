//! Letters that HTML writes in another way: the one table of them.

use std::borrow::Cow;

/// What stands for a letter, and the letter. Twohats writes the first four; the others come from raw HTML.
const ENTITIES: [(&str, char); 7] = [
    ("&amp;", '&'),
    ("&quot;", '"'),
    ("&lt;", '<'),
    ("&gt;", '>'),
    ("&#39;", '\''),
    ("&#x27;", '\''),
    ("&nbsp;", '\u{a0}'),
];

/// A text as it stands in HTML, also in an attribute.
#[must_use]
pub fn escape(text: &str) -> String {
    let written = ENTITIES[..4].iter();
    written.fold(text.to_owned(), |text, (entity, letter)| text.replace(*letter, entity))
}

/// A text as it stands in XML, in an attribute too: on one line, and without the letters that XML 1.0 cannot hold.
#[must_use]
pub fn escape_xml(text: &str) -> String {
    let fits = |letter: &char| !letter.is_control() && !matches!(letter, '\u{fffe}' | '\u{ffff}');
    let letters = text.chars().map(|letter| if letter == '\n' { ' ' } else { letter });
    escape(&letters.filter(fits).collect::<String>())
}

/// The text that stands so in HTML.
#[expect(clippy::needless_bitwise_bool, reason = "a branch would look at one byte at a time")]
pub(super) fn unescape(html: &str) -> Cow<'_, str> {
    // Nearly every text has none: so all bytes are looked at, many at a time.
    if !html.bytes().fold(false, |found, byte| found | (byte == b'&')) {
        return Cow::Borrowed(html);
    }
    let first = html.find('&').unwrap_or(html.len());
    let mut text = String::with_capacity(html.len());
    text.push_str(&html[..first]);
    for part in html[first + 1..].split('&') {
        let known = ENTITIES.iter().find_map(|(entity, letter)| {
            Some((letter, part.strip_prefix(entity.strip_prefix('&')?)?))
        });
        let (letter, rest) = known.unwrap_or((&'&', part));
        text.push(*letter);
        text.push_str(rest);
    }
    Cow::Owned(text)
}

#[cfg(test)]
mod tests {
    use super::{escape, escape_xml, unescape};

    #[test]
    fn what_is_written_in_another_way_is_read_back() {
        for text in ["", "plain", "a & b", "&amp; <i x=\"'\">", "&", "&&lt", "é & 会"] {
            assert_eq!(unescape(&escape(text)), text);
        }
        assert_eq!(unescape("&#39;&#x27;&nbsp;&unknown;&"), "''\u{a0}&unknown;&");
    }

    #[test]
    fn what_xml_cannot_hold_is_left_out() {
        assert_eq!(escape_xml("a\u{8}b & c\nd\u{fffe}"), "ab &amp; c d");
    }
}
