//! The page of a file of content: its frame, and what its kind adds.

use serde::Serialize;
use tera::Context;

use crate::model::{Body, Entry, Kind};

use super::frame::{Frame, Scene};
use super::template::template;
use super::view::{Heading, check, comparison, guide, scenario};

/// The most characters of a description that is made from a page's own words.
const DESCRIPTION: usize = 160;

/// The deepest headings that the contents list has.
const DEEPEST: u8 = 3;

/// The layout and the context of an entry's page.
pub fn entry(scene: &Scene<'_>, entry: &Entry) -> (&'static str, Context) {
    match &entry.body {
        Body::Scenario(body) => {
            ("scenario.html", context(scene, entry, "scenario", &scenario(scene, entry, body)))
        }
        Body::Template(body) => {
            ("template.html", context(scene, entry, "template", &template(scene, entry, body)))
        }
        Body::Guide(body) => {
            ("guide.html", context(scene, entry, "guide", &guide(scene, entry, body)))
        }
        Body::Comparison(body) => (
            "comparison.html",
            context(scene, entry, "comparison", &comparison(scene, entry, body)),
        ),
        Body::Check(body) => {
            ("check.html", context(scene, entry, "check", &check(scene, entry, body)))
        }
    }
}

fn context<T: Serialize>(
    scene: &Scene<'_>,
    entry: &Entry,
    name: &'static str,
    view: &T,
) -> Context {
    let (previous, next) = scene.neighbours(entry);
    let mut context = scene.context(Frame {
        kind: name,
        title: entry.head.title.clone(),
        description: description(entry),
        within: Some(entry.kind()),
        breadcrumbs: vec![scene.home(), scene.list(entry.kind())],
        contents: contents(scene, entry),
        previous: previous.map(|entry| scene.link(entry)),
        next: next.map(|entry| scene.link(entry)),
    });
    context.insert(name, view);
    context
}

fn description(entry: &Entry) -> String {
    let words = match (&entry.head.summary, &entry.body) {
        (Some(summary), _) => summary.plain(),
        (None, Body::Guide(guide)) => guide.body.plain(),
        (None, Body::Scenario(_) | Body::Template(_) | Body::Comparison(_) | Body::Check(_)) => {
            entry.head.title.clone()
        }
    };
    if words.chars().count() <= DESCRIPTION {
        return words;
    }
    let short: String = words.chars().take(DESCRIPTION).collect();
    let end = short.rfind(' ').unwrap_or(short.len());
    format!("{} …", short[..end].trim_end_matches([',', ';', ':']))
}

fn contents(scene: &Scene<'_>, entry: &Entry) -> Vec<Heading> {
    let word = |key: &str| scene.word(key).to_owned();
    let sections = entry.sections().into_iter().filter(|section| section.level <= DEEPEST);
    let sections = sections.map(|section| Heading {
        id: section.id.to_string(),
        title: section.name(word),
        level: section.level,
    });
    let mut contents: Vec<Heading> = sections.collect();
    if entry.kind() == Kind::Guide && !scene.plan.used_in(entry).is_empty() {
        let title = word("contents.used_in");
        contents.push(Heading { id: "_used-in".to_owned(), title, level: 2 });
    }
    contents
}
