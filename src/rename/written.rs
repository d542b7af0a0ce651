//! Where a name stands in a text, however its letters are written. It must not know what is named.

use std::ops::Range;

use crate::markdown::composed;

/// The place of a name in this part of a text: as it is, or with its letters in parts, where nothing but quotes is
/// round it.
pub(super) fn written(text: &str, part: Range<usize>, name: &str) -> Option<Range<usize>> {
    let around = text.get(part.clone())?;
    if let Some(at) = around.find(name) {
        return Some(part.start + at..part.start + at + name.len());
    }
    let quotes = ['"', '\''];
    let start = part.start + around.len() - around.trim_start_matches(quotes).len();
    let inside = around.trim_matches(quotes);
    (composed(inside) == name).then(|| start..start + inside.len())
}
