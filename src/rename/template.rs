//! What a template was called before: readers' copies are found by it.

use crate::model::Template;
use crate::source::Source;

use super::{Edit, Way};

/// The edit that keeps the old name. A name that comes back is no old name any more.
pub fn edits(source: &Source, template: &Template, way: &Way<'_>) -> Vec<Edit> {
    let (text, old, new) = (source.text(), way.old_id(), way.new_id());
    if let Some(back) = template.was.iter().find(|was| was.value == new) {
        return vec![Edit { range: back.span.range(), text: old.to_owned() }];
    }
    let (Some(first), Some(last)) = (template.was.first(), template.was.last()) else {
        return vec![Edit { range: after_first_key(text), text: format!("was: {old}\n") }];
    };
    let line = text[..first.span.range().start].rfind('\n').map_or(0, |at| at + 1);
    let before = &text[line..first.span.range().start];
    let end = last.span.range().end;
    if before.trim_start().starts_with('-') {
        return vec![Edit { range: end..end, text: format!("\n{before}{old}") }];
    }
    if before.contains('[') || before.trim().is_empty() {
        return vec![Edit { range: end..end, text: format!(", {old}") }];
    }
    let one = first.span.range();
    let written = &text[one.clone()];
    vec![Edit { text: format!("[{written}, {old}]"), range: one }]
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
