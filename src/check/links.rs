//! Every link in prose leads to a file and a place that are there.

use crate::diagnostic::Diagnostic;
use crate::diagnostic::rules::broken_anchor::broken_anchor;
use crate::diagnostic::rules::broken_link::{broken_link, link_to_draft};
use crate::model::{Fault, Mentions, Playbook};

pub fn check(playbook: &Playbook, mentions: &Mentions, notes: &mut Vec<Diagnostic>) {
    for link in &mentions.links {
        let span = link.span.clone();
        match playbook.follow(&mentions.stem, &link.target) {
            Ok(_) | Err(Fault::Broken) => {}
            Err(Fault::Draft) if mentions.draft => {}
            Err(Fault::Draft) => notes.push(link_to_draft(span, &link.target)),
            Err(Fault::NoFile(looked_for)) => {
                let files = playbook.files();
                let files: Vec<&str> = files.iter().map(String::as_str).collect();
                notes.push(broken_link(span, &link.target, &looked_for, &files));
            }
            Err(Fault::NoAnchor { page, anchor, anchors }) => {
                let anchors: Vec<&str> = anchors.iter().map(String::as_str).collect();
                notes.push(broken_anchor(span, &page, &anchor, &anchors));
            }
        }
    }
}
