//! A template as a PDF to fill in: gathers what the sheet is made of.

use crate::export::{Sheet, fillable_pdf};
use crate::model::{Body, Entry};
use crate::plan::Plan;

/// The bytes of the blank sheet.
pub fn sheet(plan: &Plan, entry: &Entry) -> Vec<u8> {
    let Body::Template(template) = &entry.body else { return Vec::new() };
    let book = &plan.playbook().book;
    let wording = &plan.theme().wording;
    fillable_pdf(&Sheet {
        title: &entry.head.title,
        summary: entry.head.summary.as_ref(),
        template,
        book: &book.title,
        language: &book.language,
        words: &|key| wording.get(key).to_owned(),
    })
}
