//! A scenario as its layout is given it.

use crate::model::{Entry, Kind, Level, Practice, Role, Scenario};

use super::frame::Scene;
use super::view::{
    CellView, ChoiceView, Html, MistakeView, PracticeView, RowView, ScenarioView, StepView,
};

pub fn scenario(scene: &Scene<'_>, entry: &Entry, scenario: &Scenario) -> ScenarioView {
    let html = |prose| scene.html(entry, prose);
    let htmls = |proses: &[_]| scene.htmls(entry, proses);
    let mistakes = scenario
        .mistakes
        .iter()
        .map(|mistake| MistakeView { slip: html(&mistake.slip), fix: html(&mistake.fix) });
    ScenarioView {
        id: entry.head.id.clone(),
        summary: scene.maybe_html(entry, entry.head.summary.as_ref()),
        level: scenario.level.map(Level::name),
        time: scene.maybe_html(entry, scenario.time.as_ref()),
        topics: scene.topic_links(entry),
        caution: scene.maybe_html(entry, scenario.caution.as_ref()),
        signs: htmls(&scenario.signs),
        situation: scene.maybe_html(entry, scenario.situation.as_ref()),
        first: scenario.first.map(Role::name),
        because: scene.maybe_html(entry, scenario.because.as_ref()),
        rows: rows(scene, entry, scenario),
        steps: steps(scene, entry, scenario),
        templates: scene.named(Kind::Template, &scenario.templates),
        measures: htmls(&scenario.measures),
        mistakes: mistakes.collect(),
        practice: scenario.practice.as_ref().map(|one| practice(scene, entry, one)),
        drill: scene.drill(),
        cards: scene.role_cards(Some(entry)),
        discuss: htmls(&scenario.discuss),
        related: scene.named(Kind::Scenario, &scenario.related),
        guidance: scene.named(Kind::Guide, &scenario.guidance),
        reading: htmls(&scenario.reading),
        reviewed: entry.head.reviewed().map(str::to_owned),
    }
}

fn rows(scene: &Scene<'_>, entry: &Entry, scenario: &Scenario) -> Vec<RowView> {
    let cell = |row: &'static str, role: Role| {
        let response = scenario.responses.get(role);
        let (text, items): (Option<Html>, Vec<Html>) = match row {
            "say" => (Some(scene.html(entry, &response.say)), Vec::new()),
            "do" => (None, scene.htmls(entry, &response.actions)),
            _ => (None, scene.htmls(entry, &response.avoid)),
        };
        let aim = response.aim.as_ref().filter(|_| row == "say");
        CellView {
            role: role.name(),
            id: format!("{}-{row}", role.name()),
            aim: scene.maybe_html(entry, aim),
            text,
            items,
        }
    };
    let rows = ["say", "do", "avoid"].map(|row| RowView {
        id: row,
        leader: cell(row, Role::Leader),
        manager: cell(row, Role::Manager),
    });
    let filled = |cell: &CellView| cell.text.is_some() || !cell.items.is_empty();
    rows.into_iter().filter(|row| filled(&row.leader) || filled(&row.manager)).collect()
}

fn steps(scene: &Scene<'_>, entry: &Entry, scenario: &Scenario) -> Vec<StepView> {
    let mut before = None;
    let steps = scenario.sequence.iter().enumerate().map(|(at, step)| StepView {
        id: step.anchor(),
        number: at + 1,
        role: step.role.name(),
        text: scene.html(entry, &step.text),
        when: scene.maybe_html(entry, step.when.as_ref()),
        same_hat: before.replace(step.role) == Some(step.role),
    });
    steps.collect()
}

pub fn practice(scene: &Scene<'_>, entry: &Entry, practice: &Practice) -> PracticeView {
    let choices = practice.choices.iter().map(|choice| ChoiceView {
        say: scene.html(entry, &choice.say),
        then: scene.html(entry, &choice.then),
    });
    PracticeView {
        with: scene.maybe_html(entry, practice.with.as_ref()),
        ask: scene.html(entry, &practice.ask),
        choices: choices.collect(),
        listen_for: scene.htmls(entry, &practice.listen_for),
    }
}
