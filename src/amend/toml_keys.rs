//! Keys and tables of TOML come. It must not know what their values mean.

use crate::tree::{Key, Value as Written};

use super::change::Value;
use super::declared::Declared;
use super::keys::place_of;
use super::lines;
use super::place::{Place, Step};
use super::spot::Spot;
use super::text::Cut;
use super::toml_text::{below, entry, name, value};

/// Adds a key to a group at a place, and says which place among its keys it gets.
pub(super) fn add(
    group: &Spot<'_>,
    place: &Place,
    name: &str,
    value: &Value,
) -> Option<(usize, Cut)> {
    let declared = group.declared?;
    let entries = group.entries()?;
    let names: Vec<&str> = entries.iter().map(|(key, _)| key.name.as_str()).collect();
    let at = place_of(&names, name, declared.keys());
    if group.is_flow() {
        return Some((at, in_braces(group, &entries, at, &entry(name, value, &declared))));
    }
    let is_top = place.0.is_empty();
    let is_dotted = !is_top && !group.is_section();
    let cut = if !is_dotted && is_section(name, value, &declared) {
        section_at(group, &entries, at, &section(&place.key(name), name, value, &declared))?
    } else {
        line_at(group, &entries, at, &entry(name, value, &declared))?
    };
    let before = |(key, _): &&(&Key, Spot<'_>)| key.span.range().start < cut.0.start;
    Some((entries.iter().filter(before).count(), cut))
}

fn in_braces(group: &Spot<'_>, entries: &[(&Key, Spot<'_>)], at: usize, entry: &str) -> Cut {
    let before = at.checked_sub(1).map(|at| entries[at].1.end());
    match (before, entries.first()) {
        (Some(end), _) => (end..end, format!(", {entry}")),
        (None, Some((_, first))) => (first.start..first.start, format!("{entry}, ")),
        (None, None) => (group.node.span.range(), format!("{{ {entry} }}")),
    }
}

/// A line among the lines of a table, never below the tables in it.
fn line_at(group: &Spot<'_>, entries: &[(&Key, Spot<'_>)], at: usize, entry: &str) -> Option<Cut> {
    let file = group.text();
    let line = |(key, spot): &(&Key, Spot<'_>)| {
        // What stands before a key with points in it is part of the new one too.
        let start = lines::start(file, spot.start);
        let lead = file[start..key.span.range().start].to_owned();
        (!spot.is_section()).then_some((spot.start, spot.end(), lead))
    };
    let before = entries[..at].iter().rev().find_map(line);
    if let Some((_, end, lead)) = before {
        let end = lines::end(file, end);
        return Some((end..end, format!("\n{lead}{entry}")));
    }
    if let Some((start, _, lead)) = entries[at..].iter().find_map(line) {
        let top = lines::with_comments(file, start, group.behind);
        // What stands above the first line of a file is about the file.
        let top = if top == 0 { lines::start(file, start) } else { top };
        return Some((top..top, format!("{lead}{entry}\n")));
    }
    if let Some(end) = header(group) {
        let end = lines::end(file, end);
        return Some((end..end, format!("\n{entry}")));
    }
    let first = entries.first()?.1.start;
    let top = lines::with_comments(file, first, 0);
    let top = if top == 0 { lines::start(file, first) } else { top };
    Some((top..top, format!("{entry}\n\n")))
}

/// A table among tables, never above lines of the table that it is in.
fn section_at(
    group: &Spot<'_>,
    entries: &[(&Key, Spot<'_>)],
    at: usize,
    section: &str,
) -> Option<Cut> {
    let file = group.text();
    let lines = entries.iter().filter(|(_, spot)| !spot.is_section());
    let above = lines.chain(at.checked_sub(1).map(|at| &entries[at]));
    if let Some(end) = above.map(|(_, spot)| spot.end()).max().or_else(|| header(group)) {
        let end = lines::end(file, end);
        // As far from the table above as the next one is.
        let is_close = file[end..].trim_start_matches('\n').len() + 1 == file[end..].len();
        let blank = if is_close && end + 1 < file.len() { "" } else { "\n" };
        return Some((end..end, format!("\n{blank}{section}")));
    }
    let first = entries.first()?.1.start;
    let top = lines::with_comments(file, first, 0);
    let top = if top == 0 { lines::start(file, first) } else { top };
    Some((top..top, format!("{section}\n\n")))
}

/// Where the line in brackets ends that begins a table; tables in it may stand there without one.
fn header(group: &Spot<'_>) -> Option<usize> {
    let range = group.node.span.range();
    let is_there = !range.is_empty() && group.text()[range.clone()].starts_with('[');
    is_there.then_some(range.end)
}

/// Whether a value is best written below a line with its name.
fn is_section(name: &str, value: &Value, declared: &Declared) -> bool {
    let Value::Map(_) = value else { return false };
    let declared = below(declared, &Step::Key(name.to_owned()), value);
    // The example says it; where the author gives the names, the list of them does.
    declared.key.is_none_or(|key| key.example.starts_with('['))
}

/// A table with the tables in it.
fn section(place: &Place, name: &str, value: &Value, declared: &Declared) -> String {
    let declared = below(declared, &Step::Key(name.to_owned()), value);
    let Value::Map(entries) = value else { return String::new() };
    let (inside, own): (Vec<_>, Vec<_>) =
        entries.iter().partition(|(name, value)| is_section(name, value, &declared));
    let mut parts = Vec::new();
    if !own.is_empty() || inside.is_empty() {
        let head = place.0.iter().map(|step| match step {
            Step::Key(key) => self::name(key),
            Step::Item(at) => at.to_string(),
        });
        let head = format!("[{}]", head.collect::<Vec<_>>().join("."));
        let own = own.iter().map(|(name, value)| entry(name, value, &declared));
        parts.push([head].into_iter().chain(own).collect::<Vec<_>>().join("\n"));
    }
    let inside =
        inside.iter().map(|(name, value)| section(&place.key(name), name, value, &declared));
    parts.extend(inside);
    parts.join("\n\n")
}

/// The first key of a file that has none.
pub(super) fn first(name: &str, value: &Value, file: &Spot<'_>) -> Option<Cut> {
    let declared = file.declared?;
    let new = if is_section(name, value, &declared) {
        section(&Place::default().key(name), name, value, &declared)
    } else {
        entry(name, value, &declared)
    };
    let text = file.text();
    let end = text.len();
    let before = if text.is_empty() || text.ends_with('\n') { "" } else { "\n" };
    Some((end..end, format!("{before}{new}\n")))
}

/// Puts a value in the place of one that is empty.
pub(super) fn fill(spot: &Spot<'_>, new: &Value) -> Option<Vec<Cut>> {
    let declared = spot.declared?;
    let Value::Map(entries) = new else {
        return Some(vec![(spot.node.span.range(), value(new, &declared))]);
    };
    if !spot.is_section() {
        return Some(vec![(spot.node.span.range(), value(new, &declared))]);
    }
    let file = spot.text();
    let end = lines::end(file, spot.node.span.range().end);
    let lines = entries.iter().map(|(name, value)| format!("\n{}", entry(name, value, &declared)));
    Some(vec![(end..end, lines.collect())])
}

/// What stands for a value that has nothing left but must be there.
pub(super) fn empty(spot: &Spot<'_>) -> Vec<Cut> {
    let nothing = match spot.node.value {
        Written::Text(_) => value(&Value::from(""), &Declared::ANYTHING),
        Written::List(_) => String::from("[]"),
        Written::Map(_) => String::from("{}"),
    };
    vec![(spot.node.span.range(), nothing)]
}
