//! What layouts of lists are given: `home` and `list`.

use serde::Serialize;

use super::{Html, Link};

/// A page in a list.
#[derive(Serialize)]
pub struct Card {
    pub kind: &'static str,
    pub id: String,
    pub title: String,
    pub href: String,
    /// Inline HTML, or null.
    pub summary: Option<Html>,
    /// `starter`, `core` or `stretch`, or null.
    pub level: Option<&'static str>,
    /// How long it takes, in the author's words, or null.
    pub time: Option<Html>,
    /// `leader` or `manager`, only for scenarios that say who goes first.
    pub first: Option<&'static str>,
    pub topics: Vec<Link>,
    /// Not published yet; only the preview has such cards.
    pub draft: bool,
}

/// The home page, in `home`.
#[derive(Serialize)]
pub struct HomeView {
    /// "What is happening?"
    pub scenarios: Shelf,
    /// "I need to ..."
    pub templates: Shelf,
    /// "Learn the difference"
    pub guidance: Shelf,
    pub comparisons: Shelf,
    pub checks: Shelf,
    pub topics: Vec<TopicLink>,
}

/// The first pages of a kind, and the way to all of them.
#[derive(Serialize)]
pub struct Shelf {
    pub cards: Vec<Card>,
    /// How many there are in all.
    pub total: usize,
    /// The kind's list page.
    pub href: String,
}

#[derive(Serialize)]
pub struct TopicLink {
    pub title: String,
    pub href: String,
    /// How many pages carry the topic.
    pub count: usize,
}

/// The page of all copies, in `copies`.
#[derive(Serialize)]
pub struct CopiesView {
    /// Every template, to which a copy may belong.
    pub templates: Vec<Card>,
}

/// A kind's list page or a topic page, in `list`. Each group has at least one card; a kind's list page
/// has one group, a topic page one for each kind that carries the topic.
#[derive(Serialize)]
pub struct ListView {
    pub groups: Vec<CardGroup>,
    pub topics: Vec<TopicLink>,
    /// On the list of templates: the page of all copies.
    pub copies: Option<Link>,
}

/// An old address, in `redirect`; the new page's title is `page.title`.
#[derive(Serialize)]
pub struct RedirectView {
    /// The way to the page that took its place.
    pub href: String,
    /// The full address of that page, as far as it is known.
    pub canonical: String,
}

#[derive(Serialize)]
pub struct CardGroup {
    pub kind: &'static str,
    pub title: String,
    pub cards: Vec<Card>,
}
