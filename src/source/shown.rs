//! Signs that do something to a terminal or to the order of a line instead of being seen: wherever a text is shown, they are
//! shown in letters. It must not know where that is.

use std::borrow::Cow;
use std::fmt::Write;

/// Whether a sign is an order to what shows it. The end of a line and a tab are left to be that.
fn is_order(sign: char) -> bool {
    match sign {
        '\n' | '\t' => false,
        '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {
            true
        }
        _ => sign.is_control(),
    }
}

/// A text with every order in letters: `<U+001B>`.
#[must_use]
pub fn shown(text: &str) -> Cow<'_, str> {
    each(text, |written, sign| {
        let _ = write!(written, "<U+{:04X}>", u32::from(sign));
    })
}

/// JSON with every order as JSON writes it: they stand in its texts alone.
#[must_use]
pub(crate) fn shown_in_json(json: &str) -> Cow<'_, str> {
    each(json, |written, sign| {
        let _ = write!(written, "\\u{:04x}", u32::from(sign));
    })
}

/// A text in which every order of more than a byte is another sign of as many, so that all places in it stay. What shows
/// lines of sources knows those of one byte.
#[must_use]
pub(crate) fn in_place(text: &str) -> Cow<'_, str> {
    each(text, |written, sign| {
        written.push(match sign.len_utf8() {
            1 => sign,
            2 => '¤',
            _ => '\u{fffd}',
        });
    })
}

fn each(text: &str, mut write: impl FnMut(&mut String, char)) -> Cow<'_, str> {
    if !text.contains(is_order) {
        return Cow::Borrowed(text);
    }
    let mut written = String::with_capacity(text.len() + 16);
    for sign in text.chars() {
        if is_order(sign) { write(&mut written, sign) } else { written.push(sign) }
    }
    Cow::Owned(written)
}

#[cfg(test)]
mod tests {
    use super::{in_place, shown, shown_in_json};

    #[test]
    fn an_order_is_shown_in_letters_and_all_else_as_it_is() {
        assert_eq!(
            shown("a\u{1b}[31mb\u{9b}c\u{7f}\u{202e}d"),
            "a<U+001B>[31mb<U+009B>c<U+007F><U+202E>d"
        );
        assert_eq!(shown_in_json("\"a\u{7f}\""), "\"a\\u007f\"");
        for text in ["", "é – 语\n\tפעם", "a\u{301}"] {
            assert_eq!(shown(text), text);
        }
        let odd = "\u{7}a\u{9b}b\u{2028}c";
        assert_eq!(in_place(odd), "\u{7}a¤b\u{fffd}c");
        assert_eq!(in_place(odd).len(), odd.len());
    }
}
