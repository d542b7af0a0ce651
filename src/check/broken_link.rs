//! `broken-link` and `broken-anchor`: every link in prose leads to a file and to a place in it that are there.

use std::collections::BTreeMap;

use crate::diagnostic::rules::broken_anchor::broken_anchor;
use crate::diagnostic::rules::broken_link::{broken_link, link_to_draft};
use crate::diagnostic::{Diagnostic, nearest};
use crate::model::{Fault, Mentions, PagePath, Playbook, SitePath};

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
            continue;
        }
        let span = link.span.clone();
        match playbook.follow(from, &link.target) {
            Ok(target) => reached.link(mentions, target.path),
            Err(Fault::Broken) => {}
            Err(Fault::Draft) if mentions.draft => {}
            Err(Fault::Draft) => notes.push(link_to_draft(span, &link.target)),
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
    let fits = |pattern: &String| {
        matches(pattern, target) || whole().is_some_and(|whole| matches(pattern, &whole))
    };
    !patterns.is_empty() && patterns.iter().any(fits)
}

/// Whether a text has the form of a pattern, in which `*` stands for anything, and for nothing.
fn matches(pattern: &str, text: &str) -> bool {
    let mut parts = pattern.split('*');
    let first = parts.next().unwrap_or_default();
    let Some(mut rest) = text.strip_prefix(first) else { return false };
    let mut parts: Vec<&str> = parts.collect();
    let Some(last) = parts.pop() else { return rest.is_empty() };
    for part in parts {
        let Some(at) = rest.find(part) else { return false };
        rest = &rest[at + part.len()..];
    }
    rest.ends_with(last)
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

#[cfg(test)]
mod tests {
    use super::matches;

    #[test]
    fn a_star_stands_for_anything_and_for_nothing() {
        for (pattern, text) in
            [("/old/*", "/old/a.md"), ("*.pdf", "a.pdf"), ("a*b*c", "abc"), ("*", ""), ("a", "a")]
        {
            assert!(matches(pattern, text), "{pattern} {text}");
        }
        for (pattern, text) in
            [("/old/*", "/new/a.md"), ("a", "ab"), ("a*ba", "aba.md"), ("ab*ba", "aba")]
        {
            assert!(!matches(pattern, text), "{pattern} {text}");
        }
    }
}
