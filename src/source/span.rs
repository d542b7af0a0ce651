//! Where in which source something was written.

use std::fmt;
use std::ops::Range;
use std::sync::Arc;

use super::Source;

/// A range of bytes in one source. It keeps the source alive, so a diagnostic can always show its line.
#[derive(Clone)]
pub struct Span {
    source: Arc<Source>,
    start: u32,
    end: u32,
}

impl Span {
    /// A span that never lies outside its source, whatever the range says.
    #[must_use]
    pub fn new(source: &Arc<Source>, range: Range<usize>) -> Self {
        let text = source.text();
        let end = text.floor_char_boundary(range.end.min(text.len()));
        let start = text.floor_char_boundary(range.start.min(end));
        Self {
            source: Arc::clone(source),
            start: u32::try_from(start).unwrap_or(u32::MAX),
            end: u32::try_from(end).unwrap_or(u32::MAX),
        }
    }

    /// The source in which it lies.
    #[must_use]
    pub fn source(&self) -> &Arc<Source> {
        &self.source
    }

    /// The bytes from its start up to its end, both on boundaries of characters.
    #[must_use]
    pub fn range(&self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// The line and column where it starts, both from 1; columns count characters.
    #[must_use]
    pub fn line_and_column(&self) -> (usize, usize) {
        self.source.line_and_column(self.start as usize)
    }

    /// The line and column just after its last character.
    #[must_use]
    pub fn end_line_and_column(&self) -> (usize, usize) {
        self.source.line_and_column(self.end as usize)
    }
}

impl fmt::Debug for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}..{}", self.source.path(), self.start, self.end)
    }
}

/// A value and where it was written.
#[derive(Clone, Debug)]
pub struct Spanned<T> {
    /// What was written.
    pub value: T,
    /// Where it was written.
    pub span: Span,
}

impl<T> Spanned<T> {
    /// Puts a value and its place together.
    pub fn new(value: T, span: Span) -> Self {
        Self { value, span }
    }
}
