//! `unplaced-file` among what is carried along: no file stands where a page of the site will, nor where another
//! differs only by case.

use std::collections::BTreeMap;

use crate::diagnostic::Diagnostic;
use crate::diagnostic::rules::unplaced_file::unplaced_file;
use crate::model::{Kind, OWN_FILES, OWN_FOLDERS, Playbook, REDIRECTS, SitePath};

use super::place::place;

pub(super) fn check(playbook: &Playbook, notes: &mut Vec<Diagnostic>) {
    if playbook.assets.is_empty() {
        return;
    }
    let lists = Kind::ALL.map(Kind::list);
    let pages = playbook.entries.values();
    let pages = pages.flat_map(|entry| [entry.page()].into_iter().chain(entry.sheets()));
    let mut taken: BTreeMap<SitePath, &str> = BTreeMap::new();
    taken.extend(
        OWN_FILES
            .into_iter()
            .chain(lists)
            .chain(pages)
            .map(|path| (path.to_lowercase(), "Twohats makes a page there")),
    );
    let for_host = playbook.book.for_host();
    for path in playbook.assets.keys() {
        if for_host.contains(path) {
            let help = if *path == REDIRECTS {
                "Twohats writes it, since `book.toml` has `[host]`: put its lines below `[redirects]`, or take `[host]` out"
            } else {
                "Twohats writes it, since `book.toml` has `headers` below `[host]`: take that line out to have your own"
            };
            notes.push(unplaced_file(place(playbook, path), help));
            continue;
        }
        let lower = path.to_lowercase();
        let ours =
            OWN_FOLDERS.iter().any(|folder| lower.as_str() == *folder || lower.is_in(folder));
        let below = lower.folders().find_map(|folder| taken.get(folder));
        let above = taken.range(lower.first_inside()..).next();
        let above = above.filter(|(next, _)| next.is_in(lower.as_str()));
        let clash = taken.get(&lower).or(below).or(above.map(|(_, why)| why)).copied();
        if let Some(why) = clash.or(ours.then_some("Twohats keeps that folder for itself")) {
            let help = format!("{why}: give the file another name or folder");
            notes.push(unplaced_file(place(playbook, path), &help));
        }
        taken.insert(lower, "another file has the same name in other letter case");
    }
}
