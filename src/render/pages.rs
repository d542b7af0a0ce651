//! Pages that are no file's own: home, lists, topics, 404.

use tera::Context;

use crate::model::{Kind, Target};
use crate::plan::Page;

use super::frame::{Frame, Scene, address};
use super::view::{CardGroup, CopiesView, HomeView, ListView, RedirectView, Shelf};

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
    let shelf = |kind| Shelf {
        cards: scene.cards(scene.plan.listed(kind).iter().take(MOST_AT_HOME)),
        total: scene.plan.listed(kind).len(),
        href: scene.list(kind).href,
    };
    let home = HomeView {
        scenarios: shelf(Kind::Scenario),
        templates: shelf(Kind::Template),
        guidance: shelf(Kind::Guide),
        comparisons: shelf(Kind::Comparison),
        checks: shelf(Kind::Check),
        topics: scene.topics(),
    };
    context.insert("home", &home);
    context
}

pub fn list(scene: &Scene<'_>, kind: Kind) -> Context {
    let folder = kind.folder();
    let title = scene.word(&format!("kinds.{folder}")).to_owned();
    let mut context = scene.context(Frame {
        kind: "list",
        title: title.clone(),
        description: scene.word(&format!("lists.{folder}")).to_owned(),
        within: Some(kind),
        breadcrumbs: vec![scene.home()],
        contents: Vec::new(),
        previous: None,
        next: None,
    });
    let group = CardGroup { kind: folder, title, cards: scene.cards(scene.plan.listed(kind)) };
    let copies = (kind == Kind::Template).then(|| scene.copies());
    context.insert("list", &ListView { groups: vec![group], topics: scene.topics(), copies });
    context
}

pub fn topic(scene: &Scene<'_>, topic: &str) -> Context {
    let title = scene.plan.playbook().book.topic_title(topic);
    let description = scene.word("lists.topic").replace("{topic}", &title);
    let mut context = scene.context(Frame {
        kind: "topic",
        title,
        description,
        within: None,
        breadcrumbs: vec![scene.home()],
        contents: Vec::new(),
        previous: None,
        next: None,
    });
    let keys = scene.plan.topics().get(topic).map_or(&[][..], Vec::as_slice);
    let groups = Kind::ALL.into_iter().map(|kind| CardGroup {
        kind: kind.folder(),
        title: scene.word(&format!("kinds.{}", kind.folder())).to_owned(),
        cards: scene.cards(keys.iter().filter(|(of, _)| *of == kind)),
    });
    let groups = groups.filter(|group| !group.cards.is_empty()).collect();
    context.insert("list", &ListView { groups, topics: scene.topics(), copies: None });
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
    context.insert("copies", &CopiesView { templates });
    context
}

/// The page at an old address.
pub fn redirect(scene: &Scene<'_>, to: &Target) -> Context {
    let book = &scene.plan.playbook().book;
    let title = match scene.plan.pages().get(&to.path) {
        Some(Page::Entry(key)) => &scene.plan.entry(key).head.title,
        _ => &book.title,
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
    let href = format!("{}{}", scene.href(&to.path), to.rest);
    let url = book.site_url.as_deref();
    let canonical = url.map_or_else(|| scene.href(&to.path), |url| address(url, &to.path));
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
