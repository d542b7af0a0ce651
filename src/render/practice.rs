//! Practice over the whole book: which hat first?, and role play.

use std::sync::Arc;

use tera::Context;

use crate::model::{DRILL, Entry, Kind, PRINTED_ROLE_PLAY, Role, Scenario, role_play_path};
use crate::plan::ListPage;

use super::entries::practice;
use super::frame::Frame;
use super::page_context::PageContext;
use super::view::{DrillItem, DrillView, Link, RolePlayPrompt, RolePlaySet, RolePlayView};

/// The most questions of the drill: more do not fit a page that loads quickly.
const MOST_IN_DRILL: usize = 30;

impl PageContext<'_> {
    /// The drill, when the site has one.
    pub(super) fn drill(&self) -> Option<Link> {
        let link = || Link { title: self.word("drill.title").into(), href: self.href(&DRILL) };
        self.plan.page(&DRILL).map(|_| link())
    }

    /// The role play, when the site has one: the page that has a scenario, or the first.
    pub(super) fn role_play(&self, of: Option<&Entry>) -> Option<Link> {
        let path = self.plan.role_play(of)?;
        Some(Link { title: self.word("cards.title").into(), href: self.href(&path) })
    }

    /// The ways into practice over the whole book.
    pub(super) fn practice(&self) -> Vec<Link> {
        self.drill().into_iter().chain(self.role_play(None)).collect()
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

pub(super) fn drill(context: &PageContext<'_>, entries: &[Arc<Entry>]) -> Context {
    let is_first = |role: Role| {
        move |(_, scenario): &(&Entry, &Scenario)| scenario.first.is_some_and(|first| first == role)
    };
    let [leader, manager] =
        Role::BOTH.map(|role| scenarios(entries).filter(is_first(role)).count());
    // Where there are too many, each hat goes first in as many of them as the other, if it can.
    let half = MOST_IN_DRILL / 2;
    let most = |own: usize, other: usize| own.min(half.max(MOST_IN_DRILL.saturating_sub(other)));
    let mut left = [most(leader, manager), most(manager, leader)];
    let items = scenarios(entries).filter_map(|(entry, scenario)| {
        let first = scenario.first?;
        let left = &mut left[Role::BOTH.iter().position(|role| *role == first)?];
        *left = left.checked_sub(1)?;
        Some(DrillItem {
            id: entry.head.id.clone(),
            title: context.title(entry),
            href: context.href(&entry.page()),
            signs: context.htmls(entry, &scenario.signs),
            first: first.name(),
            because: context.maybe_html(entry, scenario.because.as_ref()),
        })
    });
    let items = items.collect();
    let more = (entries.len() > MOST_IN_DRILL).then(|| context.list(Kind::Scenario));
    let mut values = context.values(context.practice_page("drill"));
    values.insert("drill", &DrillView { items, leader, manager, more });
    values
}

/// A page of the scenarios to play, or all of them for paper.
pub(super) fn role_play(context: &PageContext<'_>, page: Option<&ListPage>) -> Context {
    let entries = page.map_or(context.plan.practised(), ListPage::entries);
    let sets = scenarios(entries).filter_map(|(entry, scenario)| {
        let prompt = |role: Role| {
            let response = scenario.responses.get(role);
            RolePlayPrompt {
                role: role.name(),
                aim: context.maybe_html(entry, response.aim.as_ref()),
                actions: context.htmls(entry, &response.actions),
                avoid: context.htmls(entry, &response.avoid),
            }
        };
        Some(RolePlaySet {
            id: entry.head.id.clone(),
            title: context.title(entry),
            href: context.href(&entry.page()),
            summary: context.maybe_html(entry, entry.head.summary.as_ref()),
            situation: context.maybe_html(entry, scenario.situation.as_ref()),
            practice: practice(context, entry, scenario.practice.as_ref()?),
            leader: prompt(Role::Leader),
            manager: prompt(Role::Manager),
        })
    });
    let sets = sets.collect();
    let mut frame = context.practice_page("cards");
    if let Some(page) = page {
        frame.title = context.list_page_title(&frame.title, page);
        frame.description = context.list_page_description(&frame.description, page);
        frame.previous = context.list_page_link(page.previous().as_ref(), role_play_path);
        frame.next = context.list_page_link(page.next().as_ref(), role_play_path);
    } else {
        frame.title = context.word("print_page.heading").replace("{title}", &frame.title);
        context.word("cards.printed").clone_into(&mut frame.description);
        frame.breadcrumbs.extend(context.role_play(None));
    }
    let print = page.and_then(|_| context.print(&PRINTED_ROLE_PLAY));
    let view = RolePlayView { drill: context.drill(), is_part: page.is_some(), print, sets };
    let mut values = context.values(frame);
    values.insert("cards", &view);
    values
}
