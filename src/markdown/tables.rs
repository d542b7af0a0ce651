//! Tables with headers that say what they head, and no inline style.

use std::ops::Range;

use pulldown_cmark::Alignment;

use crate::diagnostic::Diagnostic;
use crate::diagnostic::rules::extra_cell::extra_cell;

use super::entities::escape;
use super::writing::Writing;

/// The table that is being read; between tables one without columns.
#[derive(Default)]
pub(super) struct Table {
    columns: Vec<Alignment>,
    column: usize,
    in_head: bool,
    /// What heads each column, in plain words.
    labels: Vec<String>,
    /// Where the tag of the cell that is read has its place.
    cell: usize,
    /// How many letters have come since the last at which a line may end, and the most there were in this cell.
    word: usize,
    longest: usize,
}

/// A word of more letters has no room in a column of a phone: it is broken at any letter.
const LONG_WORD: usize = 24;

impl Table {
    pub(super) fn begin(columns: Vec<Alignment>) -> (Self, &'static str) {
        (Self { columns, ..Self::default() }, "<div class=\"table\"><table>\n")
    }

    pub(super) fn begin_head(&mut self) -> &'static str {
        self.in_head = true;
        self.column = 0;
        "<thead><tr>"
    }

    pub(super) fn end_head(&mut self) -> &'static str {
        self.in_head = false;
        "</tr></thead>\n<tbody>\n"
    }

    pub(super) fn begin_row(&mut self) -> &'static str {
        self.column = 0;
        "<tr>"
    }

    /// Takes words of a cell down.
    pub(super) fn hear(&mut self, words: &str) {
        if self.columns.is_empty() {
            return;
        }
        if self.in_head
            && let Some(label) = self.labels.last_mut()
        {
            label.push_str(words);
        }
        for letter in words.chars() {
            let goes_on = !letter.is_whitespace() && letter != '-';
            self.word = if goes_on { self.word + 1 } else { 0 };
            self.longest = self.longest.max(self.word);
        }
    }

    /// Begins a cell whose tag will have this place.
    pub(super) fn begin_cell(&mut self, place: usize) {
        if self.in_head {
            self.labels.push(String::new());
        }
        (self.cell, self.word, self.longest) = (place, 0, 0);
    }

    /// What a row has in cells beyond the last column, where the parser sees nothing.
    pub(super) fn note_lost(
        &self,
        writing: &Writing<'_>,
        row: &str,
        start: usize,
    ) -> Option<Diagnostic> {
        let (row, columns) = (row.trim_end(), self.columns.len());
        let cells = cells(row);
        let extra = cells.get(columns..).filter(|extra| !extra.is_empty())?;
        let words = extra.iter().find(|cell| !row[(*cell).clone()].trim().is_empty())?;
        let end = extra.last()?.end;
        let lost = row[words.start..end].trim();
        let from = start + words.start + row[words.start..].find(lost).unwrap_or_default();
        let span = writing.span(from..from + lost.len());
        let escaped = without_bars(row);
        let is_meant = escaped.as_deref().is_some_and(|row| self::cells(row).len() == columns);
        let escaped = escaped.filter(|_| is_meant);
        Some(extra_cell(span, lost, (cells.len(), columns), escaped.as_deref()))
    }

    /// The tag of the cell that ends, with its place, and what closes it.
    pub(super) fn end_cell(&mut self) -> (usize, String, &'static str) {
        let (tag, close) = (self.tag(), if self.in_head { "</th>" } else { "</td>" });
        self.column += 1;
        (self.cell, tag, close)
    }

    /// A cell says its label, for a screen that has no room for columns.
    fn tag(&self) -> String {
        let side = match self.columns.get(self.column) {
            Some(Alignment::Right) => Some("right"),
            Some(Alignment::Center) => Some("center"),
            _ => None,
        };
        let unbroken = (self.longest > LONG_WORD).then_some("unbroken");
        let classes: Vec<&str> = side.into_iter().chain(unbroken).collect();
        let class = match classes.join(" ") {
            none if none.is_empty() => none,
            classes => format!(" class=\"{classes}\""),
        };
        if self.in_head {
            return format!("<th scope=\"col\"{class}>");
        }
        match self.labels.get(self.column).map(|label| label.trim()) {
            None | Some("") => format!("<td{class}>"),
            Some(label) => format!("<td{class} data-label=\"{}\">", escape(label)),
        }
    }
}

/// Where the cells of a row are. A bar parts two of them wherever it stands, also in code, unless a backslash is before
/// it.
fn cells(row: &str) -> Vec<Range<usize>> {
    let (mut cells, mut from, mut is_escaped) = (Vec::new(), 0, false);
    for (at, byte) in row.bytes().enumerate() {
        if byte == b'|' && !is_escaped {
            if at > 0 {
                cells.push(from..at);
            }
            from = at + 1;
        }
        is_escaped = byte == b'\\' && !is_escaped;
    }
    if from < row.len() {
        cells.push(from..row.len());
    }
    cells
}

/// The row with a backslash before each bar in code; nothing where there is none.
fn without_bars(row: &str) -> Option<String> {
    let mut parts = row.split('`');
    let mut escaped = parts.next()?.to_owned();
    let mut is_code = false;
    for part in parts {
        is_code = !is_code;
        escaped.push('`');
        escaped += &if is_code { part.replace('|', "\\|") } else { part.to_owned() };
    }
    (!is_code && escaped != row).then_some(escaped)
}

/// What ends a row, and the whole.
pub(super) const END_ROW: &str = "</tr>\n";
pub(super) const END: &str = "</tbody></table></div>\n";
