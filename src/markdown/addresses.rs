//! Which addresses lead into the book, which lead out, and which are refused.

use std::collections::{BTreeMap, VecDeque};
use std::ops::Range;

use pulldown_cmark::{CowStr, LinkType};

use crate::diagnostic::Diagnostic;
use crate::diagnostic::rules::unsafe_link::unsafe_link;

use super::entities::unescape;
use super::marks::Slot;
use super::walk::SLOT_SCHEME;
use super::writing::Writing;

/// The links into the book that a text has, while it is read.
#[derive(Default)]
pub(super) struct Addresses {
    links: Vec<Slot>,
    /// Where raw HTML stands, in its order.
    raw: Vec<Range<usize>>,
    /// Where each value of an attribute in it was written and is not asked for yet, once one is asked for.
    values: Option<BTreeMap<String, VecDeque<Range<usize>>>>,
}

impl Addresses {
    /// What stands in the HTML for an address of a link or an image: itself when it leads out of the book,
    /// else the mark of a slot.
    pub(super) fn mark<'t>(
        &mut self,
        writing: &Writing<'_>,
        text: &str,
        (kind, address, range): (LinkType, CowStr<'t>, Range<usize>),
        notes: &mut Vec<Diagnostic>,
    ) -> CowStr<'t> {
        if kind == LinkType::Email {
            return address;
        }
        let destination = destination(&address);
        if destination == Destination::Outside {
            return address;
        }
        // The address itself where it can be found, else the whole link.
        let found = text.get(range.clone()).and_then(|link| {
            let after_words = link.rfind("](").map_or(0, |at| at + 2);
            Some(after_words + link[after_words..].find(&*address)?)
        });
        let found = found.filter(|_| !address.is_empty()).map(|at| range.start + at);
        let span = writing.span(found.map_or(range, |at| at..at + address.len()));
        if destination == Destination::Unsafe {
            notes.push(unsafe_link(span, &address));
            return "#".into();
        }
        self.links.push(Slot::Link { target: address.to_string(), span });
        format!("{SLOT_SCHEME}:{}", self.links.len() - 1).into()
    }

    /// Raw HTML stands here, and may have addresses.
    pub(super) fn raw(&mut self, range: Range<usize>) {
        match self.raw.last_mut() {
            // The lines of a block are one.
            Some(last) if last.end == range.start => last.end = range.end,
            _ => self.raw.push(range),
        }
    }

    /// The slot for an address in the finished HTML: one that was marked, or one of raw HTML in `text`.
    pub(super) fn slot(
        &mut self,
        writing: &Writing<'_>,
        text: &str,
        value: &str,
        notes: &mut Vec<Diagnostic>,
    ) -> Option<Slot> {
        let number = value.strip_prefix(SLOT_SCHEME).and_then(|rest| rest.strip_prefix(':'));
        if let Some(number) = number {
            return self.links.get(number.parse::<usize>().ok()?).cloned();
        }
        let destination = destination(value);
        if destination == Destination::Outside {
            return None;
        }
        let span = writing.span(self.find(text, value).unwrap_or_default());
        if destination == Destination::Unsafe {
            notes.push(unsafe_link(span, value));
            return None;
        }
        Some(Slot::Link { target: value.to_owned(), span })
    }
}

impl Addresses {
    /// Where raw HTML has this address: the first place that no other address was found at.
    fn find(&mut self, text: &str, value: &str) -> Option<Range<usize>> {
        let values = self.values.get_or_insert_with(|| {
            let mut values: BTreeMap<String, VecDeque<Range<usize>>> = BTreeMap::new();
            for at in self.raw.iter().flat_map(|range| values_in(text, range.clone())) {
                let value = unescape(text[at.clone()].trim()).into_owned();
                values.entry(value).or_default().push_back(at);
            }
            values
        });
        let places = values.get_mut(value.trim())?;
        if places.len() > 1 { places.pop_front() } else { places.front().cloned() }
    }
}

/// Where the values of attributes stand in a part of a text, without their quotes.
fn values_in(text: &str, range: Range<usize>) -> impl Iterator<Item = Range<usize>> {
    let html = text.get(range.clone()).unwrap_or_default();
    html.match_indices('=').map(move |(at, _)| {
        let behind = html[at + 1..].trim_start();
        let quoted = behind.strip_prefix(['"', '\'']);
        let inside = quoted.unwrap_or(behind);
        let length = match quoted {
            Some(_) => inside.find(['"', '\'', '\n']),
            None => inside.find(|sign: char| sign.is_whitespace() || sign == '>'),
        };
        let start = range.start + html.len() - inside.len();
        start..start + length.unwrap_or(inside.len())
    })
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Destination {
    Inside,
    Outside,
    Unsafe,
}

/// Whether an address leads out of the book.
pub(super) fn is_outside(address: &str) -> bool {
    destination(address) == Destination::Outside
}

/// Whether no page may have an address.
pub(super) fn is_unsafe(address: &str) -> bool {
    destination(address) == Destination::Unsafe
}

/// Looks at the scheme the way a browser does: white space and control characters do not hide one.
fn destination(address: &str) -> Destination {
    let compact: String =
        address.chars().filter(|letter| !letter.is_whitespace() && !letter.is_control()).collect();
    if compact.starts_with("//") {
        return Destination::Outside;
    }
    let head = compact.split(['/', '?', '#']).next().unwrap_or_default();
    match head.split_once(':').map(|(scheme, _)| scheme.to_ascii_lowercase()).as_deref() {
        None => Destination::Inside,
        // Without a host, a browser goes on from the page at hand.
        Some("http" | "https") if !compact[head.len()..].starts_with("//") => Destination::Inside,
        Some("mailto") if compact[head.len()..].starts_with("//") => Destination::Inside,
        Some("http" | "https" | "mailto" | "tel") => Destination::Outside,
        Some(_) => Destination::Unsafe,
    }
}

#[cfg(test)]
mod tests {
    use super::{Destination, destination};

    #[test]
    fn a_scheme_cannot_hide() {
        for address in [
            "javascript:x",
            "JaVaScRiPt:x",
            " java\nscript:x",
            "data:text/html,x",
            "\u{1}vbscript:x",
        ] {
            assert_eq!(destination(address), Destination::Unsafe, "{address}");
        }
        for address in ["https://x", "mailto:a@b", "tel:+1", "//cdn.example.org/x"] {
            assert_eq!(destination(address), Destination::Outside, "{address}");
        }
        for address in ["a.md", "../b.yaml#say", "#top", "?q=a:b", "a/b:c.md", ""] {
            assert_eq!(destination(address), Destination::Inside, "{address}");
        }
    }
}
