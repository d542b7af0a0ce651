//! What every page is given: the site, the menu, the way here and on.

use tera::Context;

use crate::model::{FEED, Kind, NEWS, SitePath, root};
use crate::plan::Page;

use super::body::Placement;
use super::languages;
use super::page_context::{PageContext, address};
use super::policy::policy;
use super::view::{Heading, Link, PageView};

/// What is particular to a page's frame.
pub(super) struct Frame {
    pub kind: &'static str,
    pub title: String,
    pub description: String,
    /// The kind whose menu entry is open.
    pub within: Option<Kind>,
    pub breadcrumbs: Vec<Link>,
    pub contents: Vec<Heading>,
    pub previous: Option<Link>,
    pub next: Option<Link>,
}

impl PageContext<'_> {
    /// The way from this page to the root of the site.
    pub(super) fn root(&self) -> String {
        match self.page {
            Page::NotFound => format!("/{}", self.plan.path_on_host()),
            _ => root(self.whole().as_str()),
        }
    }

    /// What a layout is given: the frame, in `page`.
    pub(super) fn values(&self, frame: Frame) -> Context {
        let url = self.plan.site_url();
        // Nobody knows how deep the page that is missing would lie, so the 404 page counts from the root.
        let from_root = frame.kind == "not-found";
        let root = self.root();
        let page = PageView {
            draft: matches!(self.page, Page::Entry(entry, _) if entry.head.draft),
            extra: match self.page {
                Page::Entry(entry, _) => entry.head.extra.clone(),
                _ => None,
            },
            kind: frame.kind,
            policy: policy(frame.kind, self.plan.playbook().book.html),
            title: frame.title,
            description: frame.description,
            breadcrumbs: frame.breadcrumbs,
            contents: frame.contents,
            previous: frame.previous,
            next: frame.next,
            upkeep: self.upkeep(),
            ..PageView::default()
        };
        let page = match self.placement {
            Placement::Among(_) => {
                let top = SitePath::of("");
                PageView { root: self.shared(&top), base: self.href(&top), ..page }
            }
            Placement::Alone => PageView {
                few_links: self.are_links_few(),
                canonical: url
                    .filter(|_| !from_root)
                    .map(|url| address(url, &languages::canonical(self))),
                base: if from_root { root.clone() } else { crate::model::root(self.path.as_str()) },
                languages: languages::links(self, from_root.then_some(root.as_str())),
                card: url
                    .zip(self.plan.social_image(self.path))
                    .map(|(url, path)| address(url, &path)),
                menu: self.menu(frame.within, &root, from_root),
                group: self.group_room(&root, from_root),
                news: self.tool(&NEWS, "news.title", from_root.then_some(&*root)),
                feed: self.tool(&FEED, "news.feed", from_root.then_some(&*root)),
                links: self.menu_links(from_root.then_some(&*root)),
                pages: self.own_pages(from_root.then_some(&*root)),
                copies: self.copies_room(&root, from_root),
                footer: self.owners_lines(),
                root,
                ..page
            },
        };
        let mut values = self.common.clone();
        values.insert("page", &page);
        if matches!(self.placement, Placement::Among(_)) {
            values.insert("here", &self.placement.view());
        }
        values
    }
}
