//! What the layout of the first page is given: `home`.

use std::collections::BTreeMap;

use serde::Serialize;

use super::{Card, Link, TopicLink, Words};

/// The first page, in `home`.
#[derive(Serialize)]
pub(crate) struct HomeView {
    /// What it asks, or the title of a book without situations; and what the book gives, or null.
    pub question: Words,
    pub summary: Option<Words>,
    /// What people say, each with the way to the situation that they mean.
    pub sayings: Vec<Link>,
    /// The product in one look, or null without situations.
    pub moment: Option<MomentView>,
    /// Situations by whom they are with.
    pub groups: Vec<GroupView>,
    /// What to do just before a talk, and the page that says more; null without situations.
    pub before: Option<BeforeView>,
    /// The sheets to have at hand, of all that there are.
    pub sheets: Vec<SheetView>,
    /// By kind, `scenarios`, `templates` and so on.
    #[serde(flatten)]
    pub shelves: BTreeMap<&'static str, Shelf>,
    /// The pages of sheets whose copies a reader may go on with.
    pub again: Vec<String>,
    /// Where a situation is chosen to run with a group, or null.
    pub workshop: Option<Link>,
    /// Cards to play with, and the drill, or null.
    pub cards: Option<Link>,
    pub drill: Option<Link>,
    pub topics: Vec<TopicLink>,
    /// Where signs are ticked; null without situations.
    pub finder: Option<Link>,
    /// The whole book as one page, for paper; null when it is very large.
    pub print: Option<Link>,
}

/// One moment, and a sentence of each hat.
#[derive(Serialize)]
pub(crate) struct MomentView {
    pub title: Words,
    pub href: String,
    pub leader: Words,
    pub manager: Words,
}

#[derive(Serialize)]
pub(crate) struct GroupView {
    /// The id of its element.
    pub id: String,
    /// `person`, `team`, `work`, `above` or `self`; null of those that do not say it.
    pub with: Option<&'static str>,
    pub title: Words,
    pub shelf: Shelf,
}

#[derive(Serialize)]
pub(crate) struct BeforeView {
    pub title: Words,
    pub steps: Vec<LeadView>,
    pub guide: Option<Link>,
}

/// A sentence that leads, and what follows it; that may be empty.
#[derive(Serialize)]
pub(crate) struct LeadView {
    pub lead: Words,
    pub rest: Words,
}

/// A sheet in each of the ways there are to fill it in; null for a file that there is not.
#[derive(Serialize)]
pub(crate) struct SheetView {
    pub card: Card,
    pub pdf: Option<String>,
    pub docx: Option<String>,
    /// Whether it holds a table.
    pub is_table: bool,
}

/// The first pages of a kind, and the way to all of them.
#[derive(Serialize)]
pub(crate) struct Shelf {
    pub cards: Vec<Card>,
    /// How many there are in all.
    pub total: usize,
    /// The page that lists them all.
    pub href: String,
}
