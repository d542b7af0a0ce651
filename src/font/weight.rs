//! The weights of the font, and their files.

use std::sync::LazyLock;

use skrifa::instance::{LocationRef, Size};
use skrifa::{FontRef, MetadataProvider};

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
    pub charmap: skrifa::charmap::Charmap<'static>,
    pub outlines: skrifa::outline::OutlineGlyphCollection<'static>,
    /// Of all letters and of each, in units of the font.
    pub metrics: skrifa::metrics::Metrics,
    pub glyphs: skrifa::metrics::GlyphMetrics<'static>,
}

static REGULAR_FACE: LazyLock<Face> = LazyLock::new(|| face(REGULAR));
static BOLD_FACE: LazyLock<Face> = LazyLock::new(|| face(BOLD));

fn face(file: &'static [u8]) -> Face {
    let font = FontRef::new(file).expect("our own font can be read");
    let (size, as_drawn) = (Size::unscaled(), LocationRef::default());
    Face {
        charmap: font.charmap(),
        outlines: font.outline_glyphs(),
        metrics: font.metrics(size, as_drawn),
        glyphs: font.glyph_metrics(size, as_drawn),
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
