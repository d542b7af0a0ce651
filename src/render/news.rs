//! What was changed on pages: the page that tells it.

use tera::Context;

use super::frame::Frame;
use super::page_context::PageContext;
use super::view::{NewsItem, NewsView};

pub(super) fn news(context: &PageContext<'_>) -> Context {
    let mut values = context.values(Frame {
        kind: "news",
        title: context.word("news.title").to_owned(),
        description: context.word("news.description").to_owned(),
        within: None,
        breadcrumbs: vec![context.home()],
        contents: Vec::new(),
        previous: None,
        next: None,
    });
    let items = context.plan.news().iter().map(|news| {
        let (entry, change) = (&news.entry, news.change());
        NewsItem {
            page: context.link(entry),
            number: entry.head.changed.len() - news.at,
            date: change.date.value.clone(),
            what: context.html(entry, &change.what),
        }
    });
    let items = items.collect();
    values.insert("news", &NewsView { items, feed: context.feed() });
    values
}
