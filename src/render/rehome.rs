//! The HTML of one page, made fit to stand within another: ids that are its own, links that still lead to
//! the same things, headings one level down, and nothing that is of use on its own page only.

use std::collections::BTreeMap;

use crate::model::{decode, relative, resolve};

/// Where the HTML comes from and where it goes.
pub struct Home<'a> {
    /// The path of its own page, and of the page that it is put on.
    pub from: &'a str,
    pub to: &'a str,
    /// Its id there; its own ids follow after a dot.
    pub id: &'a str,
    /// The ids of all pages that are put there, by their paths.
    pub anchors: &'a BTreeMap<String, &'a str>,
}

/// What leads round its own page or works with its scripts.
const LEFT_OUT: [&str; 4] = ["nav", "dialog", "template", "script"];

/// Attributes that hold ids, or names that group controls.
const IDS: [&str; 8] = [
    "id",
    "for",
    "name",
    "list",
    "headers",
    "aria-labelledby",
    "aria-describedby",
    "aria-controls",
];

pub fn rehome(html: &str, home: &Home<'_>) -> String {
    let mut out = String::with_capacity(html.len() + html.len() / 8);
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        out.push_str(&rest[..at]);
        let end = at + tag_end(&rest[at..]);
        let tag = &rest[at..end];
        rest = &rest[end..];
        let name = name(tag);
        if LEFT_OUT.contains(&name) && !tag.starts_with("</") {
            rest = after(rest, name);
        } else {
            write_tag(&mut out, tag, name, home);
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

fn write_tag(out: &mut String, tag: &str, name: &str, home: &Home<'_>) {
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
        out.push_str(before);
        match attribute {
            "href" | "src" => out.push_str(&address(value, home)),
            attribute if IDS.contains(&attribute) => {
                let ids: Vec<String> = value.split_whitespace().map(|id| own(id, home)).collect();
                out.push_str(&ids.join(" "));
            }
            _ => out.push_str(value),
        }
        out.push('"');
        rest = after;
    }
    out.push_str(rest);
}

/// An id with that of its page before it. The frame's ids, which begin with `_`, are there once.
fn own(id: &str, home: &Home<'_>) -> String {
    if id.starts_with('_') { id.to_owned() } else { format!("{}.{id}", home.id) }
}

fn address(address: &str, home: &Home<'_>) -> String {
    let path_end = address.find(['?', '#']).unwrap_or(address.len());
    let (path, rest) = address.split_at(path_end);
    let fragment = rest.split_once('#').map_or("", |(_, fragment)| fragment);
    if path.is_empty() {
        return format!("#{}", own(fragment, home));
    }
    let is_elsewhere =
        path.starts_with('/') || path.split('/').next().is_some_and(|first| first.contains(':'));
    let folder = home.from.rsplit_once('/').map_or("", |(folder, _)| folder);
    let Some(path) = resolve(folder, &decode(path)).filter(|_| !is_elsewhere) else {
        return address.to_owned();
    };
    match home.anchors.get(&path) {
        Some(anchor) if fragment.is_empty() || fragment.starts_with(":~:") => format!("#{anchor}"),
        Some(anchor) => format!("#{anchor}.{fragment}"),
        None => format!("{}{rest}", relative(home.to, &path)),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::{Home, rehome};

    fn moved(html: &str) -> String {
        let anchors = BTreeMap::from([("scenarios/late.html".to_owned(), "scenarios/late")]);
        let home = Home {
            from: "guidance/deep/why.html",
            to: "print/guidance.html",
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
            ("#reason", "#guidance/deep/why.reason"),
            ("#_mark", "#_mark"),
            ("../other.html?a#b", "../guidance/other.html?a#b"),
            ("https://example.org/a", "https://example.org/a"),
            ("mailto:a@example.org", "mailto:a@example.org"),
        ];
        for (before, after) in links {
            assert_eq!(
                moved(&format!("<a class=\"x\" href=\"{before}\">x</a>")),
                format!("<a class=\"x\" href=\"{after}\">x</a>")
            );
        }
    }

    #[test]
    fn ids_are_of_the_page_and_headings_stand_below_its_own() {
        assert_eq!(
            moved("<h1>A &lt; b</h1><p id=\"a\" aria-labelledby=\"b c\" title='>'>x</p><h6>y</h6>"),
            "<h2>A &lt; b</h2><p id=\"guidance/deep/why.a\" aria-labelledby=\"guidance/deep/why.b \
             guidance/deep/why.c\" title='>'>x</p><h6>y</h6>"
        );
    }

    #[test]
    fn what_leads_round_the_page_is_left_out() {
        assert_eq!(moved("a<nav><nav>b</nav>c</nav>d<dialog id=\"x\">e"), "ad");
        assert_eq!(moved("a < b <"), "a < b <");
    }
}
