//! Practice over the whole book: which hat first?, and cards to play with.

use std::sync::Arc;

use tera::Context;

use crate::model::{Body, CARDS, DRILL, Entry, Kind, Role, Scenario};
use crate::plan::Page;

use super::frame::{Frame, Scene};
use super::scenario::practice;
use super::view::{CardSet, CardsView, DrillItem, DrillView, Link, RoleCard};

/// The most questions of the drill: more do not fit a page that loads quickly.
const MOST_IN_DRILL: usize = 40;

impl Scene<'_> {
    /// The drill, when the site has one.
    pub fn drill(&self) -> Option<Link> {
        self.way(DRILL, "drill.title")
    }

    /// The cards, when the site has them.
    pub fn role_cards(&self) -> Option<Link> {
        self.way(CARDS, "cards.title")
    }

    /// The ways into practice over the whole book.
    pub fn practice(&self) -> Vec<Link> {
        self.drill().into_iter().chain(self.role_cards()).collect()
    }

    fn way(&self, path: &str, word: &str) -> Option<Link> {
        let link = || Link { title: self.word(word).into(), href: self.href(path) };
        self.plan.page(path).map(|_| link())
    }

    fn practice_page(&self, kind: &'static str) -> Context {
        self.context(Frame {
            kind,
            title: self.word(&format!("{kind}.title")).to_owned(),
            description: self.word(&format!("{kind}.description")).to_owned(),
            within: Some(Kind::Scenario),
            breadcrumbs: vec![self.home(), self.list(Kind::Scenario)],
            contents: Vec::new(),
            previous: None,
            next: None,
        })
    }
}

/// The scenarios of a practice page, with what each says.
fn scenarios(entries: &[Arc<Entry>]) -> impl Iterator<Item = (&Entry, &Scenario)> {
    entries.iter().filter_map(|entry| match &entry.body {
        Body::Scenario(scenario) => Some((&**entry, &**scenario)),
        _ => None,
    })
}

pub fn drill(scene: &Scene<'_>) -> Context {
    let Some(Page::Drill(entries)) = scene.plan.page(DRILL) else { return Context::new() };
    let items = scenarios(entries).take(MOST_IN_DRILL).filter_map(|(entry, scenario)| {
        Some(DrillItem {
            id: entry.head.id.clone(),
            title: scene.title(entry),
            href: scene.href(&entry.page()),
            signs: scene.htmls(entry, &scenario.signs),
            first: scenario.first.map(Role::name)?,
            because: scene.maybe_html(entry, scenario.because.as_ref()),
        })
    });
    let more = (entries.len() > MOST_IN_DRILL).then(|| scene.list(Kind::Scenario));
    let mut context = scene.practice_page("drill");
    context.insert("drill", &DrillView { items: items.collect(), more });
    context
}

pub fn cards(scene: &Scene<'_>) -> Context {
    let Some(Page::RoleCards(entries)) = scene.plan.page(CARDS) else { return Context::new() };
    let sets = scenarios(entries).filter_map(|(entry, scenario)| {
        let card = |role: Role| {
            let response = scenario.responses.get(role);
            RoleCard {
                role: role.name(),
                aim: scene.maybe_html(entry, response.aim.as_ref()),
                actions: scene.htmls(entry, &response.actions),
                avoid: scene.htmls(entry, &response.avoid),
            }
        };
        Some(CardSet {
            id: entry.head.id.clone(),
            title: scene.title(entry),
            href: scene.href(&entry.page()),
            summary: scene.maybe_html(entry, entry.head.summary.as_ref()),
            situation: scene.maybe_html(entry, scenario.situation.as_ref()),
            practice: practice(scene, entry, scenario.practice.as_ref()?),
            leader: card(Role::Leader),
            manager: card(Role::Manager),
        })
    });
    let view = CardsView { drill: scene.drill(), sets: sets.collect() };
    let mut context = scene.practice_page("cards");
    context.insert("cards", &view);
    context
}
