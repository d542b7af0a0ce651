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

/// Which kinds of signs are among the words: most blocks hold none, which is seen at one look.
#[derive(Clone, Copy)]
pub(super) struct Signs(u8);

/// A kind of signs, by its bit.
#[derive(Clone, Copy)]
#[repr(u8)]
pub(super) enum Sign {
    Bracket = 1,
    /// A star, an underscore, a tilde or a backtick.
    Delimiter = 1 << 1,
    Brace = 1 << 2,
    Colon = 1 << 3,
    Ampersand = 1 << 4,
    Bar = 1 << 5,
    /// The first byte of `【`, and of other signs.
    Lenticular = 1 << 6,
}

/// For each byte the kind of sign that it is.
const KINDS: [u8; 256] = {
    let signs: [(&[u8], Sign); 7] = [
        (b"[]", Sign::Bracket),
        (b"*_~`", Sign::Delimiter),
        (b"{", Sign::Brace),
        (b":", Sign::Colon),
        (b"&", Sign::Ampersand),
        (b"|", Sign::Bar),
        (b"\xe3", Sign::Lenticular),
    ];
    let mut kinds = [0; 256];
    let mut kind = 0;
    while kind < signs.len() {
        let (bytes, sign) = signs[kind];
        let mut at = 0;
        while at < bytes.len() {
            kinds[bytes[at] as usize] = sign as u8;
            at += 1;
        }
        kind += 1;
    }
    kinds
};

impl Signs {
    pub(super) fn of(words: &str) -> Self {
        Self(words.bytes().fold(0, |found, byte| found | KINDS[usize::from(byte)]))
    }

    pub(super) fn has(self, sign: Sign) -> bool {
        self.0 & sign as u8 != 0
    }
}

/// How far from a mark its other end is looked for, in bytes, so that no text takes long.
pub(super) const WINDOW: usize = 200;

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
