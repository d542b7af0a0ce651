//! Links and ids of a text as places to be followed.

use std::sync::Arc;

use serde_json::{Value, json};

use crate::source::Source;

use super::lookup::{carried, file_of, mentions_of, page_of};
use super::project::{Project, Read};

/// Each link of the book with the file that it leads to, and each id with its own.
pub(super) fn document_links(project: &Project, read: &Read, source: &Arc<Source>) -> Value {
    let playbook = &read.playbook;
    let Some(says) = mentions_of(playbook, source.path()) else { return json!([]) };
    let from = says.stem.as_ref();
    let mut links = Vec::new();
    let mut tell = |range: std::ops::Range<usize>, path: &str| {
        links.push(json!({"range": project.range(source, range), "target": project.uri(path)}));
    };
    for link in &says.links {
        let range = link.span.range();
        if source.text().get(range.clone()) != Some(&link.target) {
            continue;
        }
        if let Some(page) = page_of(playbook, from, &link.target) {
            tell(range, page.head.source.path());
        } else if let Some(path) = carried(playbook, from, &link.target) {
            tell(range, &format!("content/{path}"));
        }
    }
    for (kind, id) in &says.references {
        if let Some(file) = file_of(&read.sources, playbook, *kind, &id.value) {
            tell(id.span.range(), file.path());
        }
    }
    json!(links)
}
