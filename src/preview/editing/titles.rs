//! The pages that a text can name, by their titles. It must not know who names them.

use serde::Serialize;
use serde_json::{Value, json};

use crate::markdown::Prose;
use crate::render::Site;

use super::super::current::Current;
use super::book::Editing;

/// A page that can be named.
#[derive(Serialize)]
struct Page<'s> {
    kind: &'static str,
    id: String,
    title: &'s str,
    summary: Option<String>,
    path: String,
}

impl Editing {
    /// The titles of all pages, and the topics that there are.
    pub(in super::super) fn titles(current: &Current) -> Value {
        current.site.as_deref().map_or_else(|| json!({ "pages": [], "topics": [] }), titles)
    }
}

/// The pages in the book's own language, and its topics.
fn titles(site: &Site) -> Value {
    let playbook = site.plan().playbook();
    let pages = playbook.entries.values().map(|entry| Page {
        kind: entry.kind().name(),
        id: entry.head.id.to_string(),
        title: &entry.head.title.value,
        summary: entry.head.summary.as_ref().map(Prose::plain),
        path: format!("/{}", entry.page()),
    });
    let pages: Vec<Page> = pages.collect();
    let topics: Vec<Value> = site
        .plan()
        .topics()
        .all()
        .map(|(topic, _)| json!({ "id": topic, "title": playbook.book.topic_title(topic) }))
        .collect();
    json!({ "pages": pages, "topics": topics })
}
