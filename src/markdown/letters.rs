//! One way to write a letter: "ü" can be one sign, or "u" with two dots behind it, and nobody sees the difference.
//! It must not know what the words are for.

use std::borrow::Cow;

use unicode_normalization::char::is_combining_mark;
use unicode_normalization::{UnicodeNormalization, is_nfc};

/// The same text with every letter as one sign where there is one, as keyboards write it. Whatever is compared or
/// becomes an address is written so.
///
/// ```
/// assert_eq!(twohats::markdown::composed("u\u{308}bergabe"), "übergabe");
/// ```
#[must_use]
pub fn composed(text: &str) -> Cow<'_, str> {
    // Most texts are plain, and every name and link is asked about.
    if text.is_ascii() || is_nfc(text) {
        text.into()
    } else {
        text.nfc().collect::<String>().into()
    }
}

/// Whether a sign belongs to the letter before it: a vowel or an accent, but no frame round a digit and no choice of a
/// picture.
#[must_use]
pub fn is_mark(sign: char) -> bool {
    is_combining_mark(sign) && !matches!(sign, '\u{20d0}'..='\u{20ff}' | '\u{fe00}'..='\u{fe0f}')
}

/// Whether a sign is not seen and only says how its neighbours are drawn.
pub(super) fn is_joiner(sign: char) -> bool {
    matches!(
        sign,
        '\u{ad}' | '\u{34f}' | '\u{200c}' | '\u{200d}' | '\u{2060}' | '\u{fe00}'..='\u{fe0f}'
    )
}
