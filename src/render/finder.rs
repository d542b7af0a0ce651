//! The finder: every sign of every situation, to be ticked.

use std::collections::BTreeMap;
use std::sync::Arc;

use tera::Context;

use crate::model::{Body, Entry, Kind, Role, Scenario, finder_path};
use crate::plan::ListPage;

use super::frame::Frame;
use super::page_context::PageContext;
use super::view::{Card, FinderGroup, FinderView, Situation, Words};

pub(super) fn finder(context: &PageContext<'_>, page: &ListPage) -> Context {
    let title = context.list_page_title(context.word("finder.title"), page);
    let mut values = context.values(Frame {
        kind: "finder",
        title,
        description: context.list_page_description(context.word("finder.description"), page),
        within: Some(Kind::Scenario),
        breadcrumbs: vec![context.home(), context.list(Kind::Scenario)],
        contents: Vec::new(),
        previous: context.list_page_link(page.previous().as_ref(), finder_path),
        next: context.list_page_link(page.next().as_ref(), finder_path),
    });
    let groups = groups(context, page.entries().iter().map(Arc::as_ref));
    // Questions about the team as a whole are asked once.
    let checks = if page.number() == 0 { checks(context) } else { Vec::new() };
    values.insert("finder", &FinderView { groups, checks });
    values
}

/// Situations by the first of their topics, the topics by title; those without one come last.
fn groups<'e>(
    context: &PageContext<'_>,
    entries: impl Iterator<Item = &'e Entry>,
) -> Vec<FinderGroup> {
    let mut groups: BTreeMap<(bool, String), (Words, Vec<Situation>)> = BTreeMap::new();
    for entry in entries {
        let Some(scenario) = entry.scenario() else { continue };
        let topic = entry.mentions.topics.first().map(|topic| context.topic_title(&topic.value));
        let key = (topic.is_none(), topic.as_deref().unwrap_or_default().to_owned());
        let title = topic.unwrap_or_else(|| context.word("finder.other").into());
        let group = groups.entry(key).or_insert_with(|| (title, Vec::new()));
        group.1.push(situation(context, entry, scenario));
    }
    let group = |(title, situations)| FinderGroup { title, situations };
    groups.into_values().map(group).collect()
}

fn situation(context: &PageContext<'_>, entry: &Entry, scenario: &Scenario) -> Situation {
    Situation {
        title: context.title(entry),
        href: context.href(&entry.page()),
        first: scenario.first.map(Role::name),
        signs: context.htmls(entry, &scenario.signs),
    }
}

/// The self-checks that lead to situations.
fn checks(context: &PageContext<'_>) -> Vec<Card> {
    let checks = context.plan.listed(Kind::SelfCheck).iter();
    let leads_on = |entry: &&Arc<Entry>| matches!(&entry.body, Body::SelfCheck(check) if !check.scenarios.is_empty());
    context.cards(checks.filter(leads_on))
}
