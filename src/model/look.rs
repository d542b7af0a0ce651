//! What `book.toml` says of the look: the owner's colours, marks and letters. It must not know which styles have them.

use crate::markdown::Prose;
use crate::source::Spanned;

use super::Pair;

/// Red, green and blue, each from 0 to 255.
pub type Rgb = [u8; 3];

/// What the owner says of the look. What is not said is the theme's.
#[derive(Clone, Debug, Default)]
pub struct Look {
    /// The colours of the two hats.
    pub hats: Pair<Shades>,
    /// The colour of links.
    pub accent: Shades,
    /// In the place of the mark and the title at the head of every page.
    pub logo: Option<Logo>,
    /// The file that is drawn for it on pictures beside links, as a link from `content/`.
    pub logo_card: Option<Spanned<String>>,
    /// A square picture in the place of the drawn icons, as a link from `content/`.
    pub icon: Option<String>,
    /// The file of the font, as a link from `content/`.
    pub font: Option<String>,
    /// That of its bold letters, where the font has them in a file of their own.
    pub font_bold: Option<String>,
    /// How round corners are, in pixels.
    pub round: Option<u32>,
    /// The lines at the foot of every page.
    pub footer: Vec<Prose>,
    /// Whether there are such lines in any language.
    pub has_footer: bool,
}

/// One colour for light, and one for dark where the owner says that too.
#[derive(Clone, Debug, Default)]
pub struct Shades {
    /// As it is in light.
    pub light: Option<Spanned<Rgb>>,
    /// As it is in dark; it is made of that for light where nothing is said.
    pub dark: Option<Spanned<Rgb>>,
}

impl Shades {
    /// Those that are given, each with its key: `leader` for light and `leader_dark` for dark.
    pub(crate) fn named(&self, key: &str) -> Vec<(String, &Spanned<Rgb>)> {
        let dark = format!("{key}_dark");
        let both = [(key.to_owned(), &self.light), (dark, &self.dark)];
        both.into_iter().filter_map(|(key, given)| Some((key, given.as_ref()?))).collect()
    }
}

/// The owner's mark, as links from `content/`.
#[derive(Clone, Debug)]
pub struct Logo {
    /// In light, and in dark where nothing else is said.
    pub light: String,
    /// In dark.
    pub dark: Option<String>,
}

impl Look {
    /// The keys that are given, of those for which a theme may have a style.
    pub fn given(&self) -> impl Iterator<Item = &'static str> {
        let has_dark = self.logo.as_ref().is_some_and(|logo| logo.dark.is_some());
        let keys = [
            ("footer", self.has_footer),
            ("logo", self.logo.is_some()),
            ("logo_dark", has_dark),
            ("round", self.round.is_some()),
        ];
        keys.into_iter().filter_map(|(key, is_given)| is_given.then_some(key))
    }
}
