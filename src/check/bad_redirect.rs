//! `bad-redirect`: every old address is free, and leads to a page that is there.

use std::collections::BTreeSet;

use crate::diagnostic::rules::bad_redirect::{is_taken, leads_nowhere, no_address};
use crate::diagnostic::{Diagnostic, nearest};
use crate::model::{HOME, Kind, LIST, NOT_FOUND, Playbook, SitePath};

use super::reached::Reached;

/// Folders of the site that hold no content.
const OURS: [&str; 3] = ["assets", "social", "topics"];

pub(super) fn check(playbook: &Playbook, reached: &mut Reached, notes: &mut Vec<Diagnostic>) {
    if playbook.book.redirects.is_empty() {
        return;
    }
    let published = Kind::ALL.into_iter().flat_map(|kind| playbook.published(kind));
    let pages: BTreeSet<String> =
        published.map(|entry| entry.page().as_str().to_lowercase()).collect();
    let lists = Kind::ALL.map(Kind::list);
    let others: BTreeSet<SitePath> = [HOME, NOT_FOUND, LIST].into_iter().chain(lists).collect();
    for redirect in &playbook.book.redirects {
        let (from, span) = (redirect.from.value.as_str(), &redirect.from.span);
        let lower = from.to_lowercase();
        let is_carried =
            || playbook.assets.keys().any(|path| path.as_str().to_lowercase() == lower);
        if !is_address(from) {
            notes.push(no_address(span.clone(), from));
        } else if pages.contains(&lower) || others.contains(lower.as_str()) || is_carried() {
            notes.push(is_taken(span.clone(), from));
        }
        let to = redirect.to.value.as_str();
        if let Ok(target) = playbook.follow(None, to) {
            reached.redirect(playbook, &target);
        } else {
            let near = nearest(to, pages.iter().map(String::as_str));
            notes.push(leads_nowhere(redirect.to.span.clone(), to, near));
        }
    }
}

fn is_address(path: &str) -> bool {
    let Some(path) = SitePath::parse(path) else { return false };
    let first = path.parts().next().unwrap_or_default();
    path.is_page()
        && path.name() != ".html"
        && !path.as_str().contains(['?', '#'])
        && !path.as_str().contains(char::is_control)
        && !OURS.contains(&first.to_lowercase().as_str())
        && !first.starts_with('.')
}
