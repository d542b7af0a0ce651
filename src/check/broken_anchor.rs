//! `broken-anchor`: every link to a place of a page leads to one that is there.

use std::collections::BTreeMap;

use crate::diagnostic::rules::broken_anchor::broken_anchor;
use crate::diagnostic::{Diagnostic, Names};
use crate::markdown::slug;
use crate::model::{PagePath, Playbook};
use crate::source::Span;

/// The places of pages to which links lead that are not there, by the file of the page. They are put in order once,
/// to find the one that was meant.
#[derive(Default)]
pub(super) struct Places(BTreeMap<String, Names>);

impl Places {
    /// Tells of a place that a page does not have; one that is named by its words is known by its id.
    pub(super) fn note(
        &mut self,
        playbook: &Playbook,
        span: Span,
        (page, anchor): (&PagePath, &str),
    ) -> Option<Diagnostic> {
        let entry = playbook.at(page.as_str())?;
        let file = entry.head.source.path();
        let id = slug(anchor);
        if entry.has_place(&id) {
            let meant = Names::of([format!("#{id}").as_str()]);
            return Some(broken_anchor(span, file, anchor, &meant));
        }
        if !self.0.contains_key(file) {
            let marked: Vec<String> = entry.anchors().iter().map(|id| format!("#{id}")).collect();
            self.0.insert(file.to_owned(), Names::of(marked.iter().map(String::as_str)));
        }
        Some(broken_anchor(span, file, anchor, &self.0[file]))
    }
}
