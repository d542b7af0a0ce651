//! What a sheet is made of, whichever file it becomes. It must not know how any of them is laid out.

use crate::markdown::Prose;
use crate::model::Template;

/// What a sheet is made of.
pub struct Sheet<'a> {
    /// Its heading.
    pub title: &'a str,
    /// What it is for, below the heading.
    pub summary: Option<&'a Prose>,
    /// The fields, and when and how long to fill them in.
    pub template: &'a Template,
    /// The title of the book that it is from.
    pub book: &'a str,
    /// The book's language, as in `en`.
    pub language: &'a str,
    /// The colours of its bars, where the owner gives some; else they are grey.
    pub colours: Option<Colours>,
    /// The words of the interface, by their keys.
    pub words: &'a dyn Fn(&str) -> String,
}

/// Colours that stand out from white paper, as red, green and blue from 0 to 255.
#[derive(Clone, Copy, Debug)]
pub struct Colours {
    /// The leader's bar.
    pub leader: [u8; 3],
    /// The manager's bars.
    pub manager: [u8; 3],
    /// The lines above headings.
    pub line: [u8; 3],
}
