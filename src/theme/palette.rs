//! The colours that tokens have: in light and in dark, as the device has it and as a reader chooses.
//!
//! It must not know what is written in which colour.

use std::ops::Range;
use std::sync::Arc;

use crate::source::Source;

use super::style::{Declaration, Style};

/// How many tokens may stand behind one another, as in `--a: var(--b)`.
const DEPTH: u8 = 8;

/// The property that says which of two colours `light-dark()` is.
const SCHEME: &str = "color-scheme";

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Scheme {
    Light,
    Dark,
}

impl Scheme {
    /// As it is told.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

/// How a reader looks at a page: what the device asks for, and what was chosen on the page itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct View {
    pub device: Scheme,
    pub chosen: Option<Scheme>,
}

/// Red, green, blue and how much they cover, each from 0 to 1.
pub(super) type Colour = [f32; 4];

/// A colour, and the definition of the project's own that it comes from.
#[derive(Clone, Copy)]
pub(super) struct Found<'p> {
    pub colour: Colour,
    pub own: Option<&'p Definition>,
}

/// One place that gives a token its value, and when it does.
pub(super) struct Definition {
    pub name: String,
    pub value: String,
    /// Where it stands, when it is the project's own.
    pub own: Option<(Arc<Source>, Range<usize>)>,
    device: Option<Scheme>,
    chosen: Option<Scheme>,
    not_chosen: Option<Scheme>,
    rank: (bool, bool, u8),
}

/// All definitions, in the order of the styles.
#[derive(Default)]
pub(super) struct Palette(Vec<Definition>);

impl Palette {
    /// Adds the tokens of a style, after those that are there.
    pub(super) fn add(&mut self, style: &Style, own: Option<&Arc<Source>>) {
        let tokens = style.declarations.iter();
        let tokens = tokens.filter(|one| one.name.starts_with("--") || one.name == SCHEME);
        for one in tokens {
            let own = own.map(|source| (Arc::clone(source), one.place.clone()));
            self.0.extend(definitions(one, own.as_ref()));
        }
    }

    /// Gives a token a value that holds over all that styles say.
    pub(super) fn lay(&mut self, name: &str, value: String) {
        let (name, own) = (name.to_owned(), None);
        let (device, chosen, not_chosen) = (None, None, None);
        let rank = (true, true, u8::MAX);
        self.0.push(Definition { name, value, own, device, chosen, not_chosen, rank });
    }

    /// The colour of a token, unless it is none that can be worked out.
    pub(super) fn colour(&self, name: &str, view: View) -> Option<Found<'_>> {
        self.token(name, view, DEPTH)
    }

    fn token(&self, name: &str, view: View, depth: u8) -> Option<Found<'_>> {
        let found = self.definition(name, view)?;
        let colour = self.value(&found.value, view, depth.checked_sub(1)?)?;
        Some(Found { own: colour.own.or(found.own.as_ref().map(|_| found)), ..colour })
    }

    /// The definition that holds: of equals the last, as in a browser.
    fn definition(&self, name: &str, view: View) -> Option<&Definition> {
        let holds = self.0.iter().filter(|one| one.name == name && one.holds(view));
        holds.max_by_key(|one| one.rank)
    }

    fn scheme(&self, view: View) -> Scheme {
        let value = self.definition(SCHEME, view).map_or("light dark", |one| &one.value);
        match (value.contains("light"), value.contains("dark")) {
            (true, false) => Scheme::Light,
            (false, true) => Scheme::Dark,
            _ => view.device,
        }
    }

    fn value(&self, value: &str, view: View, depth: u8) -> Option<Found<'_>> {
        let value = value.trim();
        if let Some(inside) = inside(value, "var(") {
            let mut parts = arguments(inside);
            let name = parts.next()?.trim();
            let named = self.token(name, view, depth);
            return named.or_else(|| self.value(parts.next()?, view, depth.checked_sub(1)?));
        }
        if let Some(inside) = inside(value, "light-dark(") {
            let mut both = arguments(inside);
            let light = both.next()?;
            let one = if self.scheme(view) == Scheme::Light { light } else { both.next()? };
            return self.value(one, view, depth.checked_sub(1)?);
        }
        if let Some(inside) = inside(value, "color-mix(in srgb,") {
            let mut parts = arguments(inside);
            let (first, of_first) = share(parts.next()?);
            let (second, of_second) = share(parts.next()?);
            let of_first = of_first.or(of_second.map(|rest| 1. - rest)).unwrap_or(0.5);
            let depth = depth.checked_sub(1)?;
            let (first, second) =
                (self.value(first, view, depth)?, self.value(second, view, depth)?);
            let colour = mix(first.colour, second.colour, of_first);
            return Some(Found { colour, own: first.own.or(second.own) });
        }
        let colour = csscolorparser::parse(value).ok()?;
        Some(Found { colour: [colour.r, colour.g, colour.b, colour.a], own: None })
    }
}

impl Definition {
    fn holds(&self, view: View) -> bool {
        self.device.is_none_or(|device| device == view.device)
            && self.chosen.is_none_or(|chosen| Some(chosen) == view.chosen)
            && self.not_chosen.is_none_or(|chosen| Some(chosen) != view.chosen)
    }

    /// Whether it holds in every view.
    pub(super) fn always_holds(&self) -> bool {
        self.device.is_none() && self.chosen.is_none() && self.not_chosen.is_none()
    }
}

/// The second colour seen through the first, of which there is `share`.
pub(super) fn mix(first: Colour, second: Colour, share: f32) -> Colour {
    let alpha = first[3] * share + second[3] * (1. - share);
    let part = |at: usize| {
        let whole = first[at] * first[3] * share + second[at] * second[3] * (1. - share);
        if alpha > 0. { whole / alpha } else { 0. }
    };
    [part(0), part(1), part(2), alpha]
}

/// Whether a declaration holds for the whole page, on a screen at least.
pub(super) fn is_of_page(declaration: &Declaration) -> bool {
    definitions(declaration, None).next().is_some()
}

/// What a declaration defines for the whole page: once for each of its selectors that means the page.
fn definitions<'d>(
    declaration: &'d Declaration,
    own: Option<&'d (Arc<Source>, Range<usize>)>,
) -> impl Iterator<Item = Definition> + 'd {
    let (value, is_important) = match declaration.value.strip_suffix("!important") {
        Some(value) => (value.trim(), true),
        None => (declaration.value.as_str(), false),
    };
    let selectors = declaration.around.iter().find(|rule| !rule.starts_with('@'));
    let selectors = selectors.into_iter().flat_map(|rule| rule.split(','));
    selectors.filter_map(move |selector| {
        let mut one = Definition {
            name: declaration.name.clone(),
            value: value.to_owned(),
            own: own.cloned(),
            device: None,
            chosen: None,
            not_chosen: None,
            rank: (is_important, true, 0),
        };
        let mut is_inner = false;
        for rule in &declaration.around {
            if rule.starts_with('@') {
                one.condition(rule)?;
            } else if is_inner {
                one.selector(rule.strip_prefix('&')?)?;
            } else {
                is_inner = true;
                one.selector(selector.trim())?;
            }
        }
        Some(one)
    })
}

impl Definition {
    /// Takes in an at-rule, unless it is one that cannot be judged.
    fn condition(&mut self, rule: &str) -> Option<()> {
        if rule.starts_with("@layer") {
            self.rank.1 = false;
            return Some(());
        }
        let asked = rule.strip_prefix("@media")?.replace(' ', "");
        self.device = match asked.trim_start_matches("screenand") {
            "(prefers-color-scheme:dark)" => Some(Scheme::Dark),
            "(prefers-color-scheme:light)" => Some(Scheme::Light),
            "screen" | "all" => self.device,
            _ => return None,
        };
        Some(())
    }

    /// Takes in a selector of the whole page, unless it is one of a part of it.
    fn selector(&mut self, selector: &str) -> Option<()> {
        let (weight, rest) = [(":root", 2), ("html", 1), ("body", 9), ("", 0)]
            .iter()
            .find_map(|(name, weight)| Some((weight, selector.strip_prefix(name)?)))?;
        let rest = rest.replace(['"', '\''], "");
        self.rank.2 += weight + if rest.is_empty() { 0 } else { 2 };
        match rest.as_str() {
            "" if !selector.is_empty() => {}
            "[data-theme=dark]" => self.chosen = Some(Scheme::Dark),
            "[data-theme=light]" => self.chosen = Some(Scheme::Light),
            ":not([data-theme=dark])" => self.not_chosen = Some(Scheme::Dark),
            ":not([data-theme=light])" => self.not_chosen = Some(Scheme::Light),
            _ => return None,
        }
        Some(())
    }
}

/// What stands in the brackets of a function.
fn inside<'v>(value: &'v str, function: &str) -> Option<&'v str> {
    value.strip_prefix(function)?.strip_suffix(')')
}

/// What stands between the commas that are in no brackets of their own.
fn arguments(inside: &str) -> impl Iterator<Item = &str> {
    let mut open = 0;
    inside.split(move |letter| {
        match letter {
            '(' => open += 1,
            ')' => open -= 1,
            _ => {}
        }
        letter == ',' && open == 0
    })
}

/// A colour of a mixture, and how much there is of it where that is said.
fn share(part: &str) -> (&str, Option<f32>) {
    let part = part.trim();
    let said = part.rsplit_once(' ').and_then(|(colour, share)| {
        Some((colour, share.strip_suffix('%')?.parse::<f32>().ok()? / 100.))
    });
    said.map_or((part, None), |(colour, share)| (colour, Some(share)))
}
