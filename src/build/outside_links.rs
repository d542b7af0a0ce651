//! The links of a site that lead out of it, and where each is written: those that readers see, whatever wrote them.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Bound;
use std::sync::Arc;

use rayon::prelude::*;

use crate::links::Outside;
use crate::model::is_elsewhere;
use crate::render::Site;
use crate::source::{PROJECT_FILE, Source, Sources, Span};

use super::tags::{attribute, tags};

/// How addresses begin that can be asked for.
const START: &str = "http";

/// Every address elsewhere that a page of the site leads to, with all places in the sources that have it. It renders all pages.
#[must_use]
pub fn outside_links(site: &Site, sources: &Sources) -> Outside {
    let paths = site.paths();
    let seen = paths.par_iter().filter(|path| path.is_page()).flat_map_iter(|path| {
        // What cannot be rendered is told elsewhere.
        let page = site.render(path.as_str()).and_then(Result::ok);
        page.map(|page| of_page(&String::from_utf8_lossy(&page))).unwrap_or_default()
    });
    let seen: BTreeSet<String> = seen.collect();
    let mut outside: Outside = seen.iter().map(|link| (link.clone(), Vec::new())).collect();
    for source in sources.texts.values() {
        places(source, &seen, &mut outside);
    }
    // What no file has as it is, such as one that a layout puts together.
    if let Some(settings) = sources.texts.get(PROJECT_FILE) {
        let lost = outside.values_mut().filter(|places| places.is_empty());
        lost.for_each(|places| places.push(Span::new(settings, 0..0)));
    }
    outside
}

fn of_page(html: &str) -> BTreeSet<String> {
    let tags = tags(html);
    let links =
        tags.iter().filter(|tag| &*tag.name == "a").filter_map(|tag| attribute(tag, "href"));
    links.filter(|link| link.starts_with(START) && is_elsewhere(link)).map(str::to_owned).collect()
}

/// Notes where a text has the longest of the addresses that begins there.
fn places(
    source: &Arc<Source>,
    seen: &BTreeSet<String>,
    outside: &mut BTreeMap<String, Vec<Span>>,
) {
    let text = source.text();
    let mut end = 0;
    for (at, _) in text.match_indices(START) {
        let Some(link) = longest(seen, &text[at..]).filter(|_| at >= end) else { continue };
        end = at + link.len();
        outside.entry(link.clone()).or_default().push(Span::new(source, at..end));
    }
}

/// The longest of the addresses with which a text begins. What does not come after it in their order and is none of its
/// beginnings says how much of it can be one.
fn longest<'s>(seen: &'s BTreeSet<String>, text: &str) -> Option<&'s String> {
    let mut rest = text;
    loop {
        let near = seen.range::<str, _>((Bound::Unbounded, Bound::Included(rest))).next_back()?;
        if rest.starts_with(near.as_str()) {
            return Some(near);
        }
        let same = rest.char_indices().zip(near.chars()).find(|((_, one), other)| one != other);
        rest = &rest[..same.map_or(0, |((at, _), _)| at)];
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::longest;

    #[test]
    fn the_longest_address_that_begins_a_text_is_found_among_others() {
        let all =
            ["http://a/", "http://a/b", "http://a/b/c", "http://a/bz", "http://b/é", "https://a/"];
        let seen: BTreeSet<String> = all.into_iter().map(str::to_owned).collect();
        for (text, found) in [
            ("http://a/b) and on", Some("http://a/b")),
            ("http://a/b/c/d", Some("http://a/b/c")),
            ("http://a/b/ca", Some("http://a/b/c")),
            ("http://a/ba", Some("http://a/b")),
            ("http://a/z", Some("http://a/")),
            ("http://b/éa", Some("http://b/é")),
            ("http://b/è", None),
            ("https://a/x", Some("https://a/")),
            ("http", None),
        ] {
            assert_eq!(longest(&seen, text).map(String::as_str), found, "{text}");
        }
    }
}
