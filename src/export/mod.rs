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

pub use sheet::Sheet;

use draft::Draft;
use place::Place;

/// The blank sheet in a format. The same sheet always gives the same bytes.
#[must_use]
pub fn blank(sheet: &Sheet<'_>, format: Format) -> Vec<u8> {
    match format {
        Format::Pdf => fillable_pdf(sheet),
        Format::Docx => docx::docx(sheet),
    }
}

fn fillable_pdf(sheet: &Sheet<'_>) -> Vec<u8> {
    let mut draft = Draft::new(sheet);
    opening::opening(&mut draft);
    for field in &sheet.template.fields {
        fields::field(&mut draft, field, &Place::default());
    }
    write::write(sheet, draft)
}
