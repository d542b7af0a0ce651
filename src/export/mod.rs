//! A template as a file that is filled in on screen or by hand, a PDF or a Word document: pure functions, made
//! when the site is built.
//!
//! For the PDF a sheet is laid out as strips that lie one below the other (`fields`, `table`), the strips are
//! put on pages so that no label is parted from its field (`pages`), and the pages are written with real form
//! fields and with tags, so that they can be read aloud (`write`). Word lays its document out itself (`docx`).
//! Nothing in either depends on the clock or on chance.
//!
//! It must not know how addresses are made nor what a theme is.

mod computed;
mod docx;
mod draft;
mod embedded;
mod fields;
mod form;
mod grid;
mod metrics;
mod numbers;
mod objects;
mod opening;
mod options;
mod pages;
mod paint;
mod paper;
mod place;
mod sheet;
mod table;
mod tree;
mod winansi;
mod wrap;
mod write;
mod zip;

use crate::model::Format;

pub use sheet::{Colours, Sheet};

use draft::Draft;
use paper::Font;
use place::Place;
use winansi::{can_set, code};

/// The blank sheet in a format. The same sheet always gives the same bytes.
#[must_use]
pub fn blank(sheet: &Sheet<'_>, format: Format) -> Vec<u8> {
    match format {
        Format::Pdf => fillable_pdf(sheet),
        Format::Docx => docx::docx(sheet),
    }
}

/// The first letter of a sheet for which there is no font: then it has no PDF.
#[must_use]
pub fn undrawn(sheet: &Sheet<'_>) -> Option<char> {
    draft(sheet, Font::Standard).letters().into_iter().find(|letter| !can_set(*letter))
}

fn fillable_pdf(sheet: &Sheet<'_>) -> Vec<u8> {
    let plain = draft(sheet, Font::Standard);
    let is_plain = plain.letters().into_iter().all(|letter| code(letter).is_some());
    write::write(sheet, if is_plain { plain } else { draft(sheet, Font::Embedded) })
}

fn draft<'s>(sheet: &'s Sheet<'s>, font: Font) -> Draft<'s> {
    let mut draft = Draft::new(sheet, font);
    opening::opening(&mut draft);
    for field in &sheet.template.fields {
        fields::field(&mut draft, field, &Place::default());
    }
    draft
}
