//! Which page shows a place of a text, for whoever has the preview beside it.

use crate::model::{Entry, Folder};

/// The address, from the root of the site, of the page that a file makes, and of the part in which a place is.
pub(super) fn address(entry: &Entry, offset: usize) -> String {
    let language = entry.head.language.as_deref();
    let folder = language.map_or_else(Folder::default, Folder::of);
    let page = format!("{folder}{}", entry.page());
    let said = entry.said();
    let path = entry.head.source.path();
    let above = said.iter().filter_map(|(part, said)| {
        let span = said.span.as_ref().filter(|span| span.source().path() == path)?;
        (span.range().start <= offset && entry.has_place(part))
            .then_some((span.range().start, part))
    });
    match above.max() {
        Some((_, part)) => format!("{page}#{part}"),
        None => page,
    }
}
