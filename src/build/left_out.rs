//! Which layout of a project leaves out what one of ours has: the one that takes its place, or the place of the block
//! or of the layout that would bring it in.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::source::{Source, Span};
use crate::theme::{Hook, Theme};

/// The place in a project's own layouts to tell of, for a page of a kind.
pub(super) fn left_out(theme: &Theme, hook: &Hook, kind: &str) -> Option<Span> {
    let mut seen: BTreeSet<&str> = BTreeSet::new();
    let has = |text: &str| places(text, hook).next();
    let ours = theme.default_layouts.iter();
    let ours = ours.filter_map(|(path, source)| Some((path.as_str(), has(source.text())?)));
    let mut wanted: Vec<(&str, usize)> = ours.collect();
    let first = format!("{kind}.html");
    while let Some((path, at)) = wanted.pop() {
        if !seen.insert(path) {
            continue;
        }
        let text = theme.default_layouts.get(path)?.text();
        let blocks = blocks_round(text, at);
        // The layout of this kind of page, the one of this name, and what stands between the two.
        let is_between =
            |name: &str| name == first || name == path || !theme.default_layouts.contains_key(name);
        let own = theme.own_layouts.iter().filter(|(name, _)| is_between(name));
        let own = own.map(|(_, source)| source);
        for source in own.filter(|source| places(source.text(), hook).next().is_none()) {
            if let Some(place) = blocks.iter().find_map(|block| block_in(source, block)) {
                return Some(place);
            }
        }
        if let Some(source) = theme.own_layouts.get(path)
            && !extends(source)
        {
            return Some(Span::new(source, 0..0));
        }
        if let Some(name) =
            path.strip_prefix("components/").and_then(|name| name.strip_suffix(".html"))
        {
            let call = format!("<{name} ");
            let callers = theme.default_layouts.iter();
            wanted
                .extend(callers.filter_map(|(path, source)| {
                    Some((path.as_str(), source.text().find(&call)?))
                }));
        }
    }
    // A page that is the project's own from its first line to its last.
    let whole = theme.own_layouts.get(&first).filter(|source| !extends(source));
    whole.map(|source| Span::new(source, 0..0))
}

fn extends(source: &Source) -> bool {
    source.text().contains("{% extends")
}

/// Where a hook stands in a layout: in an attribute of that name, as one of its words.
fn places<'t>(text: &'t str, hook: &'t Hook) -> impl Iterator<Item = usize> + 't {
    let open = format!("{}=\"", hook.attribute);
    let found: Vec<usize> = text.match_indices(&open).map(|(at, _)| at + open.len()).collect();
    found.into_iter().filter(|at| {
        let value = text[*at..].split('"').next().unwrap_or_default();
        let value = value.replace("{{ here.at }}", "").replace("{{ page.kind }}", hook.on);
        value.split_ascii_whitespace().any(|word| word == hook.value)
    })
}

/// The blocks of a layout that a place is in, the innermost first.
fn blocks_round(text: &str, at: usize) -> Vec<&str> {
    let mut open = Vec::new();
    for (start, _) in text[..at].match_indices("{%") {
        let mut words = text[start + 2..].trim_start_matches('-').split_ascii_whitespace();
        match (words.next(), words.next()) {
            (Some("block"), Some(name)) => open.push(name.trim_end_matches(['-', '%', '}'])),
            (Some("endblock"), _) => {
                open.pop();
            }
            _ => {}
        }
    }
    open.reverse();
    open
}

/// Where a layout writes a block anew, without what ours had in it.
fn block_in(source: &Arc<Source>, block: &str) -> Option<Span> {
    let text = source.text();
    let tag = format!("{{% block {block} ");
    let start = text.find(&tag)?;
    let rest = &text[start..];
    let end = rest.find("endblock").unwrap_or(rest.len());
    (!rest[..end].contains("super()")).then(|| Span::new(source, start..start + tag.len() - 1))
}
