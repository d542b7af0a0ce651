//! The lines of YAML as far as they can be told apart by their columns alone, so that a place is known also in a text that
//! cannot be read at this moment. It must not know which keys there are.

use std::ops::Range;

use crate::amend::Step;

/// One line.
pub(super) struct Line {
    pub start: usize,
    pub end: usize,
    /// The columns of the dashes that it begins with.
    pub dashes: Vec<usize>,
    /// The column of what stands behind them; of an empty line, of its end.
    pub column: usize,
    /// Where that begins.
    pub content: usize,
    pub key: Option<Key>,
    /// Nothing but a comment, or nothing at all.
    pub is_blank: bool,
    /// A line of a text below a `|` or `>`.
    pub is_text: bool,
}

/// A key, and where its value begins.
pub(super) struct Key {
    pub name: String,
    pub range: Range<usize>,
    /// Right behind the colon.
    pub behind: usize,
}

/// A step on the way to a place, with the keys of the group that an item is.
pub(super) type Way = Vec<(Step, Vec<String>)>;

/// The lines of a part of a text.
pub(super) struct Lines<'t> {
    text: &'t str,
    pub all: Vec<Line>,
}

impl<'t> Lines<'t> {
    pub(super) fn of(text: &'t str, part: Range<usize>) -> Self {
        let mut start = part.start;
        let mut all: Vec<Line> = Vec::new();
        // The column of the key or dash below which a text stands.
        let mut block: Option<usize> = None;
        for words in text[part].split_inclusive('\n') {
            let end = start + words.trim_end_matches('\n').len();
            let mut line = line(text, start..end);
            let is_deeper = |column: usize| line.column > column || line.content == end;
            if block.is_some_and(is_deeper) {
                line.is_text = true;
            } else {
                block = opens_block(text, &line);
            }
            all.push(line);
            start += words.len();
        }
        if all.last().is_none_or(|last| text[last.start..].ends_with('\n')) {
            all.push(line(text, start..start));
        }
        Self { text, all }
    }

    /// The number of the line in which a place is.
    pub(super) fn at(&self, offset: usize) -> usize {
        self.all.partition_point(|line| line.start <= offset).saturating_sub(1)
    }

    /// The steps that lead to the group in which a line stands, or to its value; and the keys of that group.
    pub(super) fn way(&self, number: usize, column: usize) -> (Way, Vec<String>) {
        let line = &self.all[number];
        let group = self.names(number, column);
        let mut names = group.clone();
        let mut way = Way::new();
        let mut limit = column;
        let mut is_dash = false;
        for dash in line.dashes.iter().rev().filter(|dash| **dash < column) {
            way.push((Step::Item(0), std::mem::take(&mut names)));
            (limit, is_dash) = (*dash, true);
        }
        for (at, line) in self.all[..number].iter().enumerate().rev() {
            if line.is_blank || line.is_text {
                continue;
            }
            let is_beside = is_dash && line.column == limit && !line.dashes.contains(&limit);
            if let Some(key) = line.key.as_ref().filter(|_| line.column < limit || is_beside) {
                way.push((Step::Key(key.name.clone()), Vec::new()));
                names = self.names(at, line.column);
                (limit, is_dash) = (line.column, false);
            }
            for dash in line.dashes.iter().rev() {
                if *dash < limit {
                    way.push((Step::Item(0), std::mem::take(&mut names)));
                    (limit, is_dash) = (*dash, true);
                }
            }
        }
        way.reverse();
        (way, group)
    }

    /// The line of the key below which a line of a text stands.
    pub(super) fn opener(&self, number: usize) -> usize {
        let mut above = self.all[..number].iter().enumerate().rev();
        above.find(|(_, line)| !line.is_text && !line.is_blank).map_or(0, |(at, _)| at)
    }

    /// The keys of the group in a column to which a line belongs.
    fn names(&self, number: usize, column: usize) -> Vec<String> {
        let own = &self.all[number];
        let mut names: Vec<String> = own
            .key
            .iter()
            .filter(|_| own.column == column && !own.is_text)
            .map(|key| key.name.clone())
            .collect();
        let is_first = |line: &Line| line.dashes.iter().any(|dash| *dash < column);
        let is_skipped = |line: &&Line| !line.is_blank && !line.is_text;
        if !is_first(own) {
            for line in self.all[..number].iter().rev().filter(is_skipped) {
                if line.column < column {
                    break;
                }
                if line.column == column && line.dashes.iter().all(|dash| *dash < column) {
                    names.extend(line.key.as_ref().map(|key| key.name.clone()));
                }
                if is_first(line) {
                    break;
                }
            }
        }
        for line in self.all[number + 1..].iter().filter(is_skipped) {
            if line.column < column || is_first(line) {
                break;
            }
            if line.column == column && line.dashes.is_empty() {
                names.extend(line.key.as_ref().map(|key| key.name.clone()));
            }
        }
        names
    }

    /// Where the value of a line stands: behind its key, or behind its dashes; without a comment and the spaces round it.
    pub(super) fn value(&self, number: usize) -> Range<usize> {
        let line = &self.all[number];
        let from = line.key.as_ref().map_or(line.content, |key| key.behind);
        let words = &self.text[from..line.end];
        let start = from + words.len() - words.trim_start().len();
        let words = &self.text[start..line.end];
        let end = words.find(" #").unwrap_or(words.len());
        start..start + words[..end].trim_end().len()
    }
}

fn line(text: &str, range: Range<usize>) -> Line {
    let Range { start, end } = range;
    let bytes = text.as_bytes();
    let mut at = start;
    let mut dashes = Vec::new();
    loop {
        while at < end && bytes[at] == b' ' {
            at += 1;
        }
        let is_dash = at < end && bytes[at] == b'-' && (at + 1 == end || bytes[at + 1] == b' ');
        if !is_dash {
            break;
        }
        dashes.push(at - start);
        at += 1;
    }
    let words = &text[at..end];
    let is_blank = (words.trim().is_empty() && dashes.is_empty()) || words.starts_with('#');
    let key = if is_blank { None } else { key(words, at) };
    Line { start, end, dashes, column: at - start, content: at, key, is_blank, is_text: false }
}

/// The key with which these words begin.
fn key(words: &str, at: usize) -> Option<Key> {
    let first = words.chars().next()?;
    let is_quoted = matches!(first, '"' | '\'');
    let from = if is_quoted { words[1..].find(first)? + 2 } else { 0 };
    if !is_quoted && matches!(first, '[' | '{' | '|' | '>' | '#' | '&' | '*' | '!') {
        return None;
    }
    let ends = |at: &usize| words[at + 1..].is_empty() || words[at + 1..].starts_with(' ');
    let colon = words[from..].match_indices(':').map(|(at, _)| from + at).find(ends)?;
    let name = words[..colon].trim_end();
    let (start, end) = (at + usize::from(is_quoted), at + name.len() - usize::from(is_quoted));
    let name = name.trim_matches(['"', '\'']).to_owned();
    Some(Key { name, range: start..end.max(start), behind: at + colon + 1 })
}

/// The column below which a text stands, if this line begins one.
fn opens_block(text: &str, line: &Line) -> Option<usize> {
    let from = line.key.as_ref().map_or(line.content, |key| key.behind);
    let value = text[from..line.end].trim();
    let is_mark = value.starts_with(['|', '>']) && value.len() < 4;
    let column = match (&line.key, line.dashes.last()) {
        (None, Some(dash)) => *dash,
        _ => line.column,
    };
    is_mark.then_some(column)
}
