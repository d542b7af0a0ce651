//! `cut-translation`: what the original lists is listed in its translation too.

use crate::diagnostic::Diagnostic;
use crate::diagnostic::rules::cut_translation::cut_translation;
use crate::model::Difference;

/// Reports lists that end before those of the original do.
pub(super) fn note(cut: &[Difference], notes: &mut Vec<Diagnostic>) {
    let one =
        |one: &Difference| cut_translation(one.here.clone(), one.there.clone(), &one.is, &one.was);
    notes.extend(cut.iter().map(one));
}
