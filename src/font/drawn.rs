//! Letters as pixels.

use ab_glyph_rasterizer::{Point, Rasterizer, point};
use skrifa::instance::{LocationRef, Size};
use skrifa::outline::{DrawSettings, OutlinePen};

use super::letters::{advance, glyph};
use super::weight::Weight;

/// A weight at one size. Everything is in pixels.
pub(crate) struct Scaled {
    weight: Weight,
    /// The pixels of a unit of the font.
    unit: f32,
}

/// A letter as it is drawn at one size.
pub(crate) struct Drawn {
    /// Where its box begins, from the left end of the letter and from the base of its line, down.
    pub corner: (f32, f32),
    pub width: usize,
    /// How much of each pixel is covered, from 0 to 255, row by row.
    pub cover: Vec<u8>,
}

impl Scaled {
    /// Letters whose highest and lowest are so far apart.
    pub(crate) fn new(weight: Weight, size: f32) -> Self {
        let metrics = &weight.face().metrics;
        Self { weight, unit: size / (metrics.ascent - metrics.descent) }
    }

    /// How far the highest letter reaches above the base of its line.
    pub(crate) fn ascent(&self) -> f32 {
        self.unit * self.weight.face().metrics.ascent
    }

    /// How far behind a letter the next one begins.
    pub(crate) fn advance(&self, letter: char) -> f32 {
        self.unit * advance(letter, self.weight)
    }

    /// Draws a letter. A space has no pixels.
    pub(crate) fn draw(&self, letter: char) -> Drawn {
        let (face, glyph) = (self.weight.face(), glyph(letter, self.weight));
        let bounds = face.glyphs.bounds(glyph).unwrap_or_default();
        let corner = ((bounds.x_min * self.unit).floor(), (bounds.y_max * -self.unit).floor());
        let end = ((bounds.x_max * self.unit).ceil(), (bounds.y_min * -self.unit).ceil());
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "few pixels")]
        let (width, height) = ((end.0 - corner.0) as usize, (end.1 - corner.1) as usize);
        let mut pen = Pen {
            unit: self.unit,
            corner,
            rasterizer: Rasterizer::new(width, height),
            first: Point::default(),
            last: Point::default(),
        };
        if let Some(outline) = face.outlines.get(glyph) {
            let settings = DrawSettings::unhinted(Size::unscaled(), LocationRef::default());
            outline.draw(settings, &mut pen).expect("our own font can be drawn");
        }
        let mut cover = Vec::with_capacity(width * height);
        pen.rasterizer.for_each_pixel(|_, covered| {
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "0 to 255"
            )]
            cover.push((covered.clamp(0.0, 1.0) * 255.0 + 0.5) as u8);
        });
        Drawn { corner, width, cover }
    }
}

/// Follows the outline of a letter.
struct Pen {
    unit: f32,
    corner: (f32, f32),
    rasterizer: Rasterizer,
    /// Where this part of the outline began, and where it is.
    first: Point,
    last: Point,
}

impl Pen {
    fn pixel(&self, x: f32, y: f32) -> Point {
        point(x * self.unit - self.corner.0, y * -self.unit - self.corner.1)
    }
}

impl OutlinePen for Pen {
    fn move_to(&mut self, x: f32, y: f32) {
        self.first = self.pixel(x, y);
        self.last = self.first;
    }

    fn line_to(&mut self, x: f32, y: f32) {
        let to = self.pixel(x, y);
        self.rasterizer.draw_line(self.last, to);
        self.last = to;
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        let (by, to) = (self.pixel(x1, y1), self.pixel(x, y));
        self.rasterizer.draw_quad(self.last, by, to);
        self.last = to;
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        let (by, and, to) = (self.pixel(x1, y1), self.pixel(x2, y2), self.pixel(x, y));
        self.rasterizer.draw_cubic(self.last, by, and, to);
        self.last = to;
    }

    fn close(&mut self) {
        self.rasterizer.draw_line(self.last, self.first);
        self.last = self.first;
    }
}
