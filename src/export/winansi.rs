//! The letters that a text is set in, and WinAnsi, the letters that the built-in fonts of PDF have: those of western
//! Europe.
//!
//! Arrows and signs that hardly any font has are spelt. Emoji and invisible characters are left out. Every other letter
//! stays what it is, whether or not there is a font for it. Tooltips keep the words as they were typed.

use unicode_normalization::char::compose;

use crate::font::{has, is_left_out};

/// A text as it is set. Never fails; line ends and tabs are spaces.
pub(super) fn set(text: &str) -> String {
    let mut set = String::with_capacity(text.len());
    // The letter before, while a mark could still be put on it.
    let mut base = None;
    for letter in text.chars() {
        // A letter and a mark that was typed after it are one letter.
        let whole = base.take().and_then(|base| compose(base, letter));
        if let Some(whole) = whole.filter(|whole| can_set(*whole)) {
            set.pop();
            set.push(whole);
            continue;
        }
        match letter {
            '\t' | '\n' | '\r' => set.push(' '),
            _ if code(letter).is_some() => set.push(letter),
            _ => spell(letter, &mut set),
        }
        base = letter.is_alphabetic().then_some(letter);
    }
    set
}

/// Whether there is a font for a letter.
pub(super) fn can_set(letter: char) -> bool {
    code(letter).is_some() || has(letter)
}

/// A text that is set, in WinAnsi; other letters are not in it.
pub(super) fn encode(text: &str) -> Vec<u8> {
    text.chars().filter_map(code).collect()
}

/// What 0x80 to 0x9F are; the blanks are not used.
const SPECIAL: &str = "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ";

/// The number of a letter.
pub(super) fn code(letter: char) -> Option<u8> {
    match letter {
        '\t' | '\n' | '\r' => Some(b' '),
        ' '..='~' | '\u{a0}'..='\u{ac}' | '\u{ae}'..='ÿ' => u8::try_from(u32::from(letter)).ok(),
        _ => {
            let at = SPECIAL.chars().position(|special| special == letter)?;
            u8::try_from(at).ok()?.checked_add(0x80)
        }
    }
}

/// Writes a letter that is not in WinAnsi.
fn spell(letter: char, set: &mut String) {
    let number = u32::from(letter);
    let words = match letter {
        '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}' | '\u{2028}' => " ",
        '‐' | '‑' | '‒' | '−' => "-",
        '―' => "—",
        '′' => "'",
        '″' => "\"",
        '⁄' | '∕' => "/",
        '→' => "->",
        '←' => "<-",
        '↔' => "<->",
        '⇒' => "=>",
        '≤' => "<=",
        '≥' => ">=",
        '≠' => "!=",
        '≈' => "~",
        '№' => "No.",
        '☐' => "[ ]",
        '☑' | '☒' => "[x]",
        '₀'..='₉' => return set.extend(char::from_digit(number - 0x2080, 10)),
        '⁰'..='⁹' => return set.extend(char::from_digit(number - 0x2070, 10)),
        _ if is_left_out(letter) => "",
        _ => return set.push(letter),
    };
    set.push_str(words);
}

#[cfg(test)]
mod tests {
    use super::{encode, set};

    #[test]
    fn western_letters_keep_their_marks_however_they_are_typed() {
        assert_eq!(encode(&set("Ä€ß…")), [0xc4, 0x80, 0xdf, 0x85]);
        assert_eq!(encode(&set("e\u{301}")), [0xe9]);
        assert_eq!(set("a\tb\nc"), "a b c");
    }

    #[test]
    fn letters_stay_signs_are_spelt_pictures_are_left_out_and_nothing_fails() {
        assert_eq!(set("Łódź, Ștefan"), "Łódź, Ștefan");
        assert_eq!(set("и\u{306} Щука Ψυχή"), "й Щука Ψυχή");
        assert_eq!(set("a → b ≥ c₂"), "a -> b >= c2");
        assert_eq!(set("Done 🎉👍🏽"), "Done ");
        assert_eq!(set("日本 שלום"), "日本 שלום");
        assert_eq!(set("\u{202e}\u{0}\u{7f}"), "");
        for number in 0..0x0011_0000 {
            char::from_u32(number).map(|letter| encode(&set(&letter.to_string())));
        }
    }
}
