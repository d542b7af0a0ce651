//! A guide: front matter between two lines `---`, then Markdown.

use std::ops::Range;

use crate::diagnostic::Noted;
use crate::diagnostic::rules::missing_field::missing_field;
use crate::markdown::Shape;
use crate::model::{Body, Entry, Guide, Kind};
use crate::source::Span;
use crate::tree::parse_yaml_part;

use super::gather::Gather;

pub fn guide(gather: &mut Gather<'_>) -> Option<Entry> {
    let source = gather.source;
    let Some((front, body)) = split(source.text()) else {
        let help =
            "start the file with a line `---`, a line `title: Your title`, and another line `---`";
        let here = Span::new(source, 0..0);
        gather.notes.push(missing_field(here, "guide", "title", "title".to_owned(), help));
        return None;
    };
    let Noted { value: root, notes } = parse_yaml_part(source, front);
    gather.notes.extend(notes);
    gather.entry(&root?, "guide", |gather, fields| {
        let related = gather.references(fields, "related", Kind::Guide);
        let place = |range: Range<usize>| {
            Span::new(source, body.start + range.start..body.start + range.end)
        };
        let text = &source.text()[body.clone()];
        let body = gather.markdown(text, Shape::Document, "", &place, fields.notes());
        Some(Body::Guide(Guide { body, related }))
    })
}

/// Where the front matter and the body stand, or `None` without front matter.
fn split(text: &str) -> Option<(Range<usize>, Range<usize>)> {
    let start = text.strip_prefix("---\n").map(|_| 4)?;
    let mut line = start;
    for words in text[start..].split_inclusive('\n') {
        if words.trim_end() == "---" {
            return Some((start..line, line + words.len()..text.len()));
        }
        line += words.len();
    }
    None
}
