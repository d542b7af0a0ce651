//! A guide: front matter between two lines `---`, whose keys are here, then Markdown.

use std::ops::Range;
use std::sync::Arc;

use crate::diagnostic::Noted;
use crate::diagnostic::rules::invalid_yaml::invalid_yaml;
use crate::diagnostic::rules::stray_mark::stray_mark;
use crate::markdown::{Extent, Html, Writing, read};
use crate::model::{Body, Entry, Guide, Kind};
use crate::schema::{Ids, Key, Map};
use crate::source::{Source, Span, Spanned};
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
        Err(Fault { at, message, help }) => {
            reader.notes.push(invalid_yaml(Span::new(source, at), message, Some(&help)));
            return None;
        }
    };
    let text = &source.text()[body.clone()];
    reader.title = title_heading(text, body.start > 0).map(|(title, at)| {
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
        if let Some(fence) = fenced(text) {
            let help = "take the line out, and the last one with it".to_owned();
            let message = "the whole text is shown as code".to_owned();
            keys.note(stray_mark(place(fence), message, help, None));
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
}

/// Where the front matter of a guide stands, without the lines `---`, and where its text; `None` where it has none.
#[must_use]
pub fn front_matter(text: &str) -> Option<(Range<usize>, Range<usize>)> {
    split(text).ok().filter(|(_, body)| body.start > 0)
}

/// Whether a guide has no front matter, and its heading is its title.
pub(super) fn is_headed(text: &str) -> bool {
    split(text).is_ok_and(|(_, body)| body.start == 0)
}

/// Where the front matter and the body stand.
fn split(text: &str) -> Result<(Range<usize>, Range<usize>), Fault> {
    let first = text.lines().next().unwrap_or_default();
    let fault = |message, help: &str| Fault { at: 0..first.len(), message, help: help.to_owned() };
    if first.trim_end() != "---" {
        let begins = text.trim_start();
        if first.trim().is_empty() && begins.starts_with("---\n") {
            let help = "take out what stands above the first line `---`, empty lines too";
            return Err(fault("a guide starts with its front matter", help));
        }
        if let Some(above) = text.find("\n---\ntitle:")
            && headings(&text[..above]).next().is_none()
        {
            let help = match fenced(text) {
                Some(_) => "take out what stands above the first line `---`, and the last line too",
                None => "take out what stands above the first line `---`",
            };
            return Err(fault("a guide starts with its front matter", help));
        }
        let opens = begins.lines().next().unwrap_or_default().trim_end();
        let is_json = opens == "{" || opens.starts_with("{\"") && opens.ends_with('}');
        if opens == "+++" || is_json {
            let help = "start the file with a line `---`, a line `title: Your title`, and another line `---`";
            return Err(fault("a guide starts with its front matter", help));
        }
        if first
            .split_once(':')
            .is_some_and(|(key, _)| KEYS.all().any(|own| own.name == key.trim_end()))
        {
            let help = "put a line `---` above the keys, and another one below them";
            return Err(fault("keys of a guide stand between two lines `---`", help));
        }
        if title_heading(text, false).is_none() {
            let help = "start the file with its title, as in `# Your title`";
            return Err(fault("a guide has a title", help));
        }
        return Ok((0..0, 0..text.len()));
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
    Err(fault("the front matter is opened here and never closed", help))
}

/// The first line of a text that stands in a box of Markdown as a whole, as it comes when it is copied from a chat.
fn fenced(text: &str) -> Option<Range<usize>> {
    let inside = text.trim();
    let first = inside.lines().next()?;
    let name = first.trim_start_matches('`');
    let fence = &first[..first.len() - name.len()];
    if fence.len() < 3 || !matches!(name.trim(), "markdown" | "md") {
        return None;
    }
    // A box with the name of its language begins within another one; one without a name ends it.
    let mut depth = 0;
    for line in inside.lines() {
        match line.strip_prefix(fence) {
            _ if depth == 0 && line != first => return None,
            Some(rest) if rest.trim().is_empty() => depth -= 1,
            Some(_) => depth += 1,
            None => {}
        }
    }
    let start = text.len() - text.trim_start().len();
    (depth == 0).then_some(start..start + first.len())
}

/// A heading: its words, where its line stands, and its level.
struct Headline<'t> {
    words: &'t str,
    at: Range<usize>,
    level: usize,
}

/// The heading that stands in for a title: the first of the first level, or of any with which a file without front matter begins.
fn title_heading(text: &str, has_front_matter: bool) -> Option<(String, Range<usize>)> {
    let begins =
        |heading: &Headline<'_>| !has_front_matter && text[..heading.at.start].trim().is_empty();
    let title = headings(text).find(|heading| heading.level == 1 || begins(heading))?;
    plain(&title)
}

/// The headings of a text that stand in no box of code.
fn headings(text: &str) -> impl Iterator<Item = Headline<'_>> {
    let mut fence: Option<&str> = None;
    let mut before = (0..0, "");
    let mut start = 0;
    text.split_inclusive('\n').filter_map(move |whole| {
        let (line, from) = (whole.trim_end(), start);
        start += whole.len();
        let mark = ["```", "~~~"].into_iter().find(|mark| line.trim_start().starts_with(mark));
        match (fence, mark) {
            (None, Some(_)) => fence = mark,
            (Some(open), Some(mark)) if open == mark => fence = None,
            _ => {}
        }
        let (upper, over) = std::mem::replace(&mut before, (from..from + line.len(), line));
        if fence.is_some() {
            return None;
        }
        if is_underline(line) && !over.is_empty() {
            return Some(Headline { words: over, at: upper, level: 1 });
        }
        let (words, level) = heading(line)?;
        Some(Headline { words, at: from..from + line.len(), level })
    })
}

/// The words of a heading as they are read, and where it stands.
fn plain(heading: &Headline<'_>) -> Option<(String, Range<usize>)> {
    let source = Arc::new(Source::new("", heading.words));
    let place = |range: Range<usize>| Span::new(&source, range);
    let writing = Writing {
        text: heading.words,
        extent: Extent::Inline,
        html: Html::Clean,
        prefix: "",
        title: None,
        place: &place,
    };
    let title = read(&writing).value.plain();
    (!title.is_empty()).then(|| (title, heading.at.clone()))
}

/// Whether it makes a heading of the line above.
fn is_underline(line: &str) -> bool {
    let line = line.trim_end();
    line.len() > 2 && line.bytes().all(|byte| byte == b'=')
}

/// The words of a heading, and its level.
fn heading(line: &str) -> Option<(&str, usize)> {
    let level = line.len() - line.trim_start_matches('#').len();
    let words = line.get(level..).filter(|_| (1..=6).contains(&level))?.strip_prefix(' ')?.trim();
    let words = words.trim_end_matches('#');
    let words = words
        .rsplit_once(" {")
        .filter(|(_, id)| id.ends_with('}'))
        .map_or(words, |(words, _)| words);
    (!words.trim().is_empty()).then(|| (words.trim(), level))
}
