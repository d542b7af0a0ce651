//! What our styles write on what, and how well one colour stands out from another.
//!
//! It must not know where colours come from.

use crate::model::Rgb;

use super::palette::Colour;

/// The least contrast of text with what it stands on: WCAG 2.2, 1.4.3.
pub(super) const TEXT: f32 = 4.5;

/// The least contrast of what is no text and says something, such as a bar: WCAG 2.2, 1.4.11.
pub(super) const BAR: f32 = 3.;

/// Two tokens, one of which stands on the other.
#[derive(Clone, Copy)]
pub(super) struct Pair {
    pub text: &'static str,
    pub ground: &'static str,
    /// The least contrast of the two.
    pub needed: f32,
}

const fn pair(text: &'static str, ground: &'static str, needed: f32) -> Pair {
    Pair { text, ground, needed }
}

/// What our styles write on what, text first.
pub(super) const PAIRS: [Pair; 20] = [
    pair("--text", "--page", TEXT),
    pair("--quiet", "--page", TEXT),
    pair("--link", "--page", TEXT),
    pair("--leader-label", "--page", TEXT),
    pair("--manager-label", "--page", TEXT),
    // The chief button, and what is said at the foot of the window.
    pair("--page", "--text", TEXT),
    pair("--text", "--leader-tint", TEXT),
    pair("--quiet", "--leader-tint", TEXT),
    pair("--link", "--leader-tint", TEXT),
    pair("--leader-label", "--leader-tint", TEXT),
    pair("--text", "--manager-tint", TEXT),
    pair("--quiet", "--manager-tint", TEXT),
    pair("--link", "--manager-tint", TEXT),
    pair("--manager-label", "--manager-tint", TEXT),
    pair("--text", "--sunk", TEXT),
    pair("--quiet", "--sunk", TEXT),
    pair("--link", "--sunk", TEXT),
    pair("--leader-bar", "--page", BAR),
    pair("--manager-bar", "--page", BAR),
    pair("--focus", "--page", BAR),
];

/// WCAG 2.2: how much lighter one of two colours is.
pub(super) fn contrast(one: Colour, other: Colour) -> f32 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// The least contrast of a colour with these grounds, as a part of the one that it needs.
pub(super) fn worth(colour: Colour, grounds: &[Colour], needed: f32) -> f32 {
    let ratios = grounds.iter().map(|ground| contrast(colour, *ground) / needed);
    ratios.fold(f32::INFINITY, f32::min)
}

/// A colour by its parts from 0 to 255.
pub(super) fn colour(rgb: Rgb) -> Colour {
    let [red, green, blue] = rgb.map(|part| f32::from(part) / 255.);
    [red, green, blue, 1.]
}

fn luminance([red, green, blue, _]: Colour) -> f32 {
    let linear = |part: f32| {
        if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
}

/// A colour as it can be written in eight bits a channel.
pub(super) fn rounded(colour: Colour) -> Colour {
    colour.map(|part| (part * 255.).round() / 255.)
}

/// A colour as it is written: `#1d4fa8`.
pub(super) fn hex(colour: Colour) -> String {
    let [red, green, blue, _] = colour.map(|part| (part * 255.).round().clamp(0., 255.));
    csscolorparser::Color::new(red / 255., green / 255., blue / 255., 1.).to_css_hex().to_string()
}
