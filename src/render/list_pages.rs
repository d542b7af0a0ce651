//! The pages over which a long list is spread: what each is called, and the ways between them.

use crate::model::SitePath;
use crate::plan::ListPage;

use super::page_context::PageContext;
use super::view::{Link, ListPageLink};

impl PageContext<'_> {
    /// The title of a page of a list: the list's own, on further pages with its range.
    pub(super) fn list_page_title(&self, title: &str, page: &ListPage) -> String {
        match page.number() {
            0 => title.to_owned(),
            _ => format!("{title}, {}", self.range(page)),
        }
    }

    /// The description of a page of a list: on further pages it says which of them.
    pub(super) fn list_page_description(&self, description: &str, page: &ListPage) -> String {
        match page.number() {
            0 => description.to_owned(),
            _ => format!("{}. {description}", self.range(page)),
        }
    }

    /// The link to a page of a list, when there is one.
    pub(super) fn list_page_link(
        &self,
        page: Option<&ListPage>,
        path: impl Fn(usize) -> SitePath,
    ) -> Option<Link> {
        let link = |page: &ListPage| Link {
            title: self.range(page).into(),
            href: self.href(&path(page.number())),
        };
        page.map(link)
    }

    /// The pages over which a list is spread, each with what it begins with.
    pub(super) fn list_pages(
        &self,
        page: &ListPage,
        path: impl Fn(usize) -> SitePath,
    ) -> Vec<ListPageLink> {
        let pages = page.to_choose().filter_map(|one| {
            Some(ListPageLink {
                from: *one.places().start(),
                to: *one.places().end(),
                first: self.title(one.entries().first()?),
                href: self.href(&path(one.number())),
                current: one.number() == page.number(),
            })
        });
        pages.collect()
    }

    fn range(&self, page: &ListPage) -> String {
        let places = page.places();
        let words = self.word("lists.range").replace("{from}", &places.start().to_string());
        let words = words.replace("{to}", &places.end().to_string());
        words.replace("{all}", &page.total().to_string())
    }
}
