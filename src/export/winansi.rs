//! Texts in WinAnsi, the letters that the built-in fonts of PDF have: those of western Europe.
//!
//! What is not among them is written with letters that are: Polish and its neighbours lose their marks,
//! Cyrillic and Greek are transliterated, arrows and signs are spelt. Emoji and invisible characters are
//! left out, and a letter of any other script becomes `?`. Tooltips keep the words as they were typed.

use unicode_normalization::char::compose;

/// A text in WinAnsi. Never fails; line ends and tabs are spaces.
pub(super) fn encode(text: &str) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(text.len());
    // The letter before, while a mark could still be put on it.
    let mut base = None;
    for letter in text.chars() {
        // A letter and a mark that was typed after it are one letter.
        let whole = base.take().and_then(|base| compose(base, letter));
        if let Some(byte) = whole.and_then(code) {
            bytes.pop();
            bytes.push(byte);
            continue;
        }
        match code(letter) {
            Some(byte) => {
                bytes.push(byte);
                base = letter.is_ascii_alphabetic().then_some(letter);
            }
            None => spell(letter, &mut bytes),
        }
    }
    bytes
}

/// What 0x80 to 0x9F are; the blanks are not used.
const SPECIAL: &str = "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ";

fn code(letter: char) -> Option<u8> {
    match letter {
        '\t' | '\n' | '\r' => Some(b' '),
        ' '..='~' | '\u{a0}'..='\u{ac}' | '\u{ae}'..='ÿ' => u8::try_from(u32::from(letter)).ok(),
        _ => {
            let at = SPECIAL.chars().position(|special| special == letter)?;
            u8::try_from(at).ok()?.checked_add(0x80)
        }
    }
}

/// From U+0100 to U+017F, without their marks.
const LATIN: &str = concat!(
    "AaAaAaCcCcCcCcDdDdEeEeEeEeEeGgGgGgGgHhHhIiIiIiIiIiIiJjKkkLlLlLlL",
    "lLlNnNnNnnNnOoOoOoOoRrRrRrSsSsSsSsTtTtTtUuUuUuUuUuUuWwYyYZzZzZzs",
);

/// The Russian alphabet from `а`, and the Greek one from `α`.
const CYRILLIC: [&str; 32] = [
    "a", "b", "v", "g", "d", "e", "zh", "z", "i", "y", "k", "l", "m", "n", "o", "p", "r", "s", "t",
    "u", "f", "kh", "ts", "ch", "sh", "shch", "", "y", "", "e", "yu", "ya",
];
const GREEK: [&str; 25] = [
    "a", "v", "g", "d", "e", "z", "i", "th", "i", "k", "l", "m", "n", "x", "o", "p", "r", "s", "s",
    "t", "y", "f", "ch", "ps", "o",
];

fn spell(letter: char, bytes: &mut Vec<u8>) {
    let number = u32::from(letter);
    let words = match letter {
        '\u{100}'..='\u{17f}' => return bytes.extend(at(LATIN.as_bytes(), number - 0x100)),
        'а'..='я' | 'α'..='ω' => alphabet(letter),
        'А'..='Я' | 'Α'..='Ω' => {
            let small = letter.to_lowercase().next().map_or("", alphabet);
            let mut letters = small.bytes();
            bytes.extend(letters.next().map(|first| first.to_ascii_uppercase()));
            return bytes.extend(letters);
        }
        'ё' | 'є' => "ye",
        'Ё' | 'Є' => "Ye",
        'і' | 'ί' | 'ή' | 'ϊ' => "i",
        'І' | 'Ί' | 'Ή' => "I",
        'ї' => "yi",
        'Ї' => "Yi",
        'ґ' => "g",
        'Ґ' => "G",
        'ά' => "a",
        'έ' => "e",
        'ό' | 'ώ' => "o",
        'ύ' | 'ϋ' => "y",
        'Ș' => "S",
        'ș' => "s",
        'Ț' => "T",
        'ț' => "t",
        'ẞ' => "SS",
        '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}' | '\u{2028}' => " ",
        '‐' | '‑' | '‒' | '−' => "-",
        '―' => return bytes.extend(code('—')),
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
        '₀'..='₉' => return bytes.extend(at(b"0123456789", number - 0x2080)),
        '⁰'..='⁹' => return bytes.extend(at(b"0123456789", number - 0x2070)),
        _ if is_left_out(letter) => "",
        _ => "?",
    };
    bytes.extend_from_slice(words.as_bytes());
}

fn at(row: &[u8], number: u32) -> Option<u8> {
    row.get(usize::try_from(number).ok()?).copied()
}

fn alphabet(small: char) -> &'static str {
    let (first, row): (u32, &[&'static str]) =
        if small >= 'а' { (0x430, &CYRILLIC) } else { (0x3b1, &GREEK) };
    let place = usize::try_from(u32::from(small).saturating_sub(first)).unwrap_or_default();
    row.get(place).copied().unwrap_or("?")
}

/// What has no shape of its own, and pictures.
fn is_left_out(letter: char) -> bool {
    letter.is_control()
        || matches!(letter, '\u{ad}' | '\u{300}'..='\u{36f}' | '\u{200b}'..='\u{200f}')
        || matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{20d0}'..='\u{20ff}')
        || matches!(letter, '\u{2600}'..='\u{27bf}' | '\u{2b00}'..='\u{2bff}' | '\u{e000}'..='\u{f8ff}')
        || matches!(letter, '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{1f000}'..='\u{1faff}')
        || letter >= '\u{e0000}'
}

#[cfg(test)]
mod tests {
    use super::encode;

    #[test]
    fn western_letters_keep_their_marks_however_they_are_typed() {
        assert_eq!(encode("Ä€ß…"), [0xc4, 0x80, 0xdf, 0x85]);
        assert_eq!(encode("e\u{301}"), [0xe9]);
        assert_eq!(encode("a\tb\nc"), b"a b c");
    }

    #[test]
    fn other_letters_are_spelt_left_out_or_questioned_and_nothing_fails() {
        assert_eq!(encode("Łódź, Ștefan"), b"L\xf3dz, Stefan");
        assert_eq!(encode("Щука Ψυχή"), b"Shchuka Psychi");
        assert_eq!(encode("a → b ≥ c"), b"a -> b >= c");
        assert_eq!(encode("Done 🎉👍🏽"), b"Done ");
        assert_eq!(encode("日本"), b"??");
        assert_eq!(encode("שלום"), b"????");
        assert_eq!(encode("\u{202e}\u{0}\u{7f}"), b"");
        for number in 0..0x0011_0000 {
            char::from_u32(number).map(|letter| encode(&letter.to_string()));
        }
    }
}
