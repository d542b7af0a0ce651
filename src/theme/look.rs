//! The owner's look, laid over whatever theme a book has: tokens get other values, in light and in dark, and styles of
//! the theme come that only such a look needs (`look/KEY.css`).
//!
//! A colour that the owner gives stays where it can be seen; what is made of it always can. It must not know what
//! else is done with logos, icons and lines.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::sync::Arc;

use crate::diagnostic::Diagnostic;
use crate::diagnostic::rules::faint_colour::{faint_colour, no_shade};
use crate::model::{Look, Pair, Role, Shades, SitePath, decode, encode};
use crate::source::{Source, Sources, Spanned};

use super::contrast::{BAR, TEXT, colour, contrast, hex, rounded, worth};
use super::file::{File, is_of};
use super::nearest_colour::{nearest, raised};
use super::palette::{Colour, Palette, Scheme, View, is_of_page, mix};
use super::style::Style;
use super::unused_colour;
use super::woff2::is_variable;

/// The name of the owner's font in styles.
const FAMILY: &str = "Twohats Look";

/// Where what the look adds stands in the styles of every page: behind all that a theme has.
const STYLE: &str = "styles/~look.css";

/// How light a colour for dark is at least that is made of one for light, in OKLCH from 0 to 1.
const LIGHTNESS_IN_DARK: f32 = 0.7;

/// How much of a hat's colour its ground has, in light and in dark.
const TINTS: [(Scheme, f32); 2] = [(Scheme::Light, 0.07), (Scheme::Dark, 0.14)];

/// Tokens with the values that the look gives them.
pub(super) type Tokens = BTreeMap<&'static str, String>;

/// The tokens of the colours, and of the corners.
pub(super) fn tokens(
    look: &Look,
    files: &BTreeMap<String, File>,
    notes: &mut Vec<Diagnostic>,
) -> Tokens {
    let read: Vec<Style> = styles(files).map(|(_, source)| Style::read(source.text())).collect();
    let mut palette = Palette::default();
    for style in &read {
        palette.add(style, None);
    }
    unused_colour::note_tokens(look, &read, notes);
    let mut found: BTreeMap<&'static str, [Colour; 2]> = BTreeMap::new();
    for (at, tint) in TINTS.into_iter().enumerate() {
        let scheme = match InScheme::new(look, &palette, tint) {
            Ok(scheme) => scheme,
            Err(token) => {
                unused_colour::note_ground(look, tint.0, token, notes);
                continue;
            }
        };
        for (name, colour) in scheme.colours(notes) {
            // Where the owner gives none for the other scheme, the theme's stays.
            let of_theme = TINTS.map(|(scheme, _)| of_theme(&palette, scheme, name));
            let both = of_theme.map(|other| other.unwrap_or(colour));
            found.entry(name).or_insert(both)[at] = colour;
        }
    }
    let both = |[light, dark]: [Colour; 2]| format!("light-dark({}, {})", hex(light), hex(dark));
    let mut tokens: Tokens =
        found.into_iter().map(|(name, colours)| (name, both(colours))).collect();
    if let Some(round) = look.round {
        tokens.insert("--round", format!("{round}px"));
    }
    tokens
}

/// Lays a look over the files of a theme.
pub(super) fn lay_over(
    look: &Look,
    tokens: &Tokens,
    sources: &Sources,
    files: &mut BTreeMap<String, File>,
) {
    let laid: Vec<(String, String)> = styles(files)
        .map(|(path, source)| (path.clone(), with_tokens(source.text(), look, tokens)))
        .collect();
    for (path, text) in laid {
        files.insert(path.clone(), File::Text(Arc::new(Source::new(path, &text))));
    }
    let mut added = font_faces(look, sources);
    for key in look.given() {
        if let Some(File::Text(style)) = files.get(&format!("look/{key}.css")) {
            added.push_str(style.text());
        }
    }
    files.insert(STYLE.to_owned(), File::Text(Arc::new(Source::new(STYLE, &added))));
}

/// The colour of a token in the theme.
fn of_theme(palette: &Palette, device: Scheme, name: &str) -> Option<Colour> {
    palette.colour(name, View { device, chosen: None }).map(|found| found.colour)
}

fn styles(files: &BTreeMap<String, File>) -> impl Iterator<Item = (&String, &Arc<Source>)> {
    files.iter().filter_map(|(path, file)| match file {
        File::Text(source) if is_of(path, "styles", "css") => Some((path, source)),
        File::Text(_) | File::Bytes(_) => None,
    })
}

/// A style with the values of the look where it gives tokens to the whole page.
fn with_tokens(style: &str, look: &Look, tokens: &Tokens) -> String {
    let mut laid = String::with_capacity(style.len());
    let mut done = 0;
    for one in Style::read(style).declarations {
        let font = (one.name == "--sans" && look.font.is_some())
            .then(|| format!("\"{FAMILY}\", {}", one.value));
        let value = font.as_ref().or_else(|| tokens.get(one.name.as_str()));
        if let Some(value) = value.filter(|_| is_of_page(&one)) {
            let _ = write!(laid, "{}{}: {value}", &style[done..one.place.start], one.name);
            done = one.place.end;
        }
    }
    laid.push_str(&style[done..]);
    laid
}

/// The fonts as a style names them, by their ways from the folder that it is published in.
fn font_faces(look: &Look, sources: &Sources) -> String {
    let mut faces = String::new();
    // As an author may write a link to it.
    let path_of = |link: &str| SitePath::resolve("", &decode(link)).unwrap_or_default();
    let mut face = |link: &str, weight: &str| {
        let _ = writeln!(
            faces,
            "@font-face {{ font-family: \"{FAMILY}\"; src: url(\"../{}\") format(\"woff2\"); \
             font-weight: {weight}; font-display: swap; }}",
            encode(path_of(link).as_str())
        );
    };
    if let Some(file) = &look.font {
        let path = format!("content/{}", path_of(file).as_str());
        let has_weights = sources.assets.get(&path).is_some_and(|asset| is_variable(asset.head()));
        face(file, if has_weights { "100 900" } else { "400" });
    }
    if let Some(file) = &look.font_bold {
        face(file, "700");
    }
    faces
}

/// The colours of a theme in one scheme, and what the owner says of them.
struct InScheme<'l> {
    look: &'l Look,
    scheme: Scheme,
    /// How much of a hat's colour its ground has.
    share: f32,
    page: Colour,
    sunk: Colour,
    link: Colour,
    /// The grounds that the theme gives the hats' answers.
    tints: Pair<Colour>,
    /// What is written on a ground whatever the look is.
    texts: [Colour; 2],
}

impl<'l> InScheme<'l> {
    /// The name of a token, where the theme does not have it, or nobody knows what colour it is.
    fn new(
        look: &'l Look,
        palette: &Palette,
        (scheme, share): (Scheme, f32),
    ) -> Result<Self, &'static str> {
        let colour = |name| of_theme(palette, scheme, name);
        let known = |name| colour(name).ok_or(name);
        let page = known("--page")?;
        let texts = [known("--text")?, known("--quiet")?];
        let sunk = colour("--sunk").unwrap_or(page);
        let link = known("--link")?;
        let tint = |name| colour(name).unwrap_or(page);
        let tints = Pair { leader: tint("--leader-tint"), manager: tint("--manager-tint") };
        Ok(Self { look, scheme, share, page, sunk, link, tints, texts })
    }

    /// What the look gives in this scheme.
    fn colours(&self, notes: &mut Vec<Diagnostic>) -> Vec<(&'static str, Colour)> {
        let mut colours = Vec::new();
        let mut grounds = vec![self.page, self.sunk];
        for (role, shades) in self.look.hats.each() {
            let key = role.name();
            let Some(given) = self.given(shades) else {
                grounds.push(*self.tints.get(role));
                continue;
            };
            let bar = self.held((given, shades), (key, BAR), &[self.page], notes);
            let tint = self.tint(bar);
            let on = [self.page, tint];
            let label = nearest(bar, |colour| worth(colour, &on, TEXT));
            let label = label.unwrap_or_else(|best| {
                self.note_no_shade((shades, key), (&on, TEXT), best, notes);
                best
            });
            grounds.push(tint);
            let names = match role {
                Role::Leader => ["--leader-bar", "--leader-tint", "--leader-label"],
                Role::Manager => ["--manager-bar", "--manager-tint", "--manager-label"],
            };
            colours.extend(names.into_iter().zip([bar, tint, label]));
        }
        let accent = &self.look.accent;
        if let Some(given) = self.given(accent) {
            let link = self.held((given, accent), ("accent", TEXT), &grounds, notes);
            colours.extend([("--link", link), ("--focus", link)]);
        }
        colours
    }

    /// The owner's colour for this scheme. What is not given for dark is made of that for light.
    fn given(&self, shades: &Shades) -> Option<Colour> {
        let light = || shades.light.as_ref().map(|given| colour(given.value));
        match self.scheme {
            Scheme::Light => light(),
            Scheme::Dark => {
                let own = shades.dark.as_ref().map(|given| colour(given.value));
                own.or_else(|| Some(raised(light()?, LIGHTNESS_IN_DARK)))
            }
        }
    }

    /// A colour that stands out from these grounds: the given one, or the nearest. Where the owner gave it for this
    /// scheme, that is told.
    fn held(
        &self,
        (given, shades): (Colour, &Shades),
        (key, needed): (&str, f32),
        grounds: &[Colour],
        notes: &mut Vec<Diagnostic>,
    ) -> Colour {
        let held = match nearest(given, |colour| worth(colour, grounds, needed)) {
            Ok(held) => held,
            Err(best) => {
                self.note_no_shade((shades, key), (grounds, needed), best, notes);
                return best;
            }
        };
        let (written, key) = match self.scheme {
            Scheme::Light => (&shades.light, key.to_owned()),
            Scheme::Dark => (&shades.dark, format!("{key}_dark")),
        };
        if let Some(Spanned { span, .. }) = written.as_ref().filter(|_| hex(held) != hex(given)) {
            let worst = |one: &&Colour, other: &&Colour| {
                contrast(given, **one).total_cmp(&contrast(given, **other))
            };
            let ground = grounds.iter().min_by(worst).copied().unwrap_or(self.page);
            let ratio = (contrast(given, ground) * 10.).floor() / 10.;
            let on = (hex(ground), ratio, needed);
            let said = self.scheme.name();
            notes.push(faint_colour(span.clone(), (&key, said), on, [&hex(given), &hex(held)]));
        }
        held
    }

    /// Reports a colour of which no shade stands out from these grounds, at the place where it is given.
    fn note_no_shade(
        &self,
        (shades, key): (&Shades, &str),
        (grounds, needed): (&[Colour], f32),
        best: Colour,
        notes: &mut Vec<Diagnostic>,
    ) {
        let of_scheme = |name: &str| name.ends_with("_dark") == (self.scheme == Scheme::Dark);
        let given = shades.named(key);
        let Some((key, given)) =
            given.iter().find(|(name, _)| of_scheme(name)).or_else(|| given.first())
        else {
            return;
        };
        let black = |one: &&Colour| contrast(**one, [0., 0., 0., 1.]);
        let by_light = |one: &&Colour, other: &&Colour| black(one).total_cmp(&black(other));
        let dark = grounds.iter().min_by(by_light).copied().unwrap_or(self.page);
        let light = grounds.iter().max_by(by_light).copied().unwrap_or(self.page);
        let place = (key.as_str(), self.scheme.name());
        let on = (&*hex(dark), &*hex(light), needed);
        notes.push(no_shade(given.span.clone(), place, on, &hex(best)));
    }

    /// The ground of a hat's answers: its colour seen through the page, as far as all that stands there can be read.
    fn tint(&self, bar: Colour) -> Colour {
        // Where links have the owner's colour, that one gives way instead.
        let link = self.given(&self.look.accent).is_none().then_some(self.link);
        let texts: Vec<Colour> = self.texts.into_iter().chain(link).collect();
        let shares = (0_u8..=20).map(|step| self.share * (1. - f32::from(step) / 20.));
        let mut tints = shares.map(|share| rounded(mix(bar, self.page, share)));
        tints.find(|tint| worth(*tint, &texts, TEXT) >= 1.).unwrap_or(self.page)
    }
}

#[cfg(test)]
mod tests {
    use crate::model::{Look, Rgb};
    use crate::source::{Source, Span, Spanned};
    use crate::theme::contrast::PAIRS;
    use crate::theme::embedded::{below, shipped_themes};

    use super::*;

    fn shades(light: Rgb) -> Shades {
        let nowhere = Span::new(&Arc::new(Source::new("book.toml", "")), 0..0);
        Shades { light: Some(Spanned::new(light, nowhere)), dark: None }
    }

    #[test]
    fn every_pair_can_be_read_whatever_colours_an_owner_gives() {
        let channels = [0, 90, 170, 255_u8];
        let all = channels.into_iter().flat_map(|red| {
            channels.into_iter().flat_map(move |green| channels.map(move |blue| [red, green, blue]))
        });
        let all: Vec<Rgb> = all.collect();
        let themes: Vec<_> = ["default"].into_iter().chain(shipped_themes()).map(below).collect();
        for (at, leader) in all.iter().enumerate() {
            let mut look =
                Look { accent: shades(all[(at * 7 + 3) % all.len()]), ..Look::default() };
            look.hats.leader = shades(*leader);
            look.hats.manager = shades(all[(at * 5 + 1) % all.len()]);
            if at % 3 == 0 {
                look.accent = Shades::default();
            }
            let files = &themes[at % themes.len()];
            let tokens = tokens(&look, files, &mut Vec::new());
            let mut palette = Palette::default();
            for (_, source) in styles(files) {
                palette.add(&Style::read(source.text()), None);
            }
            for (name, value) in &tokens {
                palette.lay(name, value.clone());
            }
            for device in [Scheme::Light, Scheme::Dark] {
                let view = View { device, chosen: None };
                for pair in PAIRS {
                    let colour = |name| palette.colour(name, view).expect("a colour").colour;
                    let ratio = contrast(colour(pair.text), colour(pair.ground));
                    let names = (pair.text, pair.ground);
                    assert!(ratio >= pair.needed, "{leader:?} {names:?} {ratio} {tokens:?}");
                }
            }
            // A masthead that is always dark has what is written there in dark.
            let view = View { device: Scheme::Dark, chosen: None };
            let colour = |name| palette.colour(name, view).map(|found| found.colour);
            if let (Some(bar), Some(text)) = (colour("--bar"), colour("--text")) {
                let ratio = contrast(text, bar);
                assert!(ratio >= TEXT, "{leader:?}: text on the masthead has {ratio}");
            }
        }
    }
}
