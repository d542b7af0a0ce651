//! A guide: front matter between two lines `---`, whose keys are here, then Markdown.

use std::ops::Range;

use crate::diagnostic::Noted;
use crate::diagnostic::rules::invalid_yaml::invalid_yaml;
use crate::markdown::Extent;
use crate::model::{Body, Entry, Guide, Kind};
use crate::schema::{Ids, Key, Map};
use crate::source::Span;
use crate::tree::parse_yaml_part;

use super::entry::entry;
use super::entry_reader::EntryReader;
use super::head::{FOOT, SUMMARY, TITLE, TOPICS};
use super::placeholder;

pub(super) static KEYS: Map = Map::new(
    "guide",
    "The front matter of a guide, between two lines `---`. Below it stands the text, in Markdown.",
    &[&[TITLE.any(), SUMMARY.any(), TOPICS.any(), RELATED.any()], FOOT],
);

const RELATED: Key<Ids> =
    Key::ids("related", Kind::Guide, "Other guides.", "related: [weekly-rhythm]");

pub(super) fn guide(reader: &mut EntryReader<'_>) -> Option<Entry> {
    let source = reader.source;
    let (front, body) = match split(source.text()) {
        Ok(parts) => parts,
        Err((at, message, help)) => {
            reader.notes.push(invalid_yaml(Span::new(source, at), message, Some(help)));
            return None;
        }
    };
    let Noted { value: root, notes } = parse_yaml_part(source, front);
    reader.notes.extend(notes);
    entry(reader, &root?, &KEYS, |reader, keys| {
        let related = reader.references(keys, &RELATED);
        let place = |range: Range<usize>| {
            Span::new(source, body.start + range.start..body.start + range.end)
        };
        let text = &source.text()[body.clone()];
        if !reader.mentions.draft {
            placeholder::note_in(text, &String::new, &place, keys.notes());
        }
        let body = reader.markdown(text, Extent::Document, "", &place, keys.notes());
        Some(Body::Guide(Guide { body, related }))
    })
}

/// What is wrong with the front matter: where, what, and what to do.
type Fault = (Range<usize>, &'static str, &'static str);

/// Where the front matter and the body stand.
fn split(text: &str) -> Result<(Range<usize>, Range<usize>), Fault> {
    let first = text.lines().next().unwrap_or_default();
    if first.trim_end() != "---" {
        if first.trim().is_empty() && text.trim_start().starts_with("---\n") {
            let help = "take out what stands above the first line `---`, empty lines too";
            return Err((0..first.len(), "a guide starts with its front matter", help));
        }
        let help =
            "start the file with a line `---`, a line `title: Your title`, and another line `---`";
        return Err((0..first.len(), "a guide starts with its front matter", help));
    }
    let start = first.len() + 1;
    let mut line = start;
    for words in text.get(start..).unwrap_or_default().split_inclusive('\n') {
        if words.trim_end() == "---" {
            return Ok((start..line, line + words.len()..text.len()));
        }
        line += words.len();
    }
    let help = "put a line `---` between the keys and the text";
    Err((0..first.len(), "the front matter is opened here and never closed", help))
}
