//! The owner's logo for a picture beside a link: a PNG, made so small that it fits and of so few colours that these go
//! into the picture's own.
//!
//! It must not know where the file lies.

use std::collections::BTreeSet;
use std::fmt;
use std::io::Cursor;

use png::{Decoder, Limits, Transformations};

/// The most that it may take on a picture, in pixels.
const WIDTH: u32 = 560;
const HEIGHT: u32 = 80;

/// The most that a file takes when it is unpacked, in bytes: 4 million pixels with a clear ground, since the preview looks at it with every save.
const UNPACKED: usize = 16_000_000;

/// The most colours: as many as are left of 256.
const COLOURS: usize = 240;

/// A logo as it is put on pictures.
pub struct Logo {
    /// What it was read of: two logos with one hash look the same.
    of: blake3::Hash,
    pub(super) width: usize,
    pub(super) height: usize,
    pub(super) colours: Vec<[u8; 3]>,
    /// One pixel a byte, a place among the colours.
    pub(super) pixels: Vec<u8>,
}

impl Logo {
    /// Reads a PNG, whose clear parts show a page of this colour. `None` when it is no PNG, or too large.
    #[must_use]
    pub fn read(file: &[u8], page: [u8; 3]) -> Option<Self> {
        let limits = Limits { bytes: UNPACKED };
        let mut decoder = Decoder::new_with_limits(Cursor::new(file), limits);
        decoder.set_transformations(Transformations::normalize_to_color8());
        let mut reader = decoder.read_info().ok()?;
        let size = reader.output_buffer_size().filter(|size| *size <= UNPACKED)?;
        let mut samples = vec![0; size];
        let read = reader.next_frame(&mut samples).ok()?;
        let channels = read.color_type.samples();
        let from = (read.width, read.height);
        let (width, height) = fitting(from);
        let parts = |at: u32, of: u32, to: u32| {
            let from = u64::from(at) * u64::from(of) / u64::from(to);
            let end = (u64::from(at) + 1) * u64::from(of) / u64::from(to);
            usize::try_from(from).unwrap_or(0)..usize::try_from(end).unwrap_or(0)
        };
        let mut pixels = Vec::new();
        for row in 0..height {
            for column in 0..width {
                let rows = parts(row, from.1, height);
                let columns = parts(column, from.0, width);
                let sources = rows.flat_map(|row| {
                    let row = samples.get(row * read.line_size..).unwrap_or(&[]);
                    columns.clone().filter_map(move |at| row.get(at * channels..)?.get(..channels))
                });
                pixels.push(mean(sources, page));
            }
        }
        let (colours, pixels) = few(&pixels);
        let of = blake3::Hasher::new().update(&page).update(file).finalize();
        Some(Self { of, width: width as usize, height: height as usize, colours, pixels })
    }
}

impl fmt::Debug for Logo {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Logo").field(&self.of.to_hex().as_str()).finish()
    }
}

/// The size that fits, in the same form; a small logo stays as it is.
fn fitting((width, height): (u32, u32)) -> (u32, u32) {
    let scaled = |side: u32, part: u64, of: u64| {
        u32::try_from(u64::from(side) * part / of).unwrap_or(side).max(1)
    };
    let (w, h) = (u64::from(width), u64::from(height));
    if width <= WIDTH && height <= HEIGHT {
        (width, height)
    } else if w * u64::from(HEIGHT) > h * u64::from(WIDTH) {
        (WIDTH, scaled(height, WIDTH.into(), w))
    } else {
        (scaled(width, HEIGHT.into(), h), HEIGHT)
    }
}

/// What pixels show together on a page: each is grey or red, green and blue, and may have a last sample of how much it
/// covers.
fn mean<'s>(sources: impl Iterator<Item = &'s [u8]>, page: [u8; 3]) -> [u8; 3] {
    let (mut sums, mut count) = ([0_u64; 3], 0);
    for source in sources {
        let (colour, cover) = match source {
            [grey] => ([*grey; 3], 255),
            [grey, cover] => ([*grey; 3], *cover),
            [red, green, blue] => ([*red, *green, *blue], 255),
            [red, green, blue, cover, ..] => ([*red, *green, *blue], *cover),
            [] => continue,
        };
        let cover = u64::from(cover);
        for (at, sum) in sums.iter_mut().enumerate() {
            *sum += u64::from(colour[at]) * cover + u64::from(page[at]) * (255 - cover);
        }
        count += 255;
    }
    if count == 0 {
        return page;
    }
    sums.map(|sum| u8::try_from((sum + count / 2) / count).unwrap_or(u8::MAX))
}

/// The colours of pixels, made so coarse that they are few, and the place of each pixel's among them.
fn few(pixels: &[[u8; 3]]) -> (Vec<[u8; 3]>, Vec<u8>) {
    // Black and white stay what they are, however few steps lie between them.
    let coarse = |pixel: [u8; 3], bits: u32| {
        pixel.map(|channel| {
            let step = u16::from(channel >> bits) * 255 / u16::from(u8::MAX >> bits);
            u8::try_from(step).unwrap_or(u8::MAX)
        })
    };
    let colours = |bits| pixels.iter().map(|pixel| coarse(*pixel, bits)).collect::<BTreeSet<_>>();
    // With five bits less there are 512 colours, with six 64.
    let bits = (0..6).find(|bits| colours(*bits).len() <= COLOURS).unwrap_or(6);
    let colours: Vec<[u8; 3]> = colours(bits).into_iter().collect();
    let place = |pixel: &[u8; 3]| {
        let at = colours.binary_search(&coarse(*pixel, bits)).unwrap_or(0);
        u8::try_from(at).unwrap_or(u8::MAX)
    };
    let pixels = pixels.iter().map(place).collect();
    (colours, pixels)
}

#[cfg(test)]
mod tests {
    use super::{Logo, few, fitting};
    use png::{BitDepth, ColorType, Encoder};

    #[test]
    fn a_logo_keeps_its_form_and_is_never_made_larger() {
        assert_eq!(fitting((220, 44)), (220, 44));
        assert_eq!(fitting((2_200, 440)), (400, 80));
        assert_eq!(fitting((5_600, 80)), (560, 8));
        assert_eq!(fitting((1, 100_000)), (1, 80));
    }

    #[test]
    fn many_colours_become_few_and_black_and_white_stay() {
        let shades = (0..=255_u8).flat_map(|red| [[red, 0, 0], [0, red, 255], [red; 3]]);
        let (colours, pixels) = few(&shades.collect::<Vec<_>>());
        assert!(colours.len() <= 240 && pixels.len() == 768);
        assert!(colours.contains(&[0; 3]) && colours.contains(&[255; 3]));
    }

    #[test]
    fn what_is_clear_shows_the_page() {
        let mut file = Vec::new();
        let mut encoder = Encoder::new(&mut file, 2, 1);
        encoder.set_color(ColorType::Rgba);
        encoder.set_depth(BitDepth::Eight);
        let mut writer = encoder.write_header().expect("it is written");
        writer.write_image_data(&[9, 9, 9, 0, 200, 0, 0, 255]).expect("two pixels");
        writer.finish().expect("it is whole");
        let logo = Logo::read(&file, [1, 2, 3]).expect("it is a PNG");
        let shown: Vec<_> = logo.pixels.iter().map(|at| logo.colours[usize::from(*at)]).collect();
        assert_eq!(shown, [[1, 2, 3], [200, 0, 0]]);
        // Up to there it has no pixels.
        for end in 0..41 {
            assert!(Logo::read(&file[..end], [0; 3]).is_none(), "{end}");
        }
    }
}
