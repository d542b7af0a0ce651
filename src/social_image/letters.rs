//! Words as lines of a given width, drawn with the one font that an image has.

use std::collections::HashMap;
use std::sync::{Arc, LazyLock, PoisonError, RwLock};

use crate::font::{Drawn, Scaled, Weight, has, is_left_out};

use super::picture::{Ink, Picture};

/// The letters of all images.
pub(super) static LETTERS: LazyLock<Letters> = LazyLock::new(Letters::default);

#[derive(Default)]
pub(super) struct Letters {
    /// Letters that were drawn before, by their sizes. A book has the same few on every image.
    drawn: RwLock<HashMap<(char, u32), Arc<Drawn>>>,
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

/// Breaks a text between words. One of which a letter cannot be drawn has no lines: half a word is none.
pub(super) fn lines(text: &str, size: f32, width: f32) -> Vec<Line> {
    if undrawn(text).is_some() {
        return Vec::new();
    }
    let known: String =
        text.chars().filter(|letter| letter.is_whitespace() || has(*letter)).collect();
    let mut lines: Vec<String> = Vec::new();
    for word in known.split_whitespace() {
        match lines.last_mut() {
            Some(line) if length(&format!("{line} {word}"), size) <= width => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines.into_iter().map(|text| Line { text, size }).collect()
}

impl Letters {
    /// Draws a line whose top left corner is `at`.
    pub(super) fn draw(&self, picture: &mut Picture, line: &Line, at: (f32, f32), ink: Ink) {
        let font = scaled(line.size);
        let base = pixel(at.1 + font.ascent());
        let mut x = at.0;
        for letter in line.text.chars() {
            let drawn = self.drawn(letter, line.size);
            let corner = drawn.corner;
            let mut corner = (pixel(x) + pixel(corner.0), base + pixel(corner.1));
            // Of a space there are no rows.
            for row in drawn.cover.chunks(drawn.width.max(1)) {
                picture.dots(corner, row, ink);
                corner.1 += 1;
            }
            x += font.advance(letter) + tracking(line.size);
        }
    }

    fn drawn(&self, letter: char, size: f32) -> Arc<Drawn> {
        let key = (letter, size.to_bits());
        let drawn = self.drawn.read().unwrap_or_else(PoisonError::into_inner);
        if let Some(letter) = drawn.get(&key) {
            return Arc::clone(letter);
        }
        drop(drawn);
        let letter = Arc::new(scaled(size).draw(letter));
        let mut drawn = self.drawn.write().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(drawn.entry(key).or_insert(letter))
    }
}

/// What all images are drawn with.
fn scaled(size: f32) -> Scaled {
    Scaled::new(Weight::Bold, size)
}

/// How long a text is when it stands in one line.
fn length(text: &str, size: f32) -> f32 {
    let font = scaled(size);
    text.chars().map(|letter| font.advance(letter) + tracking(size)).sum()
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
