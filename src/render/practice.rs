//! Practice over the whole book: which hat first?, and cards to play with.

use std::sync::Arc;

use tera::Context;

use crate::model::{DRILL, Entry, Kind, PRINTED_CARDS, Role, Scenario, cards_path};
use crate::plan::Part;

use super::entries::practice;
use super::frame::Frame;
use super::scene::Scene;
use super::view::{CardSet, CardsView, DrillItem, DrillView, Link, RoleCard};

/// The most questions of the drill: more do not fit a page that loads quickly.
const MOST_IN_DRILL: usize = 30;

impl Scene<'_> {
    /// The drill, when the site has one.
    pub fn drill(&self) -> Option<Link> {
        let link = || Link { title: self.word("drill.title").into(), href: self.href(&DRILL) };
        self.plan.page(&DRILL).map(|_| link())
    }

    /// The cards, when the site has them: the page that has those of a scenario, or the first.
    pub fn role_cards(&self, of: Option<&Entry>) -> Option<Link> {
        let path = self.plan.cards(of)?;
        Some(Link { title: self.word("cards.title").into(), href: self.href(&path) })
    }

    /// The ways into practice over the whole book.
    pub fn practice(&self) -> Vec<Link> {
        self.drill().into_iter().chain(self.role_cards(None)).collect()
    }

    fn practice_page(&self, kind: &'static str) -> Frame {
        Frame {
            kind,
            title: self.word(&format!("{kind}.title")).to_owned(),
            description: self.word(&format!("{kind}.description")).to_owned(),
            within: Some(Kind::Scenario),
            breadcrumbs: vec![self.home(), self.list(Kind::Scenario)],
            contents: Vec::new(),
            previous: None,
            next: None,
        }
    }
}

/// The scenarios of a practice page, with what each says.
fn scenarios(entries: &[Arc<Entry>]) -> impl Iterator<Item = (&Entry, &Scenario)> {
    entries.iter().filter_map(|entry| Some((&**entry, entry.scenario()?)))
}

pub fn drill(scene: &Scene<'_>, entries: &[Arc<Entry>]) -> Context {
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
    let mut context = scene.context(scene.practice_page("drill"));
    context.insert("drill", &DrillView { items: items.collect(), more });
    context
}

/// A part of the cards, or all of them for paper.
pub fn cards(scene: &Scene<'_>, part: Option<&Part>) -> Context {
    let entries = part.map_or(scene.plan.practised(), Part::entries);
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
    let sets = sets.collect();
    let mut frame = scene.practice_page("cards");
    if let Some(part) = part {
        frame.title = scene.part_title(&frame.title, part);
        frame.description = scene.part_description(&frame.description, part);
        frame.previous = scene.part_link(part.previous().as_ref(), cards_path);
        frame.next = scene.part_link(part.next().as_ref(), cards_path);
    } else {
        frame.title = scene.word("print_page.heading").replace("{title}", &frame.title);
        scene.word("cards.printed").clone_into(&mut frame.description);
        frame.breadcrumbs.extend(scene.role_cards(None));
    }
    let print = part.and_then(|_| scene.print(&PRINTED_CARDS));
    let view = CardsView { drill: scene.drill(), is_part: part.is_some(), print, sets };
    let mut context = scene.context(frame);
    context.insert("cards", &view);
    context
}
