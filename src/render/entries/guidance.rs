//! What the layouts of guidance, comparisons and self-checks are given: `guide`, `comparison`, `check`.

use serde::Serialize;

use crate::model::{Comparison, Entry, Guide, Item, Kind, Results, Role, SelfCheck, Slug};

use super::super::body::Placement;
use super::super::fingerprint::fingerprint;
use super::super::page_context::PageContext;
use super::super::view::{Card, Html, Link, ListView, Shelf, Words};

/// Markdown guidance, in `guide`.
#[derive(Serialize)]
pub(super) struct GuideView {
    pub id: Slug,
    pub summary: Option<Html>,
    pub topics: Vec<Link>,
    /// Block HTML; its headings start at `<h2>`.
    pub body: Html,
    /// Section id `_used-in`, which no heading can have: scenarios that name this page.
    pub used_in: Shelf,
    pub related: Vec<Card>,
    pub reviewed: Option<String>,
    /// What the folder holds whose page this is; null on all other pages, and among others.
    pub chapter: Option<ListView>,
}

/// A table whose rows pair the roles, in `comparison`. Each row is a moment like a scenario's.
#[derive(Serialize)]
pub(super) struct ComparisonView {
    pub id: Slug,
    pub summary: Option<Html>,
    pub topics: Vec<Link>,
    /// Block HTML or null.
    pub intro: Option<Html>,
    pub rows: Vec<ComparisonRow>,
    pub reviewed: Option<String>,
}

#[derive(Serialize)]
pub(super) struct ComparisonRow {
    /// The row's section id.
    pub id: String,
    /// Plain text: what is compared.
    pub on: Words,
    /// Block HTML each.
    pub leader: Html,
    pub manager: Html,
    /// What both do, block HTML, or null.
    pub both: Option<Html>,
}

/// A tick list that leans to a hat, in `check`.
#[derive(Serialize)]
pub(super) struct SelfCheckView {
    pub id: Slug,
    pub summary: Option<Html>,
    pub topics: Vec<Link>,
    /// Block HTML: what to tick.
    pub ask: Html,
    /// The lines to tick, mixed, so that one cannot see to which hat a line leans.
    pub lines: Vec<SelfCheckLine>,
    /// Block HTML each: what to do when one side, or neither, has more ticks.
    pub leader_result: Html,
    pub manager_result: Html,
    pub even_result: Html,
    /// Inline HTML each: what that result is called, or null.
    pub leader_title: Option<Html>,
    pub manager_title: Option<Html>,
    pub even_title: Option<Html>,
    pub scenarios: Vec<Card>,
    pub guidance: Vec<Card>,
    pub reviewed: Option<String>,
}

/// A line to tick.
#[derive(Serialize)]
pub(super) struct SelfCheckLine {
    /// The hat that it leans to.
    pub role: &'static str,
    /// `leader.2` and so on: the element's id, and its value in the form.
    pub id: String,
    /// Inline HTML.
    pub label: Html,
}

/// A guide as its layout is given it.
pub(super) fn guide(context: &PageContext<'_>, entry: &Entry, guide: &Guide) -> GuideView {
    let Guide { body, related } = guide;
    let stem = &entry.head.stem;
    let is_chapter = stem.is_chapter() && matches!(context.placement, Placement::Alone);
    GuideView {
        id: entry.head.id.clone(),
        summary: context.maybe_html(entry, entry.head.summary.as_ref()),
        topics: context.topic_links(entry),
        body: context.html(entry, body),
        used_in: context.used_in(entry),
        related: context.named(Kind::Guide, related),
        reviewed: entry.head.reviewed().map(str::to_owned),
        chapter: is_chapter.then(|| context.chapter_list(stem.folder(), 0)),
    }
}

/// A comparison as its layout is given it.
pub(super) fn comparison(
    context: &PageContext<'_>,
    entry: &Entry,
    comparison: &Comparison,
) -> ComparisonView {
    let Comparison { intro, rows } = comparison;
    let rows = rows.iter().map(|row| ComparisonRow {
        id: row.id.clone(),
        on: if row.is_borrowed { context.borrowed(&row.on.value) } else { context.words(&row.on) },
        leader: context.html(entry, &row.cells.leader),
        manager: context.html(entry, &row.cells.manager),
        both: context.maybe_html(entry, row.both.as_ref()),
    });
    ComparisonView {
        id: entry.head.id.clone(),
        summary: context.maybe_html(entry, entry.head.summary.as_ref()),
        topics: context.topic_links(entry),
        intro: context.maybe_html(entry, intro.as_ref()),
        rows: rows.collect(),
        reviewed: entry.head.reviewed().map(str::to_owned),
    }
}

/// A self-check as its layout is given it.
pub(super) fn self_check(
    context: &PageContext<'_>,
    entry: &Entry,
    check: &SelfCheck,
) -> SelfCheckView {
    let SelfCheck { ask, lines: _, results: Results { lean, even }, titles, scenarios, guidance } =
        check;
    let title = |title: &Option<_>| context.maybe_html(entry, title.as_ref());
    SelfCheckView {
        id: entry.head.id.clone(),
        summary: context.maybe_html(entry, entry.head.summary.as_ref()),
        topics: context.topic_links(entry),
        ask: context.html(entry, ask),
        lines: mixed(context, entry, check),
        leader_result: context.html(entry, &lean.leader),
        manager_result: context.html(entry, &lean.manager),
        even_result: context.html(entry, even),
        leader_title: title(&titles.lean.leader),
        manager_title: title(&titles.lean.manager),
        even_title: title(&titles.even),
        scenarios: context.named(Kind::Scenario, scenarios),
        guidance: context.named(Kind::Guide, guidance),
        reviewed: entry.head.reviewed().map(str::to_owned),
    }
}

/// The lines of both hats in an order that mixes them. A line keeps its place when others change.
fn mixed(context: &PageContext<'_>, entry: &Entry, check: &SelfCheck) -> Vec<SelfCheckLine> {
    let lines = check.lines.each().flat_map(|(role, items)| {
        let lines = items.iter().enumerate();
        lines.map(move |(at, item)| (fingerprint(&item.value).reverse_bits(), role, at + 1, item))
    });
    let mut lines: Vec<_> = lines.collect();
    lines.sort_by_key(|(place, role, number, _)| (*place, *role, *number));
    let line = |(_, role, number, item): (u64, Role, usize, &Item)| SelfCheckLine {
        role: role.name(),
        id: format!("{}.{number}", role.name()),
        label: context.html(entry, &item.label),
    };
    lines.into_iter().map(line).collect()
}
