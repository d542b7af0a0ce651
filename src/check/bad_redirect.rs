//! `bad-redirect`: every old address is free, and leads to a page that is there.

use std::collections::BTreeMap;

use crate::diagnostic::Diagnostic;
use crate::diagnostic::rules::bad_redirect::{
    circle, is_taken, leads_elsewhere, leads_nowhere, leads_on, leads_out, leads_to_draft,
    no_address,
};
use crate::model::{Fault, HOME, Kind, LIST, NOT_FOUND, Playbook, Redirect, SitePath};

use super::near_link::{Files, Meant};
use super::old_addresses::{OldAddresses, Way};
use super::reached::Reached;

/// Folders of the site that hold no content.
const OURS: [&str; 3] = ["assets", "social", "topics"];

pub(super) fn check(
    playbook: &Playbook,
    files: &mut Files,
    reached: &mut Reached,
    notes: &mut Vec<Diagnostic>,
) {
    let redirects = &playbook.book.redirects;
    if redirects.is_empty() {
        return;
    }
    let pages = playbook.entries.values().filter(|entry| !playbook.leaves_out(entry));
    let lists = Kind::ALL.map(Kind::list);
    let own = [HOME, NOT_FOUND, LIST].into_iter().chain(lists);
    let there = pages.map(|entry| entry.page()).chain(own).chain(playbook.assets.keys().cloned());
    let there: BTreeMap<SitePath, SitePath> =
        there.map(|path| (path.to_lowercase(), path)).collect();
    let old = OldAddresses::of(redirects);
    let mut first: BTreeMap<SitePath, &Redirect> = BTreeMap::new();
    for (at, redirect) in redirects.iter().enumerate() {
        let (from, span) = (redirect.from.value.as_str(), &redirect.from.span);
        match redirect.file().filter(is_free) {
            None => notes.push(no_address(span.clone(), from, &better(playbook, from))),
            Some(file) => {
                let lower = file.to_lowercase();
                if let Some(there) = there.get(&lower) {
                    notes.push(is_taken(
                        span.clone(),
                        from,
                        (*there != file).then_some(there.as_str()),
                    ));
                }
                let before = first.entry(lower).or_insert(redirect);
                if before.to.value != redirect.to.value {
                    let (before, to) = (&before.from, &before.to.value);
                    notes.push(leads_elsewhere(span.clone(), from, before, to));
                }
            }
        }
        match playbook.follow(None, &redirect.to.value) {
            Ok(target) => reached.redirect(playbook, &target),
            Err(fault) => {
                notes.extend(self::fault(playbook, files, (redirect, fault), old.way(at)));
            }
        }
    }
}

/// Whether nothing of ours can stand at an address.
fn is_free(file: &SitePath) -> bool {
    let first = file.parts().next().unwrap_or_default();
    !OURS.contains(&first.to_lowercase().as_str()) && !first.starts_with('.')
}

/// What to write in the place of an old address that cannot be one.
fn better(playbook: &Playbook, from: &str) -> String {
    let url = playbook.book.site_url.as_deref();
    let inside = url.and_then(|url| from.strip_prefix(url));
    let after_host = || Some(from.split_once("://")?.1.split_once('/')?.1);
    let path = inside.or_else(after_host).unwrap_or(from);
    let path = path.split(['?', '#']).next().unwrap_or_default();
    let path = path.replace('\\', "/");
    let path = path.trim_start_matches('/');
    let is_address = Redirect::file_at(path).is_some_and(|file| is_free(&file));
    if !is_address || path == from {
        let example = "an old address ends in `.html` or `/`, as in `scenarios/old-name.html`";
        return if from.contains(['?', '#']) {
            format!("{example}: what follows `?` or `#` leads to no file of its own")
        } else {
            example.to_owned()
        };
    }
    if from.strip_prefix('/') == Some(path) {
        return format!("leave out the first `/`: write `{path}`");
    }
    format!("write the path from the root of the site: `{path}`")
}

/// What there is to tell of an old address that leads to no page.
fn fault(
    playbook: &Playbook,
    files: &mut Files,
    (redirect, fault): (&Redirect, Fault),
    way: Option<Way<'_>>,
) -> Option<Diagnostic> {
    let (to, span) = (redirect.to.value.as_str(), redirect.to.span.clone());
    match fault {
        // A page with faults of its own is told of there.
        Fault::Broken => None,
        Fault::Draft => Some(leads_to_draft(span, to)),
        Fault::NoAnchor { page, anchor } => files.places.note(playbook, span, (&page, &anchor)),
        Fault::NoFile(_) => match way {
            // Where the last of them leads nowhere, that is told there.
            Some(Way::On(end)) => {
                playbook.follow(None, end).is_ok().then(|| leads_on(span, to, end))
            }
            Some(Way::Round(members)) => Some(circle(span, to, &members)),
            Some(Way::IntoCircle) => None,
            None => Some(nowhere(playbook, files, redirect)),
        },
    }
}

fn nowhere(playbook: &Playbook, files: &mut Files, redirect: &Redirect) -> Diagnostic {
    let (to, span) = (redirect.to.value.as_str(), redirect.to.span.clone());
    if to.contains("://") || to.starts_with("//") {
        let url = playbook.book.site_url.as_deref();
        let inside = url.and_then(|url| to.strip_prefix(url));
        return leads_out(span, to, inside.filter(|path| playbook.follow(None, path).is_ok()));
    }
    let near = match files.meant(playbook, None, to) {
        Meant::Page(path) => vec![path.page()],
        Meant::Near(paths) => paths,
        Meant::Outside(_) | Meant::Place(_) => Vec::new(),
    };
    let page = |path: &SitePath| {
        let entry = playbook.at(path.stem());
        entry.map_or_else(|| path.to_string(), |entry| entry.page().to_string())
    };
    leads_nowhere(span, to, &near.iter().map(page).collect::<Vec<_>>())
}
