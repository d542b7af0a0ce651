//! How wide text is: the widths of Helvetica, which every reader of PDF has, and those of our own font.

use crate::font::{self, Weight};

use super::paper::{Face, Font, Style};
use super::winansi::code;

/// The width of a text that can be set, in points.
pub(super) fn width(text: &str, style: Style) -> f32 {
    points(units(text, style), style)
}

/// Thousandths of the size in points.
pub(super) fn points(units: f32, style: Style) -> f32 {
    units * style.size / 1000.0
}

/// The width of a text that can be set, in thousandths of its size.
pub(super) fn units(text: &str, style: Style) -> f32 {
    let widths = match style.face {
        Face::Regular => &REGULAR,
        Face::Bold => &BOLD,
    };
    let of = |letter: char| match style.font {
        Font::Standard => {
            let at = code(letter).and_then(|letter| letter.checked_sub(32));
            f32::from(at.map_or(0, |at| widths[usize::from(at)]))
        }
        Font::Embedded => font::width(letter, weight(style.face)),
    };
    text.chars().map(of).sum()
}

/// Our own font's cut.
pub(super) fn weight(face: Face) -> Weight {
    match face {
        Face::Regular => Weight::Regular,
        Face::Bold => Weight::Bold,
    }
}

/// Thousandths of the size, from the space on: Adobe's metrics of Helvetica.
#[rustfmt::skip]
const REGULAR: [u16; 224] = [
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278,
    556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
    1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
    667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
    333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556,
    556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584, 350,
    556, 350, 222, 556, 333, 1000, 556, 556, 333, 1000, 667, 333, 1000, 350, 611, 350,
    350, 222, 222, 333, 333, 350, 556, 1000, 333, 1000, 500, 333, 944, 350, 500, 667,
    278, 333, 556, 556, 556, 556, 260, 556, 333, 737, 370, 556, 584, 333, 737, 333,
    400, 584, 333, 333, 333, 556, 537, 278, 333, 333, 365, 556, 834, 834, 834, 611,
    667, 667, 667, 667, 667, 667, 1000, 722, 667, 667, 667, 667, 278, 278, 278, 278,
    722, 722, 778, 778, 778, 778, 778, 584, 778, 722, 722, 722, 722, 667, 667, 611,
    556, 556, 556, 556, 556, 556, 889, 500, 556, 556, 556, 556, 278, 278, 278, 278,
    556, 556, 556, 556, 556, 556, 556, 584, 611, 556, 556, 556, 556, 500, 556, 500,
];

/// The same of Helvetica-Bold.
#[rustfmt::skip]
const BOLD: [u16; 224] = [
    278, 333, 474, 556, 556, 889, 722, 238, 333, 333, 389, 584, 278, 333, 278, 278,
    556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 333, 333, 584, 584, 584, 611,
    975, 722, 722, 722, 722, 667, 611, 778, 722, 278, 556, 722, 611, 833, 722, 778,
    667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 333, 278, 333, 584, 556,
    333, 556, 611, 556, 611, 556, 333, 611, 611, 278, 278, 556, 278, 889, 611, 611,
    611, 611, 389, 556, 333, 611, 556, 778, 556, 556, 500, 389, 280, 389, 584, 350,
    556, 350, 278, 556, 500, 1000, 556, 556, 333, 1000, 667, 333, 1000, 350, 611, 350,
    350, 278, 278, 500, 500, 350, 556, 1000, 333, 1000, 556, 333, 944, 350, 500, 667,
    278, 333, 556, 556, 556, 556, 280, 556, 333, 737, 370, 556, 584, 333, 737, 333,
    400, 584, 333, 333, 333, 611, 556, 278, 333, 333, 365, 556, 834, 834, 834, 611,
    722, 722, 722, 722, 722, 722, 1000, 722, 667, 667, 667, 667, 278, 278, 278, 278,
    722, 722, 778, 778, 778, 778, 778, 584, 778, 722, 722, 722, 722, 667, 667, 611,
    556, 556, 556, 556, 556, 556, 889, 556, 556, 556, 556, 556, 278, 278, 278, 278,
    611, 611, 611, 611, 611, 611, 611, 584, 611, 611, 611, 611, 611, 556, 611, 556,
];

#[cfg(test)]
mod tests {
    use super::super::paper::{BODY, Font, LABEL, Style};
    use super::width;

    #[test]
    fn a_text_is_as_wide_as_its_letters() {
        let [body, label] = [BODY, LABEL].map(|style| Style { size: 10.0, ..style });
        // H 722, i 222, bold H 722, bold i 278: as Adobe's files say.
        assert!((width("Hi", body) - 9.44).abs() < 0.001);
        assert!((width("Hi", label) - 10.0).abs() < 0.001);
        assert!(width("Ж", body.set_in(Font::Embedded)) > 5.0);
    }
}
