//! A block of a text as readers see it, byte for byte where it was written, and what is found in it.

use std::ops::Range;

/// Stands for a byte that is not shown, or was meant as it is: code, an address, a letter behind `\`.
pub(super) const HIDDEN: char = '\u{1}';

/// Stands for the mark of something slanted.
pub(super) const SLANT: char = '\u{2}';

/// Stands for what is in front of a line: `> `, or the indentation of a list.
pub(super) const MARGIN: char = '\u{3}';

/// Where words stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// In a text that is one line, and has no blocks.
    Line,
    Paragraph,
    /// At the beginning of an item of a list.
    Item,
    Heading,
    Cell,
}

/// The words of a paragraph, an item, a heading or a cell.
pub(super) struct Block<'b> {
    /// As long as the source: letters that are shown, and for each other byte one of the signs above.
    pub words: &'b str,
    pub source: &'b str,
    pub place: Place,
    pub signs: Signs,
    pub lines: &'b [Line<'b>],
}

/// Which signs are among the words: most blocks hold none, which is seen at once.
#[derive(Clone, Copy, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is asked for by itself")]
pub(super) struct Signs {
    pub brackets: bool,
    /// Stars, underscores, tildes and backticks.
    pub delimiters: bool,
    pub braces: bool,
    pub colons: bool,
    pub ampersands: bool,
    pub bars: bool,
}

impl Signs {
    pub(super) fn of(words: &str) -> Self {
        let has = |signs: &[u8]| words.bytes().any(|byte| signs.contains(&byte));
        if !may_hold(words) {
            return Self::default();
        }
        Self {
            brackets: has(b"[]"),
            delimiters: has(b"*_~`"),
            braces: has(b"{"),
            colons: has(b":"),
            ampersands: has(b"&"),
            bars: has(b"|"),
        }
    }
}

/// Whether any of the signs is among the words.
fn may_hold(words: &str) -> bool {
    // Every byte is looked at, whatever was found before: so the machine looks at many at a time.
    words.bytes().fold(false, |found, byte| {
        found | matches!(byte, b'[' | b']' | b'*' | b'_' | b'~' | b'`' | b'{' | b':' | b'&' | b'|')
    })
}

/// A line of a block, without what is in front of it.
#[derive(Clone, Copy)]
pub(super) struct Line<'b> {
    pub at: usize,
    pub words: &'b str,
}

/// A mark that Markdown does not read as it was meant.
pub(super) struct Stray {
    pub at: Range<usize>,
    pub message: String,
    pub help: String,
    /// What `check --fix` puts in the place of what.
    pub fix: Option<(Range<usize>, String)>,
}

impl Block<'_> {
    /// Whether a line begins at this place.
    pub(super) fn begins_line(&self, at: usize) -> bool {
        let before = self.words[..at].trim_end_matches([MARGIN, ' ']);
        before.is_empty() || before.ends_with('\n')
    }

    /// What was written there, as a message shows it.
    pub(super) fn quote(&self, at: &Range<usize>) -> String {
        const MOST: usize = 60;
        let written = self.source[at.clone()].trim();
        let line = written.lines().next().unwrap_or_default();
        let short = &line[..line.floor_char_boundary(MOST)];
        if short.len() < written.len() {
            format!("{}…", short.trim_end())
        } else {
            short.to_owned()
        }
    }

    /// A mark that readers see.
    pub(super) fn shown(&self, at: Range<usize>, help: impl Into<String>) -> Stray {
        let message = format!("`{}` is shown as it was typed", self.quote(&at));
        Stray { at, message, help: help.into(), fix: None }
    }
}

/// The lines of a block.
pub(super) fn lines(words: &str) -> Vec<Line<'_>> {
    let mut from = 0;
    let lines = words.split('\n').map(|line| {
        let words = line.trim_start_matches([MARGIN, ' ']);
        let at = from + line.len() - words.len();
        from += line.len() + 1;
        Line { at, words }
    });
    lines.collect()
}

impl Line<'_> {
    /// Where a part of it stands in its block, from its beginning.
    pub(super) fn to(&self, length: usize) -> Range<usize> {
        self.at..self.at + length
    }

    pub(super) fn whole(&self) -> Range<usize> {
        self.to(self.words.trim_end().len())
    }
}
