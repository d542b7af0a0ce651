//! `unheeded-key`: a translation says no other thing of a fact than its original.

use crate::diagnostic::Diagnostic;
use crate::diagnostic::rules::unheeded_key::said_by_original;
use crate::model::Entry;

/// Tells of the keys of a translation whose original says another thing.
pub(super) fn note(unheeded: &[&str], own: &Entry, notes: &mut Vec<Diagnostic>) {
    let original = format!("content/{}", own.head.stem.source());
    let keys = own.mentions.keys.iter().filter(|key| unheeded.contains(&key.value.as_str()));
    notes.extend(keys.map(|key| said_by_original(key.span.clone(), &key.value, &original)));
}
