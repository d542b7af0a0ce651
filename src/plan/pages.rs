//! What stands at which path of the site.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::model::{
    Body, COPIES, DRILL, Entry, Format, HOME, Kind, LIST, NOT_FOUND, PRINT, PRINTED_ROLE_PLAY,
    Playbook, SEARCH, Scenario, SitePath, finder_path, group_path, list_path, print_path,
    role_play_path, topic_path,
};
use crate::source::Asset;
use crate::theme::Theme;

use super::chapters::{Chapters, chapter_page_path};
use super::page::Page;
use super::pagination::{List, ListPage};
use super::topics::Topics;

/// The most entries that are put on one page for paper. Who has more prints what they need.
const MOST_ON_PAPER: usize = 300;

/// The published scenarios of which something holds.
pub(super) fn scenarios_with(
    order: &BTreeMap<Kind, List>,
    holds: fn(&Scenario) -> bool,
) -> impl Iterator<Item = Arc<Entry>> {
    let holds = move |entry: &&Arc<Entry>| entry.scenario().is_some_and(holds);
    order[&Kind::Scenario].iter().filter(holds).cloned()
}

/// The files of one language by their paths below its folder.
pub(super) fn pages(
    playbook: &Playbook,
    order: &BTreeMap<Kind, List>,
    (topics, chapters): (&Topics, &Chapters),
    practised: &List,
) -> BTreeMap<SitePath, Page> {
    // What comes later takes the place of what came before.
    let mut pages: Vec<(SitePath, Page)> = carried(&playbook.assets).collect();
    pages.push((HOME, Page::Home));
    pages.push((SEARCH, Page::Search));
    if !order[&Kind::Template].is_empty() {
        pages.push((COPIES, Page::Copies));
    }
    let first: Vec<_> = scenarios_with(order, |scenario| scenario.first.is_some()).collect();
    if !first.is_empty() {
        pages.push((DRILL, Page::Drill(first)));
    }
    let list_pages = ListPage::to_tick(practised);
    pages.extend(list_pages.map(|page| (group_path(page.number()), Page::Group(page))));
    let list_pages = ListPage::of_role_play(practised);
    pages
        .extend(list_pages.map(|page| (role_play_path(page.number()), Page::RolePlay(Some(page)))));
    let is_cut = ListPage::of_role_play(practised).nth(1).is_some();
    if is_cut && practised.len() <= MOST_ON_PAPER {
        pages.push((PRINTED_ROLE_PLAY, Page::RolePlay(None)));
    }
    for (kind, entries) in order {
        let is_parted = *kind == Kind::Guide && chapters.is_parted();
        let list_pages = ListPage::of_list(entries).filter(|_| !is_parted);
        pages.extend(
            list_pages.map(|page| (list_path(*kind, page.number()), Page::List(*kind, page))),
        );
        if (1..=MOST_ON_PAPER).contains(&entries.len()) {
            pages.push((print_path(*kind), Page::Print(Some(*kind))));
        }
        for (at, entry) in entries.iter().enumerate() {
            pages.push((entry.page(), Page::Entry(Arc::clone(entry), at)));
            pages.extend(sheets(entry));
        }
    }
    let made = |(folder, number): (&String, usize)| {
        (chapter_page_path(folder, number), Page::Chapter(folder.clone(), number))
    };
    pages.extend(chapters.made().map(made));
    for (topic, entries) in topics.all() {
        let page =
            |page: ListPage| (topic_path(topic, page.number()), Page::Topic(topic.clone(), page));
        pages.extend(ListPage::of_list(entries).map(page));
    }
    let list_pages = ListPage::to_tick(&order[&Kind::Scenario]);
    pages.extend(list_pages.map(|page| (finder_path(page.number()), Page::Finder(page))));
    if (1..=MOST_ON_PAPER).contains(&order.values().map(|list| list.len()).sum::<usize>()) {
        pages.push((PRINT, Page::Print(None)));
    }
    let mut pages: BTreeMap<SitePath, Page> = pages.into_iter().collect();
    for redirect in &playbook.book.redirects {
        let target = playbook.follow(None, &redirect.to.value).ok();
        if let Some((file, target)) = redirect.file().zip(target) {
            if playbook.book.has_part(&file) {
                pages.entry(file).or_insert(Page::Redirect(target));
            } else {
                // What stands there is taken out, and its address leads on all the same.
                pages.insert(file, Page::Redirect(target));
            }
        }
    }
    pages
}

/// The blank sheets of a template; anything else has none.
fn sheets(entry: &Arc<Entry>) -> impl Iterator<Item = (SitePath, Page)> {
    let template = if let Body::Template(template) = &entry.body { Some(template) } else { None };
    template.into_iter().flat_map(move |template| {
        let sheet = |format| Page::Sheet(Arc::clone(entry), Arc::clone(template), format);
        Format::ALL
            .into_iter()
            .filter_map(move |format| Some((entry.sheet(format)?, sheet(format))))
    })
}

/// What the whole site has once, whatever its languages.
pub(super) fn whole(
    theme: &Theme,
    order: &BTreeMap<Kind, List>,
) -> impl Iterator<Item = (SitePath, Page)> {
    let not_found = Some((NOT_FOUND, Page::NotFound));
    let is_practised = scenarios_with(order, |scenario| scenario.practice.is_some()).next();
    let keeps_copies = !order[&Kind::Template].is_empty() || is_practised.is_some();
    let ids = keeps_copies.then_some((LIST, Page::TemplateIds));
    carried(&theme.assets).chain([not_found, ids].into_iter().flatten())
}

fn carried(assets: &BTreeMap<SitePath, Asset>) -> impl Iterator<Item = (SitePath, Page)> {
    assets.iter().map(|(path, bytes)| (path.clone(), Page::Asset(bytes.clone())))
}
