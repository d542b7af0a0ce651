//! `vanished-id`: nothing by which readers' copies are found goes without a word.

mod book;
mod templates;

use crate::diagnostic::Diagnostic;
use crate::model::{Playbook, Published};

/// Compares what is there with what was published.
pub(super) fn check(playbook: &mut Playbook, published: &Published, notes: &mut Vec<Diagnostic>) {
    book::check(&mut playbook.book, published, notes);
    templates::check(playbook, published, notes);
}
