//! Our own font in a document: as many of its letters as are written, each with what it is when somebody copies it.

use pdf_writer::types::{CidFontType, FontFlags, SystemInfo, UnicodeCmap};
use pdf_writer::{Finish, Name, Pdf, Rect, Ref, Str};

use crate::font::Subset;

use super::metrics::weight;
use super::numbers::Numbers;
use super::paper::Face;

/// The letters that were written so far, of both cuts.
pub(super) struct Embedded {
    regular: Subset,
    bold: Subset,
}

/// The names under which pages know the cuts, and their own: six letters say that it is a part of a font.
const CUTS: [(Name<'_>, Name<'_>); 2] = [
    (Name(b"Inter"), Name(b"TWOHAT+Inter-Regular")),
    (Name(b"InterBold"), Name(b"TWOHAT+Inter-Bold")),
];

/// Letters go by their numbers.
const BY_NUMBER: SystemInfo<'_> =
    SystemInfo { registry: Str(b"Adobe"), ordering: Str(b"Identity"), supplement: 0 };

/// How high and deep the letters of Inter are, in thousandths of their size.
const ASCENT: f32 = 969.0;
const DESCENT: f32 = -242.0;
const CAPITALS: f32 = 727.0;

impl Embedded {
    pub(super) fn new() -> Self {
        let [regular, bold] = [Face::Regular, Face::Bold].map(|face| Subset::new(weight(face)));
        Self { regular, bold }
    }

    /// A text as pages show it, and the name of its font.
    pub(super) fn encode(&mut self, text: &str, face: Face) -> (Name<'static>, Vec<u8>) {
        let (font, (name, _)) = match face {
            Face::Regular => (&mut self.regular, CUTS[0]),
            Face::Bold => (&mut self.bold, CUTS[1]),
        };
        (name, text.chars().flat_map(|letter| font.number(letter).to_be_bytes()).collect())
    }

    /// Writes both, and says under which names pages know them.
    pub(super) fn write(&self, pdf: &mut Pdf, numbers: &mut Numbers) -> [(Name<'static>, Ref); 2] {
        let places = CUTS.map(|(name, _)| (name, numbers.next()));
        let fonts = [&self.regular, &self.bold];
        for ((font, (_, name)), (_, place)) in fonts.into_iter().zip(CUTS).zip(places) {
            cut(pdf, font, (name, place), numbers);
        }
        places
    }
}

fn cut(pdf: &mut Pdf, font: &Subset, (name, place): (Name<'_>, Ref), numbers: &mut Numbers) {
    let [letters, describing, file, copied] = [(); 4].map(|()| numbers.next());
    let mut whole = pdf.type0_font(place);
    whole.base_font(name).encoding_predefined(Name(b"Identity-H"));
    whole.descendant_font(letters).to_unicode(copied);
    whole.finish();

    let mut object = pdf.cid_font(letters);
    object.subtype(CidFontType::Type2).base_font(name).system_info(BY_NUMBER);
    object.font_descriptor(describing).default_width(0.0);
    object.cid_to_gid_map_predefined(Name(b"Identity"));
    let mut widths = object.widths();
    for (number, _, width) in font.letters() {
        widths.consecutive(number, [width]);
    }
    widths.finish();
    object.finish();

    let mut object = pdf.font_descriptor(describing);
    object.name(name).flags(FontFlags::SYMBOLIC).italic_angle(0.0);
    object.bbox(Rect::new(-700.0, DESCENT, 1700.0, ASCENT));
    object.ascent(ASCENT).descent(DESCENT).cap_height(CAPITALS).stem_v(90.0).font_file2(file);
    object.finish();

    let bytes = font.file();
    let length = i32::try_from(bytes.len()).unwrap_or(i32::MAX);
    pdf.stream(file, &bytes).pair(Name(b"Length1"), length);

    let mut map = UnicodeCmap::new(Name(b"Letters"), BY_NUMBER);
    for (number, letter, _) in font.letters() {
        map.pair(number, letter);
    }
    pdf.cmap(copied, &map.finish());
}
