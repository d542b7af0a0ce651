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
mod objects;
mod opening;
mod options;
mod pages;
mod paint;
mod paper;
mod table;
mod tree;
mod winansi;
mod wrap;
mod write;
mod zip;

use crate::markdown::Prose;
use crate::model::Template;

pub use docx::blank_docx;
use draft::Draft;

/// What a sheet is made of.
pub struct Sheet<'a> {
    pub title: &'a str,
    pub summary: Option<&'a Prose>,
    pub template: &'a Template,
    /// The title of the book that it is from.
    pub book: &'a str,
    /// The book's language, as in `en`.
    pub language: &'a str,
    /// The words of the interface, by their keys.
    pub words: &'a dyn Fn(&str) -> String,
}

/// The blank sheet as PDF. The same sheet always gives the same bytes.
#[must_use]
pub fn fillable_pdf(sheet: &Sheet<'_>) -> Vec<u8> {
    let mut draft = Draft::new(sheet);
    opening::opening(&mut draft);
    for field in &sheet.template.fields {
        fields::field(&mut draft, field, &fields::Place::default());
    }
    write::write(sheet, draft)
}
