//! What a scenario's layout is given: `scenario`.

use serde::Serialize;

use crate::model::Slug;

use super::{Card, Html, Link};

/// A situation, in `scenario`. Ids that a page must carry stand beside the part that carries them.
#[derive(Serialize)]
pub struct ScenarioView {
    pub id: Slug,
    /// Inline HTML or null.
    pub summary: Option<Html>,
    pub level: Option<&'static str>,
    pub time: Option<Html>,
    pub topics: Vec<Link>,
    /// Block HTML, for a warning box, or null.
    pub caution: Option<Html>,
    /// Inline HTML each: how to tell that this is your situation. Section id `signs`.
    pub signs: Vec<Html>,
    /// Block HTML or null. Section id `situation`.
    pub situation: Option<Html>,
    /// `leader`, `manager` or null: who goes first.
    pub first: Option<&'static str>,
    /// Inline HTML: why that one goes first, or null.
    pub because: Option<Html>,
    /// The paired rows in order: say, do, avoid. A row is there when at least one side has it.
    pub rows: Vec<RowView>,
    /// Section id `steps`.
    pub steps: Vec<StepView>,
    /// Section id `templates`.
    pub templates: Vec<Card>,
    /// Section id `measures`. Inline HTML each.
    pub measures: Vec<Html>,
    /// Section id `mistakes`.
    pub mistakes: Vec<MistakeView>,
    /// Section id `practise`, or null.
    pub practice: Option<PracticeView>,
    /// Which hat first? over all scenarios, and the cards to play with, or null.
    pub drill: Option<Link>,
    pub cards: Option<Link>,
    /// Section id `discuss`. Inline HTML each.
    pub discuss: Vec<Html>,
    /// Section id `related`: further scenarios; and section id `guidance`: pages to read.
    pub related: Vec<Card>,
    pub guidance: Vec<Card>,
    /// Section id `reading`. Inline HTML each.
    pub reading: Vec<Html>,
    /// `2025-06` or `2025-06-30`, or null.
    pub reviewed: Option<String>,
}

/// One moment, both answers. Leader stands left, manager right, always.
#[derive(Serialize)]
pub struct RowView {
    /// `say`, `do` or `avoid`: the section's id, and the name of its heading in `words`.
    pub id: &'static str,
    pub leader: CellView,
    pub manager: CellView,
}

#[derive(Serialize)]
pub struct CellView {
    /// `leader` or `manager`.
    pub role: &'static str,
    /// `leader-say`, `manager-do` and so on: the cell's id.
    pub id: String,
    /// Only in the `say` row: the hat's aim, inline HTML, or null.
    pub aim: Option<Html>,
    /// Block HTML, or null when the cell is a list or this side has nothing here.
    pub text: Option<Html>,
    /// Inline HTML each; empty when the cell is text.
    pub items: Vec<Html>,
}

#[derive(Serialize)]
pub struct StepView {
    /// `manager-step-2` and so on: the number, or what the author called the step, never its words.
    pub id: String,
    pub number: usize,
    /// `leader` or `manager`.
    pub role: &'static str,
    /// Inline HTML.
    pub text: Html,
    /// Inline HTML or null.
    pub when: Option<Html>,
    /// True when the step before it wears the same hat.
    pub same_hat: bool,
}

#[derive(Serialize)]
pub struct MistakeView {
    /// Inline HTML: the slip, and what to do instead.
    pub slip: Html,
    pub fix: Html,
}

#[derive(Serialize)]
pub struct PracticeView {
    /// Inline HTML: the other person, or null.
    pub with: Option<Html>,
    /// Block HTML.
    pub ask: Html,
    pub choices: Vec<ChoiceView>,
    /// Inline HTML each.
    pub listen_for: Vec<Html>,
}

#[derive(Serialize)]
pub struct ChoiceView {
    /// Inline HTML: what one might say, and what happens then.
    pub say: Html,
    pub then: Html,
}
