//! What a scenario's layout is given: `scenario`.

use serde::Serialize;

use tera::Value;

use crate::markdown::Prose;
use crate::model::{
    Counterpart, Entry, Kind, Level, People, Places, Practice, Role, Scenario, Slug,
};

use super::super::page_context::PageContext;
use super::super::view::{Card, ChoiceView, Html, Link, OpeningView, PracticeView};
use super::blanks::with_blanks;

/// A situation, in `scenario`. Ids that a page must carry stand beside the part that carries them.
#[derive(Serialize)]
pub(super) struct ScenarioView {
    pub id: Slug,
    /// Inline HTML or null.
    pub summary: Option<Html>,
    /// Whom it is with: `person`, `team`, `work`, `above` or `self`; or null.
    pub with: Option<&'static str>,
    pub level: Option<&'static str>,
    pub time: Option<Html>,
    /// `one`, `few`, `team` or null: how many people one speaks with.
    pub people: Option<&'static str>,
    pub topics: Vec<Link>,
    /// When this page is not enough, or null.
    pub caution: Option<OpeningView>,
    /// Inline HTML each: how to tell that this is your situation. Section id `signs`.
    pub signs: Vec<Html>,
    /// Block HTML or null. Section id `situation`.
    pub situation: Option<Html>,
    /// `leader`, `manager` or null: who goes first.
    pub first: Option<&'static str>,
    /// Inline HTML: why that one goes first, or null.
    pub because: Option<Html>,
    /// The paired rows in order: frame, say, do, avoid. A row is there when at least one side has it.
    pub rows: Vec<RowView>,
    /// Section id `replies`: what they may say, and what one says then.
    pub replies: Vec<ReplyView>,
    /// Section id `places`: what is different where one says it.
    pub places: Vec<PlaceView>,
    /// Section id `steps`.
    pub steps: Vec<StepView>,
    /// Section id `send`. Block HTML, or null: the message to write afterwards.
    pub send: Option<Html>,
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
    /// Section id `sources`. Inline HTML each.
    pub sources: Vec<Html>,
    /// `2025-06` or `2025-06-30`, or null.
    pub reviewed: Option<String>,
}

/// One moment, both answers. Leader stands left, manager right, always.
#[derive(Serialize)]
pub(super) struct RowView {
    /// `frame`, `say`, `do` or `avoid`: the section's id, and the name of its heading in `words`.
    pub id: &'static str,
    pub leader: CellView,
    pub manager: CellView,
}

#[derive(Serialize)]
pub(super) struct CellView {
    /// `leader` or `manager`.
    pub role: &'static str,
    /// `leader-say`, `manager-do` and so on: the cell's id.
    pub id: String,
    /// Only in the row `say`: the hat's aim, inline HTML, or null.
    pub aim: Option<Html>,
    /// Only in the rows `frame` and `say`: the words, or null.
    pub words: Option<OpeningView>,
    /// Inline HTML each; empty when the cell is text.
    pub items: Vec<Html>,
}

#[derive(Serialize)]
pub(super) struct ReplyView {
    /// Inline HTML: what one hears, and what one says.
    pub they: Html,
    pub you: Html,
}

#[derive(Serialize)]
pub(super) struct PlaceView {
    /// `in_person`, `video`, `in_writing`, `shop_floor` or `remote_team`: its name in `words.places`.
    pub place: &'static str,
    /// Inline HTML.
    pub text: Html,
}

#[derive(Serialize)]
pub(super) struct StepView {
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
pub(super) struct MistakeView {
    /// Inline HTML: the slip, and what to do instead.
    pub slip: Html,
    pub fix: Html,
}

/// A scenario as its layout is given it.
pub(super) fn scenario(
    context: &PageContext<'_>,
    entry: &Entry,
    scenario: &Scenario,
) -> ScenarioView {
    let html = |prose| context.html(entry, prose);
    let maybe = |prose: &Option<_>| context.maybe_html(entry, prose.as_ref());
    let htmls = |proses: &[_]| context.htmls(entry, proses);
    let Scenario {
        with: _,
        level,
        time,
        people,
        signs,
        situation,
        caution,
        first,
        because,
        responses: _,
        replies,
        places,
        sequence: _,
        send,
        templates,
        measures,
        mistakes,
        practice: tried,
        discuss,
        related,
        guidance,
        reading,
        sources,
    } = scenario;
    let mistakes =
        mistakes.iter().map(|one| MistakeView { slip: html(&one.slip), fix: html(&one.fix) });
    let replies =
        replies.iter().map(|one| ReplyView { they: html(&one.they), you: html(&one.you) });
    let places = places.iter().flat_map(Places::each);
    let places = places.map(|(place, text)| PlaceView { place, text: html(text) });
    ScenarioView {
        id: entry.head.id.clone(),
        summary: maybe(&entry.head.summary),
        with: entry.counterpart().map(Counterpart::name),
        level: level.map(Level::name),
        time: maybe(time),
        people: people.map(People::name),
        topics: context.topic_links(entry),
        caution: caution.as_ref().map(|prose| context.parted(entry, prose)),
        signs: htmls(signs),
        situation: maybe(situation),
        first: first.map(Role::name),
        because: maybe(because),
        rows: rows(context, entry, scenario),
        replies: replies.collect(),
        places: places.collect(),
        steps: steps(context, entry, scenario),
        send: maybe(send),
        templates: context.named(Kind::Template, templates),
        measures: htmls(measures),
        mistakes: mistakes.collect(),
        practice: tried.as_ref().map(|one| practice(context, entry, one)),
        drill: context.drill(),
        cards: context.role_play(Some(entry)),
        discuss: htmls(discuss),
        related: context.named(Kind::Scenario, related),
        guidance: context.named(Kind::Guide, guidance),
        reading: htmls(reading),
        sources: htmls(sources),
        reviewed: entry.head.reviewed().map(str::to_owned),
    }
}

fn rows(context: &PageContext<'_>, entry: &Entry, scenario: &Scenario) -> Vec<RowView> {
    let cell = |row: &'static str, role: Role| {
        let response = scenario.responses.get(role);
        let words = match row {
            "frame" => lines(context, entry, &response.short).map(|text| OpeningView {
                first: None,
                rest: Some(text),
                goes_on: false,
            }),
            "say" => Some(context.parted(entry, &response.say)),
            _ => None,
        };
        let items = match row {
            "do" => context.htmls(entry, &response.actions),
            "avoid" => context.htmls(entry, &response.avoid),
            _ => Vec::new(),
        };
        let aim = response.aim.as_ref().filter(|_| row == "say");
        CellView {
            role: role.name(),
            id: format!("{}-{row}", role.name()),
            aim: context.maybe_html(entry, aim),
            words,
            items,
        }
    };
    let rows = ["frame", "say", "do", "avoid"].map(|row| RowView {
        id: row,
        leader: cell(row, Role::Leader),
        manager: cell(row, Role::Manager),
    });
    let filled = |cell: &CellView| cell.words.is_some() || !cell.items.is_empty();
    rows.into_iter().filter(|row| filled(&row.leader) || filled(&row.manager)).collect()
}

/// The short form of what a hat says, a paragraph for each line, with its blanks; none without lines.
fn lines(context: &PageContext<'_>, entry: &Entry, lines: &[Prose]) -> Option<Html> {
    let line = |line| ["<p>", &with_blanks(context.html(entry, line).as_str()), "</p>\n"].concat();
    let html: String = lines.iter().map(line).collect();
    (!html.is_empty()).then(|| Html(Value::safe_string(&html)))
}

fn steps(context: &PageContext<'_>, entry: &Entry, scenario: &Scenario) -> Vec<StepView> {
    let mut before = None;
    let steps = scenario.sequence.iter().enumerate().map(|(at, step)| StepView {
        id: step.anchor(),
        number: at + 1,
        role: step.role.name(),
        text: context.html(entry, &step.text),
        when: context.maybe_html(entry, step.when.as_ref()),
        same_hat: before.replace(step.role) == Some(step.role),
    });
    steps.collect()
}

pub(crate) fn practice(
    context: &PageContext<'_>,
    entry: &Entry,
    practice: &Practice,
) -> PracticeView {
    let choices = practice.choices.iter().map(|choice| ChoiceView {
        say: context.html(entry, &choice.say),
        then: context.html(entry, &choice.then),
    });
    PracticeView {
        with: context.maybe_html(entry, practice.with.as_ref()),
        ask: context.html(entry, &practice.ask),
        choices: choices.collect(),
        listen_for: context.htmls(entry, &practice.listen_for),
    }
}
