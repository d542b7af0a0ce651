//! What all copies of a playbook are known by: its id, or its title while it has none.

use crate::diagnostic::rules::vanished_id::vanished_book;
use crate::diagnostic::{Diagnostic, Severity};
use crate::model::{Book, Published};
use crate::source::Spanned;

/// Compares what copies are known by with what was published. A book that has got an id is found under its title too,
/// as long as it has that title: this is handed on as if the book said it, so that the next list still knows it.
pub(super) fn check(book: &mut Book, published: &Published, notes: &mut Vec<Diagnostic>) {
    let (Some(old), Some(at)) = (&published.ids.book, book.known_at.clone()) else { return };
    let is_faulty = |note: &Diagnostic| {
        note.severity() == Severity::Error && note.span.source().path() == at.source().path()
    };
    if notes.iter().any(is_faulty) {
        return;
    }
    let is_said = |name: &String| {
        book.id.as_ref() == Some(name) || book.was.iter().any(|was| was.value == *name)
    };
    let titles = old.title.iter().chain(&old.was);
    let gone: Vec<&String> = old.id.iter().chain(titles).filter(|name| !is_said(name)).collect();
    let (by_title, gone): (Vec<&String>, Vec<&String>) =
        gone.into_iter().partition(|name| **name == book.name && old.id.as_ref() != Some(name));
    if let Some(first) = gone.first() {
        let lines = lines(book, &gone, old.id.as_ref().or(old.title.as_ref()));
        notes.push(vanished_book(at, first, &lines));
    } else if book.id.is_some() {
        let by_title = by_title.into_iter().cloned();
        book.was.extend(by_title.map(|name| Spanned::new(name, at.clone())));
    }
}

/// The lines that a book lacks by which the copies are found again. `known` is what they were known by last.
fn lines(book: &Book, gone: &[&String], known: Option<&String>) -> String {
    let id = gone.first().filter(|first| book.id.is_none() && Some(**first) == known);
    let rest = &gone[usize::from(id.is_some())..];
    let was = book.was.iter().map(|was| &was.value).chain(rest.iter().copied());
    let was = (!rest.is_empty()).then(|| format!("the line `was = {:?}`", was.collect::<Vec<_>>()));
    let id = id.map(|id| format!("the line `id = {id:?}`"));
    id.into_iter().chain(was).collect::<Vec<_>>().join(" and ")
}
