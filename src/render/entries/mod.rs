//! The page of a file of content: its frame, and what the layout of its kind is given.
//!
//! A view takes its model apart without `..`, so that nothing an author wrote is left out of it by oversight. It must
//! not know how facts look (`themes/`).

mod blanks;
mod guidance;
mod scenario;

use serde::Serialize;
use tera::{Context, Value};

use crate::model::{Body, Entry, Kind};

use super::body::Placement;
use super::frame::Frame;
use super::page_context::PageContext;
use super::template::template;
use super::view::Heading;
use guidance::{comparison, guide, self_check};
use scenario::scenario;

pub(crate) use scenario::practice;

/// The most characters of a description that is made from a page's own words.
const DESCRIPTION: usize = 160;

/// The deepest headings that the contents list has.
const DEEPEST: u8 = 3;

/// The layout of an entry's page, and what it is given.
pub(super) fn entry(context: &PageContext<'_>, entry: &Entry) -> (String, Context) {
    let (kind, view) = view(context, entry);
    let bare = Frame {
        kind,
        title: entry.head.title.value.clone(),
        description: description(entry),
        within: Some(entry.kind()),
        breadcrumbs: Vec::new(),
        contents: Vec::new(),
        previous: None,
        next: None,
    };
    let frame = match context.placement {
        Placement::Among(_) => bare,
        Placement::Alone => {
            let (previous, next) = context.neighbours(entry);
            Frame {
                breadcrumbs: vec![context.home(), context.list(entry.kind())],
                contents: contents(context, entry),
                previous: previous.map(|entry| context.link(entry)),
                next: next.map(|entry| context.link(entry)),
                ..bare
            }
        }
    };
    let mut values = context.values(frame);
    values.insert(kind, &view);
    (format!("{kind}.html"), values)
}

/// What the layout of an entry's page is given, and the name under which it is.
fn view(context: &PageContext<'_>, entry: &Entry) -> (&'static str, Value) {
    match &entry.body {
        Body::Scenario(body) => ("scenario", value(&scenario(context, entry, body))),
        Body::Template(body) => ("template", value(&template(context, entry, body))),
        Body::Guide(body) => ("guide", value(&guide(context, entry, body))),
        Body::Comparison(body) => ("comparison", value(&comparison(context, entry, body))),
        Body::SelfCheck(body) => ("check", value(&self_check(context, entry, body))),
    }
}

fn value(view: &impl Serialize) -> Value {
    Value::from_serializable(view)
}

fn description(entry: &Entry) -> String {
    let words = if let Some(summary) = &entry.head.summary {
        summary.plain()
    } else if let Body::Guide(guide) = &entry.body {
        guide.body.plain()
    } else {
        entry.head.title.value.clone()
    };
    if words.chars().count() <= DESCRIPTION {
        return words;
    }
    let short: String = words.chars().take(DESCRIPTION).collect();
    let end = short.rfind(' ').unwrap_or(short.len());
    format!("{} …", short[..end].trim_end_matches([',', ';', ':']))
}

fn contents(context: &PageContext<'_>, entry: &Entry) -> Vec<Heading> {
    let word = |key: &str| context.word(key).to_owned();
    let sections = entry.sections().into_iter().filter(|section| section.level <= DEEPEST);
    let sections = sections.map(|section| Heading {
        id: section.id.to_string(),
        title: section.name(word),
        level: section.level,
    });
    let mut contents: Vec<Heading> = sections.collect();
    if entry.kind() == Kind::Guide && !context.plan.used_in(entry).is_empty() {
        let title = word("contents.used_in");
        contents.push(Heading { id: "_used-in".to_owned(), title, level: 2 });
    }
    contents
}
