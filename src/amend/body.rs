//! The text of a guide, below its front matter. It must not know Markdown.

use std::ops::Range;

use super::text::Cut;

/// Writes a text in the place of another, in the smallest range that is not the same, and gives the text as it will be.
/// Ends of lines behind the last line stay as they were.
pub(super) fn write(file: &str, body: &Range<usize>, text: &str) -> (Cut, String) {
    let old = &file[body.clone()];
    let ends = &old[old.trim_end_matches('\n').len()..];
    let ends = if old.is_empty() { "\n" } else { ends };
    let new = format!("{}{ends}", text.trim_end_matches('\n'));
    let pairs = old.bytes().zip(new.bytes());
    let start = pairs.take_while(|(one, other)| one == other).count();
    let start = old.floor_char_boundary(start).min(new.floor_char_boundary(start));
    let pairs = old[start..].bytes().rev().zip(new[start..].bytes().rev());
    let end = pairs.take_while(|(one, other)| one == other).count();
    let end = (0..=end)
        .rev()
        .find(|end| old.is_char_boundary(old.len() - end) && new.is_char_boundary(new.len() - end));
    let end = end.unwrap_or_default();
    let range = body.start + start..body.end - end;
    ((range, new[start..new.len() - end].to_owned()), new)
}
