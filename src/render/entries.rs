//! The page of a file of content: its frame, and what its kind adds.

use serde::Serialize;
use tera::Context;

use crate::model::{Body, Comparison, Entry, Guide, Item, Kind, Role, SelfCheck};

use super::fingerprint::fingerprint;
use super::frame::{Frame, Scene, Stand};
use super::scenario::scenario;
use super::template::template;
use super::view::{CheckLine, CheckView, ComparisonRow, ComparisonView, GuideView, Heading};

/// The most characters of a description that is made from a page's own words.
const DESCRIPTION: usize = 160;

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
    let bare = Frame {
        kind: name,
        title: entry.head.title.clone(),
        description: description(entry),
        within: Some(entry.kind()),
        breadcrumbs: Vec::new(),
        contents: Vec::new(),
        previous: None,
        next: None,
    };
    let frame = match scene.stand {
        Stand::Among(_) => bare,
        Stand::Alone => {
            let (previous, next) = scene.neighbours(entry);
            Frame {
                breadcrumbs: vec![scene.home(), scene.list(entry.kind())],
                contents: contents(scene, entry),
                previous: previous.map(|entry| scene.link(entry)),
                next: next.map(|entry| scene.link(entry)),
                ..bare
            }
        }
    };
    let mut context = scene.context(frame);
    context.insert(name, view);
    context
}

fn description(entry: &Entry) -> String {
    let words = match (&entry.head.summary, &entry.body) {
        (Some(summary), _) => summary.plain(),
        (None, Body::Guide(guide)) => guide.body.plain(),
        (None, _) => entry.head.title.clone(),
    };
    if words.chars().count() <= DESCRIPTION {
        return words;
    }
    let short: String = words.chars().take(DESCRIPTION).collect();
    let end = short.rfind(' ').unwrap_or(short.len());
    format!("{} …", short[..end].trim_end_matches([',', ';', ':']))
}

fn contents(scene: &Scene<'_>, entry: &Entry) -> Vec<Heading> {
    let section = |id: &str, word: &str| Heading {
        id: id.to_owned(),
        title: scene.word(word).to_owned(),
        level: 2,
    };
    let mut contents: Vec<Heading> = match &entry.body {
        Body::Scenario(_) => {
            let sections = entry.sections().into_iter();
            sections.map(|one| section(one.0, &format!("contents.{}", one.0))).collect()
        }
        Body::Guide(guide) => {
            let headings = guide.body.headings().filter(|heading| heading.level <= 3);
            headings
                .map(|one| Heading {
                    id: one.id.clone(),
                    title: one.title.clone(),
                    level: one.level,
                })
                .collect()
        }
        Body::Comparison(comparison) => {
            let rows = comparison.rows.iter();
            rows.map(|row| Heading { id: row.id.clone(), title: row.on.clone(), level: 2 })
                .collect()
        }
        Body::Template(_) | Body::Check(_) => Vec::new(),
    };
    if entry.kind() == Kind::Guide && !scene.plan.used_in(entry).is_empty() {
        contents.push(section("_used-in", "contents.used_in"));
    }
    contents
}

fn guide(scene: &Scene<'_>, entry: &Entry, guide: &Guide) -> GuideView {
    GuideView {
        id: entry.head.id.clone(),
        summary: scene.maybe_html(entry, entry.head.summary.as_ref()),
        topics: scene.topic_links(entry),
        body: scene.html(entry, &guide.body),
        used_in: scene.used_in(entry),
        related: scene.named(Kind::Guide, &guide.related),
        reviewed: entry.head.reviewed().map(str::to_owned),
    }
}

fn comparison(scene: &Scene<'_>, entry: &Entry, comparison: &Comparison) -> ComparisonView {
    let rows = comparison.rows.iter().map(|row| ComparisonRow {
        id: row.id.clone(),
        on: row.on.clone(),
        leader: scene.html(entry, &row.cells.leader),
        manager: scene.html(entry, &row.cells.manager),
        both: scene.maybe_html(entry, row.both.as_ref()),
    });
    ComparisonView {
        id: entry.head.id.clone(),
        summary: scene.maybe_html(entry, entry.head.summary.as_ref()),
        topics: scene.topic_links(entry),
        intro: scene.maybe_html(entry, comparison.intro.as_ref()),
        rows: rows.collect(),
        reviewed: entry.head.reviewed().map(str::to_owned),
    }
}

fn check(scene: &Scene<'_>, entry: &Entry, check: &SelfCheck) -> CheckView {
    CheckView {
        id: entry.head.id.clone(),
        summary: scene.maybe_html(entry, entry.head.summary.as_ref()),
        topics: scene.topic_links(entry),
        ask: scene.html(entry, &check.ask),
        lines: mixed(scene, entry, check),
        leader_result: scene.html(entry, &check.results.lean.leader),
        manager_result: scene.html(entry, &check.results.lean.manager),
        even_result: scene.html(entry, &check.results.even),
        scenarios: scene.named(Kind::Scenario, &check.scenarios),
        guidance: scene.named(Kind::Guide, &check.guidance),
        reviewed: entry.head.reviewed().map(str::to_owned),
    }
}

/// The lines of both hats in an order that mixes them. A line keeps its place when others change.
fn mixed(scene: &Scene<'_>, entry: &Entry, check: &SelfCheck) -> Vec<CheckLine> {
    let lines = check.lines.each().flat_map(|(role, items)| {
        let lines = items.iter().enumerate();
        lines.map(move |(at, item)| (fingerprint(&item.value).reverse_bits(), role, at + 1, item))
    });
    let mut lines: Vec<_> = lines.collect();
    lines.sort_by_key(|(place, role, number, _)| (*place, *role, *number));
    let line = |(_, role, number, item): (u64, Role, usize, &Item)| CheckLine {
        role: role.name(),
        id: format!("{}.{number}", role.name()),
        label: scene.html(entry, &item.label),
    };
    lines.into_iter().map(line).collect()
}
