//! The weights of the font, and their files.

use std::sync::LazyLock;

use ttf_parser::Face;

/// How heavy letters are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Weight {
    Regular,
    Bold,
}

/// Their licence lies beside them.
const REGULAR: &[u8] = include_bytes!("inter-regular.ttf");
const BOLD: &[u8] = include_bytes!("inter-bold.ttf");

static REGULAR_FACE: LazyLock<Face<'static>> = LazyLock::new(|| face(REGULAR));
static BOLD_FACE: LazyLock<Face<'static>> = LazyLock::new(|| face(BOLD));

fn face(file: &'static [u8]) -> Face<'static> {
    Face::parse(file, 0).expect("our own font can be read")
}

impl Weight {
    /// The font file, as TrueType.
    pub(crate) fn file(self) -> &'static [u8] {
        match self {
            Self::Regular => REGULAR,
            Self::Bold => BOLD,
        }
    }

    pub(super) fn face(self) -> &'static Face<'static> {
        match self {
            Self::Regular => &REGULAR_FACE,
            Self::Bold => &BOLD_FACE,
        }
    }
}
