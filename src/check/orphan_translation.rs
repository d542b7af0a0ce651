//! `orphan-translation`: what a translation translates is there.

use std::collections::BTreeMap;

use crate::diagnostic::rules::orphan_translation::orphan_translation;
use crate::diagnostic::{Diagnostic, Names};
use crate::model::{Entry, Home, Kind, Playbook};
use crate::source::Span;

/// What can be translated, by kind. The ids of a kind are put in order when the first file of it translates none.
pub(super) struct Originals<'p> {
    playbook: &'p Playbook,
    ids: BTreeMap<Kind, Names>,
}

impl<'p> Originals<'p> {
    pub(super) fn of(playbook: &'p Playbook) -> Self {
        Self { playbook, ids: BTreeMap::new() }
    }

    /// A file that translates none: the original may lie elsewhere, or be called differently.
    pub(super) fn orphan(&mut self, own: &Entry) -> Option<Diagnostic> {
        let (kind, id) = (own.kind(), own.head.id.as_str());
        if self.playbook.broken.has(kind, id) {
            return None;
        }
        let near = self.playbook.get(kind, id).or_else(|| self.near(kind, id));
        let language = own.head.language.as_deref().unwrap_or_default();
        let looked_for = format!("content/{}", own.head.stem.source());
        let better = near.map(|near| format!("content/{language}/{}", near.head.stem.source()));
        Some(orphan_translation(own.head.span(), &looked_for, better.as_deref()))
    }

    fn near(&mut self, kind: Kind, id: &str) -> Option<&'p Entry> {
        let ids = self.ids.entry(kind).or_insert_with(|| Names::of(self.playbook.ids(kind)));
        self.playbook.get(kind, ids.nearest(id)?)
    }
}

/// A first page where the book itself writes none.
pub(super) fn orphan_home(own: &Home) -> Diagnostic {
    orphan_translation(Span::new(&own.source, 0..0), "content/home.yaml", None)
}
