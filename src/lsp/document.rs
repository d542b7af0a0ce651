//! A text that is open in an editor: as the editor has it, and as it is read. It must not know where it lies.

use std::ops::Range;
use std::sync::Arc;

use serde_json::{Value, json};

use crate::source::Source;

use super::position::Encoding;
use super::wire::HALF;

/// What some editors leave at the start of a text.
const MARK: char = '\u{feff}';

/// An open text.
pub(super) struct Document {
    /// The address by which the editor knows it.
    pub uri: String,
    pub version: Option<i64>,
    /// Whether its file was taken away while nothing was typed in it: some editors close such a text late, or never.
    pub is_gone: bool,
    /// With its ends of lines and its mark.
    raw: String,
    pub source: Arc<Source>,
}

impl Document {
    pub(super) fn new(uri: &str, version: Option<i64>, text: &str) -> Self {
        let source = Arc::new(Source::new(uri, text));
        Self { uri: uri.to_owned(), version, is_gone: false, raw: text.to_owned(), source }
    }

    /// The same as the file of a book at this path from its root.
    pub(super) fn named(mut self, path: &str) -> Self {
        self.source = Arc::new(Source::new(path, &self.raw));
        self
    }

    /// Takes changes in their order: each a range with its new text, or a whole text.
    pub(super) fn change(&mut self, changes: &[Value], encoding: Encoding) {
        self.is_gone = false;
        for change in changes {
            let Some(text) = change["text"].as_str() else { continue };
            let range = &change["range"];
            if range.is_null() {
                text.clone_into(&mut self.raw);
                continue;
            }
            let [start, end] = ["start", "end"].map(|end| encoding.around(&self.raw, &range[end]));
            // Half a letter that stays counts as much as one that an editor sends.
            let half = |cut: &Range<usize>| if cut.is_empty() { "" } else { HALF };
            let text = [half(&start), text, half(&end)].concat();
            self.raw.replace_range(start.start..end.end.max(start.start), &text);
        }
        self.source = Arc::new(Source::new(self.source.path(), &self.raw));
    }

    /// Where a place of the editor is in what is read.
    pub(super) fn offset(&self, place: &Value, encoding: Encoding) -> usize {
        if place["line"].as_u64() != Some(0) || !self.has_mark() {
            return encoding.offset(self.source.text(), place);
        }
        let before = place["character"].as_u64().unwrap_or_default();
        let before = before.saturating_sub(mark_length(encoding));
        encoding.offset(self.source.text(), &json!({"line": 0, "character": before}))
    }

    /// Where some bytes of what is read are in the editor.
    pub(super) fn range(&self, range: Range<usize>, encoding: Encoding) -> Value {
        let mut range = encoding.range(&self.source, range);
        if self.has_mark() {
            for end in ["start", "end"] {
                let place = &mut range[end];
                if place["line"] == 0 {
                    let before = place["character"].as_u64().unwrap_or_default();
                    place["character"] = json!(before + mark_length(encoding));
                }
            }
        }
        range
    }

    /// A text with lines that end as those of the document do.
    pub(super) fn with_its_ends(&self, text: &str) -> String {
        if self.raw.contains("\r\n") { text.replace('\n', "\r\n") } else { text.to_owned() }
    }

    fn has_mark(&self) -> bool {
        self.raw.starts_with(MARK)
    }
}

fn mark_length(encoding: Encoding) -> u64 {
    match encoding {
        Encoding::Utf16 => 1,
        Encoding::Utf8 => 3,
    }
}
