//! What layouts of lists are given.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::model::{Id, Slug};

use super::{Html, Link, Words};

/// A page in a list.
#[derive(Serialize)]
pub(crate) struct Card {
    pub kind: &'static str,
    /// Null of a chapter for which nobody wrote a page.
    pub id: Option<Slug>,
    pub title: Words,
    pub href: String,
    /// Inline HTML, or null.
    pub summary: Option<Html>,
    /// `starter`, `core` or `stretch`, or null.
    pub level: Option<&'static str>,
    /// How long it takes, in the author's words, or null.
    pub time: Option<Html>,
    /// `leader` or `manager`, only for scenarios that say who goes first.
    pub first: Option<&'static str>,
    /// Not published yet; only the preview has such cards.
    pub draft: bool,
    /// How many pages it has, in words, where it is a chapter.
    pub pages: Option<String>,
}

impl Card {
    /// A card of a kind that says nothing.
    pub(crate) fn bare(kind: &'static str) -> Self {
        Self {
            kind,
            id: None,
            title: String::new().into(),
            href: String::new(),
            summary: None,
            level: None,
            time: None,
            first: None,
            draft: false,
            pages: None,
        }
    }
}

#[derive(Serialize)]
pub(crate) struct TopicLink {
    pub title: Words,
    pub href: String,
    /// How many pages carry the topic.
    pub count: usize,
    /// This very page is the topic's.
    pub current: bool,
}

/// The page to search on, and the search within any page, in `search`.
#[derive(Serialize)]
pub(crate) struct SearchView {
    /// The kinds that can be searched for by themselves, each with the way to all of it.
    pub kinds: Vec<SearchKind>,
    /// Where signs are ticked; null without situations.
    pub finder: Option<Link>,
}

#[derive(Serialize)]
pub(crate) struct SearchKind {
    /// `scenarios`, `templates` and so on.
    pub kind: &'static str,
    pub list: Link,
}

/// The page of all copies, in `copies`.
#[derive(Serialize)]
pub(crate) struct CopiesView {
    /// Every template, to which a copy may belong.
    pub templates: Vec<Card>,
    /// Every scenario that can be practised: what was written then is kept as a copy of `practice.ID`.
    pub practised: Vec<Card>,
    /// The ids that templates had before, by their ids now.
    pub was: BTreeMap<Id, Vec<Id>>,
}

/// A kind's list page or a topic page, in `list`. Each group has at least one card; a kind's list page
/// has one group, a topic page one for each kind that carries the topic.
#[derive(Serialize)]
pub(crate) struct ListView {
    /// Whether it is what a folder of guidance holds.
    pub is_chapter: bool,
    pub groups: Vec<CardGroup>,
    /// The pages over which a long list is spread, this one among them; empty where there are no more than two.
    pub pages: Vec<ListPageLink>,
    pub topics: Vec<TopicLink>,
    /// What else there is for the kind: on the list of templates the page of all copies, on that of
    /// scenarios the finder, the drill and the cards; last the whole list for paper.
    pub ways: Vec<Link>,
}

/// The way to a page of a long list.
#[derive(Serialize)]
pub(crate) struct ListPageLink {
    /// The places of what stands first and last on it, from 1.
    pub from: usize,
    pub to: usize,
    /// The title of what stands first.
    pub first: Words,
    pub href: String,
    /// This very page.
    pub current: bool,
}

/// The finder, in `finder`. Without a script it is a list of links, grouped by topic.
#[derive(Serialize)]
pub(crate) struct FinderView {
    pub groups: Vec<FinderGroup>,
    /// Self-checks that lead to situations.
    pub checks: Vec<Card>,
}

#[derive(Serialize)]
pub(crate) struct FinderGroup {
    /// The topic's title.
    pub title: Words,
    pub situations: Vec<Situation>,
}

#[derive(Serialize)]
pub(crate) struct Situation {
    pub title: Words,
    pub href: String,
    /// `leader`, `manager` or null.
    pub first: Option<&'static str>,
    /// Inline HTML each.
    pub signs: Vec<Html>,
}

/// Pages put together for paper, in `print`.
#[derive(Serialize)]
pub(crate) struct PrintView {
    /// When the newest of its pages was reviewed, or null.
    pub edition: Option<String>,
    pub groups: Vec<PrintGroup>,
}

#[derive(Serialize)]
pub(crate) struct PrintGroup {
    pub kind: &'static str,
    pub title: String,
    pub pages: Vec<PrintedPage>,
}

#[derive(Serialize)]
pub(crate) struct PrintedPage {
    /// The id to which links of the contents list lead.
    pub id: String,
    /// `scenario`, `template`, `guide`, `comparison` or `self-check`.
    pub kind: &'static str,
    pub title: Words,
    /// When it was reviewed, or null.
    pub reviewed: Option<String>,
    /// The attributes of a page that is not translated, each with a space before it; empty for others.
    pub marks: Html,
    /// What its own page shows, with ids and links that fit here.
    pub html: Html,
}

/// What was changed on pages, in `news`.
#[derive(Serialize)]
pub(crate) struct NewsView {
    /// The newest first.
    pub items: Vec<NewsItem>,
    /// Where programs that look for news find the same, or null without a `site_url`.
    pub feed: Option<Link>,
}

#[derive(Serialize)]
pub(crate) struct NewsItem {
    pub page: Link,
    /// Which change of its page it is, the oldest first, from 1.
    pub number: usize,
    pub date: String,
    /// Inline HTML.
    pub what: Html,
}

/// An old address, in `redirect`; the new page's title is `page.title`.
#[derive(Serialize)]
pub(crate) struct RedirectView {
    /// The way to the page that took its place.
    pub href: String,
    /// The full address of that page, as far as it is known.
    pub canonical: String,
}

#[derive(Serialize)]
pub(crate) struct CardGroup {
    /// The id of its element: the kind, or a word for whom situations are with.
    pub id: String,
    /// `person`, `team`, `work`, `above` or `self`; null where cards are not parted by it.
    pub with: Option<&'static str>,
    pub title: Words,
    /// The page of the group itself, or null.
    pub href: Option<String>,
    pub cards: Vec<Card>,
    /// The way to what it has besides, or null where these are all.
    pub all: Option<Link>,
}
