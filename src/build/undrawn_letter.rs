//! `undrawn-letter`: what a site leaves out since no font of ours has a letter of it. It is told once for the whole book.

use std::sync::Arc;

use crate::diagnostic::Diagnostic;
use crate::diagnostic::rules::undrawn_letter::{no_pdf, no_title};
use crate::model::Entry;
use crate::plan::{Page, Plan};
use crate::render::Site;
use crate::social_image::undrawn;
use crate::source::Span;

pub(super) fn undrawn_letters(site: &Site) -> Vec<Diagnostic> {
    let sheets: Vec<_> = site.plans().flat_map(|plan| plan.without_pdf().iter().cloned()).collect();
    let images: Vec<_> = site.plans().flat_map(titles).collect();
    let first = |found: &[(Arc<Entry>, char)]| {
        found.first().map(|(entry, letter)| (place(entry, *letter), *letter))
    };
    let sheet = first(&sheets).map(|(span, letter)| no_pdf(span, letter, sheets.len()));
    let image = first(&images).map(|(span, letter)| no_title(span, letter, images.len()));
    let mut faults: Vec<Diagnostic> = sheet.into_iter().chain(image).collect();
    site.plan().playbook().book.levels.apply(&mut faults);
    faults
}

/// The social images that have no title.
fn titles(plan: &Plan) -> impl Iterator<Item = (Arc<Entry>, char)> {
    plan.pages().values().filter_map(|page| {
        let Page::SocialImage(Some(entry)) = page else { return None };
        Some((Arc::clone(entry), undrawn(&entry.head.title.value)?))
    })
}

/// Where a letter stands in the file of an entry; its title where it came from elsewhere.
fn place(entry: &Entry, letter: char) -> Span {
    let title = &entry.head.title.span;
    let source = title.source();
    let at = source.text().find(letter);
    at.map_or_else(|| title.clone(), |at| Span::new(source, at..at + letter.len_utf8()))
}
