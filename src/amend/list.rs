//! Items of a list come and change places, each with its comments. It must not know what they mean.

use std::ops::Range;

use crate::tree::Value as Written;

use super::change::Value;
use super::declared::names_of;
use super::fresh::{Habits, Under, below_line, ends_in_lines};
use super::hand::{fill, in_brackets};
use super::lines;
use super::place::Step;
use super::rows::{Row, Rows};
use super::spot::{Language, Spot};
use super::text::{Cut, relaid};

/// Puts an item into a list, which may have nothing in it, or be a single text.
pub(super) fn insert(
    list: &Spot<'_>,
    at: usize,
    value: &Value,
    habits: &Habits,
) -> Option<Vec<Cut>> {
    if list.node.is_empty() && !matches!(list.node.value, Written::Map(_)) {
        return fill(list, &Value::List(vec![value.clone()]), habits);
    }
    if list.scalar().is_some() {
        return several(list, at, value, habits).map(|cut| vec![cut]);
    }
    let declared = list.declared?.below(&Step::Item(at), &names_of(value))?;
    let items = list.items()?;
    let file = list.text();
    if list.is_flow() {
        let written = in_brackets(list, value, &declared);
        if let Some(mut rows) = Rows::of(list) {
            rows.items.insert(at.min(items.len()), Row::new(written));
            return Some(vec![rows.write()]);
        }
        return Some(match items.get(at) {
            Some(next) => vec![(next.start..next.start, format!("{written}, "))],
            None => {
                let end = items.last()?.end();
                vec![(end..end, format!(", {written}"))]
            }
        });
    }
    let column = items.first()?.column;
    let margin = " ".repeat(column);
    let near = items.get(at).or(items.last())?;
    let under = Under { column, gap: gap(near) };
    let written = habits.write(value, &declared, under);
    let Some(next) = items.get(at) else {
        let end = lines::end(file, near.end());
        return Some(vec![below_line(file, end, &format!("\n{margin}-{written}"), value)]);
    };
    if !lines::is_first(file, next.start) {
        return Some(vec![(next.start..next.start, format!("-{written}\n{margin}"))]);
    }
    let from = at.checked_sub(1).map_or(list.behind, |before| items[before].end());
    let top = lines::with_comments(file, next.start, from);
    Some(vec![(top..top, format!("{margin}-{written}\n"))])
}

/// A single text where several may stand becomes a list, with a second one before or behind it.
fn several(list: &Spot<'_>, at: usize, value: &Value, habits: &Habits) -> Option<Cut> {
    let file = list.text();
    let declared = list.declared?.below(&Step::Item(0), &names_of(value))?;
    let (first, end) = (list.first(), list.end());
    if list.in_brackets || list.language == Language::Toml {
        let (old, new) = (&file[first..end], in_brackets(list, value, &declared));
        let both = if at == 0 { [new.as_str(), old] } else { [old, new.as_str()] };
        return Some((first..end, format!("[{}]", both.join(", "))));
    }
    let column = list.column + habits.dash();
    let margin = " ".repeat(column);
    let comment = lines::comment(file, end);
    let old = format!("\n{margin}- {}", relaid(list, column));
    let new = habits.write(value, &declared, Under { column, gap: 1 });
    let new = format!("\n{margin}-{new}");
    // What stands between the key and a text below it stays where it is.
    let above = file[list.behind..first].rfind('\n').map_or(list.behind, |end| list.behind + end);
    let range = above..end + comment.len();
    let both = if at == 0 { [new, old + comment] } else { [old + comment, new] };
    let ends = list.scalar()?.style.is_block() || ends_in_lines(value);
    let last = if range.end == file.len() && ends { "\n" } else { "" };
    Some((range, both.concat() + last))
}

/// The spaces behind the dash of an item.
fn gap(item: &Spot<'_>) -> usize {
    let behind = &item.text()[item.behind..];
    let spaces = behind.len() - behind.trim_start_matches(' ').len();
    if behind[spaces..].starts_with('\n') { 1 } else { spaces.max(1) }
}

/// Moves an item: the lines of items, each with its comments, change places, and blank lines stay where they are.
pub(super) fn shift(list: &Spot<'_>, from: usize, to: usize) -> Option<Vec<Cut>> {
    if let Some(mut rows) = Rows::of(list) {
        if from >= rows.items.len() || to >= rows.items.len() {
            return None;
        }
        let moved = rows.items.remove(from);
        rows.items.insert(to, moved);
        return Some(vec![rows.write()]);
    }
    let items = list.items()?;
    let file = list.text();
    let parts: Vec<Range<usize>> = if list.is_flow() {
        items.iter().map(|item| item.start..item.end()).collect()
    } else {
        let is_first = items.iter().all(|item| lines::is_first(file, item.start));
        let mut before = list.behind;
        let mut part = |item: &Spot<'_>| {
            let top = lines::with_comments(file, item.start, before);
            before = item.end();
            let end = lines::end(file, before);
            let own = top == lines::start(file, item.start);
            let start = match (is_first, own) {
                (true, _) => top,
                (false, true) => item.start,
                (false, false) => top + file[top..].len() - file[top..].trim_start().len(),
            };
            start..end
        };
        items.iter().map(&mut part).collect()
    };
    let mut order: Vec<usize> = (0..parts.len()).collect();
    if from >= order.len() || to >= order.len() {
        return None;
    }
    let moved = order.remove(from);
    order.insert(to, moved);
    let changed = parts.iter().zip(order).filter(|(old, new)| **old != parts[*new]);
    Some(changed.map(|(old, new)| (old.clone(), file[parts[new].clone()].to_owned())).collect())
}

/// The place of a key's or an item's sign, and where its value ends.
pub(super) struct Part {
    pub start: usize,
    pub end: usize,
}

impl Part {
    pub(super) fn of(spot: &Spot<'_>) -> Self {
        Self { start: spot.start, end: spot.end() }
    }
}

/// Takes one of several keys or items away, with the comment behind it and, of an item, those above it.
pub(super) fn take_out(group: &Spot<'_>, parts: &[Part], at: usize) -> Option<Vec<Cut>> {
    if group.is_flow() {
        return take_out_of_brackets(group.text(), parts, at);
    }
    take_lines_out(group, parts, at).map(|cut| vec![cut])
}

/// Takes one of several away with one comma; comments of the others stay.
fn take_out_of_brackets(file: &str, parts: &[Part], at: usize) -> Option<Vec<Cut>> {
    let part = parts.get(at)?;
    let cut = |range| vec![(range, String::new())];
    let has_comment = |from: usize, to: usize| file[from..to].contains('#');
    Some(match (parts.get(at + 1), at.checked_sub(1).map(|before| parts[before].end)) {
        (Some(next), _) if has_comment(part.end, next.start) => {
            let comma = lines::sign(file, part.end, &[','])? + 1;
            cut(part.start..comma + lines::comment(file, comma).len())
        }
        (Some(next), _) => cut(part.start..next.start),
        (None, Some(before)) if has_comment(before, part.start) => {
            let comma = lines::sign(file, before, &[','])?;
            [cut(comma..comma + 1), cut(part.start..part.end)].concat()
        }
        (None, Some(before)) => cut(before..part.end),
        (None, None) => cut(part.start..part.end),
    })
}

fn take_lines_out(group: &Spot<'_>, parts: &[Part], at: usize) -> Option<Cut> {
    let file = group.text();
    let part = parts.get(at)?;
    if !lines::is_first(file, part.start) {
        return Some((part.start..lines::next(file, part.end), String::new()));
    }
    let from = at.checked_sub(1).map_or(group.behind, |before| parts[before].end);
    let is_list = matches!(group.node.value, Written::List(_));
    let mut start = if is_list {
        lines::with_comments(file, part.start, from)
    } else {
        lines::start(file, part.start)
    };
    let mut end = lines::end(file, part.end);
    if !is_list {
        // Of the blank lines round a key, those above it go with it where there are some below.
        let below = &file[end..];
        let is_last = below.trim().is_empty() || below.starts_with("\n\n");
        let is_blank_above = start > from + 1 && file[..start].ends_with("\n\n");
        if is_last && is_blank_above {
            start -= 1;
        }
    }
    // The last line of a file has no line end behind it, but one before it.
    if file[end..].starts_with('\n') {
        end += 1;
    } else {
        start = start.saturating_sub(1);
    }
    Some((start..end, String::new()))
}
