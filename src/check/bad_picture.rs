//! `bad-picture`: what a page shows as a picture is one that every browser shows, and not too heavy for a phone.

use std::collections::HashSet;

use crate::diagnostic::Diagnostic;
use crate::diagnostic::rules::bad_picture::{
    empty, heavy, misnamed, not_a_picture, not_fetched, not_shown, page,
};
use crate::model::{Href, Mentions, Playbook, SitePath};
use crate::source::{Asset, Span};

use super::picture_format::Format;

/// How many bytes a picture may have.
const MOST: u64 = 1_000_000;

/// Looks at every picture that a page of any language shows, each once.
pub(super) fn check(playbook: &Playbook, editions: &[Playbook], notes: &mut Vec<Diagnostic>) {
    let mut judge = Judge { seen: HashSet::new(), notes };
    playbook.mentions().for_each(|mentions| judge.page(playbook, mentions));
    for (translation, edition) in playbook.translations.iter().zip(editions) {
        translation.mentions().for_each(|mentions| judge.page(edition, mentions));
    }
}

struct Judge<'n> {
    /// The files that were looked at, by their paths in the whole site.
    seen: HashSet<SitePath>,
    notes: &'n mut Vec<Diagnostic>,
}

impl Judge<'_> {
    fn page(&mut self, playbook: &Playbook, mentions: &Mentions) {
        for picture in &mentions.pictures {
            let Ok(target) = playbook.follow(mentions.stem.as_ref(), &picture.target) else {
                continue;
            };
            let ending = target.path.ending();
            let Some((path, asset)) = carried(playbook, &target.path) else {
                self.notes.push(page(picture.span.clone(), &picture.target));
                continue;
            };
            if !self.seen.insert(path.clone()) {
                continue;
            }
            if asset.size() == 0 {
                self.notes.push(empty(picture.span.clone(), path.as_str()));
            } else if Format::shown(ending).is_none() {
                self.notes.push(not_shown(picture.span.clone(), path.as_str()));
            } else if let Some(note) = wrong_inside(&picture.span, &path, asset) {
                self.notes.push(note);
            } else if asset.size() > MOST {
                self.notes.push(heavy(picture.span.clone(), path.as_str(), asset.size()));
            }
        }
        // A link to a picture opens it, however heavy it is, and a browser may have a program for what it does not show.
        for link in &mentions.links {
            let ending = Href::cut(&link.target).path.rsplit_once('.').map_or("", |(_, end)| end);
            if Format::shown(ending).is_none() {
                continue;
            }
            let target = playbook.follow(mentions.stem.as_ref(), &link.target);
            let found = target.ok().and_then(|target| carried(playbook, &target.path));
            if let Some((path, asset)) = found.filter(|(path, _)| !self.seen.contains(path)) {
                let is_known = Format::of(asset.head()) != Format::Unknown;
                let note = is_known.then(|| wrong_inside(&link.span, &path, asset)).flatten();
                if let Some(note) = note {
                    self.notes.push(note);
                    self.seen.insert(path);
                }
            }
        }
    }
}

/// The carried file that lies at a path, of this language or of all, with its path in the whole site.
fn carried<'p>(playbook: &'p Playbook, path: &SitePath) -> Option<(SitePath, &'p Asset)> {
    let own = playbook.assets.get(path).map(|asset| (playbook.book.folder().whole(path), asset));
    own.or_else(|| playbook.shared.get(path).map(|asset| (path.clone(), asset)))
}

/// What is wrong when something else is in a file than its name says.
fn wrong_inside(span: &Span, path: &SitePath, asset: &Asset) -> Option<Diagnostic> {
    let (is, meant) = (Format::of(asset.head()), Format::shown(path.ending())?);
    let (span, name) = (span.clone(), path.as_str());
    let (what, ending) = is.name();
    match is {
        _ if is == meant => None,
        Format::Nothing => Some(empty(span, name)),
        Format::LargeFilePointer => Some(not_fetched(span, name)),
        _ => Some(match ending {
            Some(ending) => misnamed(span, name, what, &format!("{}.{ending}", path.stem())),
            None => not_a_picture(span, name, what),
        }),
    }
}
