//! What stands at a place of a file, or could: found by lines and columns, so that it is known while a text is half typed.

use std::ops::Range;
use std::sync::Arc;

use crate::amend::{Declared, Step};
use crate::load::{File, QUERIES, file_at, front_matter};
use crate::model::{Book, Kind};
use crate::schema::{Shape, Types};
use crate::source::Source;

use super::lines::{Lines, Way};
use super::tree::ending;

/// What stands at a place.
pub(super) struct Here {
    /// The keys and items that lead there; of a key, to the group in which it is.
    pub path: Vec<Step>,
    /// What may stand there; of a key, what its group is.
    pub declared: Option<Declared>,
    /// The kind of thing whose id stands there.
    pub ids: Option<Kind>,
    /// The types of which an item is one that is not chosen yet.
    pub types: Option<Types>,
    pub what: What,
    /// The keys of the group in which it is.
    pub names: Vec<String>,
    /// What is typed there.
    pub range: Range<usize>,
    pub language: Language,
}

/// What is written at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum What {
    Key {
        has_colon: bool,
    },
    Value(Form),
    /// Markdown in lines of its own, or the text of a guide.
    Text,
}

/// How a value stands there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// Behind a key.
    Single,
    /// As an item of a list.
    Item,
    /// In a line of its own below a key, without a dash.
    Below,
}

/// How a file is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Language {
    Yaml,
    Toml,
}

/// What a file of a book is, to an editor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sort {
    Keys(File),
    Queries,
    Wording,
    Layout,
    Other,
}

impl Sort {
    pub(super) fn of(source: &Arc<Source>, book: &Book) -> Self {
        let path = source.path();
        if let Some(file) = file_at(source, book) {
            return Self::Keys(file);
        }
        let is_of_theme = path.starts_with("themes/");
        match path {
            QUERIES => Self::Queries,
            _ if is_of_theme && path.contains("/wording/") => Self::Wording,
            _ if is_of_theme && ending(path) == "html" => Self::Layout,
            _ => Self::Other,
        }
    }
}

/// What stands at a place of a file that has keys.
pub(super) fn here(source: &Source, file: File, offset: usize) -> Here {
    let text = source.text();
    let top = Declared::file(file.map());
    match file {
        File::Book => in_toml(text, top, offset),
        File::Content(Kind::Guide) => {
            let part = keys_of_guide(text);
            if part.contains(&offset) || offset == part.end {
                return in_yaml(text, part, top, offset);
            }
            Here::text(offset, Language::Yaml)
        }
        File::Content(_) | File::Home => in_yaml(text, 0..text.len(), top, offset),
    }
}

/// Where the keys of a guide stand, also while the line below them is missing.
fn keys_of_guide(text: &str) -> Range<usize> {
    if let Some((keys, _)) = front_matter(text) {
        return keys.start..keys.end.saturating_sub(1).max(keys.start);
    }
    match text.strip_prefix("---\n") {
        Some(below) => 4..4 + below.find("\n\n").map_or(below.len(), |at| at + 1),
        None => 0..0,
    }
}

fn in_yaml(text: &str, part: Range<usize>, top: Declared, offset: usize) -> Here {
    let lines = Lines::of(text, part);
    let number = lines.at(offset);
    let line = &lines.all[number];
    let mut here = Here::text(offset, Language::Yaml);
    if line.is_text {
        let opener = lines.opener(number);
        let (way, names) = value_way(&lines, opener);
        here.follow(way, top, names);
        return here;
    }
    if line.is_blank && text[line.start..line.end].contains('#') {
        return here;
    }
    let is_behind = line.key.as_ref().is_some_and(|key| offset >= key.behind);
    if is_behind {
        let (way, names) = value_way(&lines, number);
        here.follow(way, top, names);
        here.value(text, lines.value(number), offset);
        return here;
    }
    let column = if line.is_blank { offset - line.start } else { line.column };
    let (way, names) = lines.way(number, column);
    here.follow(way, top, names);
    let end = line.key.as_ref().map(|key| key.range.clone());
    let value = lines.value(number);
    let is_group = here.types.is_some()
        || here.declared.is_some_and(|one| matches!(one.shape, Shape::Group(_)))
        || line.key.is_some();
    if is_group {
        here.what = What::Key { has_colon: line.key.is_some() };
        let typed = line.content.min(offset)..value.end.max(offset);
        here.range = end.unwrap_or(typed);
        return here;
    }
    let form = if line.dashes.is_empty() { Form::Below } else { Form::Item };
    here.what = What::Value(form);
    here.value(text, value, offset);
    here
}

/// The way to the value of a line.
fn value_way(lines: &Lines<'_>, number: usize) -> (Way, Vec<String>) {
    let line = &lines.all[number];
    let (mut way, names) = lines.way(number, line.column);
    way.extend(line.key.as_ref().map(|key| (Step::Key(key.name.clone()), Vec::new())));
    (way, names)
}

impl Here {
    /// A place where nothing but a text stands.
    fn text(offset: usize, language: Language) -> Self {
        Self {
            path: Vec::new(),
            declared: None,
            ids: None,
            types: None,
            what: What::Text,
            names: Vec::new(),
            range: offset..offset,
            language,
        }
    }

    /// Goes a way through what is declared.
    fn follow(&mut self, way: Way, top: Declared, names: Vec<String>) {
        let mut declared = Some(top);
        for (step, names) in &way {
            let names: Vec<&str> = names.iter().map(String::as_str).collect();
            let shape = declared.map(|one| one.shape);
            declared = declared.and_then(|one| one.below(step, &names));
            self.ids = match declared.map(|one| one.shape) {
                Some(Shape::Ids(kind)) => Some(kind),
                _ => self.ids.filter(|_| matches!(step, Step::Item(_))),
            };
            self.types = match (declared, shape, step) {
                (None, Some(Shape::Typed(types)), Step::Item(_)) => Some(types),
                _ => None,
            };
        }
        self.path = way.into_iter().map(|(step, _)| step).collect();
        self.declared = declared;
        self.names = names;
    }

    /// Takes what is typed of a value: all of it, or one item of a list in brackets, without its quotes.
    fn value(&mut self, text: &str, value: Range<usize>, offset: usize) {
        let mut form = match self.what {
            What::Value(form) => form,
            _ => Form::Single,
        };
        let mut range = value.start.min(offset)..value.end.max(offset);
        if text[range.clone()].starts_with('[') {
            let inside = range.start + 1..offset.max(range.start + 1);
            let from = text[inside.clone()]
                .rfind([',', '['])
                .map_or(inside.start, |at| inside.start + at + 1);
            let rest = &text[offset.max(from)..range.end.max(offset)];
            let to = offset.max(from) + rest.find([',', ']']).unwrap_or(rest.len());
            range = from..to;
            self.declared = self.declared.and_then(|one| one.below(&Step::Item(0), &[]));
            self.path.push(Step::Item(0));
            form = Form::Item;
        }
        let words = &text[range.clone()];
        let start = range.start + words.len() - words.trim_start().len();
        let start = start.min(offset);
        let end = (range.start + words.trim_end().len()).max(offset);
        let is_quote = |at: usize| text[at..].starts_with(['"', '\'']);
        let start = start + usize::from(start < end && start < offset && is_quote(start));
        let ends = end > start && end > offset && text[..end].ends_with(['"', '\'']);
        self.range = start..end - usize::from(ends);
        self.what = What::Value(form);
    }
}

fn in_toml(text: &str, top: Declared, offset: usize) -> Here {
    let start = text[..offset].rfind('\n').map_or(0, |at| at + 1);
    let end = text[offset..].find('\n').map_or(text.len(), |at| offset + at);
    let header = |line: &str| {
        let name = line.trim().strip_prefix('[')?.split(']').next()?;
        Some(name.trim_matches('[').trim().to_owned())
    };
    let table = text[..start].lines().rev().find_map(header);
    let step = |name: &str| Step::Key(name.trim().trim_matches(['"', '\'']).to_owned());
    let mut way: Way =
        table.iter().flat_map(|table| table.split('.')).map(|name| (step(name), vec![])).collect();
    let mut here = Here::text(offset, Language::Toml);
    let line = &text[start..end];
    let words = line.trim_start();
    let content = end - words.len();
    if words.starts_with('#') {
        return here;
    }
    if words.starts_with('[') {
        here.follow(Vec::new(), top, tables(text));
        here.what = What::Key { has_colon: true };
        let name = words.trim_start_matches(['[', ' ']);
        let start = end - name.len();
        here.range = start..start + name.trim_end_matches([']', ' ']).len();
        return here;
    }
    match line.find('=').filter(|at| offset > start + at) {
        Some(at) => {
            way.push((step(&line[..at]), Vec::new()));
            here.follow(way, top, Vec::new());
            let value = line[at + 1..].trim();
            let from = start + at + 1 + line[at + 1..].len() - line[at + 1..].trim_start().len();
            here.value(text, from..from + value.len(), offset);
        }
        None => {
            let names = keys_of_table(text, start);
            let is_top = way.is_empty();
            here.follow(way, top, if is_top { tables(text) } else { names });
            here.what = What::Key { has_colon: line.contains('=') };
            let name = words.split('=').next().unwrap_or_default().trim_end();
            here.range = content.min(offset)..(content + name.len()).max(offset);
        }
    }
    here
}

/// The tables that are there.
fn tables(text: &str) -> Vec<String> {
    let headers = text.lines().filter_map(|line| line.trim().strip_prefix('['));
    let names = headers.map(|line| line.split([']', '.']).next().unwrap_or_default().to_owned());
    names.collect()
}

/// The keys of the table to which a line belongs.
fn keys_of_table(text: &str, start: usize) -> Vec<String> {
    let is_header = |line: &&str| line.trim_start().starts_with('[');
    let above = text[..start].lines().rev().take_while(|line| !is_header(line));
    let below = text[start..].lines().take_while(|line| !is_header(line));
    let name = |line: &str| Some(line.split_once('=')?.0.trim().to_owned());
    above.chain(below).filter_map(name).collect()
}
