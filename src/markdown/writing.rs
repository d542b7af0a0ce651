//! A text that is to be read, and what may stand in it.

use std::borrow::Cow;
use std::ops::Range;

use crate::source::Span;

/// What to do with raw HTML.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Html {
    /// Keep what is safe.
    #[default]
    Clean,
    /// Show it as text.
    Escape,
    /// Keep it as it is.
    Trust,
}

impl Html {
    /// All that can be done, in the order in which they are told.
    pub const ALL: [Self; 3] = [Self::Clean, Self::Escape, Self::Trust];

    /// The word for it in `book.toml`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Clean => "clean",
            Self::Escape => "escape",
            Self::Trust => "trust",
        }
    }
}

/// How much a text may hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    /// One line: emphasis, links, code; no paragraphs.
    Inline,
    /// Paragraphs, lists and the like within a page; headings from `<h3>`.
    Block,
    /// The same, as somebody says it: words of the case alone may be marked as gaps.
    Script,
    /// The body of a page: headings from `<h2>`.
    Document,
}

/// A text to be read.
pub struct Writing<'a> {
    /// The Markdown.
    pub text: &'a str,
    /// How much it may hold.
    pub extent: Extent,
    /// What is done with raw HTML in it.
    pub html: Html,
    /// Goes before the ids of headings and footnotes, so that two texts can share a page.
    pub prefix: &'a str,
    /// The title of the page whose body it is: where the first heading says the same, it is not shown twice.
    pub title: Option<&'a str>,
    /// Where a range of the text was written.
    pub place: &'a dyn Fn(Range<usize>) -> Span,
}

impl Writing<'_> {
    /// The text as it is parsed. One line gets a bracket in front and loses its breaks, so that nothing in
    /// it can begin a block; the bracket is taken out again at the end.
    pub(super) fn parsed(&self) -> Cow<'_, str> {
        match self.extent {
            Extent::Inline => {
                let line = ["(", self.text.trim_end()].concat();
                Cow::Owned(if line.contains('\n') { line.replace('\n', " ") } else { line })
            }
            Extent::Block | Extent::Script | Extent::Document => self.text.into(),
        }
    }

    /// Where all of it was written.
    pub(super) fn whole(&self) -> Span {
        (self.place)(0..self.text.trim_end().len())
    }

    /// Where a range of the parsed text was written.
    pub(super) fn span(&self, range: Range<usize>) -> Span {
        let shift = usize::from(self.extent == Extent::Inline);
        (self.place)(range.start.saturating_sub(shift)..range.end.saturating_sub(shift))
    }
}
