//! Every old address is free, and leads to a page that is there.

use std::collections::BTreeSet;

use crate::diagnostic::rules::bad_redirect::{is_taken, leads_nowhere, no_address};
use crate::diagnostic::{Diagnostic, nearest};
use crate::model::{Kind, LIST, Playbook};

/// Folders of the site that hold no content.
const OURS: [&str; 3] = ["assets", "social", "topics"];

pub fn check(playbook: &Playbook, notes: &mut Vec<Diagnostic>) {
    if playbook.book.redirects.is_empty() {
        return;
    }
    let published = Kind::ALL.into_iter().flat_map(|kind| playbook.published(kind));
    let pages: BTreeSet<String> = published.map(|entry| entry.page().to_lowercase()).collect();
    let fixed = ["index.html", "404.html", LIST].map(str::to_owned);
    let lists = Kind::ALL.map(Kind::list);
    let others: BTreeSet<String> = fixed.into_iter().chain(lists).collect();
    for redirect in &playbook.book.redirects {
        let (from, span) = (redirect.from.value.as_str(), &redirect.from.span);
        let lower = from.to_lowercase();
        let is_carried = || playbook.assets.keys().any(|path| path.to_lowercase() == lower);
        if !is_address(from) {
            notes.push(no_address(span.clone(), from));
        } else if pages.contains(&lower) || others.contains(&lower) || is_carried() {
            notes.push(is_taken(span.clone(), from));
        }
        let to = redirect.to.value.as_str();
        if playbook.follow("", to).is_err() {
            let near = nearest(to, pages.iter().map(String::as_str));
            notes.push(leads_nowhere(redirect.to.span.clone(), to, near));
        }
    }
}

fn is_address(path: &str) -> bool {
    let mut parts = path.split('/');
    let first = parts.clone().next().unwrap_or_default();
    let ending = path.rsplit_once('.').map(|(_, ending)| ending);
    ending == Some("html")
        && !path.contains(['\\', ':', '?', '#'])
        && !path.contains(char::is_control)
        && parts.all(|part| !matches!(part, "" | "." | ".." | ".html"))
        && !OURS.contains(&first.to_lowercase().as_str())
        && !first.starts_with('.')
}
