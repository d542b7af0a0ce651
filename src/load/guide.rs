//! A guide: front matter between two lines `---`, whose keys are here, then Markdown.

use std::ops::Range;
use std::sync::Arc;

use crate::diagnostic::Noted;
use crate::diagnostic::rules::invalid_yaml::invalid_yaml;
use crate::edit::Edit;
use crate::markdown::{Extent, Html, Writing, read};
use crate::model::{Body, Entry, Guide, Kind};
use crate::schema::{Ids, Key, Map};
use crate::source::{Source, Span, Spanned};
use crate::tree::{parse_yaml_part, scalar};

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
        Err(Fault { at, message, help, fix }) => {
            let fix = fix.map(|lines| Edit::new(source, 0..0, lines));
            reader.notes.push(invalid_yaml(Span::new(source, at), message, Some(&help)).fix(fix));
            return None;
        }
    };
    reader.title = first_heading(&source.text()[body.clone()]).map(|(title, at)| {
        Spanned::new(title, Span::new(source, body.start + at.start..body.start + at.end))
    });
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
struct Fault {
    at: Range<usize>,
    message: &'static str,
    help: String,
    /// The lines that are missing at the top, where they are known.
    fix: Option<String>,
}

/// Where the front matter of a guide stands, without the lines `---`, and where its text; `None` where it has none.
#[must_use]
pub fn front_matter(text: &str) -> Option<(Range<usize>, Range<usize>)> {
    split(text).ok()
}

/// Where the front matter and the body stand.
fn split(text: &str) -> Result<(Range<usize>, Range<usize>), Fault> {
    let first = text.lines().next().unwrap_or_default();
    let fault = |message, help: String, fix| Fault { at: 0..first.len(), message, help, fix };
    if first.trim_end() != "---" {
        let message = "a guide starts with its front matter";
        if first.trim().is_empty() && text.trim_start().starts_with("---\n") {
            let help = "take out what stands above the first line `---`, empty lines too";
            return Err(fault(message, help.to_owned(), None));
        }
        let Some((title, _)) = first_heading(text) else {
            let help = "start the file with a line `---`, a line `title: Your title`, and another line `---`";
            return Err(fault(message, help.to_owned(), None));
        };
        let lines = format!("---\ntitle: {}\n---\n", scalar(&title));
        let help = format!("start the file with these three lines:\n{}", lines.trim_end());
        return Err(fault(message, help, Some(lines + "\n")));
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
    Err(fault("the front matter is opened here and never closed", help.to_owned(), None))
}

/// The words of the one heading of the first level with which a text begins, and where it stands.
fn first_heading(text: &str) -> Option<(String, Range<usize>)> {
    let at = text.len() - text.trim_start().len();
    let mut lines = text[at..].lines();
    let line = lines.next()?.trim_end();
    let is_underlined = lines.clone().next().is_some_and(is_underline) && !line.is_empty();
    let words = if is_underlined { line } else { heading(line)? };
    let mut fence: Option<&str> = None;
    let has_another = lines.skip(usize::from(is_underlined)).any(|line| {
        let mark = ["```", "~~~"].into_iter().find(|mark| line.trim_start().starts_with(mark));
        match (fence, mark) {
            (None, Some(_)) => fence = mark,
            (Some(open), Some(mark)) if open == mark => fence = None,
            _ => {}
        }
        fence.is_none() && (heading(line).is_some() || is_underline(line))
    });
    let source = Arc::new(Source::new("", words));
    let place = |range: Range<usize>| Span::new(&source, range);
    let writing = Writing {
        text: words,
        extent: Extent::Inline,
        html: Html::Clean,
        prefix: "",
        title: None,
        place: &place,
    };
    let title = (!has_another).then(|| read(&writing).value.plain())?;
    (!title.is_empty()).then(|| (title, at..at + line.len()))
}

/// Whether it makes a heading of the line above.
fn is_underline(line: &str) -> bool {
    let line = line.trim_end();
    line.len() > 2 && line.bytes().all(|byte| byte == b'=')
}

/// The words of a heading of the first level.
fn heading(line: &str) -> Option<&str> {
    let words = line.strip_prefix("# ")?.trim();
    let words = words.trim_end_matches('#');
    let words = words
        .rsplit_once(" {")
        .filter(|(_, id)| id.ends_with('}'))
        .map_or(words, |(words, _)| words);
    (!words.trim().is_empty()).then(|| words.trim())
}
