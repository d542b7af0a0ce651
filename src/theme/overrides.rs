//! The files of the default theme for whoever makes another: which there are, and what a project has in their place.

use std::collections::BTreeMap;

use crate::model::Book;
use crate::source::Sources;

use super::embedded::FILES;
use super::file::File;
use super::line_difference::line_difference;
use super::made_of::{with_mark, without_mark};

/// Every file of the default theme, by its path in the theme's folder.
pub fn default_files() -> impl Iterator<Item = &'static str> {
    FILES.keys().map(String::as_str)
}

/// A file of the default theme to be changed: it says at its head of which default it was made.
#[must_use]
pub fn to_change(path: &str) -> Option<String> {
    match FILES.get(path)? {
        File::Text(source) => Some(with_mark(path, source.text())),
        File::Bytes(_) => None,
    }
}

/// What a book's own theme has in the place of files of the default, each with how it differs: lines with `-` are the
/// default's, those with `+` the book's.
#[must_use]
pub fn overrides(sources: &Sources, book: &Book) -> BTreeMap<String, String> {
    let Some(name) = &book.theme else { return BTreeMap::new() };
    let folder = format!("themes/{}/", name.value);
    let own = sources.texts.iter().filter_map(|(path, source)| {
        let path = path.strip_prefix(&folder)?;
        let Some(File::Text(default)) = FILES.get(path) else { return None };
        let difference = line_difference(default.text(), without_mark(source.text()));
        Some((path.to_owned(), difference))
    });
    own.collect()
}
