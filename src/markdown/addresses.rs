//! Which addresses lead into the book, which lead out, and which are refused.

use std::ops::Range;

use pulldown_cmark::{CowStr, LinkType};

use crate::diagnostic::Diagnostic;
use crate::diagnostic::rules::unsafe_link::unsafe_link;

use super::holes::HOLE_SCHEME;
use super::prose::Hole;
use super::writing::Writing;

/// The links into the book that a text has, while it is read.
#[derive(Default)]
pub struct Addresses {
    links: Vec<Hole>,
}

impl Addresses {
    /// What stands in the HTML for an address of a link or an image: itself when it leads out of the book,
    /// else the mark of a hole.
    pub fn mark<'t>(
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
        self.links.push(Hole::Link { target: address.to_string(), span });
        format!("{HOLE_SCHEME}:{}", self.links.len() - 1).into()
    }

    /// The hole for an address in the finished HTML: one that was marked, or one of raw HTML.
    pub fn hole(
        &self,
        writing: &Writing<'_>,
        value: &str,
        notes: &mut Vec<Diagnostic>,
    ) -> Option<Hole> {
        let number = value.strip_prefix(HOLE_SCHEME).and_then(|rest| rest.strip_prefix(':'));
        if let Some(number) = number {
            return self.links.get(number.parse::<usize>().ok()?).cloned();
        }
        let destination = destination(value);
        if destination == Destination::Outside {
            return None;
        }
        let at = writing.text.find(value).unwrap_or_default();
        let span = (writing.place)(at..at + value.len());
        if destination == Destination::Unsafe {
            notes.push(unsafe_link(span, value));
            return None;
        }
        Some(Hole::Link { target: value.to_owned(), span })
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Destination {
    Inside,
    Outside,
    Unsafe,
}

/// Whether an address leads out of the book.
pub fn is_outside(address: &str) -> bool {
    destination(address) == Destination::Outside
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
