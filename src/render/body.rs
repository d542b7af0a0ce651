//! The body of a page: alone, or among others on pages for paper. There it is HTML with slots where addresses go, which
//! are filled for each page that it is on.
//!
//! It must not know what a body says.

use std::collections::BTreeMap;

use crate::markdown::escape;
use crate::model::{SitePath, decode, encode};

use super::view::HereView;

/// How a page stands.
#[derive(Clone, Copy)]
pub(super) enum Placement<'a> {
    Alone,
    /// Its body stands among those of others, on pages for paper. It has this id there, with which all its own begin.
    Among(&'a str),
}

impl Placement<'_> {
    /// What goes before every id of the body.
    pub(super) fn at(self) -> String {
        match self {
            Self::Alone => String::new(),
            Self::Among(id) => format!("{id}."),
        }
    }

    /// The level that a heading has, which has this one where its body is alone.
    pub(super) fn level(self, alone: u8) -> u8 {
        match self {
            Self::Alone => alone,
            Self::Among(_) => (alone + 1).min(6),
        }
    }

    /// What a layout is told of it.
    pub(super) fn view(self) -> HereView {
        let (alone, [h1, h2, h3]) = match self {
            Self::Alone => (true, ["h1", "h2", "h3"]),
            Self::Among(_) => (false, ["h2", "h3", "h4"]),
        };
        HereView { alone, at: self.at(), h1, h2, h3 }
    }
}

/// Stand round the path of what a link leads to, while the body is made.
const MARKS: (char, char) = ('\u{e002}', '\u{e003}');

/// Stands for the address of a path of the whole site.
pub(super) fn mark(path: &str) -> String {
    let (open, close) = MARKS;
    // Letters that layouts write in another way would not be found again.
    let path = encode(path).replace('&', "%26").replace('\'', "%27");
    format!("{open}{path}{close}")
}

/// The body of a page that stands on pages for paper.
pub(super) struct PrintedBody {
    html: String,
    links: Vec<Link>,
}

/// The slot for an address.
struct Link {
    at: usize,
    /// The path in the whole site, and what follows it, as it stands in HTML.
    path: SitePath,
    rest: String,
}

impl PrintedBody {
    /// Finds the slots in what a layout made.
    pub(super) fn new(made: &str) -> Self {
        let mut body = Self { html: String::with_capacity(made.len()), links: Vec::new() };
        let mut parts = made.split(MARKS.0);
        body.html.extend(parts.next());
        for part in parts {
            let Some((path, after)) = part.split_once(MARKS.1) else {
                body.html.push_str(part);
                continue;
            };
            let has_rest = after.starts_with(['?', '#']);
            let end = after.find('"').filter(|_| has_rest).unwrap_or_default();
            let (rest, after) = after.split_at(end);
            let (at, path) = (body.html.len(), SitePath::made(decode(path)));
            let rest = rest.to_owned();
            body.links.push(Link { at, path, rest });
            body.html.push_str(after);
        }
        body
    }

    /// The HTML for the page at `to`. `anchors` are the ids of the bodies that stand there, by the paths of their own
    /// pages.
    pub(super) fn on(&self, to: &SitePath, anchors: &BTreeMap<SitePath, &str>) -> String {
        let mut html = String::with_capacity(self.html.len() + 32 * self.links.len());
        let mut from = 0;
        for link in &self.links {
            html.push_str(&self.html[from..link.at]);
            match anchors.get(&link.path) {
                Some(anchor) => html.extend(["#", &escape(anchor), &link.place()]),
                None => html.extend([escape(&to.href(&link.path)).as_str(), &link.rest]),
            }
            from = link.at;
        }
        html.push_str(&self.html[from..]);
        html
    }
}

impl Link {
    /// What follows the id of a body where the link leads to a place in it.
    fn place(&self) -> String {
        match self.rest.split_once('#') {
            // The top, and what the browser itself looks for, are no places that have an id.
            None | Some((_, "" | "top")) => String::new(),
            Some((_, search)) if search.starts_with(":~:") => String::new(),
            Some((_, fragment)) => format!(".{fragment}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::{PrintedBody, mark};
    use crate::model::SitePath;

    #[test]
    fn links_lead_to_the_same_things_wherever_the_body_stands() {
        let anchors = BTreeMap::from([(SitePath::of("scenarios/a & b.html"), "scenarios/a & b")]);
        let links = [
            (mark("scenarios/a & b.html"), "", "#scenarios/a &amp; b"),
            (mark("scenarios/a & b.html"), "#say", "#scenarios/a &amp; b.say"),
            (mark("scenarios/a & b.html"), "?role=leader#say", "#scenarios/a &amp; b.say"),
            (mark("scenarios/a & b.html"), "#top", "#scenarios/a &amp; b"),
            (mark("scenarios/a & b.html"), "#:~:text=x", "#scenarios/a &amp; b"),
            (mark("guidance/it's.html"), "?a#b", "../guidance/it's.html?a#b"),
            (String::from("https://example.org/a"), "", "https://example.org/a"),
        ];
        for (address, rest, there) in links {
            let body = PrintedBody::new(&format!("<a href=\"{address}{rest}\">what?</a>"));
            let html = body.on(&SitePath::of("print/scenarios.html"), &anchors);
            assert_eq!(html, format!("<a href=\"{there}\">what?</a>"));
        }
    }
}
