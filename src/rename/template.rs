//! What a template was called before: readers' copies are found by it.

use std::sync::Arc;

use crate::edit::Edit;
use crate::model::Template;
use crate::source::Source;

use super::way::Way;

/// The edit that keeps the old name. A name that comes back is no old name any more.
pub(super) fn edits(source: &Arc<Source>, template: &Template, way: &Way<'_>) -> Vec<Edit> {
    let (text, old, new) = (source.text(), way.old_id(), way.new_id());
    if let Some(back) = template.was.iter().find(|was| was.value == new) {
        return vec![Edit::new(source, back.span.range(), old)];
    }
    let (Some(first), Some(last)) = (template.was.first(), template.was.last()) else {
        return vec![Edit::new(source, after_first_key(text), format!("was: {old}\n"))];
    };
    let line = text[..first.span.range().start].rfind('\n').map_or(0, |at| at + 1);
    let before = &text[line..first.span.range().start];
    let end = last.span.range().end;
    if before.trim_start().starts_with('-') {
        return vec![Edit::new(source, end..end, format!("\n{before}{old}"))];
    }
    if before.contains('[') || before.trim().is_empty() {
        return vec![Edit::new(source, end..end, format!(", {old}"))];
    }
    let one = first.span.range();
    let written = &text[one.clone()];
    vec![Edit::new(source, one, format!("[{written}, {old}]"))]
}

/// Just after the first key and what belongs to it.
fn after_first_key(text: &str) -> std::ops::Range<usize> {
    let mut at = 0;
    let mut seen = false;
    for line in text.split_inclusive('\n') {
        let is_key =
            line.starts_with(|first: char| !first.is_whitespace() && first != '#' && first != '-');
        let goes_on = line.starts_with([' ', '\t']);
        if seen && !goes_on {
            break;
        }
        seen |= is_key;
        at += line.len();
    }
    at..at
}
