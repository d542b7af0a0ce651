//! Many pages as one, for paper: a contents list, and every page below it with links that stay inside.

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;
use tera::{Context, Value};

use crate::diagnostic::Diagnostic;
use crate::model::{Entry, Kind, SitePath};
use crate::plan::Page;

use super::body::Placement;
use super::edition::Edition;
use super::frame::Frame;
use super::page_context::PageContext;
use super::view::{Html, PrintGroup, PrintView, PrintedPage};

/// All pages of a kind, or of the book, in the order of the menu.
pub(super) fn print(
    edition: &Edition,
    context: &PageContext<'_>,
    of: Option<Kind>,
) -> Result<Context, Box<Diagnostic>> {
    let kinds: Vec<Kind> = of.map_or_else(|| Kind::ALL.to_vec(), |kind| vec![kind]);
    let folder = context.folder;
    let anchors: BTreeMap<SitePath, &str> = kinds
        .iter()
        .flat_map(|kind| context.plan.listed(*kind))
        .map(|entry| (folder.whole(&entry.page()), entry.head.stem.as_str()))
        .collect();
    let mut groups = Vec::new();
    for kind in kinds {
        let entries = context.plan.listed(kind).par_iter().enumerate();
        let pages = entries.map(|entry| printed(edition, context, entry, &anchors));
        // The first fault in the order of the menu, whichever was met first.
        let pages: Vec<PrintedPage> =
            pages.collect::<Vec<_>>().into_iter().collect::<Result<_, _>>()?;
        if !pages.is_empty() {
            let title = context.list(kind).title.to_string();
            groups.push(PrintGroup { kind: kind.folder(), title, pages });
        }
    }
    let book = &context.plan.playbook().book;
    let title = of.map_or_else(|| book.title.clone(), |kind| context.list(kind).title.to_string());
    let mut values = context.values(Frame {
        kind: "print",
        title: context.word("print_page.heading").replace("{title}", &title),
        description: context.word("print_page.description").replace("{title}", &title),
        within: of,
        breadcrumbs: std::iter::once(context.home())
            .chain(of.map(|kind| context.list(kind)))
            .collect(),
        contents: Vec::new(),
        previous: None,
        next: None,
    });
    let pages = groups.iter().flat_map(|group| &group.pages);
    let edition = pages.filter_map(|page| page.reviewed.clone()).max();
    values.insert("print", &PrintView { edition, groups });
    Ok(values)
}

/// The body of the page of an entry, which is at this place in its list.
fn printed(
    edition: &Edition,
    context: &PageContext<'_>,
    (at, entry): (usize, &Arc<Entry>),
    anchors: &BTreeMap<SitePath, &str>,
) -> Result<PrintedPage, Box<Diagnostic>> {
    let (path, page) = (entry.page(), Page::Entry(Arc::clone(entry), at));
    let placement = Placement::Among(entry.head.stem.as_str());
    let body = edition.printed(
        &PageContext { path: &path, page: &page, placement, ..*context },
        entry,
        at,
    )?;
    let html = body.on(&context.whole(), anchors);
    Ok(PrintedPage {
        id: entry.head.stem.to_string(),
        kind: entry.kind().name(),
        title: context.title(entry),
        reviewed: entry.head.reviewed().map(str::to_owned),
        marks: Html(Value::safe_string(&context.marks(entry))),
        html: Html(Value::safe_string(&html)),
    })
}
