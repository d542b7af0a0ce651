//! Whether a book has faults, in which a name could be overlooked.

use crate::check::{Checked, check};
use crate::diagnostic::{Diagnostic, Noted, Severity};
use crate::load::{Memory, load, published};
use crate::model::Drafts;
use crate::source::Sources;

/// The book, when it has no faults.
pub(super) fn without_faults(
    sources: &Sources,
    memory: &mut Memory,
) -> Result<Checked, Vec<Diagnostic>> {
    let loaded = load(sources, Drafts::LeftOut, memory);
    let Noted { value: checked, notes: mut faults } = check(loaded, published(sources, None), None);
    faults.retain(|note| note.severity() == Severity::Error);
    checked.ok_or(faults)
}
