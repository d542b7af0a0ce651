//! Who answers for a folder, in `book.toml`: the folder is named anew where all its pages move.

use crate::edit::Edit;
use crate::model::{Assigned, PagePath, Playbook, SitePath};

use super::refusal::{Refusal, unclear};
use super::written::written;

/// Where a page is and where it is to be.
type Way<'a> = (&'a PagePath, SitePath);

/// What changes in `[owners]` and `[reviewers]`.
pub(super) fn edits(playbook: &Playbook, ways: &[Way<'_>]) -> Result<Vec<Edit>, Refusal> {
    let mut edits = Vec::new();
    for table in [&playbook.book.owners, &playbook.book.reviewers] {
        for Assigned { of, .. } in table {
            let Some(new) = new_folder(playbook, &of.value, ways) else { continue };
            if table.iter().any(|other| other.of.value == new) {
                continue;
            }
            let (source, range) = (of.span.source(), of.span.range());
            let Some(place) = written(source.text(), range.clone(), &of.value) else {
                return unclear(source, range.start, &of.value);
            };
            edits.push(Edit::new(source, place, new));
        }
    }
    Ok(edits)
}

/// Where all pages of a folder go, when it is one folder in which no others are: else somebody would answer for pages
/// for which nobody has asked them.
fn new_folder(playbook: &Playbook, folder: &str, ways: &[Way<'_>]) -> Option<String> {
    let mut new: Option<String> = None;
    for (old, to) in ways.iter().filter(|(old, _)| is_in(old.as_str(), folder)) {
        let below = old.as_str().matches('/').count() - folder.matches('/').count();
        let found = to.folders().nth(below - 1)?;
        if is_in(to.as_str(), folder) || new.as_ref().is_some_and(|new| new != found) {
            return None;
        }
        new = Some(found.to_owned());
    }
    let new = new?;
    let all = playbook.entries.values().map(|entry| &entry.head.stem);
    let mut stay = all.filter(|stem| ways.iter().all(|(old, _)| old != stem));
    let is_whole = !stay.any(|stem| is_in(stem.as_str(), folder) || is_in(stem.as_str(), &new));
    is_whole.then_some(new)
}

fn is_in(path: &str, folder: &str) -> bool {
    path.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'))
}
