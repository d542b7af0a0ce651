//! A picture of sixteen colours, written as PNG: four bits a pixel, so that a card is small and quickly made.

use png::{BitDepth, ColorType, Compression, Encoder};

/// A colour that words may have: where its shades begin in the palette, and how many there are. A shade
/// between the page and the colour lets the edge of a letter look smooth.
#[derive(Clone, Copy)]
pub struct Ink {
    first: u8,
    shades: u8,
}

pub const INK: Ink = Ink { first: 1, shades: 8 };
pub const QUIET: Ink = Ink { first: 9, shades: 4 };
pub const BLUE: u8 = 13;
pub const AMBER: u8 = 14;

/// The page's colours, as the default theme has them in light.
const PAGE: [u8; 3] = [0xfd, 0xfc, 0xfa];
const FULL_INK: [u8; 3] = [0x1c, 0x21, 0x26];
const FULL_QUIET: [u8; 3] = [0x4d, 0x56, 0x60];

pub struct Picture {
    width: usize,
    height: usize,
    /// One pixel a byte, a place in the palette.
    pixels: Vec<u8>,
}

impl Picture {
    pub fn new(width: u32, height: u32) -> Self {
        let (width, height) = (width as usize, height as usize);
        Self { width, height, pixels: vec![0; width * height] }
    }

    /// Fills the box of this size whose corner at the top left is `at`; what lies outside is left out.
    pub fn fill(&mut self, at: (usize, usize), size: (usize, usize), colour: u8) {
        let columns = at.0.min(self.width)..(at.0 + size.0).min(self.width);
        for row in self.pixels.chunks_mut(self.width).skip(at.1).take(size.1) {
            row[columns.clone()].fill(colour);
        }
    }

    /// Puts a pixel of a letter, of which `cover` (0 to 1) is covered.
    pub fn dot(&mut self, at: (i64, i64), cover: f32, ink: Ink) {
        let (Ok(column), Ok(row)) = (usize::try_from(at.0), usize::try_from(at.1)) else { return };
        if column >= self.width || row >= self.height {
            return;
        }
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to shades")]
        let shade = (cover.clamp(0.0, 1.0) * f32::from(ink.shades)).round() as u8;
        if shade > 0 {
            let pixel = &mut self.pixels[row * self.width + column];
            // Letters may touch: the darker shade stays.
            *pixel = (*pixel).max(ink.first + shade - 1);
        }
    }

    pub fn png(&self) -> Vec<u8> {
        let packed: Vec<u8> = self
            .pixels
            .chunks(self.width)
            .flat_map(|row| row.chunks(2))
            .map(|pair| pair[0] << 4 | pair.get(1).copied().unwrap_or_default())
            .collect();
        let mut bytes = Vec::new();
        let sizes = [self.width, self.height].map(|size| u32::try_from(size).unwrap_or(u32::MAX));
        let mut encoder = Encoder::new(&mut bytes, sizes[0], sizes[1]);
        encoder.set_color(ColorType::Indexed);
        encoder.set_depth(BitDepth::Four);
        encoder.set_compression(Compression::Fast);
        encoder.set_palette(palette());
        let mut writer = encoder.write_header().expect("a picture in memory can be written");
        writer.write_image_data(&packed).expect("the rows have the size that the header says");
        writer.finish().expect("a picture in memory can be written");
        bytes
    }
}

/// The page, eight shades of ink, four of quiet ink, and the two hats.
fn palette() -> Vec<u8> {
    let mut colours = vec![PAGE];
    for (full, ink) in [(FULL_INK, INK), (FULL_QUIET, QUIET)] {
        colours.extend((1..=ink.shades).map(|shade| mixed(full, shade, ink.shades)));
    }
    colours.extend([[0x1d, 0x4f, 0xa8], [0xbd, 0x6a, 0x00]]);
    colours.concat()
}

fn mixed(full: [u8; 3], part: u8, of: u8) -> [u8; 3] {
    let mix = |page: u8, full: u8| {
        let sum = u32::from(page) * u32::from(of - part) + u32::from(full) * u32::from(part);
        u8::try_from(sum / u32::from(of)).unwrap_or(u8::MAX)
    };
    [0, 1, 2].map(|channel| mix(PAGE[channel], full[channel]))
}
