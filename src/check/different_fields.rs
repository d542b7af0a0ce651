//! `different-fields`: a translation of a template has the fields that the original has.

use crate::diagnostic::Diagnostic;
use crate::diagnostic::rules::different_fields::different_fields;
use crate::model::Difference;

/// Reports where a translation is no match for its original.
pub(super) fn note(differences: &[Difference], notes: &mut Vec<Diagnostic>) {
    let one =
        |one: &Difference| different_fields(one.here.clone(), one.there.clone(), &one.is, &one.was);
    notes.extend(differences.iter().map(one));
}
