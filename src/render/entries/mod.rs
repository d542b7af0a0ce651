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
use super::view::{Heading, Link};
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
        title: context.traced_title(entry),
        description: description(entry),
        within: (!entry.head.stem.is_own()).then(|| entry.kind()),
        breadcrumbs: Vec::new(),
        contents: Vec::new(),
        previous: None,
        next: None,
    };
    let frame = match context.placement {
        Placement::Among(_) => bare,
        Placement::Alone => {
            let (previous, next) = around(context, entry);
            Frame {
                breadcrumbs: breadcrumbs(context, entry),
                contents: contents(context, entry),
                previous,
                next,
                ..bare
            }
        }
    };
    let mut values = context.values(frame);
    values.insert(kind, &view);
    (format!("{kind}.html"), values)
}

/// What comes before and after. After a situation comes what fits: those that it names, or the next with the same people.
fn around(context: &PageContext<'_>, entry: &Entry) -> (Option<Link>, Option<Link>) {
    let link = |entry: Option<&Entry>| entry.map(|entry| context.link(entry));
    let Some(scenario) = entry.scenario() else {
        let (previous, next) = context.neighbours(entry);
        return (link(previous), link(next));
    };
    let group = context.plan.group_at(context.position());
    let next = group.filter(|_| scenario.related.is_empty()).map(|(group, place)| {
        let next = &group.list[(place + 1) % group.list.len()];
        next.as_ref()
    });
    (None, link(next.filter(|next| next.head.id != entry.head.id)))
}

/// The way here: a situation stands in a group of its list.
fn breadcrumbs(context: &PageContext<'_>, entry: &Entry) -> Vec<Link> {
    if entry.head.stem.is_own() {
        return vec![context.home()];
    }
    if entry.kind() == Kind::Guide {
        return context.way_to(entry.head.stem.folder());
    }
    let is_parted = entry.scenario().is_some() && context.plan.groups().len() > 1;
    let group = context.plan.group_at(context.position()).filter(|_| is_parted);
    let group = group.map(|(group, _)| Link {
        title: context.group_title(group),
        href: context.group_href(group),
    });
    [context.home(), context.list(entry.kind())].into_iter().chain(group).collect()
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
    if entry.head.stem.is_chapter() {
        let list = context.chapter_list(entry.head.stem.folder(), 0);
        contents.extend(list.groups.into_iter().map(|group| Heading {
            id: group.id,
            title: group.title.to_string(),
            level: 2,
        }));
    }
    if entry.kind() == Kind::Guide && !context.plan.used_in(entry).is_empty() {
        let title = word("contents.used_in");
        contents.push(Heading { id: "_used-in".to_owned(), title, level: 2 });
    }
    contents
}
