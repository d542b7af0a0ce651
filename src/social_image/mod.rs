//! The picture that other sites show beside a link to a page: its title, and the two hats below.
//!
//! It must not know which pages there are nor where a picture is put. The same words always give the same
//! bytes.

mod icon;
mod letters;
mod logo;
mod picture;

pub use icon::{Ground, ico, icon};
pub use letters::undrawn;
use letters::{LEADING, LETTERS, Line, lines};
pub use logo::Logo;
pub use picture::Colours;

use picture::{INK, LEADER, MANAGER, Picture, QUIET};

/// What a social image says.
#[derive(Debug)]
pub struct SocialImage<'a> {
    /// What kind of page it is, above the title.
    pub kind: &'a str,
    /// The title of the page.
    pub title: &'a str,
    /// The title of the book.
    pub book: &'a str,
    /// The owner's logo in the place of that.
    pub logo: Option<&'a Logo>,
    /// What it is drawn with.
    pub colours: Colours,
}

/// The size that the sites that show them ask for, in pixels: <https://ogp.me/#structured>.
pub const WIDTH: u32 = 1200;
/// How high it is, in pixels.
pub const HEIGHT: u32 = 630;

/// How far all words stand from the left edge, in pixels.
const MARGIN: f32 = 88.0;
/// The sizes of the title that are tried, in pixels: the first that fits.
const TITLE_SIZES: [f32; 4] = [84.0, 72.0, 62.0, 54.0];
/// The room for the title, in pixels.
const TITLE_TOP: f32 = 150.0;
const TITLE_HEIGHT: f32 = 280.0;
const SMALL: f32 = 34.0;
/// The middle of the logo, in pixels from the top.
const LOGO: usize = 502;

/// Draws a social image, as PNG.
#[must_use]
pub fn social_image(image: &SocialImage<'_>) -> Vec<u8> {
    let mut picture = Picture::new(WIDTH, HEIGHT);
    hats(&mut picture);
    let width = 1200.0 - 2.0 * MARGIN;
    let mut write = |text: &str, size: f32, top: f32, ink| {
        if let Some(line) = lines(text, size, width).first() {
            LETTERS.draw(&mut picture, line, (MARGIN, top), ink);
        }
    };
    write(image.kind, SMALL, 84.0, QUIET);
    if image.logo.is_none() {
        write(image.book, SMALL, 478.0, QUIET);
    }
    let title = |&size: &f32| lines(image.title, size, width);
    let fitting = TITLE_SIZES.iter().map(title).find(|title| title.len() <= rows(title));
    // A title that is longer still loses its end: an image is no page.
    let lines = fitting.unwrap_or_else(|| {
        let mut lines = title(&TITLE_SIZES[TITLE_SIZES.len() - 1]);
        lines.truncate(rows(&lines));
        lines.last_mut().into_iter().for_each(Line::trail_off);
        lines
    });
    let mut top = TITLE_TOP;
    for line in &lines {
        LETTERS.draw(&mut picture, line, (MARGIN, top), INK);
        top += line.size * LEADING;
    }
    let logo = image.logo.map(|logo| (logo, (88, LOGO - logo.height / 2)));
    picture.png(&image.colours, logo)
}

/// How many lines of this size the title has room for.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "there are few")]
fn rows(lines: &[Line]) -> usize {
    lines.first().map_or(0, |line| (TITLE_HEIGHT / (line.size * LEADING)) as usize)
}

/// The leader's one bar and the manager's two, side by side as on a page.
fn hats(picture: &mut Picture) {
    picture.fill((88, 570), (504, 16), LEADER);
    picture.fill((608, 570), (504, 5), MANAGER);
    picture.fill((608, 581), (504, 5), MANAGER);
}
