//! Every link in prose leads to a file and a place that are there.

use crate::diagnostic::rules::broken_anchor::broken_anchor;
use crate::diagnostic::rules::broken_link::{broken_link, link_to_draft};
use std::collections::BTreeMap;

use crate::diagnostic::{Diagnostic, nearest};
use crate::model::{Fault, Mentions, Playbook, relative};

pub fn check(
    playbook: &Playbook,
    mentions: &Mentions,
    files: &mut Files,
    notes: &mut Vec<Diagnostic>,
) {
    for link in &mentions.links {
        let span = link.span.clone();
        match playbook.follow(&mentions.stem, &link.target) {
            Ok(_) | Err(Fault::Broken) => {}
            Err(Fault::Draft) if mentions.draft => {}
            Err(Fault::Draft) => notes.push(link_to_draft(span, &link.target)),
            Err(Fault::NoFile(looked_for)) => {
                let near = files.near(playbook, &mentions.stem, &link.target, &looked_for);
                notes.push(broken_link(span, &link.target, &looked_for, near.as_deref()));
            }
            Err(Fault::NoAnchor { source, anchor, anchors }) => {
                let anchors: Vec<&str> = anchors.iter().map(String::as_str).collect();
                notes.push(broken_anchor(span, &source, &anchor, &anchors));
            }
        }
    }
}

/// The files of a book by their names, to find the one that was meant. They are gathered when the first
/// link is broken.
pub struct Files {
    by_name: Option<BTreeMap<String, String>>,
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
        from: &str,
        target: &str,
        looked_for: &str,
    ) -> Option<String> {
        if target.starts_with("www.") {
            return Some(format!("https://{target}"));
        }
        let wanted = name(looked_for);
        let by_name = self.by_name.get_or_insert_with(|| {
            playbook.files().into_iter().map(|path| (name(&path), path)).collect()
        });
        if let Some(path) = by_name.get(&wanted) {
            return Some(relative(from, path));
        }
        self.patience = self.patience.checked_sub(1)?;
        let near = nearest(&wanted, by_name.keys().map(String::as_str))?;
        Some(relative(from, &by_name[near]))
    }
}

fn name(path: &str) -> String {
    path.rsplit('/').next().unwrap_or_default().to_lowercase()
}
