//! Words as lines of a given width, drawn with the one font that an image has.

use std::collections::HashMap;
use std::sync::{Arc, LazyLock, PoisonError, RwLock};

use ab_glyph::{Font, FontRef, PxScale, ScaleFont};

use crate::font::{Weight, has, is_left_out};

use super::picture::{Ink, Picture};

/// The letters of all images.
pub(super) static LETTERS: LazyLock<Letters> = LazyLock::new(|| Letters {
    font: FontRef::try_from_slice(Weight::Bold.file()).expect("our own font can be read"),
    glyphs: RwLock::default(),
});

pub(super) struct Letters {
    font: FontRef<'static>,
    /// Letters that were drawn before, by their sizes. A book has the same few on every image.
    glyphs: RwLock<HashMap<(char, u32), Arc<Glyph>>>,
}

/// A letter as it is drawn at one size.
struct Glyph {
    /// Where its box begins, from the left end of its line and from the base of its letters.
    corner: (i64, i64),
    width: usize,
    /// How much of each pixel is covered, row by row.
    cover: Vec<u8>,
}

/// How far lines are apart, as a part of their size.
pub(super) const LEADING: f32 = 1.12;

/// A line that fits the width it was made for.
pub(super) struct Line {
    text: String,
    pub size: f32,
}

impl Line {
    /// Ends the line in an ellipsis in place of its last word.
    pub(super) fn trail_off(&mut self) {
        let end = self.text.rfind(' ').unwrap_or(self.text.len());
        self.text.replace_range(end.., "…");
    }
}

impl Letters {
    /// Breaks a text between words. One of which a letter cannot be drawn has no lines: half a word is none.
    pub(super) fn lines(&self, text: &str, size: f32, width: f32) -> Vec<Line> {
        if undrawn(text).is_some() {
            return Vec::new();
        }
        let known: String =
            text.chars().filter(|letter| letter.is_whitespace() || has(*letter)).collect();
        let mut lines: Vec<String> = Vec::new();
        for word in known.split_whitespace() {
            match lines.last_mut() {
                Some(line) if self.width(&format!("{line} {word}"), size) <= width => {
                    line.push(' ');
                    line.push_str(word);
                }
                _ => lines.push(word.to_owned()),
            }
        }
        lines.into_iter().map(|text| Line { text, size }).collect()
    }

    /// Draws a line whose top left corner is `at`.
    pub(super) fn draw(&self, picture: &mut Picture, line: &Line, at: (f32, f32), ink: Ink) {
        let font = self.font.as_scaled(PxScale::from(line.size));
        let base = pixel(at.1 + font.ascent());
        let mut x = at.0;
        for letter in line.text.chars() {
            let glyph = self.glyph(letter, line.size);
            let mut corner = (pixel(x) + glyph.corner.0, base + glyph.corner.1);
            for row in glyph.cover.chunks(glyph.width) {
                picture.dots(corner, row, ink);
                corner.1 += 1;
            }
            x += font.h_advance(self.font.glyph_id(letter)) + tracking(line.size);
        }
    }

    fn glyph(&self, letter: char, size: f32) -> Arc<Glyph> {
        let key = (letter, size.to_bits());
        let glyphs = self.glyphs.read().unwrap_or_else(PoisonError::into_inner);
        if let Some(glyph) = glyphs.get(&key) {
            return Arc::clone(glyph);
        }
        drop(glyphs);
        let glyph = Arc::new(self.outlined(letter, size));
        let mut glyphs = self.glyphs.write().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(glyphs.entry(key).or_insert(glyph))
    }

    fn outlined(&self, letter: char, size: f32) -> Glyph {
        let glyph = self.font.glyph_id(letter).with_scale(size);
        let Some(outline) = self.font.outline_glyph(glyph) else {
            return Glyph { corner: (0, 0), width: 1, cover: Vec::new() };
        };
        let corner = outline.px_bounds().min;
        let (mut width, mut cover) = (1, Vec::new());
        outline.draw(|column, _, covered| {
            width = width.max(column as usize + 1);
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "0 to 255"
            )]
            cover.push((covered.clamp(0.0, 1.0) * 255.0 + 0.5) as u8);
        });
        Glyph { corner: (pixel(corner.x), pixel(corner.y)), width, cover }
    }

    fn width(&self, text: &str, size: f32) -> f32 {
        let font = self.font.as_scaled(PxScale::from(size));
        text.chars().map(|letter| font.h_advance(self.font.glyph_id(letter)) + tracking(size)).sum()
    }
}

/// The first letter of a text that no image has.
#[must_use]
pub fn undrawn(text: &str) -> Option<char> {
    let is_drawn = |letter: char| {
        letter.is_whitespace() || has(letter) || is_left_out(letter) || !letter.is_alphanumeric()
    };
    text.chars().find(|letter| !is_drawn(*letter))
}

/// The pixel nearest to a place.
#[expect(clippy::cast_possible_truncation, reason = "an image has 1,200 pixels")]
fn pixel(place: f32) -> i64 {
    place.round() as i64
}

/// Large letters stand a little closer, in pixels.
fn tracking(size: f32) -> f32 {
    -0.02 * size
}
