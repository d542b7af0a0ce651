//! How ids of raw HTML are written on a page, and what is told of them. Which ids a page has besides is known when it was
//! rendered once with those marked, which is done where there are any.

use rayon::prelude::*;

use crate::markdown::{escape, ids};
use crate::model::{Entry, Href, SitePath, encode};
use crate::plan::Page;
use crate::source::{Span, Spanned};

use super::edition::Edition;
use super::ids::{Ids, Naming, PageIds, mark};
use super::page_context::PageContext;
use super::site::Site;

/// An id of raw HTML that something else on its page has.
pub struct TakenId {
    /// As it was written.
    pub id: String,
    /// Where it was written.
    pub span: Span,
    /// What it is called on the page.
    pub now: String,
    /// The first of the same name; none where the page itself has it.
    pub first: Option<Span>,
}

impl PageContext<'_> {
    /// The attribute for an id of raw HTML in the prose of `from`. It stands on the page of that alone: on others are
    /// many such texts.
    pub(super) fn raw_id(&self, from: &Entry, id: &Spanned<String>) -> String {
        let name = self.naming_of(from).and_then(|naming| match naming {
            Naming::Marked => Some(mark(id)),
            Naming::Settled(ids) => {
                let ids = self.page_ids(ids, &from.page())?;
                ids.get(&id.value)?.at(id).map(str::to_owned)
            }
        });
        let at = self.placement.at();
        name.map_or_else(String::new, |name| format!(" id=\"{}\"", escape(&(at + &name))))
    }

    /// The attribute by which raw HTML in the prose of `from` names ids of its page.
    pub(super) fn raw_reference(&self, from: &Entry, attribute: &str, ids: &[String]) -> String {
        if self.naming_of(from).is_none() {
            return String::new();
        }
        let (at, page) = (self.placement.at(), from.page());
        let names = ids.iter().map(|id| format!("{at}{}", self.id_now(&page, id)));
        format!(" {attribute}=\"{}\"", escape(&names.collect::<Vec<_>>().join(" ")))
    }

    /// What follows the path of a link to a page, with the id that the page has.
    pub(super) fn rest_now(&self, path: &SitePath, rest: String) -> String {
        let anchor = Href::cut(&rest).anchor();
        let now = self.id_now(path, &anchor);
        if now == anchor {
            return rest;
        }
        let before = rest.split('#').next().unwrap_or_default();
        format!("{before}#{}", encode(now))
    }

    /// The id that one which was written has on the page at a path.
    fn id_now<'i>(&'i self, path: &SitePath, id: &'i str) -> &'i str {
        let settled = match self.naming {
            Naming::Marked => None,
            Naming::Settled(ids) => self.page_ids(ids, path).and_then(|ids| ids.get(id)),
        };
        settled.map_or(id, |settled| &settled.now)
    }

    /// How ids in the prose of `from` are written; not at all where this is not its page.
    fn naming_of(&self, from: &Entry) -> Option<Naming<'_>> {
        let here = self.page.entry()?;
        (here.head.stem == from.head.stem).then_some(self.naming)
    }

    fn page_ids<'i>(&self, ids: &'i Ids, path: &SitePath) -> Option<&'i PageIds> {
        ids.of(path, || {
            let whole = self.plan.folder().whole(path);
            self.site.edition(whole.as_str()).page_ids(self.site, path)
        })
    }
}

impl Edition {
    /// The ids of a page. A layout that cannot be rendered is told of elsewhere.
    fn page_ids(&self, site: &Site, path: &SitePath) -> PageIds {
        let Some(page @ Page::Entry(entry, _)) = self.plan.page(path) else {
            return PageIds::new(&[], &[]);
        };
        let context = PageContext { naming: Naming::Marked, ..self.context(site, path, page) };
        let rendered = self.entry(&context, entry).unwrap_or_default();
        PageIds::new(&entry.raw_ids, &ids(&rendered))
    }

    /// The ids of raw HTML that something else on their pages has. What a translation leaves out is told of where the
    /// original is.
    fn taken_ids(&self, site: &Site) -> Vec<TakenId> {
        let pages: Vec<_> = self.ids.pages().collect();
        let taken = pages.into_par_iter().flat_map_iter(|path| {
            let entry = self.plan.page(path).and_then(Page::entry);
            let ids = self.ids.of(path, || self.page_ids(site, path));
            entry.zip(ids).into_iter().flat_map(|(entry, ids)| {
                let file = entry.head.source.path();
                let own = entry.raw_ids.iter().filter(move |id| id.span.source().path() == file);
                own.filter_map(|id| taken(ids, id))
            })
        });
        taken.collect()
    }
}

/// What is to be told of an id that is not what was written.
fn taken(ids: &PageIds, id: &Spanned<String>) -> Option<TakenId> {
    let settled = ids.get(&id.value)?;
    let first = (!settled.is_first(id)).then(|| settled.first.clone());
    let (now, span) = (settled.now.clone(), id.span.clone());
    (first.is_some() || now != id.value).then(|| TakenId { id: id.value.clone(), span, now, first })
}

impl Site {
    /// The ids of raw HTML that something else on their pages has.
    #[must_use]
    pub fn taken_ids(&self) -> Vec<TakenId> {
        self.editions().flat_map(|edition| edition.taken_ids(self)).collect()
    }
}
