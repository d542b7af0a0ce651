//! Pages that are no file's own: home, lists, topics, 404.

use tera::Context;

use crate::model::{Id, Kind, PRINT, Target, list_path, print_path, topic_path};
use crate::plan::{Page, Part};

use super::frame::Frame;
use super::scene::{Scene, address};
use super::view::{
    CardGroup, CopiesView, HomeView, ListView, RedirectView, SearchKind, SearchView,
};

/// The most cards of a kind on the home page; the list has them all.
const MOST_AT_HOME: usize = 36;

pub fn home(scene: &Scene<'_>) -> Context {
    let book = &scene.plan.playbook().book;
    let description =
        if book.description.is_empty() { book.title.clone() } else { book.description.clone() };
    let mut context = scene.context(Frame {
        kind: "home",
        title: book.title.clone(),
        description,
        within: None,
        breadcrumbs: Vec::new(),
        contents: Vec::new(),
        previous: None,
        next: None,
    });
    let shelf = |kind| scene.shelf(kind, scene.plan.listed(kind), MOST_AT_HOME);
    let home = HomeView {
        shelves: Kind::ALL.into_iter().map(|kind| (kind.folder(), shelf(kind))).collect(),
        topics: scene.topics(),
        finder: (!scene.plan.listed(Kind::Scenario).is_empty()).then(|| scene.finder()),
        print: scene.print(&PRINT),
    };
    context.insert("home", &home);
    context
}

pub fn list(scene: &Scene<'_>, kind: Kind, part: &Part) -> Context {
    let folder = kind.folder();
    let path = |part| list_path(kind, part);
    let title = scene.part_title(&scene.list(kind).title, part);
    let mut context = scene.context(Frame {
        kind: "list",
        title: title.clone(),
        description: scene.part_description(scene.word(&format!("lists.{folder}")), part),
        within: Some(kind),
        breadcrumbs: vec![scene.home()],
        contents: Vec::new(),
        previous: scene.part_link(part.previous().as_ref(), path),
        next: scene.part_link(part.next().as_ref(), path),
    });
    let group = CardGroup { kind: folder, title, cards: scene.cards(part.entries()) };
    let mut ways = Vec::new();
    if kind == Kind::Template {
        ways.push(scene.copies());
    }
    if kind == Kind::Scenario {
        ways.push(scene.finder());
        ways.extend(scene.practice());
    }
    ways.extend(scene.print(&print_path(kind)));
    context.insert("list", &ListView { groups: vec![group], topics: scene.topics(), ways });
    context
}

pub fn topic(scene: &Scene<'_>, topic: &str, part: &Part) -> Context {
    let title = scene.plan.playbook().book.topic_title(topic);
    let description = scene.word("lists.topic").replace("{topic}", &title);
    let path = |part| topic_path(topic, part);
    let mut context = scene.context(Frame {
        kind: "topic",
        title: scene.part_title(&title, part),
        description: scene.part_description(&description, part),
        within: None,
        breadcrumbs: vec![scene.home()],
        contents: Vec::new(),
        previous: scene.part_link(part.previous().as_ref(), path),
        next: scene.part_link(part.next().as_ref(), path),
    });
    let entries = part.entries();
    let groups = Kind::ALL.into_iter().map(|kind| CardGroup {
        kind: kind.folder(),
        title: scene.list(kind).title.to_string(),
        cards: scene.cards(entries.iter().filter(|entry| entry.kind() == kind)),
    });
    let groups = groups.filter(|group| !group.cards.is_empty()).collect();
    context.insert("list", &ListView { groups, topics: scene.topics(), ways: Vec::new() });
    context
}

pub fn copies(scene: &Scene<'_>) -> Context {
    let mut context = scene.context(Frame {
        kind: "copies",
        title: scene.word("copies.title").to_owned(),
        description: scene.word("copies.description").to_owned(),
        within: Some(Kind::Template),
        breadcrumbs: vec![scene.home(), scene.list(Kind::Template)],
        contents: Vec::new(),
        previous: None,
        next: None,
    });
    let templates = scene.cards(scene.plan.listed(Kind::Template));
    let was = scene.plan.listed(Kind::Template).iter().filter_map(|entry| {
        let template = entry.template()?;
        let was: Vec<Id> = template.was.iter().map(|was| was.value.clone()).collect();
        (!was.is_empty()).then(|| (entry.head.id.to_string(), was))
    });
    let was = was.collect();
    let practised = scene.cards(scene.plan.practised());
    context.insert("copies", &CopiesView { templates, practised, was });
    context
}

pub fn search(scene: &Scene<'_>) -> Context {
    let mut context = scene.context(Frame {
        kind: "search",
        title: scene.word("search.title").to_owned(),
        description: scene.word("search.description").to_owned(),
        within: None,
        breadcrumbs: vec![scene.home()],
        contents: Vec::new(),
        previous: None,
        next: None,
    });
    let kinds = Kind::ALL.into_iter().filter(|kind| !scene.plan.listed(*kind).is_empty());
    let kinds = kinds.map(|kind| SearchKind { kind: kind.folder(), list: scene.list(kind) });
    context.insert("search", &SearchView { kinds: kinds.collect() });
    context
}

/// The page at an old address.
pub fn redirect(scene: &Scene<'_>, to: &Target) -> Context {
    let book = &scene.plan.playbook().book;
    let title = if let Some(Page::Entry(entry, _)) = scene.plan.page(&to.path) {
        &entry.head.title.value
    } else {
        &book.title
    };
    let mut context = scene.context(Frame {
        kind: "redirect",
        title: title.clone(),
        description: scene.word("moved").to_owned(),
        within: None,
        breadcrumbs: Vec::new(),
        contents: Vec::new(),
        previous: None,
        next: None,
    });
    let there = if to.is_shared { to.path.clone() } else { scene.folder.whole(&to.path) };
    let way = scene.shared(&there);
    let href = format!("{way}{}", to.rest);
    let canonical = scene.plan.site_url().map_or(way, |url| address(url, &there));
    context.insert("redirect", &RedirectView { href, canonical });
    context
}

pub fn not_found(scene: &Scene<'_>) -> Context {
    let title = scene.word("not_found.title").to_owned();
    scene.context(Frame {
        kind: "not-found",
        description: title.clone(),
        title,
        within: None,
        breadcrumbs: Vec::new(),
        contents: Vec::new(),
        previous: None,
        next: None,
    })
}
