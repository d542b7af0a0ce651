//! What the layouts of practice over the whole book are given: `drill`, `group` and `cards`.

use serde::Serialize;

use crate::model::Slug;

use super::{CardGroup, Html, Link, Words};

/// Which hat first?, in `drill`.
#[derive(Serialize)]
pub(crate) struct DrillView {
    /// Situations that say who goes first.
    pub items: Vec<DrillItem>,
    /// In how many situations of the book the leader goes first.
    pub leader: usize,
    /// In how many of them the manager does.
    pub manager: usize,
    /// The list of all situations, when there are more than a page has room for.
    pub more: Option<Link>,
}

/// One question of the drill.
#[derive(Serialize)]
pub(crate) struct DrillItem {
    pub id: Slug,
    pub title: Words,
    pub href: String,
    /// Inline HTML each.
    pub signs: Vec<Html>,
    /// `leader` or `manager`.
    pub first: &'static str,
    /// Inline HTML or null.
    pub because: Option<Html>,
}

/// What a group can play, and print, in `group`.
#[derive(Serialize)]
pub(crate) struct WithGroupView {
    /// Situations that can be played, by whom they are with.
    pub groups: Vec<CardGroup>,
    /// All situations, and all cards, on one page for paper; null where that is too much.
    pub pages: Option<Link>,
    pub printed: Option<Link>,
    /// The cards to read, and the drill; the latter may be null.
    pub cards: Option<Link>,
    pub drill: Option<Link>,
}

/// Role play of every situation, in `cards`.
#[derive(Serialize)]
pub(crate) struct RolePlayView {
    /// The drill, when there is one.
    pub drill: Option<Link>,
    /// Whether this is a page to read, and not all of them for paper.
    pub is_part: bool,
    /// All of them on one page, for paper; null where that is this very page, or too much.
    pub print: Option<Link>,
    pub sets: Vec<RolePlaySet>,
}

/// The prompts of both hats for one situation, whose id is the set's.
#[derive(Serialize)]
pub(crate) struct RolePlaySet {
    pub id: Slug,
    pub title: Words,
    pub href: String,
    /// Inline HTML or null.
    pub summary: Option<Html>,
    /// Block HTML or null.
    pub situation: Option<Html>,
    pub practice: PracticeView,
    pub leader: RolePlayPrompt,
    pub manager: RolePlayPrompt,
}

/// What somebody who plays a hat needs at hand. Inline HTML each.
#[derive(Serialize)]
pub(crate) struct RolePlayPrompt {
    pub role: &'static str,
    pub aim: Option<Html>,
    pub actions: Vec<Html>,
    pub avoid: Vec<Html>,
}

/// A try-out, on its scenario's page and in role play.
#[derive(Serialize)]
pub(crate) struct PracticeView {
    /// Inline HTML: the other person, or null.
    pub with: Option<Html>,
    /// Block HTML.
    pub ask: Html,
    pub choices: Vec<ChoiceView>,
    /// Inline HTML each.
    pub listen_for: Vec<Html>,
}

#[derive(Serialize)]
pub(crate) struct ChoiceView {
    /// Inline HTML: what one might say, and what happens then.
    pub say: Html,
    pub then: Html,
}
