//! Tables with headers that say what they head, and no inline style.

use pulldown_cmark::Alignment;

use super::entities::escape;

/// The table that is being read.
#[derive(Default)]
pub(super) struct Table {
    columns: Vec<Alignment>,
    column: usize,
    in_head: bool,
    /// What heads each column, in plain words.
    labels: Vec<String>,
}

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

    /// Takes words of a head down.
    pub(super) fn hear(&mut self, words: &str) {
        if self.in_head
            && let Some(label) = self.labels.last_mut()
        {
            label.push_str(words);
        }
    }

    /// A cell says its label, for a screen that has no room for columns.
    pub(super) fn begin_cell(&mut self) -> String {
        let class = match self.columns.get(self.column) {
            Some(Alignment::Right) => " class=\"right\"",
            Some(Alignment::Center) => " class=\"center\"",
            _ => "",
        };
        if self.in_head {
            self.labels.push(String::new());
            return format!("<th scope=\"col\"{class}>");
        }
        match self.labels.get(self.column).map(|label| label.trim()) {
            None | Some("") => format!("<td{class}>"),
            Some(label) => format!("<td{class} data-label=\"{}\">", escape(label)),
        }
    }

    pub(super) fn end_cell(&mut self) -> &'static str {
        self.column += 1;
        if self.in_head { "</th>" } else { "</td>" }
    }
}

/// What ends a row, and the whole.
pub(super) const END_ROW: &str = "</tr>\n";
pub(super) const END: &str = "</tbody></table></div>\n";
