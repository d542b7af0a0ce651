//! The weights of the font, and their files.

use std::sync::LazyLock;

use skrifa::instance::{LocationRef, Size};
use skrifa::{FontRef, GlyphId, MetadataProvider};

/// How heavy letters are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Weight {
    Regular,
    Bold,
}

/// Their licence lies beside them.
const REGULAR: &[u8] = include_bytes!("inter-regular.ttf");
const BOLD: &[u8] = include_bytes!("inter-bold.ttf");

/// A weight as it is read.
pub(super) struct Face {
    charmap: skrifa::charmap::Charmap<'static>,
    /// The letters of western Europe, looked up once: most of what is ever measured and drawn.
    plain: [Letter; 256],
    pub outlines: skrifa::outline::OutlineGlyphCollection<'static>,
    /// Of all letters and of each, in units of the font.
    pub metrics: skrifa::metrics::Metrics,
    pub glyphs: skrifa::metrics::GlyphMetrics<'static>,
}

/// A letter as a font has it.
#[derive(Clone, Copy)]
pub(super) struct Letter {
    /// Its number, where the font has it.
    pub glyph: Option<GlyphId>,
    /// How far behind it the next one begins, in units of the font.
    pub advance: f32,
}

static REGULAR_FACE: LazyLock<Face> = LazyLock::new(|| face(REGULAR));
static BOLD_FACE: LazyLock<Face> = LazyLock::new(|| face(BOLD));

fn face(file: &'static [u8]) -> Face {
    let font = FontRef::new(file).expect("our own font can be read");
    let (size, as_drawn) = (Size::unscaled(), LocationRef::default());
    let (charmap, glyphs) = (font.charmap(), font.glyph_metrics(size, as_drawn));
    Face {
        plain: std::array::from_fn(|number| {
            let letter = u8::try_from(number).expect("there are 256");
            look_up(letter.into(), &charmap, &glyphs)
        }),
        charmap,
        outlines: font.outline_glyphs(),
        metrics: font.metrics(size, as_drawn),
        glyphs,
    }
}

fn look_up(
    letter: char,
    charmap: &skrifa::charmap::Charmap<'_>,
    glyphs: &skrifa::metrics::GlyphMetrics<'_>,
) -> Letter {
    let glyph = charmap.map(letter);
    Letter { glyph, advance: glyphs.advance_width(glyph.unwrap_or_default()).unwrap_or_default() }
}

impl Face {
    pub(super) fn letter(&self, letter: char) -> Letter {
        match u8::try_from(letter) {
            Ok(number) => self.plain[usize::from(number)],
            Err(_) => look_up(letter, &self.charmap, &self.glyphs),
        }
    }
}

impl Weight {
    /// The font file, as TrueType.
    pub(super) fn file(self) -> &'static [u8] {
        match self {
            Self::Regular => REGULAR,
            Self::Bold => BOLD,
        }
    }

    pub(super) fn face(self) -> &'static Face {
        match self {
            Self::Regular => &REGULAR_FACE,
            Self::Bold => &BOLD_FACE,
        }
    }
}
