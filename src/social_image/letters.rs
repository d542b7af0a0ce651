//! Words as lines of a given width, drawn with the one font that an image has.

use std::collections::HashMap;
use std::sync::{Arc, LazyLock, PoisonError, RwLock};

use crate::font::{Scaled, Weight, has, is_left_out};

use super::picture::{Ink, Picture, Row};

/// The letters of all images.
pub(super) static LETTERS: LazyLock<Letters> = LazyLock::new(Letters::default);

#[derive(Default)]
pub(super) struct Letters {
    /// Letters that were drawn before, by their sizes and colours. A book has the same few on every image.
    drawn: RwLock<HashMap<(char, u32, Ink), Arc<Drawn>>>,
}

/// A letter of a size and a colour.
struct Drawn {
    /// Where its box begins, from the left end of the letter and from the base of its line, down.
    corner: (i64, i64),
    /// Its rows, where its box begins in an even column of the picture and where it begins in an odd one.
    rows: [Vec<Row>; 2],
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
    // Each line as far as it goes, with how long it is.
    let mut lines: Vec<(String, f32)> = Vec::new();
    for word in known.split_whitespace() {
        let behind = lines.last().map(|(_, before)| further(*before, &[" ", word], size));
        match (lines.last_mut(), behind) {
            (Some((line, length)), Some(behind)) if behind <= width => {
                line.extend([" ", word]);
                *length = behind;
            }
            _ => lines.push((word.to_owned(), further(0.0, &[word], size))),
        }
    }
    lines.into_iter().map(|(text, _)| Line { text, size }).collect()
}

impl Letters {
    /// Draws a line whose top left corner is `at`.
    pub(super) fn draw(&self, picture: &mut Picture, line: &Line, at: (f32, f32), ink: Ink) {
        let font = scaled(line.size);
        let base = pixel(at.1 + font.ascent());
        let mut x = at.0;
        for letter in line.text.chars() {
            let drawn = self.drawn(letter, line.size, ink);
            let (left, top) = (pixel(x) + drawn.corner.0, base + drawn.corner.1);
            for (line, row) in (top..).zip(&drawn.rows[usize::from(left % 2 != 0)]) {
                picture.draw((left, line), row);
            }
            x += font.advance(letter) + tracking(line.size);
        }
    }

    fn drawn(&self, letter: char, size: f32, ink: Ink) -> Arc<Drawn> {
        let key = (letter, size.to_bits(), ink);
        let drawn = self.drawn.read().unwrap_or_else(PoisonError::into_inner);
        if let Some(letter) = drawn.get(&key) {
            return Arc::clone(letter);
        }
        drop(drawn);
        let letter = scaled(size).draw(letter);
        let corner = (pixel(letter.corner.0), pixel(letter.corner.1));
        // Of a space there are no rows.
        let rows = |shift| {
            let rows = letter.cover.chunks(letter.width.max(1));
            rows.map(|row| Row::new(row, shift, ink)).collect()
        };
        let letter = Arc::new(Drawn { corner, rows: [rows(0), rows(1)] });
        let mut drawn = self.drawn.write().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(drawn.entry(key).or_insert(letter))
    }
}

/// What all images are drawn with.
fn scaled(size: f32) -> Scaled {
    Scaled::new(Weight::Bold, size)
}

/// How long a line is when texts come behind what was so long before.
fn further(before: f32, texts: &[&str], size: f32) -> f32 {
    let font = scaled(size);
    let letters = texts.iter().flat_map(|text| text.chars());
    letters.fold(before, |length, letter| length + (font.advance(letter) + tracking(size)))
}

/// The first letter of a text that no image has.
#[must_use]
pub fn undrawn(text: &str) -> Option<char> {
    // Of every title of a book this is asked with each save, and the font has all of ASCII.
    let is_drawn = |letter: char| {
        letter.is_ascii()
            || letter.is_whitespace()
            || has(letter)
            || is_left_out(letter)
            || !letter.is_alphanumeric()
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
