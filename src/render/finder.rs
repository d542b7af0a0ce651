//! The finder: every sign of every situation, to be ticked.

use std::collections::BTreeMap;
use std::sync::Arc;

use tera::Context;

use crate::model::{Body, Entry, Kind, Role, Scenario, finder_path};
use crate::plan::Part;

use super::frame::Frame;
use super::scene::Scene;
use super::view::{FinderCheck, FinderGroup, FinderView, Situation, Words};

pub fn finder(scene: &Scene<'_>, part: &Part) -> Context {
    let title = scene.part_title(scene.word("finder.title"), part);
    let mut context = scene.context(Frame {
        kind: "finder",
        title,
        description: scene.part_description(scene.word("finder.description"), part),
        within: Some(Kind::Scenario),
        breadcrumbs: vec![scene.home(), scene.list(Kind::Scenario)],
        contents: Vec::new(),
        previous: scene.part_link(part.previous().as_ref(), finder_path),
        next: scene.part_link(part.next().as_ref(), finder_path),
    });
    let groups = groups(scene, part.entries().iter().map(Arc::as_ref));
    // Questions about the team as a whole are asked once.
    let checks = if part.number() == 0 { checks(scene) } else { Vec::new() };
    context.insert("finder", &FinderView { groups, checks });
    context
}

/// Situations by the first of their topics, the topics by title; those without one come last.
fn groups<'e>(scene: &Scene<'_>, entries: impl Iterator<Item = &'e Entry>) -> Vec<FinderGroup> {
    let mut groups: BTreeMap<(bool, String), (Words, Vec<Situation>)> = BTreeMap::new();
    for entry in entries {
        let Some(scenario) = entry.scenario() else { continue };
        let topic = entry.mentions.topics.first().map(|topic| scene.topic_title(&topic.value));
        let key = (topic.is_none(), topic.as_deref().unwrap_or_default().to_owned());
        let title = topic.unwrap_or_else(|| scene.word("finder.other").into());
        let group = groups.entry(key).or_insert_with(|| (title, Vec::new()));
        group.1.push(situation(scene, entry, scenario));
    }
    let group = |(title, situations)| FinderGroup { title, situations };
    groups.into_values().map(group).collect()
}

fn situation(scene: &Scene<'_>, entry: &Entry, scenario: &Scenario) -> Situation {
    Situation {
        id: entry.head.id.clone(),
        title: scene.title(entry),
        href: scene.href(&entry.page()),
        first: scenario.first.map(Role::name),
        signs: scene.htmls(entry, &scenario.signs),
    }
}

/// The self-checks that lead to situations.
fn checks(scene: &Scene<'_>) -> Vec<FinderCheck> {
    let entries = scene.plan.listed(Kind::SelfCheck).iter().map(Arc::as_ref);
    let checks = entries.filter_map(|entry| {
        let Body::SelfCheck(check) = &entry.body else { return None };
        let lines = |role| {
            let items = check.lines.get(role).iter();
            items.map(|item| scene.html(entry, &item.label)).collect()
        };
        (!check.scenarios.is_empty()).then(|| FinderCheck {
            id: entry.head.id.clone(),
            title: scene.title(entry),
            href: scene.href(&entry.page()),
            leader: lines(Role::Leader),
            manager: lines(Role::Manager),
        })
    });
    checks.collect()
}
