//! `broken-link` and `broken-anchor`: every link in prose leads to a file and to a place in it that are there.

use std::collections::BTreeMap;

use crate::diagnostic::rules::broken_anchor::broken_anchor;
use crate::diagnostic::rules::broken_link::{broken_link, link_to_draft, link_to_withheld};
use crate::diagnostic::{Diagnostic, nearest};
use crate::model::{Fault, Mentions, PagePath, Playbook, SitePath, fits};

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
                let near = files.near(playbook, from, (&link.target, &looked_for));
                notes.push(broken_link(span, &link.target, &looked_for, near.as_deref()));
            }
            Err(Fault::NoAnchor { source, anchor, anchors }) => {
                let anchors: Vec<&str> = anchors.iter().map(String::as_str).collect();
                notes.push(broken_anchor(span, &source, &anchor, &anchors));
            }
        }
    }
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

/// The files of a book by their names, to find the one that was meant. They are gathered when the first
/// link is broken.
pub(super) struct Files {
    by_name: Option<BTreeMap<String, SitePath>>,
    /// How many more times a name may be compared with all others, which takes long in a large book.
    patience: usize,
}

impl Default for Files {
    fn default() -> Self {
        Self { by_name: None, patience: 100 }
    }
}

impl Files {
    /// The link that was very likely meant, as it must be written in the file with the address `from`.
    fn near(
        &mut self,
        playbook: &Playbook,
        from: Option<&PagePath>,
        (target, looked_for): (&str, &str),
    ) -> Option<String> {
        if target.starts_with("www.") {
            return Some(format!("https://{target}"));
        }
        let from = from.map_or_else(SitePath::default, PagePath::page);
        let lower = |path: &SitePath| path.name().to_lowercase();
        let wanted = lower(&SitePath::made(looked_for.to_owned()));
        let by_name = self.by_name.get_or_insert_with(|| {
            playbook.files().into_iter().map(|path| (lower(&path), path)).collect()
        });
        if let Some(path) = by_name.get(&wanted) {
            return Some(from.href(path));
        }
        self.patience = self.patience.checked_sub(1)?;
        let near = nearest(&wanted, by_name.keys().map(String::as_str))?;
        Some(from.href(&by_name[near]))
    }
}
