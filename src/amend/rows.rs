//! A list in brackets, one item a line, each with its comments. It must not know what changes in it.

use std::ops::Range;

use super::lines;
use super::spot::Spot;
use super::text::{Cut, INDENT};

/// The items of a list in brackets as lines.
pub(super) struct Rows<'t> {
    pub items: Vec<Row<'t>>,
    /// What is between the brackets.
    range: Range<usize>,
    /// The comment behind the first bracket, and those below the last item.
    head: &'t str,
    tail: Vec<&'t str>,
    margin: String,
    /// What stands before the last bracket on its line.
    closing: String,
    /// Whether a comma stands behind the last item.
    is_ended: bool,
}

/// An item with its comments.
pub(super) struct Row<'t> {
    /// The lines above it; those without anything are blank lines.
    above: Vec<&'t str>,
    item: String,
    /// The comment behind it, with the white space before it.
    behind: &'t str,
}

impl Row<'_> {
    pub(super) fn new(item: String) -> Self {
        Self { above: Vec::new(), item, behind: "" }
    }
}

/// What stands between two items, or at one of the ends.
struct Gap<'t> {
    has_comma: bool,
    behind: &'t str,
    lines: Vec<&'t str>,
}

impl<'t> Rows<'t> {
    /// Takes a list in brackets as lines, where it is written so or has comments, which one line has no room for.
    pub(super) fn of(list: &Spot<'t>) -> Option<Self> {
        let file = list.text();
        let items = list.items().filter(|items| list.node.is_in_brackets() && !items.is_empty())?;
        let whole = list.node.span.range();
        let range = whole.start + 1..whole.end - 1;
        let ends = [range.start].into_iter().chain(items.iter().map(Spot::end));
        let starts = items.iter().map(|item| item.start).chain([range.end]);
        let gaps: Vec<Gap<'t>> =
            ends.zip(starts).map(|(from, to)| Gap::of(&file[from..to])).collect();
        let has_comment =
            |gap: &Gap<'_>| !gap.behind.is_empty() || gap.lines.iter().any(|line| !line.is_empty());
        let is_own = |at: usize| lines::is_first(file, at);
        let are_own = items.iter().all(|item| is_own(item.start)) && is_own(range.end);
        if !are_own && !gaps.iter().any(has_comment) {
            return None;
        }
        let first = items.iter().map(|item| item.start).find(|at| is_own(*at));
        let margin = first.map_or(list.column + INDENT, |at| lines::column(file, at));
        let closing = if is_own(range.end) { lines::column(file, range.end) } else { list.column };
        let is_ended = gaps.last().is_some_and(|gap| gap.has_comma);
        let mut gaps = gaps.into_iter();
        let Gap { behind: head, lines: mut above, .. } = gaps.next()?;
        let mut rows = Vec::new();
        for (item, gap) in items.iter().zip(gaps) {
            let item = file[item.start..item.end()].to_owned();
            let next = std::mem::replace(&mut above, gap.lines);
            rows.push(Row { above: next, item, behind: gap.behind });
        }
        let (margin, closing) = (" ".repeat(margin), " ".repeat(closing));
        Some(Self { items: rows, range, head, tail: above, margin, closing, is_ended })
    }

    /// Writes the list anew.
    pub(super) fn write(self) -> Cut {
        let mut written = self.head.to_owned();
        let mut line = |margin: &str, parts: [&str; 3]| {
            written.push('\n');
            if !parts[0].is_empty() {
                written.push_str(margin);
            }
            written.extend(parts);
        };
        let last = self.items.len().saturating_sub(1);
        for (at, row) in self.items.iter().enumerate() {
            row.above.iter().for_each(|above| line(&self.margin, [above, "", ""]));
            let comma = if at < last || self.is_ended { "," } else { "" };
            line(&self.margin, [&row.item, comma, row.behind]);
        }
        self.tail.iter().for_each(|below| line(&self.margin, [below, "", ""]));
        written.push('\n');
        written.push_str(&self.closing);
        (self.range, written)
    }
}

impl<'t> Gap<'t> {
    fn of(text: &'t str) -> Self {
        let mut gap = Self { has_comma: false, behind: "", lines: Vec::new() };
        let count = text.split('\n').count();
        for (at, line) in text.split('\n').enumerate() {
            let words = line.trim();
            let (is_comma, words) = match words.strip_prefix(',') {
                Some(rest) => (true, rest.trim_start()),
                None => (false, words),
            };
            gap.has_comma |= is_comma;
            // Of the last line only what comes next has a place; and one with a comma alone says nothing.
            let says_nothing = words.is_empty() && (is_comma || at + 1 == count);
            match at {
                0 => {
                    let from = line.find('#').unwrap_or(line.len());
                    let space = line[..from].trim_end_matches([' ', '\t']).len();
                    gap.behind = if from < line.len() { line[space..].trim_end() } else { "" };
                }
                _ if !says_nothing => gap.lines.push(words),
                _ => {}
            }
        }
        gap
    }
}
