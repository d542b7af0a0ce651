//! `orphan-translation`: what a translation translates is there.

use crate::diagnostic::rules::orphan_translation::orphan_translation;
use crate::diagnostic::{Diagnostic, nearest};
use crate::model::{Entry, Playbook};

/// A file that translates none: the original may lie elsewhere, or be called differently.
pub(super) fn orphan(original: &Playbook, own: &Entry) -> Option<Diagnostic> {
    let kind = own.kind();
    if original.has_broken(kind, own.head.id.as_str()) {
        return None;
    }
    let same = original.get(kind, own.head.id.as_str());
    let near =
        same.or_else(|| original.get(kind, nearest(own.head.id.as_str(), original.ids(kind))?));
    let language = own.head.language.as_deref().unwrap_or_default();
    let looked_for = format!("content/{}", own.head.stem.source());
    let better = near.map(|near| format!("content/{language}/{}", near.head.stem.source()));
    Some(orphan_translation(own.head.span(), &looked_for, better.as_deref()))
}
