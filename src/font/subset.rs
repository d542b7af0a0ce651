//! The letters of a file, taken out of the font.

use std::collections::BTreeMap;

use subsetter::{GlyphRemapper, subset};

use super::letters::{glyph, width};
use super::weight::Weight;

/// A font with no more letters than were asked for.
pub(crate) struct Subset {
    weight: Weight,
    glyphs: GlyphRemapper,
    /// The letters by their numbers in it.
    letters: BTreeMap<u16, char>,
}

impl Subset {
    /// One without letters.
    pub(crate) fn new(weight: Weight) -> Self {
        Self { weight, glyphs: GlyphRemapper::new(), letters: BTreeMap::new() }
    }

    /// The number of a letter, which is from now on in it.
    pub(crate) fn number(&mut self, letter: char) -> u16 {
        let glyph = u16::try_from(glyph(letter, self.weight).to_u32());
        let number = self.glyphs.remap(glyph.expect("a TrueType font has fewer letters"));
        // Two letters may look the same; the first says what is copied.
        self.letters.entry(number).or_insert(letter);
        number
    }

    /// Its letters by their numbers, each with its width in thousandths of its size.
    pub(crate) fn letters(&self) -> impl Iterator<Item = (u16, char, f32)> {
        self.letters.iter().map(|(number, letter)| (*number, *letter, width(*letter, self.weight)))
    }

    /// The font file.
    pub(crate) fn file(&self) -> Vec<u8> {
        subset(self.weight.file(), 0, &self.glyphs).expect("our own font can be cut")
    }
}
