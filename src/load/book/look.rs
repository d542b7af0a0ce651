//! The look of a playbook: the keys of `[look]`, and how they are read.

use crate::diagnostic::rules::unknown_value::malformed;
use crate::markdown::{self, Extent, Html, Picture, Prose, Writing};
use crate::model::{Link, Logo, Look, Mentions, Pair, Rgb, Shades};
use crate::schema::{Count, Form, Key, Keys, Lines, Map, Pattern, Range};
use crate::source::Spanned;

pub(super) const ABOUT: &str =
    "The owner’s colours, mark and letters, laid over whatever theme the book has.";

pub(super) static KEYS: Map = Map::new(
    "[look]",
    ABOUT,
    &[&[
        LEADER.any(),
        LEADER_DARK.any(),
        MANAGER.any(),
        MANAGER_DARK.any(),
        ACCENT.any(),
        ACCENT_DARK.any(),
        LOGO.any(),
        LOGO_DARK.any(),
        LOGO_CARD.any(),
        ICON.any(),
        FONT.any(),
        FONT_BOLD.any(),
        ROUND.any(),
        FOOTER.any(),
    ]],
);

const COLOUR: Pattern =
    Pattern { regex: "^#(?:[0-9A-Fa-f]{3}){1,2}$", words: "a colour, as in `#00594c`" };

/// Drawings of whose size the first bytes tell.
const PICTURE: Pattern = Pattern {
    regex: r"^[^:?#]+\.(?:svg|png)$",
    words: "an SVG or a PNG in `content/`, as in `brand/logo.svg`",
};

const PNG: Pattern =
    Pattern { regex: r"^[^:?#]+\.png$", words: "a PNG in `content/`, as in `brand/logo.png`" };

const SQUARE: Pattern =
    Pattern { regex: r"^[^:?#]+\.png$", words: "a PNG in `content/`, as in `brand/icon.png`" };

const FONT_FILE: Pattern =
    Pattern { regex: r"^[^:?#]+\.woff2$", words: "a font in `content/`, as in `brand/text.woff2`" };

/// How round a corner can be: half of the lowest button.
const CORNERS: Range =
    Range { least: 0, most: 22, of: "pixels", help: "write `0` for square corners" };

const LEADER: Key<Form> = Key::form(
    "leader",
    COLOUR,
    "The leader’s colour. Edges and bars have it as it is; labels and grounds are made of it, in light and in dark, so that all text on them is read.",
    "leader = \"#00594c\"",
);

const LEADER_DARK: Key<Form> = Key::form(
    "leader_dark",
    COLOUR,
    "The leader’s colour in dark. Without it, it is made of that for light.",
    "leader_dark = \"#4cc9b0\"",
);

const MANAGER: Key<Form> =
    Key::form("manager", COLOUR, "The manager’s colour, in the same way.", "manager = \"#a33b1f\"");

const MANAGER_DARK: Key<Form> = Key::form(
    "manager_dark",
    COLOUR,
    "The manager’s colour in dark.",
    "manager_dark = \"#ff9a7a\"",
);

const ACCENT: Key<Form> = Key::form(
    "accent",
    COLOUR,
    "The colour of links, and of the ring round what has the focus.",
    "accent = \"#7a1f5c\"",
);

const ACCENT_DARK: Key<Form> =
    Key::form("accent_dark", COLOUR, "The same in dark.", "accent_dark = \"#ffa6dd\"");

const LOGO: Key<Form> = Key::form(
    "logo",
    PICTURE,
    "A picture in `content/` that takes the place of the mark and the title at the head of every page. The title of the book is read aloud for it.",
    "logo = \"brand/logo.svg\"",
);

const LOGO_DARK: Key<Form> = Key::form(
    "logo_dark",
    PICTURE,
    "The picture to show in dark, in the same size as `logo`.",
    "logo_dark = \"brand/logo-dark.svg\"",
);

const LOGO_CARD: Key<Form> = Key::form(
    "logo_card",
    PNG,
    "The logo as a PNG, for the pictures beside links; 160 pixels of height are enough. Without it they have `logo` where that is a PNG.",
    "logo_card = \"brand/logo.png\"",
);

const ICON: Key<Form> = Key::form(
    "icon",
    SQUARE,
    "A square PNG in `content/`, of 180 pixels or more, for tabs and home screens. Without it, the two hats are drawn in their colours.",
    "icon = \"brand/icon.png\"",
);

const FONT: Key<Form> = Key::form(
    "font",
    FONT_FILE,
    "The font of all text but of what is said aloud: a WOFF2 file in `content/`.",
    "font = \"brand/text.woff2\"",
);

const FONT_BOLD: Key<Form> = Key::form(
    "font_bold",
    FONT_FILE,
    "Its bold letters. A variable font has them itself, and without either a browser thickens the others.",
    "font_bold = \"brand/text-bold.woff2\"",
);

const ROUND: Key<Count> =
    Key::count("round", CORNERS, "How round the corners of boxes are, in pixels.", "round = 4");

const FOOTER: Key<Lines> = Key::new(
    "footer",
    "Lines at the foot of every page, with links as in Markdown: to pages, as from `content/`, or to elsewhere.",
    "footer = [\"St Ada Hospital\", \"[Imprint](https://example.org/imprint)\"]",
);

/// Reads what names files and pages, and gathers those.
pub(super) struct Reader<'b> {
    /// The words of a logo.
    title: &'b str,
    pub mentions: Mentions,
}

impl<'b> Reader<'b> {
    pub(super) fn new(title: &'b str) -> Self {
        Self { title, mentions: Mentions::default() }
    }

    pub(super) fn look(&mut self, keys: &mut Keys<'_, '_>) -> Look {
        let mut shades =
            |light, dark| Shades { light: colour(keys, light), dark: colour(keys, dark) };
        let hats = Pair {
            leader: shades(&LEADER, &LEADER_DARK),
            manager: shades(&MANAGER, &MANAGER_DARK),
        };
        let accent = shades(&ACCENT, &ACCENT_DARK);
        let logo = self.picture(keys, &LOGO, &["svg", "png"]);
        let logo_dark = self.picture(keys, &LOGO_DARK, &["svg", "png"]);
        let logo_card = self.picture(keys, &LOGO_CARD, &["png"]);
        let logo_card = logo_card.or_else(|| logo.clone()).or_else(|| logo_dark.clone());
        // One that stands alone serves for both.
        let (logo, logo_dark) = (logo.map(|file| file.value), logo_dark.map(|file| file.value));
        let logo = match (logo, logo_dark) {
            (Some(light), dark) => Some(Logo { light, dark }),
            (None, dark) => dark.map(|light| Logo { light, dark: None }),
        };
        let font = self.file(keys, &FONT, &["woff2"]);
        let font_bold = self.file(keys, &FONT_BOLD, &["woff2"]);
        let (font, font_bold) = if font.is_none() { (font_bold, None) } else { (font, font_bold) };
        let footer = self.lines(keys, &FOOTER);
        Look {
            hats,
            accent,
            logo,
            logo_card,
            icon: self.picture(keys, &ICON, &["png"]).map(|file| file.value),
            font,
            font_bold,
            round: keys.count(&ROUND),
            has_footer: !footer.is_empty(),
            footer,
        }
    }

    /// Lines of Markdown, in which raw HTML is words.
    pub(super) fn lines(&mut self, keys: &mut Keys<'_, '_>, key: &Key<Lines>) -> Vec<Prose> {
        let texts = keys.texts(key).into_iter();
        let lines = texts.map(|text| {
            let (extent, html) = (Extent::Inline, Html::Escape);
            let places = text.places();
            let place = |range| places.find(range);
            let text = &text.text;
            let read = markdown::read(&Writing {
                text,
                extent,
                html,
                prefix: "",
                title: None,
                place: &place,
            });
            read.notes.into_iter().for_each(|note| keys.note(note));
            let links = read.value.links();
            self.mentions.links.extend(
                links.map(|(target, span)| Link { target: target.to_owned(), span: span.clone() }),
            );
            self.mentions.pictures.extend(read.value.pictures().cloned());
            read.value
        });
        lines.collect()
    }

    /// A file of `content/` that ends in one of these ways, as a link to it.
    fn file(
        &mut self,
        keys: &mut Keys<'_, '_>,
        key: &Key<Form>,
        endings: &[&str],
    ) -> Option<String> {
        let file = keys.text(key)?;
        let ending = file.text.rsplit_once('.').filter(|(name, _)| !name.is_empty());
        let is_one = ending.is_some_and(|(_, ending)| endings.contains(&ending));
        if !is_one || file.text.contains([':', '?', '#']) {
            let path = keys.path(key.name);
            let form = key.of.0.words.split_once(',').map_or("", |(form, _)| form);
            keys.note(malformed(file.span, &file.text, form, path, &help(key)));
            return None;
        }
        let (target, span) = (file.text, file.span);
        self.mentions.links.push(Link { target: target.clone(), span });
        Some(target)
    }

    fn picture(
        &mut self,
        keys: &mut Keys<'_, '_>,
        key: &Key<Form>,
        endings: &[&str],
    ) -> Option<Spanned<String>> {
        let file = self.file(keys, key, endings)?;
        let span = self.mentions.links.last()?.span.clone();
        let words = Some(self.title.to_owned());
        self.mentions.pictures.push(Picture { target: file.clone(), span: span.clone(), words });
        Some(Spanned::new(file, span))
    }
}

/// A colour by its hexadecimal digits: three, or two for each of red, green and blue.
fn colour(keys: &mut Keys<'_, '_>, key: &Key<Form>) -> Option<Spanned<Rgb>> {
    let text = keys.text(key)?;
    let rgb = rgb(&text.text);
    if rgb.is_none() {
        let path = keys.path(key.name);
        keys.note(malformed(text.span.clone(), &text.text, "a colour", path, &help(key)));
    }
    Some(Spanned::new(rgb?, text.span))
}

fn rgb(text: &str) -> Option<Rgb> {
    let digits = text.strip_prefix('#')?;
    let digits: Vec<u8> = digits
        .chars()
        .map(|digit| digit.to_digit(16).and_then(|digit| u8::try_from(digit).ok()))
        .collect::<Option<_>>()?;
    let channels: Vec<u8> = match digits.as_slice() {
        short if short.len() == 3 => short.iter().map(|digit| digit * 17).collect(),
        long => {
            let (pairs, rest) = long.as_chunks();
            let channel = |[high, low]: &[u8; 2]| high * 16 + low;
            pairs.iter().filter(|_| rest.is_empty()).map(channel).collect()
        }
    };
    channels.try_into().ok()
}

fn help(key: &Key<Form>) -> String {
    format!("write {}", key.of.0.words)
}
