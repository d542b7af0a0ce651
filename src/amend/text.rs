//! A text takes the place of another one, or of nothing. It must not know what else changes in the file.

use std::ops::Range;

use crate::tree::{Style, Text};

use super::form::Room;
use super::lines;
use super::scalar::{Block, on_one_line};
use super::spot::{Head, Spot};

/// What is taken out of a file, and what is put there.
pub(super) type Cut = (Range<usize>, String);

/// How many columns further in than its key a text stands in lines of its own.
pub(super) const INDENT: usize = 2;

/// Writes a text in the place of what stands there, in its form if that can hold it.
pub(super) fn write(spot: &Spot<'_>, text: &str) -> Cut {
    let file = spot.text();
    let (first, end) = (spot.first(), text_end(spot));
    let old = spot.scalar().map(|text| text.style).filter(|_| !spot.is_unwritten());
    let gap = &file[spot.behind.min(first)..first];
    let is_below = gap.contains('\n');
    let room = Room {
        in_brackets: spot.in_brackets,
        is_data: spot.declared.is_some_and(|declared| declared.shape.is_data()),
        // A comment between a key and its text has no place when the text begins behind the key.
        has_lines: !(is_below && gap.contains('#')),
    };
    let style = old.unwrap_or(Style::Plain);
    let form = room.form(style, style == Style::Double && writes_ends(&file[first..end]), text);
    let head = head(spot);
    if !form.is_block() {
        let comment = head.map_or("", |head| head.comment);
        // In braces a key may stand alone.
        let is_alone = spot.in_brackets && !file[..first].ends_with(':');
        let space = if is_alone { ": " } else { " " };
        let space = if spot.is_unwritten() { space } else { "" };
        return (first..end, format!("{space}{}{comment}", on_one_line(form, text)));
    }
    let block = Block {
        column: spot.column,
        indent: spot.scalar().and_then(|text| indent(text, file)).unwrap_or(spot.column + INDENT),
        strips: head.as_ref().is_some_and(|head| head.chomp == Some('-')),
        width: widest(&file[first..end]),
    };
    let (sign, text_lines) = block.write(form, text);
    let (range, space, comment) = match head {
        Some(head) => (first..end, "", head.comment),
        None => {
            let comment = lines::comment(file, end);
            // Spaces behind a text that has no lines of its own would be part of its last line.
            let rest = &file[end..lines::end(file, end)];
            let end = if rest.trim().is_empty() { end + rest.len() } else { end + comment.len() };
            let moves = is_below || old.is_none();
            let from = if moves { spot.behind } else { first };
            (from..end, if moves { " " } else { "" }, comment)
        }
    };
    let (end, blanks) = lines::wide_blanks(file, range.end, spot.column + INDENT);
    // The last line of such a text has a line end.
    let last = if end == file.len() && blanks.is_empty() { "\n" } else { "" };
    (range.start..end, format!("{space}{sign}{comment}{text_lines}{blanks}{last}"))
}

/// A text as it is written behind a dash in another column, in the form that it has.
pub(super) fn relaid(spot: &Spot<'_>, column: usize) -> String {
    let file = spot.text();
    let (first, end) = (spot.first(), spot.end());
    let Some(text) = spot.scalar().filter(|_| file[first..end].contains('\n')) else {
        return file[first..end].to_owned();
    };
    let words = text.text.trim_end_matches('\n');
    let room = Room { in_brackets: false, is_data: true, has_lines: true };
    let form = room.form(text.style, writes_ends(&file[first..end]), words);
    let head = head(spot);
    let comment = head.as_ref().map_or("", |head| head.comment);
    if !form.is_block() {
        return format!("{}{comment}", on_one_line(form, words));
    }
    let strips = head.as_ref().is_some_and(|head| head.chomp == Some('-'));
    let width = widest(&file[first..end]);
    let block = Block { column, indent: column + INDENT, strips, width };
    let (sign, lines) = block.write(form, words);
    format!("{sign}{comment}{lines}")
}

/// What stands behind the key of a text that has lines of its own.
fn head<'n>(spot: &Spot<'n>) -> Option<Head<'n>> {
    match spot.scalar()?.style {
        Style::Literal(at) | Style::Folded(at) => Some(Head::of(spot.text(), at as usize)),
        Style::Plain | Style::Single | Style::Double => None,
    }
}

fn widest(written: &str) -> usize {
    written.lines().map(|line| line.chars().count()).max().unwrap_or_default()
}

/// How far in the lines of a text stand that has lines of its own.
fn indent(text: &Text, file: &str) -> Option<usize> {
    let has_lines = text.style.is_block() && !text.text.trim().is_empty();
    has_lines.then(|| lines::column(file, text.span.range().start))
}

/// Where the text ends that is taken out; blank lines behind it are none of it, even if they were kept.
fn text_end(spot: &Spot<'_>) -> usize {
    match spot.scalar() {
        Some(text) if text.style.is_block() => spot.lines_end(text, false),
        _ => spot.end(),
    }
}

/// Whether the end of a line is written out in a text in double quotes.
fn writes_ends(written: &str) -> bool {
    let mut signs = written.chars();
    while let Some(sign) = signs.next() {
        if sign == '\\' && signs.next() == Some('n') {
            return true;
        }
    }
    false
}
