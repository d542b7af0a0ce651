//! What the search finds: the pages of the book, and what readers do on the site.

use std::sync::Arc;

use crate::model::{Book, Entry, Kind, SitePath, TOOLS};
use crate::search::{Findable, Index, Tool};
use crate::theme::Wording;

/// The groups of the wording in which the words of each tool stand.
const GROUPS: [&str; 7] = ["copies", "finder", "drill", "cards", "print_page", "workshop", "news"];

/// A page for something that readers do, and the group of the wording with its words.
type Place = (SitePath, &'static str);

/// The tools of a site: those whose pages it `has`.
pub(super) fn tools(has: impl Fn(&SitePath) -> bool) -> impl Iterator<Item = Place> {
    TOOLS.into_iter().zip(GROUPS).filter(move |(path, _)| has(path))
}

/// The index of a book's pages, each kind's together, and of the tools.
pub(super) fn index(
    book: &Book,
    wording: &Wording,
    entries: impl Iterator<Item = Arc<Entry>>,
    tools: impl Iterator<Item = Place>,
) -> Index {
    let word = |key: &str| wording.get(key).replace("{title}", &book.title);
    let tools = tools.map(|(path, group)| {
        let [title, summary, also] =
            ["title", "description", "also"].map(|name| word(&format!("{group}.{name}")));
        Findable::Tool(Tool { path, title, summary, also })
    });
    let kinds = Kind::ALL.into_iter();
    let kinds = kinds.map(|kind| (kind, word(&format!("kinds.{}", kind.folder())))).collect();
    Index::new(book, &kinds, entries.map(Findable::Entry).chain(tools).collect())
}
