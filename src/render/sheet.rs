//! A template as a file to fill in: gathers what the sheet is made of.

use crate::export::Sheet;
use crate::model::{Body, Entry};
use crate::plan::Plan;

/// The bytes of the blank sheet, as `write` writes it.
pub fn sheet(plan: &Plan, entry: &Entry, write: fn(&Sheet<'_>) -> Vec<u8>) -> Vec<u8> {
    let Body::Template(template) = &entry.body else { return Vec::new() };
    let book = &plan.playbook().book;
    let wording = &plan.theme().wording;
    write(&Sheet {
        title: &entry.head.title.value,
        summary: entry.head.summary.as_ref(),
        template,
        book: &book.title,
        language: &book.language,
        words: &|key| wording.get(key).to_owned(),
    })
}
