//! With a group: a situation to play by the clock, and what to print for it.

use std::collections::BTreeSet;

use tera::Context;

use crate::model::{
    Counterpart, GROUP, Kind, PRINTED_ROLE_PLAY, Slug, group_path, print_path, role_play_path,
};
use crate::plan::ListPage;

use super::frame::Frame;
use super::page_context::PageContext;
use super::view::{CardGroup, Link, WithGroupView};

impl PageContext<'_> {
    /// Where a situation is chosen to run with a group, when the site has that.
    pub(super) fn workshop(&self) -> Option<Link> {
        let link = || Link { title: self.word("workshop.title").into(), href: self.href(&GROUP) };
        self.plan.page(&GROUP).map(|_| link())
    }
}

pub(super) fn group(context: &PageContext<'_>, page: &ListPage) -> Context {
    let mut values = context.values(Frame {
        kind: "group",
        title: context.list_page_title(context.word("workshop.title"), page),
        description: context.list_page_description(context.word("workshop.description"), page),
        within: None,
        breadcrumbs: vec![context.home()],
        contents: Vec::new(),
        previous: context.list_page_link(page.previous().as_ref(), group_path),
        next: context.list_page_link(page.next().as_ref(), group_path),
    });
    let cards = context.role_play(None);
    // A few cards stand on one page anyway.
    let is_one = context.plan.page(&role_play_path(1)).is_none();
    let printed = context.print(&PRINTED_ROLE_PLAY);
    let view = WithGroupView {
        groups: parted(context, page),
        pages: context.print(&print_path(Kind::Scenario)),
        printed: printed.or_else(|| cards.clone().filter(|_| is_one)),
        cards,
        drill: context.drill(),
    };
    values.insert("group", &view);
    values
}

/// The situations of a page, by whom they are with.
fn parted(context: &PageContext<'_>, page: &ListPage) -> Vec<CardGroup> {
    let ids: BTreeSet<&Slug> = page.entries().iter().map(|entry| &entry.head.id).collect();
    let groups = context.plan.groups().iter().map(|group| CardGroup {
        id: group.anchor.clone(),
        with: group.with.map(Counterpart::name),
        title: context.group_title(group),
        href: None,
        all: None,
        cards: context.cards(group.list.iter().filter(|entry| ids.contains(&entry.head.id))),
    });
    groups.filter(|group| !group.cards.is_empty()).collect()
}
