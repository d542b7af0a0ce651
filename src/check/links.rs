//! Every link in prose leads to a file and a place that are there.

use crate::diagnostic::rules::broken_anchor::broken_anchor;
use crate::diagnostic::rules::broken_link::{broken_link, link_to_draft};
use crate::diagnostic::{Diagnostic, nearest};
use crate::model::{Fault, Mentions, Playbook, relative};

pub fn check(playbook: &Playbook, mentions: &Mentions, notes: &mut Vec<Diagnostic>) {
    for link in &mentions.links {
        let span = link.span.clone();
        match playbook.follow(&mentions.stem, &link.target) {
            Ok(_) | Err(Fault::Broken) => {}
            Err(Fault::Draft) if mentions.draft => {}
            Err(Fault::Draft) => notes.push(link_to_draft(span, &link.target)),
            Err(Fault::NoFile(looked_for)) => {
                let near = near(playbook, mentions, &link.target, &looked_for);
                notes.push(broken_link(span, &link.target, &looked_for, near.as_deref()));
            }
            Err(Fault::NoAnchor { source, anchor, anchors }) => {
                let anchors: Vec<&str> = anchors.iter().map(String::as_str).collect();
                notes.push(broken_anchor(span, &source, &anchor, &anchors));
            }
        }
    }
}

/// The link that was very likely meant, as it must be written in this file.
fn near(
    playbook: &Playbook,
    mentions: &Mentions,
    target: &str,
    looked_for: &str,
) -> Option<String> {
    if target.starts_with("www.") {
        return Some(format!("https://{target}"));
    }
    let files = playbook.files();
    let name = |path: &str| path.rsplit('/').next().unwrap_or_default().to_lowercase();
    let wanted = name(looked_for);
    let names: Vec<String> = files.iter().map(|file| name(file)).collect();
    let same = names.iter().position(|name| *name == wanted);
    let close = || {
        let near = nearest(&wanted, names.iter().map(String::as_str))?;
        names.iter().position(|name| name == near)
    };
    let found = &files[same.or_else(close)?];
    Some(relative(&mentions.stem, found))
}
