//! What a layout is given: every fact a page shows, already decided and already safe to print.
//!
//! A layout gets `site`, `look`, `words` and `here` on every page, `page` for the page at hand, and one more name that
//! depends on the page's kind: `home`, `list`, `scenario`, `template`, `guide`, `comparison`, `check`,
//! `drill`, `group`, `cards`, `copies`, `finder`, `news`, `print`, `search` or
//! `redirect`. `original` is null save on the page of
//! an entry that is not translated.
//! What the kinds of content give stands in `entries/`. This room must not know how facts are found nor how they
//! look (`themes/`).
//!
//! Absent values are `null`, empty lists are `[]`: a layout can always test a name without an error.

mod frame;
mod home;
mod lists;
mod look;
mod practice;
mod template;
mod words;

use serde::Serialize;
use tera::Value;

pub(crate) use frame::*;
pub(crate) use home::*;
pub(crate) use lists::*;
pub(crate) use look::*;
pub(crate) use practice::*;
pub(crate) use template::*;
pub(crate) use words::Words;

/// HTML that is safe to print as it is. It reaches a layout marked as safe, so `{{ value }}` does not
/// escape it, while every plain `String` is escaped.
#[derive(Clone, Debug, Serialize)]
#[serde(transparent)]
pub(crate) struct Html(pub Value);

impl Html {
    /// The HTML itself.
    pub(super) fn as_str(&self) -> &str {
        self.0.as_str().expect("HTML is text")
    }
}

/// Words with their first sentence by itself.
#[derive(Serialize)]
pub(crate) struct OpeningView {
    /// The first sentence, inline HTML; null where they begin with none.
    pub first: Option<Html>,
    /// Block HTML: what follows, or null.
    pub rest: Option<Html>,
    /// Whether the rest begins within the paragraph of the first sentence.
    pub goes_on: bool,
}
