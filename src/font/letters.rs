//! Which letters the font has, how wide they are, and what no font need have.

use skrifa::GlyphId;

use super::weight::Weight;

/// Whether a letter can be drawn in every weight.
pub(crate) fn has(letter: char) -> bool {
    [Weight::Regular, Weight::Bold]
        .iter()
        .all(|weight| weight.face().letter(letter).glyph.is_some())
}

/// How wide a letter is, in thousandths of its size.
pub(crate) fn width(letter: char, weight: Weight) -> f32 {
    advance(letter, weight) * 1000.0 / f32::from(weight.face().metrics.units_per_em)
}

/// How wide a letter is, in units of the font.
pub(super) fn advance(letter: char, weight: Weight) -> f32 {
    weight.face().letter(letter).advance
}

/// The number of a letter in its font, or of what stands for one that it has not.
pub(super) fn glyph(letter: char, weight: Weight) -> GlyphId {
    weight.face().letter(letter).glyph.unwrap_or_default()
}

/// What has no shape of its own, and pictures: a text without them says the same.
pub(crate) fn is_left_out(letter: char) -> bool {
    letter.is_control()
        || matches!(letter, '\u{ad}' | '\u{300}'..='\u{36f}' | '\u{200b}'..='\u{200f}')
        || matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{20d0}'..='\u{20ff}')
        || matches!(letter, '\u{2600}'..='\u{27bf}' | '\u{2b00}'..='\u{2bff}' | '\u{e000}'..='\u{f8ff}')
        || matches!(letter, '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{1f000}'..='\u{1faff}')
        || letter >= '\u{e0000}'
}

#[cfg(test)]
mod tests {
    use super::{Weight, has, width};

    #[test]
    fn the_letters_of_europe_are_there_in_both_weights() {
        assert!("AzÄßŁąőșțẞĆžΨυχήΏЩукаЖїґѓЌќΩ№".chars().all(has));
        assert!((' '..='~').all(has));
        assert!(!"日אم".chars().any(has));
        assert!(width('i', Weight::Regular) < width('W', Weight::Bold));
    }
}
