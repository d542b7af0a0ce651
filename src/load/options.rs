//! What a file is read with besides its text: two files that are alike and are read alike say the same.

use std::sync::Arc;

use crate::markdown::Html;
use crate::model::Book;

/// How the files of a book are read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct LoadOptions {
    /// What is done with raw HTML.
    pub html: Html,
    /// Whether the words are English ones, so that something is known about them.
    pub english: bool,
    /// The tags of the languages that the book is translated into.
    pub languages: Arc<[String]>,
}

impl LoadOptions {
    pub(super) fn of(book: &Book) -> Self {
        let language = book.language.split('-').next().unwrap_or_default();
        let languages = book.translations().map(|language| language.tag.clone()).collect();
        Self { html: book.html, english: language.eq_ignore_ascii_case("en"), languages }
    }
}
