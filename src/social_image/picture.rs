//! A picture of sixteen colours, written as PNG: four bits a pixel, so that an image is small and quickly made. With an
//! owner's logo it has that one's colours too, and eight bits.

use std::borrow::Cow;

use png::{BitDepth, ColorType, Compression, Encoder, Filter};

use super::logo::Logo;

/// A colour that words may have: where its shades begin in the palette, and how many there are. A shade
/// between the page and the colour lets the edge of a letter look smooth.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
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
    /// How many bytes a row has.
    width: usize,
    height: usize,
    /// Two pixels a byte, as in the file, each a place in the palette: the upper half is the left one.
    pixels: Vec<u8>,
}

/// A row of a letter's pixels, packed as a picture's are.
pub(super) struct Row(Vec<u8>);

impl Row {
    /// Pixels that are covered by so much of 255. With a shift of one, the first of them is the right one of its byte.
    pub(super) fn new(cover: &[u8], shift: usize, ink: Ink) -> Self {
        let mut row = vec![0; (cover.len() + shift).div_ceil(2)];
        for (at, cover) in (shift..).zip(cover) {
            row[at / 2] |= ink.place(*cover) << if at % 2 == 0 { 4 } else { 0 };
        }
        Self(row)
    }
}

impl Picture {
    /// One of an even width.
    pub(super) fn new(width: u32, height: u32) -> Self {
        let (width, height) = (width as usize / 2, height as usize);
        Self { width, height, pixels: vec![0; width * height] }
    }

    /// Fills the box of this size whose corner at the top left is `at`, from an even column to an even one; what lies
    /// outside is left out.
    pub(super) fn fill(&mut self, at: (usize, usize), size: (usize, usize), colour: u8) {
        let [first, end] = [at.0, at.0 + size.0].map(|column| (column / 2).min(self.width));
        for row in self.pixels.chunks_mut(self.width).skip(at.1).take(size.1) {
            row[first..end].fill(colour << 4 | colour);
        }
    }

    /// Draws a row of a letter from `at` on, with the shift of that column; what lies outside is left out.
    pub(super) fn draw(&mut self, at: (i64, i64), Row(letter): &Row) {
        let Some(row) = usize::try_from(at.1).ok().filter(|row| *row < self.height) else { return };
        let row = &mut self.pixels[row * self.width..][..self.width];
        let column = at.0.div_euclid(2);
        let cut = usize::try_from(-column).unwrap_or_default().min(letter.len());
        let from = usize::try_from(column).unwrap_or_default().min(row.len());
        for (pair, of_letter) in row[from..].iter_mut().zip(&letter[cut..]) {
            // Letters may touch: the darker shade stays.
            *pair = (*pair & 0xf0).max(of_letter & 0xf0) | (*pair & 0x0f).max(of_letter & 0x0f);
        }
    }

    /// The picture as a file, with a logo that has its corner at the top left here; what lies outside is left out.
    pub(super) fn png(&self, colours: &Colours, logo: Option<(&Logo, (usize, usize))>) -> Vec<u8> {
        let mut palette = palette(colours);
        let (depth, pixels) = match logo {
            None => (BitDepth::Four, Cow::Borrowed(&self.pixels)),
            Some((logo, at)) => {
                palette.extend(&logo.colours);
                (BitDepth::Eight, Cow::Owned(self.with(logo, at)))
            }
        };
        let mut bytes = Vec::new();
        let sizes =
            [2 * self.width, self.height].map(|size| u32::try_from(size).unwrap_or(u32::MAX));
        let mut encoder = Encoder::new(&mut bytes, sizes[0], sizes[1]);
        encoder.set_color(ColorType::Indexed);
        encoder.set_depth(depth);
        encoder.set_compression(Compression::Fast);
        encoder.set_filter(Filter::Up);
        encoder.set_palette(palette.concat());
        let mut writer = encoder.write_header().expect("a picture in memory can be written");
        writer.write_image_data(&pixels).expect("the rows have the size that the header says");
        writer.finish().expect("a picture in memory can be written");
        bytes
    }

    /// The pixels, one a byte, with a logo over them.
    fn with(&self, logo: &Logo, at: (usize, usize)) -> Vec<u8> {
        let mut pixels: Vec<u8> =
            self.pixels.iter().flat_map(|pair| [pair >> 4, pair & 0x0f]).collect();
        let rows = pixels.chunks_mut(2 * self.width).skip(at.1);
        for (row, from) in rows.zip(logo.pixels.chunks(logo.width)) {
            for (pixel, colour) in row.iter_mut().skip(at.0).zip(from) {
                *pixel = colour.saturating_add(LOGO);
            }
        }
        pixels
    }
}

impl Ink {
    /// What a pixel shows that is covered by so much of 255, as a place in the palette.
    fn place(self, cover: u8) -> u8 {
        let shade = (u16::from(cover) * u16::from(self.shades) + 127) / 255;
        shade.to_le_bytes()[0].checked_sub(1).map_or(0, |shade| self.first + shade)
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
