//! What open pages are told after every change, each with its own page in mind. It must not know how they are reached.

use serde::Serialize;

use crate::diagnostic::{Diagnostic, Severity, count, plural};
use crate::model::{SitePath, decode};

use super::current::Current;
use super::found::file_of;
use super::notes::{Desk, notes, said};

/// The state of the preview, as a page hears of it.
#[derive(Serialize)]
pub(super) struct Told<'a> {
    revision: u64,
    pages: u64,
    style: u64,
    scripts: u64,
    /// How many faults of which kind; null when nothing is wrong.
    count: Option<String>,
    /// All that is wrong, as parts of a page; null when nothing is.
    notes: Option<String>,
    /// What keeps the pages from being the newest, each by a text of its own; null when nothing does.
    faults: Option<Vec<String>>,
    /// The word that must be said to have something mended, or to write.
    token: Option<&'a str>,
    /// Whether whoever reads may write on the page, once they have the word.
    edit: bool,
}

impl<'a> Told<'a> {
    /// What the page at this address is told.
    pub(super) fn of(
        current: &Current,
        address: &str,
        desk: Option<(Desk, &'a str)>,
        edit: bool,
    ) -> Self {
        let path = SitePath::made(decode(address).trim_start_matches('/').to_owned());
        let file = current.site.as_ref().and_then(|site| file_of(site, &path));
        let faults = faults(current);
        Self {
            revision: current.revision,
            pages: current.pages,
            style: current.style,
            scripts: current.scripts,
            count: counted(current),
            notes: all(current, file, desk.map(|(desk, _)| desk)),
            faults: (!faults.is_empty()).then_some(faults),
            token: desk.map(|(_, token)| token),
            edit,
        }
    }
}

/// All that is wrong, as parts of a page.
pub(super) fn all(current: &Current, file: Option<&str>, desk: Option<Desk>) -> Option<String> {
    if let Some(why) = &current.unreadable {
        return Some(format!("<p><strong>Error:</strong> {}</p>", said(why)));
    }
    (!current.notes.is_empty()).then(|| notes(&current.notes, file, desk))
}

/// A fault is the same one when a line above it is new, so its line is no part of what it is known by.
fn faults(current: &Current) -> Vec<String> {
    let errors = current.notes.iter().filter(|note| note.severity() == Severity::Error);
    let known_by = |note: &Diagnostic| {
        format!("{} {} {}", note.rule.name, note.span.source().path(), note.message)
    };
    current.unreadable.iter().cloned().chain(errors.map(known_by)).collect()
}

fn counted(current: &Current) -> Option<String> {
    if current.unreadable.is_some() {
        return Some("1 error".to_owned());
    }
    let counted = [Severity::Error, Severity::Warning].map(|severity| {
        let number = count(&current.notes, severity);
        (number > 0).then(|| format!("{number} {}", plural(number, severity.name())))
    });
    let counted: Vec<String> = counted.into_iter().flatten().collect();
    (!counted.is_empty()).then(|| counted.join(" and "))
}
