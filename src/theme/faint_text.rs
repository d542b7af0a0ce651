//! `faint-text`: text and bars whose contrast falls below what can be read, when a project gives tokens other colours.

use std::collections::BTreeMap;
use std::fmt::Write;

use crate::diagnostic::Diagnostic;
use crate::diagnostic::rules::faint_text::faint_text;
use crate::source::Span;

use super::contrast::{PAIRS, Pair, contrast, hex, rounded};
use super::palette::{Colour, Definition, Palette, Scheme, View, mix};

/// The ways to look at a page, each with how it is told.
const VIEWS: [(View, &str); 4] = [
    (View { device: Scheme::Light, chosen: None }, "in light"),
    (View { device: Scheme::Dark, chosen: None }, "in dark"),
    (
        View { device: Scheme::Light, chosen: Some(Scheme::Dark) },
        "where a reader chooses dark and the device has light",
    ),
    (
        View { device: Scheme::Dark, chosen: Some(Scheme::Light) },
        "where a reader chooses light and the device has dark",
    ),
];

/// A pair that cannot be read.
struct Faint {
    text: (&'static str, Colour),
    ground: (&'static str, Colour),
    needed: f32,
    view: (View, &'static str),
}

/// Reports pairs that the project's own colours make faint, once for each place that gives such a colour.
pub(super) fn note(palette: &Palette, default: &Palette, notes: &mut Vec<Diagnostic>) {
    let mut found: BTreeMap<(&str, usize), (&Definition, Vec<Faint>)> = BTreeMap::new();
    for (view, said) in VIEWS {
        for Pair { text, ground, needed } in PAIRS {
            let (Some(on_top), Some(below)) =
                (palette.colour(text, view), palette.colour(ground, view))
            else {
                continue;
            };
            let Some(own) = on_top.own.or(below.own) else { continue };
            let Some((source, place)) = &own.own else { continue };
            let colour = mix(on_top.colour, below.colour, on_top.colour[3]);
            let colour = [colour[0], colour[1], colour[2], 1.];
            if below.colour[3] < 1. || contrast(colour, below.colour) >= needed {
                continue;
            }
            // What a reader chooses fails at every place that asks the device instead: the first is enough.
            let is_told = |(one, faint): &(&Definition, Vec<Faint>)| {
                one.name == own.name && faint.iter().any(|faint| faint.view.0.chosen.is_some())
            };
            let place = (source.path(), place.start);
            if view.chosen.is_some() && !found.contains_key(&place) && found.values().any(is_told) {
                continue;
            }
            let (text, ground) = ((text, colour), (ground, below.colour));
            let faint = Faint { text, ground, needed, view: (view, said) };
            found.entry(place).or_insert((own, Vec::new())).1.push(faint);
        }
    }
    for (own, faint) in found.values() {
        notes.extend(told(own, faint, (palette, default)));
    }
}

fn told(
    own: &Definition,
    all: &[Faint],
    (palette, default): (&Palette, &Palette),
) -> Option<Diagnostic> {
    let first = all.first()?;
    let ((text, ink), (ground, paper), (view, said)) = (first.text, first.ground, first.view);
    let what = match text {
        "--focus" => "a ring",
        bar if bar.ends_with("-bar") => "a bar",
        _ => "text",
    };
    let needed = first.needed;
    let ratio = (contrast(ink, paper) * 10.).floor() / 10.;
    let message = format!(
        "{said}, `{text}` ({}) on `{ground}` ({}) has a contrast of {ratio} to 1, and {what} needs {needed}",
        hex(ink),
        hex(paper),
    );
    let both = one_for_each(own, view, default).or_else(|| not_by_device(own, view, palette));
    let mut help = both.unwrap_or_else(|| {
        let is_ground = own.name == ground;
        let (of, against) = if is_ground { (paper, ink) } else { (ink, paper) };
        let name = if is_ground { ground } else { text };
        format!("`{}` would do for `{name}`", hex(readable(of, against, needed)))
    });
    let mut others: Vec<String> = Vec::new();
    for one in &all[1..] {
        let other = format!("`{}` on `{}`", one.text.0, one.ground.0);
        if (one.text.0, one.ground.0) != (text, ground) && !others.contains(&other) {
            others.push(other);
        }
    }
    if !others.is_empty() {
        let _ = write!(help, "; too faint as well: {}", others.join(", "));
    }
    let (source, place) = own.own.as_ref()?;
    Some(faint_text(Span::new(source, place.clone()), message, help))
}

/// One colour for light and dark is most often one that was chosen in light: the line with both.
fn one_for_each(own: &Definition, view: View, default: &Palette) -> Option<String> {
    let is_one = own.always_holds() && !own.value.contains("light-dark(");
    let is_dark = view == View { device: Scheme::Dark, chosen: None };
    let ours = default.colour(&own.name, view).filter(|_| is_one && is_dark)?;
    let both = format!("light-dark({}, {})", own.value, hex(ours.colour));
    Some(format!("say a colour for light and one for dark: `{}: {both};`", own.name))
}

/// A colour that the device decides on stays when a reader chooses otherwise: the line that follows both.
fn not_by_device(own: &Definition, view: View, palette: &Palette) -> Option<String> {
    view.chosen?;
    let colour = |device| {
        let found = palette.colour(&own.name, View { device, chosen: None })?;
        Some(hex(found.colour))
    };
    let (light, dark) = (colour(Scheme::Light)?, colour(Scheme::Dark)?);
    Some(format!(
        "`@media (prefers-color-scheme)` asks the device and not the reader: write \
         `{}: light-dark({light}, {dark});` instead",
        own.name
    ))
}

/// The nearest colour towards black or white that can be read.
fn readable(of: Colour, against: Colour, needed: f32) -> Colour {
    let (black, white) = ([0., 0., 0., 1.], [1.; 4]);
    let steps = (0_u8..=100).map(|step| f32::from(step) / 100.);
    let mut colours = steps.flat_map(|step| [mix(black, of, step), mix(white, of, step)]);
    colours.find(|colour| contrast(rounded(*colour), against) >= needed).unwrap_or(black)
}

#[cfg(test)]
mod tests {
    use super::{PAIRS, Pair, Palette, VIEWS, contrast};
    use crate::theme::embedded::FILES;
    use crate::theme::file::{File, is_of};
    use crate::theme::style::Style;

    fn styles() -> impl Iterator<Item = (&'static str, Style)> {
        FILES.iter().filter_map(|(path, file)| match file {
            File::Text(source) if is_of(path, "styles", "css") => {
                Some((path.as_str(), Style::read(source.text())))
            }
            File::Text(_) | File::Bytes(_) => None,
        })
    }

    /// The token that a declaration of `property` takes, by the rules that it stands in.
    fn token(style: &Style, property: &str, around: &[String]) -> Option<String> {
        let mut found =
            style.declarations.iter().filter(|one| one.name == property && one.around == around);
        let token = found.next()?.value.strip_prefix("var(")?.strip_suffix(')')?;
        (!token.ends_with("-bar")).then(|| token.to_owned())
    }

    fn is_a_pair(text: &str, ground: &str) -> bool {
        PAIRS.iter().any(|pair| pair.text == text && pair.ground == ground)
    }

    #[test]
    fn every_pair_of_colours_that_our_styles_use_is_looked_at() {
        let mut seen = 0;
        for (path, style) in styles() {
            let texts = style.declarations.iter().filter(|one| one.name == "color");
            for around in texts.map(|one| &one.around) {
                let Some(text) = token(&style, "color", around) else { continue };
                let ground = token(&style, "background", around);
                let ground = ground.unwrap_or_else(|| "--page".to_owned());
                let is_there = is_a_pair(&text, &ground) || text == ground;
                assert!(is_there, "{path}: `{text}` on `{ground}` in {around:?} is in no pair");
                seen += 1;
            }
            for tint in style.declarations.iter().filter(|one| one.name == "background") {
                let Some(ground) = token(&style, "background", &tint.around) else { continue };
                if ground.ends_with("-tint") {
                    for text in ["--text", "--quiet", "--link"] {
                        assert!(is_a_pair(text, &ground), "{path}: `{text}` on `{ground}`");
                    }
                }
            }
        }
        assert!(seen > 50, "{seen} colours of text");
    }

    #[test]
    fn our_own_colours_can_be_read_in_every_view() {
        let mut palette = Palette::default();
        styles().for_each(|(_, style)| palette.add(&style, None));
        for (view, said) in VIEWS {
            for Pair { text, ground, needed } in PAIRS {
                let colour = |name| palette.colour(name, view).expect("it is a colour").colour;
                let ratio = contrast(colour(text), colour(ground));
                assert!(ratio >= needed, "{said}, `{text}` on `{ground}`: {ratio}");
            }
        }
    }
}
