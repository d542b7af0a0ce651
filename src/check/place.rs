//! Where a carried file lies, to point at it as a whole: nobody reads it as text.

use std::sync::Arc;

use crate::model::{Playbook, SitePath};
use crate::source::{Source, Span};

/// The start of a carried file of the playbook of a language.
pub(super) fn place(playbook: &Playbook, path: &SitePath) -> Span {
    let file = Source::new(format!("content/{}{path}", playbook.book.folder()), "");
    Span::new(&Arc::new(file), 0..0)
}
