//! What a search can find: the pages of the book, and the tools of the site.

use std::sync::Arc;

use crate::model::{Entry, OWN_PAGES, SitePath};

/// What the tools of the site are called among the kinds.
pub const TOOLS: &str = "tools";

/// How many letters of a summary are shown in a list of results: all pages of a small book are in one file.
const MOST: usize = 60;

/// A page that can be found.
#[derive(Clone, Debug)]
pub enum Findable {
    /// A page of the book.
    Entry(Arc<Entry>),
    /// A page of the site that is no file's own, as what a reader does there.
    Tool(Tool),
}

/// A page for something that readers do.
#[derive(Clone, Debug)]
pub struct Tool {
    /// Where it stands, from the root of its language.
    pub path: SitePath,
    /// What it is called.
    pub title: String,
    /// What it is for.
    pub summary: String,
    /// Other words that readers use for it.
    pub also: String,
}

impl Findable {
    /// Its address without the ending.
    #[must_use]
    pub fn stem(&self) -> &str {
        match self {
            Self::Entry(entry) => entry.head.stem.as_str(),
            Self::Tool(tool) => tool.path.stem(),
        }
    }

    /// The folder of its kind, that of the owner's own pages, or the word for tools.
    pub(super) fn kind(&self) -> &'static str {
        match self {
            Self::Entry(entry) if entry.head.stem.is_own() => OWN_PAGES,
            Self::Entry(entry) => entry.kind().folder(),
            Self::Tool(_) => TOOLS,
        }
    }

    /// Its title, its summary as far as a list of results has room, and its address without the ending.
    pub(super) fn head(&self) -> [String; 3] {
        let (title, summary) = match self {
            Self::Entry(entry) => {
                let summary = entry.head.summary.as_ref();
                (
                    &entry.head.title.value,
                    summary.map(crate::markdown::Prose::plain).unwrap_or_default(),
                )
            }
            Self::Tool(tool) => (&tool.title, tool.summary.clone()),
        };
        [title.clone(), cut(&summary), self.stem().to_owned()]
    }
}

/// A text of one line, cut behind a word where it is longer.
fn cut(text: &str) -> String {
    let Some((end, _)) = text.char_indices().nth(MOST) else { return text.to_owned() };
    let end = text[..end].rfind(' ').unwrap_or(end);
    format!("{} …", text[..end].trim_end_matches([',', ';', ':', ' ']))
}
