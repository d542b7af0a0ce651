//! What would be wrong with a new page. It must not know where it is written to.

use std::sync::Arc;

use crate::diagnostic::{Diagnostic, Severity};
use crate::load::{Memory, load};
use crate::model::Drafts;
use crate::source::{Source, Sources};

use super::blank::Blank;

/// The faults that a book would have with this page, and has not without it.
#[must_use]
pub fn unfit(sources: &Sources, page: &Blank) -> Vec<Diagnostic> {
    let source = Arc::new(Source::new(page.path.as_str(), &page.text));
    let mut sources = sources.clone();
    sources.texts.insert(page.path.clone(), Arc::clone(&source));
    let mut faults = load(&sources, Drafts::LeftOut, &mut Memory::default()).notes;
    faults.retain(|note| {
        let spans = [&note.span].into_iter().chain(note.labels.iter().map(|label| &label.span));
        note.severity() == Severity::Error
            && spans.into_iter().any(|span| Arc::ptr_eq(span.source(), &source))
    });
    faults
}
