//! The HTML of one page, made fit to stand within another: ids that are its own, links that still lead to
//! the same things, headings one level down, and nothing that is of use on its own page only.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{Href, SitePath, decode};

/// Where the HTML comes from and where it goes.
pub struct Home<'a> {
    /// The path of its own page, and of the page that it is put on.
    pub from: &'a SitePath,
    pub to: &'a SitePath,
    /// Its id there; its own ids follow after a dot.
    pub id: &'a str,
    /// The ids of all pages that are put there, by their paths.
    pub anchors: &'a BTreeMap<SitePath, &'a str>,
}

/// Elements that lead round their own page or work with its scripts.
const LEFT_OUT: [&str; 4] = ["nav", "dialog", "template", "script"];

/// What layouts write on other elements that are of use on their own page only, or that wait for a script.
const MARKS: [&str; 2] = [" data-alone", " data-script"];

/// Attributes that hold ids.
const IDS: [&str; 7] =
    ["id", "for", "list", "headers", "aria-labelledby", "aria-describedby", "aria-controls"];

pub fn rehome(html: &str, home: &Home<'_>) -> String {
    let ids = Ids { home, own: html.split(" id=\"").skip(1).filter_map(value).collect() };
    let mut out = String::with_capacity(html.len() + html.len() / 8);
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        out.push_str(&rest[..at]);
        let end = at + tag_end(&rest[at..]);
        let tag = &rest[at..end];
        rest = &rest[end..];
        let name = name(tag);
        let is_left_out = LEFT_OUT.contains(&name) || MARKS.iter().any(|mark| tag.contains(mark));
        if is_left_out && !tag.starts_with("</") {
            rest = after(rest, name);
        } else {
            write_tag(&mut out, tag, name, &ids);
        }
    }
    out.push_str(rest);
    out
}

/// What follows the element whose start tag has just been read.
fn after<'h>(html: &'h str, name: &str) -> &'h str {
    let mut depth = 1;
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        let end = at + tag_end(&rest[at..]);
        let tag = &rest[at..end];
        rest = &rest[end..];
        if self::name(tag) == name {
            depth = if tag.starts_with("</") { depth - 1 } else { depth + 1 };
            if depth == 0 {
                return rest;
            }
        }
    }
    ""
}

/// The length of a tag. A `>` in quotes does not end it.
fn tag_end(tag: &str) -> usize {
    let mut quote = None;
    for (at, letter) in tag.char_indices() {
        match (quote, letter) {
            (None, '>') => return at + 1,
            (None, '"' | '\'') => quote = Some(letter),
            (Some(open), _) if open == letter => quote = None,
            _ => {}
        }
    }
    tag.len()
}

fn name(tag: &str) -> &str {
    let name = tag.trim_start_matches(['<', '/']);
    let end = name.find(|letter: char| !letter.is_ascii_alphanumeric()).unwrap_or(name.len());
    &name[..end]
}

/// The ids that are on the page, and where it goes.
struct Ids<'a> {
    home: &'a Home<'a>,
    own: BTreeSet<&'a str>,
}

impl Ids<'_> {
    /// An id with that of its page before it. One that is not on the page is the frame's, and is there once.
    fn moved(&self, id: &str) -> String {
        if self.own.contains(id) { format!("{}.{id}", self.home.id) } else { id.to_owned() }
    }
}

/// The rest of an attribute's value, of which the quote that opens it is gone.
fn value(rest: &str) -> Option<&str> {
    rest.split('"').next()
}

fn write_tag(out: &mut String, tag: &str, name: &str, ids: &Ids<'_>) {
    let level = name.strip_prefix('h').and_then(|level| level.parse::<u8>().ok());
    let (open, mut rest) = tag.split_at(tag.find(name).unwrap_or_default() + name.len());
    match level.filter(|level| (1..=5).contains(level)) {
        Some(level) => {
            out.push_str(open.trim_end_matches(name));
            out.push('h');
            out.push_str(&(level + 1).to_string());
        }
        None => out.push_str(open),
    }
    while let Some(equals) = rest.find("=\"") {
        let (before, value) = rest.split_at(equals + 2);
        let (value, after) = value.split_once('"').unwrap_or((value, ""));
        let attribute = before[..equals].rsplit(char::is_whitespace).next().unwrap_or_default();
        // On a page of many, each part with a name of its own would be one landmark of hundreds.
        if attribute == "aria-labelledby" && ["section", "aside"].contains(&name) {
            out.push_str(before[..equals].trim_end_matches(attribute).trim_end());
            rest = after;
            continue;
        }
        out.push_str(before);
        match attribute {
            "href" | "src" => out.push_str(&address(value, ids)),
            // Controls of one name belong together, and to their page.
            "name" => out.extend([ids.home.id, ".", value]),
            attribute if IDS.contains(&attribute) => {
                let moved: Vec<String> = value.split_whitespace().map(|id| ids.moved(id)).collect();
                out.push_str(&moved.join(" "));
            }
            _ => out.push_str(value),
        }
        out.push('"');
        rest = after;
    }
    out.push_str(rest);
}

fn address(address: &str, ids: &Ids<'_>) -> String {
    let home = ids.home;
    let Href { path, rest } = Href::cut(address);
    let fragment = rest.split_once('#').map_or("", |(_, fragment)| fragment);
    if path.is_empty() {
        return format!("#{}", ids.moved(fragment));
    }
    let is_elsewhere =
        path.starts_with('/') || path.split('/').next().is_some_and(|first| first.contains(':'));
    let Some(path) = SitePath::resolve(home.from.folder(), &decode(path)).filter(|_| !is_elsewhere)
    else {
        return address.to_owned();
    };
    match home.anchors.get(&path) {
        Some(anchor) if fragment.is_empty() || fragment.starts_with(":~:") => format!("#{anchor}"),
        Some(anchor) => format!("#{anchor}.{fragment}"),
        None => format!("{}{rest}", home.to.href(&path)),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::{Home, SitePath, rehome};

    fn moved(html: &str) -> String {
        let anchors = BTreeMap::from([(SitePath::of("scenarios/late.html"), "scenarios/late")]);
        let home = Home {
            from: &SitePath::of("guidance/deep/why.html"),
            to: &SitePath::of("print/guidance.html"),
            id: "guidance/deep/why",
            anchors: &anchors,
        };
        rehome(html, &home)
    }

    #[test]
    fn links_lead_to_the_same_things_as_before() {
        let links = [
            ("../../scenarios/late.html", "#scenarios/late"),
            ("../../scenarios/late.html#say", "#scenarios/late.say"),
            ("../../scenarios/late.html?role=leader#say", "#scenarios/late.say"),
            ("#own", "#guidance/deep/why.own"),
            ("#_mark", "#_mark"),
            ("../other.html?a#b", "../guidance/other.html?a#b"),
            ("https://example.org/a", "https://example.org/a"),
            ("mailto:a@example.org", "mailto:a@example.org"),
        ];
        for (before, after) in links {
            assert_eq!(
                moved(&format!("<a id=\"own\" href=\"{before}\">x</a>")),
                format!("<a id=\"guidance/deep/why.own\" href=\"{after}\">x</a>")
            );
        }
    }

    #[test]
    fn ids_are_of_the_page_and_headings_stand_below_its_own() {
        assert_eq!(
            moved("<h1>A &lt; b</h1><p id=\"a\" aria-labelledby=\"a c\" title='>'>x</p><h6>y</h6>"),
            "<h2>A &lt; b</h2><p id=\"guidance/deep/why.a\" aria-labelledby=\"guidance/deep/why.a c\" title='>'>x</p><h6>y</h6>"
        );
    }

    #[test]
    fn the_parts_of_a_page_are_no_landmarks_of_another() {
        assert_eq!(
            moved(
                "<section class=\"part\" aria-labelledby=\"a\" hidden><h2 id=\"a\">x</h2></section>"
            ),
            "<section class=\"part\" hidden><h3 id=\"guidance/deep/why.a\">x</h3></section>"
        );
    }

    #[test]
    fn what_leads_round_the_page_is_left_out() {
        assert_eq!(moved("a<p data-alone><b>x</b></p><p data-script hidden>y</p>b"), "ab");
        assert_eq!(moved("a<nav><nav>b</nav>c</nav>d<dialog id=\"x\">e"), "ad");
        assert_eq!(moved("a < b <"), "a < b <");
    }
}
