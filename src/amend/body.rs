//! The text of a guide, below its front matter. It must not know Markdown.

use std::ops::Range;

use crate::edit::difference;

use super::text::Cut;

/// Writes a text in the place of another, in the smallest range that is not the same, and gives the text as it will be.
/// Ends of lines behind the last line stay as they were.
pub(super) fn write(file: &str, body: &Range<usize>, text: &str) -> (Cut, String) {
    let old = &file[body.clone()];
    let ends = &old[old.trim_end_matches('\n').len()..];
    let ends = if old.is_empty() { "\n" } else { ends };
    let new = format!("{}{ends}", text.trim_end_matches('\n'));
    let ((start, end), put) = difference(old, &new);
    let range = body.start + start..body.start + end;
    ((range, put.to_owned()), new)
}
