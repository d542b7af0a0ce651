//! `not-published`: which carried files readers get. Those that no page names, no host looks for and the book does
//! not ask for are told of and left out.

use std::collections::BTreeSet;

use crate::diagnostic::rules::not_published::{fits_nothing, no_page, not_published};
use crate::diagnostic::rules::unplaced_file::unplaced_file;
use crate::diagnostic::{Diagnostic, Severity, count, nearest};
use crate::model::{PageMeant, Playbook, SitePath, encode, fits, page_meant};
use crate::source::is_for_hosts;

use super::place::place;
use super::reached::{Named, Reached};

/// Tells of the files of the playbook of a language that nobody names.
pub(super) fn check(playbook: &Playbook, reached: &Reached, notes: &mut Vec<Diagnostic>) {
    // What a file with faults names is not known.
    let all_is_known = count(notes, Severity::Error) == 0;
    let told = notes.iter().map(|note| note.span.source().path().to_owned());
    let told: BTreeSet<String> = told.collect();
    let folder = playbook.book.folder();
    for path in playbook.assets.keys() {
        let whole = folder.whole(path);
        let in_content = |page: &SitePath| format!("content/{folder}{page}");
        if reached.named(&whole).is_some()
            || is_wanted(playbook, path)
            || told.contains(&in_content(path))
        {
            continue;
        }
        match page_meant(path) {
            Some(PageMeant::Renamed(page)) => {
                let help = format!("if it is a page, rename it to `{}`", in_content(&page));
                notes.push(unplaced_file(place(playbook, path), &help));
            }
            _ if !all_is_known => {}
            Some(PageMeant::Rewritten(page)) => {
                let names = (&*link(path), whole.as_str());
                notes.push(no_page(place(playbook, path), names, &in_content(&page)));
            }
            None => {
                notes.push(not_published(place(playbook, path), &link(path), whole.as_str()));
            }
        }
    }
}

/// A link that leads to a file from any page of its language.
fn link(path: &SitePath) -> String {
    format!("/{}", encode(path.as_str()))
}

/// Leaves out what readers do not get.
pub(super) fn leave_out(playbook: &mut Playbook, reached: &Reached) {
    let mut assets = std::mem::take(&mut playbook.assets);
    let folder = playbook.book.folder();
    assets.retain(|path, _| {
        reached.named(&folder.whole(path)) == Some(Named::ByPage) || is_wanted(playbook, path)
    });
    playbook.assets = assets;
}

/// Whether hosts look for a file, or the book says that it is published.
fn is_wanted(playbook: &Playbook, path: &SitePath) -> bool {
    let whole = playbook.book.folder().whole(path);
    let has_form = |pattern: &str| is_like(pattern, &whole) || is_like(pattern, path);
    is_for_hosts(whole.as_str())
        || playbook.book.also_published.iter().any(|pattern| has_form(&pattern.value))
}

/// Whether a file has the form of a pattern, which may begin with a `/`.
fn is_like(pattern: &str, path: &SitePath) -> bool {
    fits(pattern.strip_prefix('/').unwrap_or(pattern), path.as_str())
}

/// Tells of the patterns of a book that no file of any language has the form of.
pub(super) fn patterns(playbook: &Playbook, notes: &mut Vec<Diagnostic>) {
    let languages = playbook.translations.iter();
    let translated = languages.flat_map(|translation| translation.assets.keys());
    let files: Vec<&SitePath> = playbook.assets.keys().chain(translated).collect();
    for pattern in &playbook.book.also_published {
        let text = pattern.value.as_str();
        if !files.iter().any(|path| is_like(text, path)) {
            let better = meant(text, &files);
            notes.push(fits_nothing(pattern.span.clone(), text, better.as_deref()));
        }
    }
}

/// The pattern that was very likely meant.
fn meant(pattern: &str, files: &[&SitePath]) -> Option<String> {
    let pattern = pattern.trim_start_matches('/');
    let pattern = pattern.strip_prefix("content/").unwrap_or(pattern);
    let folder = pattern.trim_end_matches(['/', '*']);
    if !folder.is_empty() && files.iter().any(|path| path.is_in(folder)) {
        return Some(format!("{folder}/*"));
    }
    let folders = files.iter().flat_map(|path| path.folders());
    let known = folders.map(|folder| format!("{folder}/*"));
    let known: Vec<String> = known.chain(files.iter().map(ToString::to_string)).collect();
    if let Some(same) = known.iter().find(|known| *known == pattern) {
        return Some(same.clone());
    }
    nearest(pattern, known.iter().map(String::as_str)).map(str::to_owned)
}
