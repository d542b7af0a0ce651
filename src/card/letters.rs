//! Words as lines of a given width, drawn with the one font that a card has.

use ab_glyph::{Font, FontRef, PxScale, ScaleFont, point};

use super::picture::{Ink, Picture};

/// Inter Bold with Latin, Greek and Cyrillic letters; its licence lies beside it.
const FONT: &[u8] = include_bytes!("inter-bold.ttf");

pub struct Letters {
    font: FontRef<'static>,
}

/// How far lines are apart, as a part of their size.
pub const LEADING: f32 = 1.12;

/// A line that fits the width it was made for.
pub struct Line {
    text: String,
    pub size: f32,
}

impl Line {
    /// Ends the line in an ellipsis in place of its last word.
    pub fn trail_off(&mut self) {
        let end = self.text.rfind(' ').unwrap_or(self.text.len());
        self.text.replace_range(end.., "…");
    }
}

impl Letters {
    pub fn new() -> Self {
        Self { font: FontRef::try_from_slice(FONT).expect("our own font can be read") }
    }

    /// Breaks a text between words. Letters that the font lacks are left out.
    pub fn lines(&self, text: &str, size: f32, width: f32) -> Vec<Line> {
        let known: String = text
            .chars()
            .filter(|letter| letter.is_whitespace() || self.font.glyph_id(*letter).0 != 0)
            .collect();
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
    pub fn draw(&self, picture: &mut Picture, line: &Line, at: (f32, f32), ink: Ink) {
        let font = self.font.as_scaled(PxScale::from(line.size));
        let mut x = at.0;
        for letter in line.text.chars() {
            let id = self.font.glyph_id(letter);
            let place = point(x, at.1 + font.ascent());
            x += font.h_advance(id) + tracking(line.size);
            let glyph = id.with_scale_and_position(line.size, place);
            let Some(outline) = self.font.outline_glyph(glyph) else { continue };
            let corner = outline.px_bounds().min;
            #[expect(clippy::cast_possible_truncation, reason = "a card has 1,200 pixels")]
            let (left, top) = (corner.x as i64, corner.y as i64);
            outline.draw(|column, row, cover| {
                picture.dot((left + i64::from(column), top + i64::from(row)), cover, ink);
            });
        }
    }

    fn width(&self, text: &str, size: f32) -> f32 {
        let font = self.font.as_scaled(PxScale::from(size));
        text.chars().map(|letter| font.h_advance(self.font.glyph_id(letter)) + tracking(size)).sum()
    }
}

/// Large letters stand a little closer, in pixels.
fn tracking(size: f32) -> f32 {
    -0.02 * size
}
