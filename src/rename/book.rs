//! Redirects in `book.toml`: one more, and those that led to the page lead on; and its links to pages.

use std::sync::Arc;

use crate::edit::Edit;
use crate::model::{Href, Link, Redirect, SitePath, decode};
use crate::source::Source;

use super::refusal::{Refusal, unclear};
use super::way::Way;
use super::written::written;

/// What changes in `book.toml`. The address of a draft was never published, so nobody is led away from it.
pub(super) fn edits(
    source: &Arc<Source>,
    redirects: &[Redirect],
    way: &Way<'_>,
    is_draft: bool,
) -> Result<Vec<Edit>, Refusal> {
    let (text, old, new) = (source.text(), way.old.page(), format!("{}.html", way.new));
    let mut edits = Vec::new();
    for redirect in redirects {
        if redirect.file().is_some_and(|file| file.as_str() == new) {
            // A page stands there again.
            edits.push(Edit::new(source, line(text, redirect), ""));
            continue;
        }
        let path = Href::cut(&redirect.to.value).path;
        if SitePath::resolve("", path).as_ref() == Some(&old) {
            let range = redirect.to.span.range();
            let old = old.as_str();
            let Some(place) = written(text, range.clone(), old) else {
                return unclear(source, range.start, old);
            };
            edits.push(Edit::new(source, place, new.as_str()));
        }
    }
    if is_draft {
        return Ok(edits);
    }
    let added = format!("{} = {}\n", quoted(old.as_str()), quoted(&new));
    edits.push(match (redirects.last(), header(text)) {
        (Some(last), Some(_)) => at(line(text, last).end, source, &added),
        (None, Some(end)) => at(end, source, &added),
        (Some(last), None) => return unclear(source, last.from.span.range().start, "redirects"),
        (None, None) => at(text.len(), source, &format!("\n[redirects]\n{added}")),
    });
    Ok(edits)
}

/// What changes in the links of the menu and of the foot of pages, which name a page or its file.
pub(super) fn links(
    source: &Arc<Source>,
    links: &[Link],
    way: &Way<'_>,
) -> Result<Vec<Edit>, Refusal> {
    let mut edits = Vec::new();
    for link in links {
        let path = Href::cut(&link.target).path;
        let Some(found) = SitePath::resolve("", &decode(path)) else { continue };
        let is_page = found == way.old.page();
        if !is_page && found != way.old.source() {
            continue;
        }
        let range = link.span.range();
        let old = path.trim_start_matches('/');
        let Some(place) = written(source.text(), range.clone(), old) else {
            return unclear(source, range.start, old);
        };
        let ending = if is_page { "html" } else { way.kind.extension() };
        edits.push(Edit::new(source, place, format!("{}.{ending}", way.new)));
    }
    Ok(edits)
}

/// The whole line of a redirect, with its end.
fn line(text: &str, redirect: &Redirect) -> std::ops::Range<usize> {
    let (start, end) = (redirect.from.span.range().start, redirect.to.span.range().end);
    let start = text[..start].rfind('\n').map_or(0, |at| at + 1);
    let end = text[end..].find('\n').map_or(text.len(), |at| end + at + 1);
    start..end
}

/// Where the line `[redirects]` ends.
fn header(text: &str) -> Option<usize> {
    let mut end = 0;
    text.split_inclusive('\n').find_map(|line| {
        end += line.len();
        let words = line.split('#').next().unwrap_or_default();
        (words.trim() == "[redirects]").then_some(end)
    })
}

/// An insertion of whole lines.
fn at(place: usize, source: &Arc<Source>, added: &str) -> Edit {
    let needs_end = place > 0 && !source.text()[..place].ends_with('\n');
    Edit::new(source, place..place, format!("{}{added}", if needs_end { "\n" } else { "" }))
}

/// A text in TOML's quotes; a path of the site has nothing in it that must be escaped.
fn quoted(path: &str) -> String {
    format!("\"{path}\"")
}
