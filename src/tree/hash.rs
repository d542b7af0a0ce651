//! Words that YAML takes for a comment because a `#` comes before them.

use std::sync::Arc;

use crate::edit::Edit;
use crate::source::{Source, Span};

use super::node::{Key, Node};
use super::quote::{Reason, in_quotes, quoted};

/// Words behind a `#` where there is nothing else, so that to YAML nothing was written.
pub struct Hidden {
    /// The words and their `#`.
    pub span: Span,
    /// The words as a text.
    pub quoted: String,
    /// What makes a text of them, where that is certain.
    pub fix: Option<Edit>,
}

impl Hidden {
    /// The words behind a key that has no value.
    #[must_use]
    pub fn behind_key(key: &Key) -> Option<Self> {
        let source = key.span.source();
        let end = key.span.range().end;
        let rest = source.text()[end..].trim_start_matches(' ').strip_prefix(':')?;
        Self::at(source, source.text().len() - rest.len())
    }

    /// The words behind the dash of an item that is empty.
    #[must_use]
    pub fn behind_dash(item: &Node) -> Option<Self> {
        let source = item.span.source();
        let before = &source.text()[..item.span.range().start];
        let line = before.rfind('\n').map_or(0, |at| at + 1);
        let dash = before[line..].trim_start_matches(' ').strip_prefix('-')?;
        Self::at(source, before.len() - dash.len())
    }

    /// The words as a list, where each has a `#` of its own.
    #[must_use]
    pub fn list(&self) -> Option<String> {
        let words = self.span.source().text()[self.span.range()].split_whitespace();
        let tags: Option<Vec<&str>> = words.map(|word| word.strip_prefix('#')).collect();
        Some(format!("[{}]", tags?.join(", ")))
    }

    fn at(source: &Arc<Source>, end: usize) -> Option<Self> {
        let span = cut_off(source, end)?;
        let words = source.text()[span.range()].trim_end();
        let fix = quoted(source, span.range().start, Reason::Hash);
        Some(Self { quoted: in_quotes(words), span, fix })
    }
}

/// What follows on the line behind ` #` without a space: very likely a text that was meant to go on.
pub(super) fn cut_off(source: &Arc<Source>, end: usize) -> Option<Span> {
    let rest = &source.text()[end..];
    // Where no gap follows, the end of the line need not be looked for.
    let rest = rest.starts_with([' ', '\t']).then(|| rest.lines().next())??;
    let comment = rest.trim_start_matches([' ', '\t']);
    let words = comment.strip_prefix('#')?;
    let is_text = words.starts_with(|c: char| !c.is_whitespace() && c != '#');
    let end = end + rest.len();
    is_text.then(|| Span::new(source, end - comment.len()..end))
}
