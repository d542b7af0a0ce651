//! `broken-link`: every link in prose leads to a file that is there.

use crate::diagnostic::Diagnostic;
use crate::diagnostic::rules::broken_link::{
    broken_link, did_you_mean, link_to_draft, link_to_withheld, unseen_in_file_name, write,
    write_page,
};
use crate::model::{Fault, Href, Mentions, PagePath, Playbook, SitePath, decode, fits};
use crate::source::unseen;

use super::near_link::{Files, Meant};
use super::reached::Reached;

pub(super) fn check(
    playbook: &Playbook,
    mentions: &Mentions,
    files: &mut Files,
    reached: &mut Reached,
    notes: &mut Vec<Diagnostic>,
) {
    let from = mentions.stem.as_ref();
    for link in &mentions.links {
        if is_ignored(playbook, from, &link.target) {
            reached.file(playbook, mentions, &link.target);
            continue;
        }
        let span = link.span.clone();
        match playbook.follow(from, &link.target) {
            Ok(target) => reached.link(playbook, mentions, &target),
            Err(Fault::Broken) => {}
            Err(Fault::Draft) if mentions.draft => {}
            Err(Fault::Draft) => notes.push(link_to_draft(span, &link.target)),
            Err(Fault::NoFile(looked_for)) if playbook.withholds(&looked_for) => {
                notes.push(link_to_withheld(span, &link.target));
            }
            Err(Fault::NoFile(looked_for)) => {
                let cure =
                    cure(playbook, files.meant(playbook, from, &link.target), from, &link.target);
                notes.push(broken_link(span, &link.target, &looked_for).maybe_help(cure));
            }
            Err(Fault::NoAnchor { page, anchor }) => {
                notes.extend(files.places.note(playbook, span, (&page, &anchor)));
            }
        }
    }
}

/// What to write in the place of a link that leads nowhere, where that can be known.
fn cure(
    playbook: &Playbook,
    meant: Meant,
    from: Option<&PagePath>,
    target: &str,
) -> Option<String> {
    let page = from.map_or_else(SitePath::default, PagePath::page);
    // The place on the page is kept where the page has it.
    let anchor = Href::cut(target).rest.find('#').map(|at| &Href::cut(target).rest[at..]);
    let link = |path: &SitePath| {
        let link = page.href(path);
        let whole = anchor.map(|anchor| format!("{link}{anchor}"));
        whole.filter(|whole| playbook.follow(from, whole).is_ok()).unwrap_or(link)
    };
    match meant {
        Meant::Outside(whole) => Some(write(&whole)),
        Meant::Place(id) => Some(write(&format!("#{id}"))),
        Meant::Page(path) => {
            Some(write_page(path.kind().name(), path.name(), &link(&path.source())))
        }
        Meant::Near(paths) => paths
            .iter()
            .find_map(|path| unseen_in_name(path, target))
            .or_else(|| did_you_mean(&paths.iter().map(link).collect::<Vec<_>>())),
    }
}

/// What to do where the names of a file and of a link differ in signs that look alike.
fn unseen_in_name(path: &SitePath, target: &str) -> Option<String> {
    let typed = decode(Href::cut(target).path);
    let name = typed.rsplit('/').next()?;
    let sign = path.name().chars().find(|sign| unseen(*sign).is_some())?;
    let plain = |name: &str| -> String {
        let each = name.chars().map(|sign| match unseen(sign) {
            Some(sign) => sign.plain.to_owned(),
            None => sign.to_string(),
        });
        each.collect()
    };
    let is_same = plain(path.name()) == plain(name) && path.name() != name;
    is_same.then(|| {
        let (what, code) = (unseen(sign).map_or("", |sign| sign.name), u32::from(sign));
        unseen_in_file_name(what, code, &plain(path.name()))
    })
}

/// Whether the book says not to follow this link: as it is written, or from the content folder with a `/` in
/// front.
fn is_ignored(playbook: &Playbook, from: Option<&PagePath>, target: &str) -> bool {
    let patterns = &playbook.book.ignored_links;
    let whole = || Playbook::whole(from, target);
    let is_one = |pattern: &String| {
        fits(pattern, target) || whole().is_some_and(|whole| fits(pattern, &whole))
    };
    !patterns.is_empty() && patterns.iter().any(is_one)
}
