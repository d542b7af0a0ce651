//! Keys of a group come and go. It must not know what their values mean.

use crate::schema::Key;
use crate::tree::{self, Value as Written};

use super::change::Value;
use super::form::Form;
use super::fresh::{Habits, Under, below_line, entry_in_brackets};
use super::lines;
use super::scalar::on_one_line;
use super::spot::Spot;
use super::text::{Cut, write};

/// Adds a key to a group, and says which place among its keys it gets.
pub(super) fn add(
    group: &Spot<'_>,
    name: &str,
    value: &Value,
    habits: &Habits,
) -> Option<(usize, Cut)> {
    let declared = group.declared?;
    let entries = group.entries()?;
    let names: Vec<&str> = entries.iter().map(|(key, _)| key.name.as_str()).collect();
    let at = place_of(&names, name, declared.keys());
    let file = group.text();
    let before = at.checked_sub(1).map(|at| &entries[at]);
    if group.is_flow() {
        let entry = entry_in_brackets(name, value, &declared);
        let cut = match (before, entries.first()) {
            (Some((_, before)), _) => (before.end()..before.end(), format!(", {entry}")),
            (None, Some((_, first))) => (first.start..first.start, format!("{entry}, ")),
            (None, None) => {
                let inside = group.node.span.range().start + 1;
                (inside..inside, entry)
            }
        };
        return Some((at, cut));
    }
    let column = entries.first().map_or(0, |(_, first)| first.column);
    let entry = habits.entry(name, value, &declared, column);
    let Some((_, before)) = before else {
        let (_, first) = entries.first()?;
        let margin = " ".repeat(column);
        if !lines::is_first(file, first.start) {
            return Some((at, (first.start..first.start, format!("{entry}\n{margin}"))));
        }
        let top = lines::with_comments(file, first.start, group.behind);
        // What stands above the first key of a file is about the file.
        let top = if top == 0 { lines::start(file, first.start) } else { top };
        return Some((at, (top..top, format!("{margin}{entry}\n"))));
    };
    let blank = "\n".repeat(blank_lines(&entries, at, file));
    let end = lines::end(file, before.end());
    let written = format!("\n{blank}{}{entry}", " ".repeat(column));
    Some((at, below_line(file, end, &written, value)))
}

/// The first keys of a file that has none.
pub(super) fn first(name: &str, value: &Value, file: &Spot<'_>, habits: &Habits) -> Option<Cut> {
    let entry = habits.entry(name, value, &file.declared?, 0);
    let text = file.text();
    let end = file.node.span.range().start;
    let end = if end < text.len() && end > 0 { end } else { text.len() };
    let before = if end == 0 || text[..end].ends_with('\n') { "" } else { "\n" };
    Some((end..end, format!("{before}{entry}\n")))
}

/// Puts a value behind a key or dash that has nothing behind it, or only empty brackets.
pub(super) fn fill(spot: &Spot<'_>, value: &Value, habits: &Habits) -> Option<Vec<Cut>> {
    if let Value::Text(text) = value {
        return Some(vec![write(spot, text)]);
    }
    let file = spot.text();
    let declared = spot.declared?;
    let (first, end) = (spot.first(), spot.end());
    if spot.in_brackets {
        let space = if first == spot.behind && file[..first].ends_with(':') { " " } else { "" };
        let written = super::fresh::in_brackets(value, &declared);
        return Some(vec![(first..end, format!("{space}{written}"))]);
    }
    let is_item = file[spot.start..].starts_with('-');
    let under = Under { column: spot.column, gap: usize::from(is_item) };
    let written = habits.write(value, &declared, under);
    if !written.starts_with('\n') {
        return Some(vec![(spot.behind..end, written)]);
    }
    // A comment stays behind its key.
    let line = lines::end(file, end);
    let written = below_line(file, line, &written, value);
    Some(vec![(spot.behind..end, String::new()), written])
}

/// Leaves nothing of a value that must be there.
pub(super) fn empty(spot: &Spot<'_>) -> Vec<Cut> {
    let file = spot.text();
    let nothing = match spot.node.value {
        Written::Text(_) => on_one_line(Form::Double, ""),
        Written::List(_) => String::from("[]"),
        Written::Map(_) => String::from("{}"),
    };
    let (first, end) = (spot.first(), spot.end());
    let line = lines::end(file, spot.behind);
    if spot.in_brackets || spot.node.is_in_brackets() {
        return vec![(first..end, nothing)];
    }
    if first <= line {
        return vec![(spot.behind..end, format!(" {nothing}"))];
    }
    vec![
        (spot.behind..spot.behind, format!(" {nothing}")),
        (line..lines::end(file, end), String::new()),
    ]
}

/// The place of a new key among those that are there: behind the nearest of those declared before it.
pub(super) fn place_of(
    names: &[&str],
    name: &str,
    order: impl Iterator<Item = &'static Key>,
) -> usize {
    let order: Vec<&str> = order.map(|key| key.name).collect();
    let Some(at) = order.iter().position(|one| *one == name) else { return names.len() };
    let found =
        order[..at].iter().rev().find_map(|before| names.iter().position(|name| name == before));
    found.map_or(0, |found| found + 1)
}

/// How many blank lines stand above the key before a place, or below it where it is the first; none where the keys
/// round the place have none between them.
fn blank_lines(entries: &[(&tree::Key, Spot<'_>)], at: usize, file: &str) -> usize {
    let below = |upper: usize| {
        let ((_, one), (_, next)) = (entries.get(upper)?, entries.get(upper + 1)?);
        let between = one.end()..lines::start(file, next.start).max(one.end());
        Some(file[between].lines().skip(1).filter(|line| line.trim().is_empty()).count())
    };
    let above = below(at.saturating_sub(2)).unwrap_or(0);
    at.checked_sub(1).and_then(below).map_or(above, |here| above.min(here))
}
