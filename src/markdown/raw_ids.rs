//! The ids that raw HTML gives, while its text is read: an author chose them without knowing which a page has itself. It
//! must not know which those are.

use std::collections::{BTreeMap, VecDeque};

use crate::source::{Span, Spanned};

use super::letters::composed;
use super::marks::Slot;

/// Stands for an id of raw HTML while the HTML is made: `twohats-id:3` is the third.
const SCHEME: &str = "twohats-id:";

/// The ids that the raw HTML of a text gives.
#[derive(Default)]
pub(super) struct RawIds {
    marked: Vec<Spanned<String>>,
    /// Those of HTML that is left as it was written, each with its places.
    left: BTreeMap<String, VecDeque<Span>>,
}

impl RawIds {
    /// What stands in the HTML for an id.
    pub(super) fn mark(&mut self, id: &str, span: Span) -> String {
        self.marked.push(Spanned::new(composed(id).into_owned(), span));
        format!("{SCHEME}{}", self.marked.len() - 1)
    }

    /// An id in HTML that is left as it was written.
    pub(super) fn leave(&mut self, id: &str, span: Span) {
        self.left.entry(composed(id).into_owned()).or_default().push_back(span);
    }

    /// The slot for an id of the finished HTML; none for one that we have made.
    pub(super) fn slot(&mut self, id: &str) -> Option<Slot> {
        let number = id.strip_prefix(SCHEME).and_then(|number| number.parse::<usize>().ok());
        if let Some(found) = number.and_then(|number| self.marked.get(number)) {
            return Some(Slot::Id(found.clone()));
        }
        let span = self.left.get_mut(id)?.pop_front()?;
        Some(Slot::Id(Spanned::new(id.to_owned(), span)))
    }
}
