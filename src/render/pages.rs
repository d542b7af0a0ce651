//! Pages that are no file's own: lists, topics, copies, search, 404.

use tera::Context;

use crate::model::{Counterpart, Id, Kind, Target, list_path, print_path, topic_path};
use crate::plan::{ListPage, Page};

use super::frame::Frame;
use super::page_context::{PageContext, address};
use super::view::{CardGroup, CopiesView, Link, ListView, RedirectView, SearchKind, SearchView};

/// Where signs are ticked, when there are situations.
fn finder(context: &PageContext<'_>) -> Option<Link> {
    context.finder()
}

pub(super) fn list(context: &PageContext<'_>, kind: Kind, page: &ListPage) -> Context {
    let folder = kind.folder();
    let path = |page| list_path(kind, page);
    let title = context.list_page_title(&context.list(kind).title, page);
    let mut values = context.values(Frame {
        kind: "list",
        title: title.clone(),
        description: context.list_page_description(context.word(&format!("lists.{folder}")), page),
        within: Some(kind),
        breadcrumbs: vec![context.home()],
        contents: Vec::new(),
        previous: context.list_page_link(page.previous().as_ref(), path),
        next: context.list_page_link(page.next().as_ref(), path),
    });
    let groups = if kind == Kind::Scenario {
        parted(context, page)
    } else {
        let title = title.as_str().into();
        vec![CardGroup {
            id: folder.to_owned(),
            with: None,
            title,
            href: None,
            cards: context.cards(page.entries()),
            all: None,
        }]
    };
    let mut ways = Vec::new();
    if kind == Kind::Template {
        ways.push(context.copies());
    }
    if kind == Kind::Comparison && !context.plan.listed(Kind::SelfCheck).is_empty() {
        ways.push(context.list(Kind::SelfCheck));
    }
    if kind == Kind::Scenario {
        ways.extend(context.finder());
        ways.extend(context.practice());
    }
    ways.extend(context.print(&print_path(kind)));
    let carried = page.entries().iter().flat_map(|entry| &entry.mentions.topics).next();
    let carried = carried.map(|topic| topic.value.as_str());
    values.insert(
        "list",
        &ListView {
            is_chapter: false,
            groups,
            pages: context.list_pages(page, path),
            topics: context.topics_near(carried),
            ways,
        },
    );
    values
}

/// Situations of one page of their list, by whom they are with.
fn parted(context: &PageContext<'_>, page: &ListPage) -> Vec<CardGroup> {
    let mut from = *page.places().start() - 1;
    let mut groups = Vec::new();
    let mut before = 0;
    for group in context.plan.groups() {
        let end = before + group.list.len();
        let last = end.min(*page.places().end());
        if from < last && from >= before {
            groups.push(CardGroup {
                id: group.anchor.clone(),
                with: group.with.map(Counterpart::name),
                title: context.group_title(group),
                href: None,
                all: None,
                cards: context.cards(&group.list[from - before..last - before]),
            });
            from = last;
        }
        before = end;
    }
    groups
}

pub(super) fn topic(context: &PageContext<'_>, topic: &str, page: &ListPage) -> Context {
    let title = context.plan.playbook().book.topic_title(topic);
    let description = context.word("lists.topic").replace("{topic}", &title);
    let path = |page| topic_path(topic, page);
    let mut values = context.values(Frame {
        kind: "topic",
        title: context.list_page_title(&title, page),
        description: context.list_page_description(&description, page),
        within: None,
        breadcrumbs: vec![context.home()],
        contents: Vec::new(),
        previous: context.list_page_link(page.previous().as_ref(), path),
        next: context.list_page_link(page.next().as_ref(), path),
    });
    let entries = page.entries();
    let groups = Kind::ALL.into_iter().map(|kind| CardGroup {
        id: kind.folder().to_owned(),
        with: None,
        title: context.list(kind).title,
        href: None,
        all: None,
        cards: context.cards(entries.iter().filter(|entry| entry.kind() == kind)),
    });
    let groups = groups.filter(|group: &CardGroup| !group.cards.is_empty()).collect();
    values.insert(
        "list",
        &ListView {
            is_chapter: false,
            groups,
            pages: context.list_pages(page, path),
            topics: context.topics_near(Some(topic)),
            ways: Vec::new(),
        },
    );
    values
}

pub(super) fn copies(context: &PageContext<'_>) -> Context {
    let mut values = context.values(Frame {
        kind: "copies",
        title: context.word("copies.title").to_owned(),
        description: context.word("copies.description").to_owned(),
        within: Some(Kind::Template),
        breadcrumbs: vec![context.home(), context.list(Kind::Template)],
        contents: Vec::new(),
        previous: None,
        next: None,
    });
    let templates = context.cards(context.plan.listed(Kind::Template));
    let was = context.plan.listed(Kind::Template).iter().filter_map(|entry| {
        let template = entry.template()?;
        let was: Vec<Id> = template.was.iter().map(|was| was.value.clone()).collect();
        (!was.is_empty()).then(|| (entry.head.id.to_string(), was))
    });
    let was = was.collect();
    let practised = context.cards(context.plan.practised());
    values.insert("copies", &CopiesView { templates, practised, was });
    values
}

pub(super) fn search(context: &PageContext<'_>) -> Context {
    let mut values = context.values(Frame {
        kind: "search",
        title: context.word("search.title").to_owned(),
        description: context.word("search.description").to_owned(),
        within: None,
        breadcrumbs: vec![context.home()],
        contents: Vec::new(),
        previous: None,
        next: None,
    });
    let kinds = Kind::ALL.into_iter().filter(|kind| !context.plan.listed(*kind).is_empty());
    let kinds = kinds.map(|kind| SearchKind { kind: kind.folder(), list: context.list(kind) });
    values.insert("search", &SearchView { kinds: kinds.collect(), finder: finder(context) });
    values
}

/// The page at an old address.
pub(super) fn redirect(context: &PageContext<'_>, to: &Target) -> Context {
    let book = &context.plan.playbook().book;
    let title = if let Some(Page::Entry(entry, _)) = context.plan.page(&to.path) {
        &entry.head.title.value
    } else {
        &book.title
    };
    let mut values = context.values(Frame {
        kind: "redirect",
        title: title.clone(),
        description: context.word("moved").to_owned(),
        within: None,
        breadcrumbs: Vec::new(),
        contents: Vec::new(),
        previous: None,
        next: None,
    });
    let there = if to.is_shared { to.path.clone() } else { context.folder.whole(&to.path) };
    let way = context.shared(&there);
    let href = format!("{way}{}", context.rest_now(&to.path, to.rest.clone()));
    let canonical = context.plan.site_url().map_or(way, |url| address(url, &there));
    values.insert("redirect", &RedirectView { href, canonical });
    values
}

pub(super) fn not_found(context: &PageContext<'_>) -> Context {
    let title = context.word("not_found.title").to_owned();
    context.values(Frame {
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
