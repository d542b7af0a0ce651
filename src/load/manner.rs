//! What a file is read with besides its text: two files that are alike and are read alike say the same.

use crate::markdown::Html;
use crate::model::Book;

/// How the files of a book are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Manner {
    /// What is done with raw HTML.
    pub html: Html,
    /// Whether the words are English ones, so that something is known about them.
    pub english: bool,
}

impl Manner {
    pub fn of(book: &Book) -> Self {
        let language = book.language.split('-').next().unwrap_or_default();
        Self { html: book.html, english: language.eq_ignore_ascii_case("en") }
    }
}
