//! A picture of sixteen colours, written as PNG: four bits a pixel, so that an image is small and quickly made. With an
//! owner's logo it has that one's colours too, and eight bits.

use std::borrow::Cow;

use png::{BitDepth, ColorType, Compression, Encoder, Filter};

use super::logo::Logo;

/// A colour that words may have: where its shades begin in the palette, and how many there are. A shade
/// between the page and the colour lets the edge of a letter look smooth.
#[derive(Clone, Copy)]
pub(super) struct Ink {
    first: u8,
    shades: u8,
}

pub(super) const INK: Ink = Ink { first: 1, shades: 8 };
pub(super) const QUIET: Ink = Ink { first: 9, shades: 4 };
pub(super) const LEADER: u8 = 13;
pub(super) const MANAGER: u8 = 14;
/// The first colour of a logo.
const LOGO: u8 = 15;

/// What an image is drawn with: red, green and blue from 0 to 255.
#[derive(Clone, Copy, Debug)]
pub struct Colours {
    /// What everything stands on.
    pub page: [u8; 3],
    /// The title's colour.
    pub ink: [u8; 3],
    /// The colour of the words round the title.
    pub quiet: [u8; 3],
    /// The colour of the leader's bar.
    pub leader: [u8; 3],
    /// The colour of the manager's bars.
    pub manager: [u8; 3],
}

pub(super) struct Picture {
    /// Even: two pixels share a byte of the file.
    width: usize,
    height: usize,
    /// One pixel a byte, a place in the palette.
    pixels: Vec<u8>,
}

impl Picture {
    pub(super) fn new(width: u32, height: u32) -> Self {
        let (width, height) = (width as usize, height as usize);
        Self { width, height, pixels: vec![0; width * height] }
    }

    /// Fills the box of this size whose corner at the top left is `at`; what lies outside is left out.
    pub(super) fn fill(&mut self, at: (usize, usize), size: (usize, usize), colour: u8) {
        let columns = at.0.min(self.width)..(at.0 + size.0).min(self.width);
        for row in self.pixels.chunks_mut(self.width).skip(at.1).take(size.1) {
            row[columns.clone()].fill(colour);
        }
    }

    /// Puts a row of a letter's pixels from `at` on, each covered by so much of 255; what lies outside is
    /// left out.
    pub(super) fn dots(&mut self, at: (i64, i64), cover: &[u8], ink: Ink) {
        let Some(row) = usize::try_from(at.1).ok().filter(|row| *row < self.height) else { return };
        let row = &mut self.pixels[row * self.width..][..self.width];
        for (column, cover) in (at.0..).zip(cover) {
            let shade = (u16::from(*cover) * u16::from(ink.shades) + 127) / 255;
            let Some(shade) = shade.to_le_bytes()[0].checked_sub(1) else { continue };
            if let Some(pixel) = usize::try_from(column).ok().and_then(|at| row.get_mut(at)) {
                // Letters may touch: the darker shade stays.
                *pixel = (*pixel).max(ink.first + shade);
            }
        }
    }

    /// Puts a logo here; what lies outside is left out.
    pub(super) fn place(&mut self, logo: &Logo, at: (usize, usize)) {
        let rows = self.pixels.chunks_mut(self.width).skip(at.1);
        for (row, from) in rows.zip(logo.pixels.chunks(logo.width)) {
            for (pixel, colour) in row.iter_mut().skip(at.0).zip(from) {
                *pixel = colour.saturating_add(LOGO);
            }
        }
    }

    pub(super) fn png(&self, colours: &Colours, logo: Option<&Logo>) -> Vec<u8> {
        let mut palette = palette(colours);
        palette.extend(logo.into_iter().flat_map(|logo| &logo.colours));
        // As one number, so that many pairs are shifted at a time.
        let pack = |pair: &[u8; 2]| {
            let pair = u16::from_le_bytes(*pair);
            (pair << 4 | pair >> 8).to_le_bytes()[0]
        };
        let (depth, packed): (_, Cow<'_, [u8]>) = match logo {
            None => (BitDepth::Four, self.pixels.as_chunks().0.iter().map(pack).collect()),
            Some(_) => (BitDepth::Eight, Cow::Borrowed(&self.pixels)),
        };
        let mut bytes = Vec::new();
        let sizes = [self.width, self.height].map(|size| u32::try_from(size).unwrap_or(u32::MAX));
        let mut encoder = Encoder::new(&mut bytes, sizes[0], sizes[1]);
        encoder.set_color(ColorType::Indexed);
        encoder.set_depth(depth);
        encoder.set_compression(Compression::Fast);
        encoder.set_filter(Filter::Up);
        encoder.set_palette(palette.concat());
        let mut writer = encoder.write_header().expect("a picture in memory can be written");
        writer.write_image_data(&packed).expect("the rows have the size that the header says");
        writer.finish().expect("a picture in memory can be written");
        bytes
    }
}

/// The page, eight shades of ink, four of quiet ink, and the two hats.
fn palette(colours: &Colours) -> Vec<[u8; 3]> {
    let page = colours.page;
    let mut palette = vec![page];
    for (full, ink) in [(colours.ink, INK), (colours.quiet, QUIET)] {
        palette.extend((1..=ink.shades).map(|shade| mixed(page, full, (shade, ink.shades))));
    }
    palette.extend([colours.leader, colours.manager]);
    palette
}

/// The page's colour with so many parts of so many of another.
fn mixed(page: [u8; 3], full: [u8; 3], (part, of): (u8, u8)) -> [u8; 3] {
    let mix = |page: u8, full: u8| {
        let sum = u32::from(page) * u32::from(of - part) + u32::from(full) * u32::from(part);
        u8::try_from(sum / u32::from(of)).unwrap_or(u8::MAX)
    };
    [0, 1, 2].map(|channel| mix(page[channel], full[channel]))
}
