//! What layouts are given of the owner's look, in `look`; null where a book says nothing of it.

use serde::Serialize;

/// The owner's marks and fonts, in `look`. All paths are from the site's root: write `{{ page.root }}` before them.
#[derive(Serialize)]
pub(crate) struct LookView {
    /// What stands in the place of the mark and the title, or null.
    pub logo: Option<LogoView>,
    /// A square PNG in the place of the drawn icons, or null.
    pub icon: Option<String>,
    /// The fonts that every page has, to be loaded early.
    pub fonts: Vec<String>,
}

/// The owner's mark at the head of a page.
#[derive(Serialize)]
pub(crate) struct LogoView {
    pub path: String,
    /// The one for dark, or null where one serves for both.
    pub dark: Option<String>,
    /// Its size in pixels, or null where the file does not say it.
    pub size: Option<PictureSize>,
}

/// How large a picture is, in pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct PictureSize {
    pub width: u32,
    pub height: u32,
}
