//! The files of the program's themes for whoever makes another: which there are, and what a book has in their place.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::Book;
use crate::source::Sources;

use super::embedded::{FILES, below, shipped};
use super::file::File;
use super::line_difference::line_difference;
use super::made_of::{with_mark, without_mark};

/// What a book has in the place of a default file.
pub struct Override {
    /// Which theme the file that it lies over is of: `default`, or `twohats/compact`.
    pub over: String,
    /// How the two differ: lines with `-` are that one's, those with `+` the book's. Empty where they do not.
    pub difference: String,
}

/// Every file of the default theme, by its path in the theme's folder.
pub fn default_files() -> impl Iterator<Item = &'static str> {
    FILES.keys().map(String::as_str)
}

/// Every file that a theme of the program has over the default one; none where there is no such theme.
pub fn shipped_files(theme: &str) -> impl Iterator<Item = &'static str> {
    shipped(theme).into_iter().flatten().map(|(path, _)| path.as_str())
}

/// A file to be changed in a theme of this name: it says at its head of which default it was made.
#[must_use]
pub fn to_change(theme: &str, path: &str) -> Option<String> {
    Some(with_mark(path, without_mark(below(theme).get(path)?.text()?)))
}

/// What a book has in the place of files of the default theme: its own files, and those of the theme of the program
/// that it names.
#[must_use]
pub fn overrides(sources: &Sources, book: &Book) -> BTreeMap<String, Override> {
    let Some(name) = &book.theme else { return BTreeMap::new() };
    let folder = format!("themes/{}/", name.value);
    let shipped = shipped(&name.value);
    let ours = shipped.into_iter().flatten().map(|(path, _)| path.as_str());
    let own = sources.texts.keys().filter_map(|path| path.strip_prefix(&folder));
    let paths: BTreeSet<&str> = ours.chain(own).filter(|path| FILES.contains_key(*path)).collect();
    let found = paths.into_iter().filter_map(|path| {
        let own = sources.texts.get(&format!("{folder}{path}")).map(|source| source.text());
        let ours = shipped.and_then(|files| files.get(path)).and_then(File::text);
        let default = FILES.get(path).and_then(File::text)?;
        let own = own.filter(|own| ours != Some(*own));
        let (over, lower, upper) = match (own, ours) {
            (Some(own), Some(ours)) => (format!("twohats/{}", name.value), ours, own),
            (Some(one), None) | (None, Some(one)) => ("default".to_owned(), default, one),
            (None, None) => return None,
        };
        let difference = line_difference(without_mark(lower), without_mark(upper));
        Some((path.to_owned(), Override { over, difference }))
    });
    found.collect()
}
