//! What the layouts of guidance, comparisons and self-checks are given: `guide`, `comparison`, `check`.

use serde::Serialize;

use crate::model::Slug;

use super::{Card, Html, Link, Shelf};

/// Markdown guidance, in `guide`.
#[derive(Serialize)]
pub struct GuideView {
    pub id: Slug,
    pub summary: Option<Html>,
    pub topics: Vec<Link>,
    /// Block HTML; its headings start at `<h2>`.
    pub body: Html,
    /// Section id `_used-in`, which no heading can have: scenarios that name this page.
    pub used_in: Shelf,
    pub related: Vec<Card>,
    pub reviewed: Option<String>,
}

/// A table whose rows pair the roles, in `comparison`. Each row is a moment like a scenario's.
#[derive(Serialize)]
pub struct ComparisonView {
    pub id: Slug,
    pub summary: Option<Html>,
    pub topics: Vec<Link>,
    /// Block HTML or null.
    pub intro: Option<Html>,
    pub rows: Vec<ComparisonRow>,
    pub reviewed: Option<String>,
}

#[derive(Serialize)]
pub struct ComparisonRow {
    /// The row's section id.
    pub id: String,
    /// Plain text: what is compared.
    pub on: String,
    /// Block HTML each.
    pub leader: Html,
    pub manager: Html,
    /// What both do, block HTML, or null.
    pub both: Option<Html>,
}

/// A tick list that leans to a hat, in `check`.
#[derive(Serialize)]
pub struct CheckView {
    pub id: Slug,
    pub summary: Option<Html>,
    pub topics: Vec<Link>,
    /// Block HTML: what to tick.
    pub ask: Html,
    /// The lines to tick, mixed, so that one cannot see to which hat a line leans.
    pub lines: Vec<CheckLine>,
    /// Block HTML each: what to do when one side, or neither, has more ticks.
    pub leader_result: Html,
    pub manager_result: Html,
    pub even_result: Html,
    pub scenarios: Vec<Card>,
    pub guidance: Vec<Card>,
    pub reviewed: Option<String>,
}

/// A line to tick.
#[derive(Serialize)]
pub struct CheckLine {
    /// The hat that it leans to.
    pub role: &'static str,
    /// `leader.2` and so on: the element's id, and its value in the form.
    pub id: String,
    /// Inline HTML.
    pub label: Html,
}
