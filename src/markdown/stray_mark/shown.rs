//! What readers see of a block, byte for byte where it was written: it grows with what the parser finds.

use std::ops::Range;

use super::block::{HIDDEN, MARGIN};

/// The block at hand, from `base` of the text on.
#[derive(Default)]
pub(super) struct Shown {
    pub words: String,
    pub base: usize,
}

impl Shown {
    /// Words that are shown, as far as they stand in the text as they are.
    pub(super) fn hear(&mut self, text: &str, words: &str, range: &Range<usize>) {
        let is_gap = self.words.is_empty() || self.at() < range.start;
        let is_escaped = is_gap && text[..range.start].ends_with('\\');
        self.pass(range.start - usize::from(is_escaped));
        self.fill(range.start, HIDDEN);
        let is_as_written = text.get(range.clone()) == Some(words);
        if !is_as_written || self.at() != range.start {
            return self.fill(range.end, HIDDEN);
        }
        let first = words.chars().next().filter(|_| is_escaped).map_or(0, char::len_utf8);
        self.fill(range.start + first, HIDDEN);
        self.words.push_str(&words[first..]);
    }

    /// Up to where the block at hand was read.
    pub(super) fn at(&self) -> usize {
        self.base + self.words.len()
    }

    /// Passes over what is not shown.
    pub(super) fn pass(&mut self, to: usize) {
        if self.words.is_empty() {
            self.base = to;
        }
        let is_margin = self.words.is_empty() || self.words.ends_with('\n');
        self.fill(to, if is_margin { MARGIN } else { HIDDEN });
    }

    pub(super) fn fill(&mut self, to: usize, sign: char) {
        let length = to.saturating_sub(self.at());
        if length > 0 {
            self.words.extend(std::iter::repeat_n(sign, length));
        }
    }

    /// A line ends.
    pub(super) fn end_line(&mut self, at: usize) {
        self.pass(at);
        if self.at() == at {
            self.words.push('\n');
        }
    }
}
