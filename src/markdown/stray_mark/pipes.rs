//! Lines with `|` that were meant as a table and are none.

use super::block::{Block, Line, Place, Sign, Stray};

pub(super) fn find(block: &Block<'_>) -> Option<Stray> {
    if !matches!(block.place, Place::Paragraph | Place::Item) || !block.signs.has(Sign::Bar) {
        return None;
    }
    let lines = block.lines;
    let first =
        lines.windows(2).position(|two| is_row(two[0]) && (is_row(two[1]) || is_rule(two[1])))?;
    let (head, second) = (lines[first], lines[first + 1]);
    let columns = cells(head).count();
    if is_rule(second) {
        let count = cells(second).count();
        let message = if count == columns {
            String::from(
                "the line below the head of this table has other signs than dashes, so there is no table",
            )
        } else {
            format!(
                "this table has {columns} columns in its head and {count} in the line of dashes below, so it is none"
            )
        };
        let help = format!("write that line as `{}`", rule(columns));
        return Some(Stray { at: second.whole(), message, help, fix: None });
    }
    let is_table = is_closed(head) && is_closed(second)
        || lines.len() >= first + 3 && is_like(lines[first + 2], columns);
    if !is_table || !is_like(second, columns) {
        return None;
    }
    let message = "these lines are no table: below its head one of dashes is missing".to_owned();
    let help = format!("put `{}` below the first line", rule(columns));
    Some(Stray { at: head.whole(), message, help, fix: None })
}

fn is_closed(line: Line<'_>) -> bool {
    let words = line.words.trim_end();
    words.len() > 1 && words.starts_with('|') && words.ends_with('|')
}

/// Whether it has cells.
fn is_row(line: Line<'_>) -> bool {
    line.words.contains('|') && !is_rule(line) && cells(line).count() > 1
}

fn is_like(line: Line<'_>, columns: usize) -> bool {
    line.words.contains('|') && cells(line).count() == columns
}

/// Whether it was meant as the line below the head.
fn is_rule(line: Line<'_>) -> bool {
    let words = line.words.trim_end();
    let dashes = |sign: char| matches!(sign, '-' | '–' | '—' | '=' | '_' | '−');
    words.contains('|')
        && words.contains(dashes)
        && words.chars().all(|sign| dashes(sign) || matches!(sign, '|' | ':' | ' ' | '+'))
}

fn cells(line: Line<'_>) -> impl Iterator<Item = &str> {
    let words = line.words.trim_end();
    let words = words.strip_prefix('|').unwrap_or(words);
    words.strip_suffix('|').unwrap_or(words).split('|')
}

fn rule(columns: usize) -> String {
    const MOST: usize = 12;
    format!("|{}", " --- |".repeat(columns.min(MOST)))
}
