//! A template as a file to fill in: gathers what the sheet is made of.

use crate::export::{Sheet, blank};
use crate::model::{Entry, Format, Template};
use crate::plan::Plan;

/// The bytes of the blank sheet of a template.
pub(super) fn sheet(plan: &Plan, entry: &Entry, template: &Template, format: Format) -> Vec<u8> {
    let book = &plan.playbook().book;
    let wording = &plan.theme().wording;
    let sheet = Sheet {
        title: &entry.head.title.value,
        summary: entry.head.summary.as_ref(),
        template,
        book: &book.title,
        language: &book.language,
        words: &|key| wording.get(key).to_owned(),
    };
    blank(&sheet, format)
}
