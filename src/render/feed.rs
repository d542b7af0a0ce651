//! What was changed on pages, for programs that look for news.

use std::fmt::Write;

use crate::markdown::escape_xml as escape;
use crate::model::{Change, FEED, NEWS, SitePath};
use crate::source::Day;

use super::page_context::{PageContext, address};

/// XML after RFC 4287. A change is known by its page, its date and its place among those of that date, so that a mended
/// word makes no second one.
pub(super) fn feed(context: &PageContext<'_>, url: &str) -> String {
    let book = &context.plan.playbook().book;
    let whole = |path: &SitePath| -> String { address(url, &context.folder.whole(path)) };
    let news = context.plan.news();
    let newest = news.iter().map(|news| day(&news.change().date.value)).max().unwrap_or_default();
    let mut xml = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{}\">\n\
         <title>{}</title>\n<id>{}</id>\n<updated>{newest}</updated>\n<link rel=\"self\" href=\"{}\"/>\n\
         <link rel=\"alternate\" type=\"text/html\" href=\"{}\"/>\n<author><name>{}</name></author>\n",
        escape(&book.language),
        escape(&format!("{} · {}", book.title, context.word("news.title"))),
        escape(&whole(&FEED)),
        escape(&whole(&FEED)),
        escape(&whole(&NEWS)),
        escape(&book.title),
    );
    for news in news {
        let (entry, change) = (&news.entry, news.change());
        let of_the_day = |one: &&Change| one.date.value == change.date.value;
        let number = entry.head.changed[news.at..].iter().filter(of_the_day).count();
        let page = whole(&entry.page());
        let _ = write!(
            xml,
            "<entry>\n<title>{}</title>\n<id>{}#changed-{}-{number}</id>\n<updated>{}</updated>\n\
             <link rel=\"alternate\" type=\"text/html\" href=\"{}\"/>\n<summary>{}</summary>\n</entry>\n",
            escape(&entry.head.title.value),
            escape(&page),
            change.date.value,
            day(&change.date.value),
            escape(&page),
            escape(&change.what.plain()),
        );
    }
    xml + "</feed>\n"
}

/// The beginning of a day; that of a month is its first.
fn day(date: &str) -> String {
    let first = if date.len() == 7 { format!("{date}-01") } else { date.to_owned() };
    let day = Day::last_of(&first).map(Day::in_digits).unwrap_or(first);
    format!("{day}T00:00:00Z")
}
