//! Colours moved in OKLCH: lighter or darker, with the same hue, until something holds.
//!
//! It must not know what for.

use csscolorparser::Color;

use super::contrast::rounded;
use super::palette::Colour;

/// How far a colour is moved at a time, of a lightness from 0 to 1.
const STEP: f32 = 0.004;

/// The steps from black to white.
const STEPS: u16 = 250;

/// The nearest colour that is worth 1 or more: itself, or one that is as little lighter or darker as can be. Where there
/// is none, the one that is worth most, as an error.
pub(super) fn nearest(colour: Colour, worth: impl Fn(Colour) -> f32) -> Result<Colour, Colour> {
    if worth(colour) >= 1. {
        return Ok(colour);
    }
    let [lightness, chroma, hue] = oklch(colour);
    let steps = (1..=STEPS).flat_map(|step| [f32::from(step) * STEP, f32::from(step) * -STEP]);
    let lightnesses = steps.map(|step| lightness + step);
    let inside = lightnesses.filter(|lightness| (0. ..=1.).contains(lightness));
    let colours = inside.map(|lightness| shown([lightness, chroma, hue]));
    let mut best = (colour, worth(colour));
    for colour in colours {
        let worth = worth(colour);
        if worth >= 1. {
            return Ok(colour);
        }
        if worth > best.1 {
            best = (colour, worth);
        }
    }
    Err(best.0)
}

/// A colour that is at least so light, from 0 to 1.
pub(super) fn raised(colour: Colour, least: f32) -> Colour {
    let [lightness, chroma, hue] = oklch(colour);
    if lightness >= least { colour } else { shown([least, chroma, hue]) }
}

fn oklch([red, green, blue, _]: Colour) -> [f32; 3] {
    let [lightness, chroma, hue, _] = Color::new(red, green, blue, 1.).to_oklcha();
    [lightness, chroma, hue]
}

/// A colour as a screen shows it: with as much chroma as it can.
fn shown([lightness, chroma, hue]: [f32; 3]) -> Colour {
    let whole = |chroma| {
        let Color { r, g, b, .. } = Color::from_oklcha(lightness, chroma, hue, 1.);
        [r, g, b]
    };
    let is_shown = |parts: [f32; 3]| parts.iter().all(|part| (-0.001..=1.001).contains(part));
    let shares = (0_u8..=50).map(|step| 1. - f32::from(step) / 50.);
    let mut colours = shares.map(|share| whole(chroma * share));
    let [red, green, blue] = colours.find(|parts| is_shown(*parts)).unwrap_or([lightness; 3]);
    rounded([red, green, blue, 1.].map(|part| part.clamp(0., 1.)))
}
