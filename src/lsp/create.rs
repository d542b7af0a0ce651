//! What an editor can have made: parts that a file lacks, pages that are named and not there, translations, searches.

use std::fmt::Write;
use std::sync::Arc;

use serde_json::{Value, json};

use crate::amend::{Change, Listed, Place, Signs, Value as Part, amend, values};
use crate::edit::{Edit, Edits};
use crate::load::{File, QUERIES};
use crate::model::{Entry, Kind};
use crate::scaffold::{Besides, blank, to_write_over, translated};
use crate::schema::{Map, Need, Shape};
use crate::source::{Day, Source};
use crate::tree::{Node, Value as Written, scalar};

use super::changes::{new_file, workspace_edit};
use super::here::{Sort, here};
use super::lookup::entry_of;
use super::project::{Project, Read};
use super::tree::tree;

/// Something that can be made: what it is called, and the edit that makes it.
pub(super) type Made = (String, Value);

/// Keys that must be there and are not: those at the top, and those of groups that are there.
pub(super) fn missing(project: &Project, read: &Read, source: &Arc<Source>) -> Vec<Made> {
    let Sort::Keys(file) = Sort::of(source, &read.playbook.book) else { return Vec::new() };
    let all = values(source, file).unwrap_or_default();
    let lacks = all.iter().filter(|one| one.need == Need::Needed && one.span.is_none());
    let made = lacks.filter_map(|one| {
        let value = part(&one.shape, one.key?.about);
        let edit = amended(project, source, file, Change::Add(one.place.clone(), value))?;
        let name = one.place.to_string();
        let title = match name.as_str() {
            "leader" | "manager" => format!("Add the missing {name}"),
            _ => format!("Add `{name}`"),
        };
        Some((title, edit))
    });
    made.collect()
}

/// Something to be written over, of a shape.
fn part(shape: &Shape, about: &str) -> Part {
    let words = Part::Text(to_write_over(about));
    match shape {
        Shape::Group(map) => group(map),
        Shape::Groups(map) => Part::List(vec![group(map)]),
        Shape::Typed(types) => {
            let first = (types.all)().first().map(|map| map.name).unwrap_or_default();
            Part::List(vec![Part::Map(vec![(first.to_owned(), words)])])
        }
        Shape::Lines | Shape::Texts | Shape::Ids(_) => Part::List(vec![words]),
        _ => words,
    }
}

fn group(map: &'static Map) -> Part {
    let needed = map.all().filter(|key| key.need == Need::Needed);
    Part::Map(needed.map(|key| (key.name.to_owned(), part(&key.shape, key.about))).collect())
}

/// The page that is named at a place and is not there.
pub(super) fn named_page(
    project: &Project,
    read: &Read,
    source: &Arc<Source>,
    offset: usize,
) -> Option<Made> {
    let Sort::Keys(file) = Sort::of(source, &read.playbook.book) else { return None };
    let here = here(source, file, offset);
    let kind = here.ids?;
    let id = &source.text()[here.range];
    if read.playbook.get(kind, id).is_some() || read.playbook.broken.has(kind, id) {
        return None;
    }
    let page = blank(kind, &read.playbook.book.topic_title(id), Besides::Comments)?;
    let path = format!("content/{}/{id}.{}", kind.folder(), kind.extension());
    (page.path == path).then(|| {
        (format!("Create this {}: `{path}`", kind.name()), new_file(project, &path, &page.text))
    })
}

/// A list in place of the text that stands behind a key where several may.
pub(super) fn list(
    project: &Project,
    read: &Read,
    source: &Arc<Source>,
    offset: usize,
) -> Option<Made> {
    let Sort::Keys(file) = Sort::of(source, &read.playbook.book) else { return None };
    let all = values(source, file).ok()?;
    let is_here = |one: &&Listed| {
        one.shape.is_several()
            && one
                .span
                .as_ref()
                .is_some_and(|span| span.range().start <= offset && offset <= span.range().end)
    };
    let one = all.iter().rev().find(is_here)?;
    let root = tree(source)?;
    let (key, node) = at(&root, one.span.as_ref()?.range().start)?;
    let Written::Text(text) = &node.value else { return None };
    let items: Vec<String> = match text.pasted() {
        Some(list) => list.items.iter().map(|item| item.text.clone()).collect(),
        None => text
            .text
            .lines()
            .map(str::trim)
            .filter(|line| !line.is_empty())
            .map(str::to_owned)
            .collect(),
    };
    if items.is_empty() {
        return None;
    }
    let start = key.span.range().start;
    let column = start - source.text()[..start].rfind('\n').map_or(0, |at| at + 1);
    let mut lines = String::new();
    for item in &items {
        let _ = write!(lines, "\n{}- {}", " ".repeat(column + 2), scalar(item));
    }
    let behind = source.text()[start..].find(':').map(|at| start + at + 1)?;
    let end = behind + source.text()[behind..node.span.range().end.max(behind)].trim_end().len();
    let edit = Edit::new(source, behind..end, lines);
    Some(("Make this a list".to_owned(), text_edit(project, vec![edit])))
}

/// The key whose value starts at a place.
fn at(node: &Node, offset: usize) -> Option<(&crate::tree::Key, &Node)> {
    match &node.value {
        Written::Text(_) => None,
        Written::List(items) => items.iter().find_map(|item| at(item, offset)),
        Written::Map(entries) => entries.iter().find_map(|(key, value)| {
            let range = value.span.range();
            let is_it = matches!(value.value, Written::Text(_))
                && (key.span.range().start..=range.end).contains(&offset);
            if is_it { Some((key, value)) } else { at(value, offset) }
        }),
    }
}

/// A line in the searches for a page that no search is for.
pub(super) fn search(project: &Project, read: &Read, source: &Arc<Source>) -> Option<Made> {
    let entry = original(read, source)?;
    let stem = entry.head.stem.as_str();
    if read.playbook.queries.iter().any(|(page, _)| page.value == stem) {
        return None;
    }
    let lines = format!("{stem}:\n  - {}\n", scalar(&entry.head.title.value));
    let edit = match read.sources.texts.get(QUERIES) {
        None => new_file(project, QUERIES, &lines),
        Some(queries) => {
            let end = queries.text().len();
            let before = if queries.text().ends_with('\n') || end == 0 { "" } else { "\n" };
            let edit = Edit::new(queries, end..end, format!("{before}{lines}"));
            text_edit(project, vec![edit])
        }
    };
    Some(("Add this page to `content/queries.yaml`".to_owned(), edit))
}

/// The translations that a page lacks, each in its language.
pub(super) fn translations(
    project: &Project,
    read: &Read,
    source: &Arc<Source>,
) -> Vec<(String, Made)> {
    let Some(entry) = original(read, source) else { return Vec::new() };
    let key = (entry.kind(), entry.head.id.clone());
    let lacking = read.playbook.translations.iter().filter(|one| !one.entries.contains_key(&key));
    let made = lacking.filter_map(|one| {
        let tag = &one.language.tag;
        let page = translated(source.path(), tag, &entry.head.title.value)?;
        if read.sources.texts.contains_key(&page.path) {
            return None;
        }
        let title = format!("Translate this file: `{}`", page.path);
        Some((tag.clone(), (title, new_file(project, &page.path, &page.text))))
    });
    made.collect()
}

/// The entry of a file that is no translation.
fn original<'r>(read: &'r Read, source: &Arc<Source>) -> Option<&'r Arc<Entry>> {
    entry_of(&read.playbook, source.path()).filter(|entry| entry.head.language.is_none())
}

/// A new page of this kind with this title: its path, and the edit that makes it.
pub(super) fn page(
    project: &Project,
    read: &Read,
    kind: &str,
    title: &str,
) -> Option<(String, Value)> {
    let is_it = |one: &Kind| one.name() == kind || File::Content(*one).name() == kind;
    let kind = Kind::ALL.into_iter().find(is_it)?;
    let page = blank(kind, title, Besides::Comments)?;
    let is_there = read.sources.texts.contains_key(&page.path);
    (!is_there).then(|| (page.path.clone(), new_file(project, &page.path, &page.text)))
}

/// The edit by which a page is a draft, or is none any more.
pub(super) fn draft(project: &Project, read: &Read, source: &Arc<Source>) -> Option<Value> {
    let is_draft = entry_of(&read.playbook, source.path())?.head.draft;
    set(project, read, source, ("draft", if is_draft { "" } else { "yes" }))
}

/// The edit by which a page was reviewed today.
pub(super) fn reviewed(
    project: &Project,
    read: &Read,
    source: &Arc<Source>,
    today: Day,
) -> Option<Value> {
    set(project, read, source, ("reviewed", &today.to_string()))
}

fn set(
    project: &Project,
    read: &Read,
    source: &Arc<Source>,
    (key, text): (&str, &str),
) -> Option<Value> {
    let Sort::Keys(file) = Sort::of(source, &read.playbook.book) else { return None };
    amended(project, source, file, Change::Set(Place::default().key(key), text.to_owned()))
}

/// The edit that changes a value of a file.
fn amended(project: &Project, source: &Arc<Source>, file: File, change: Change) -> Option<Value> {
    let made = amend(source, file, &[change], Signs::Kept).ok()?;
    Some(text_edit(project, made.edits))
}

fn text_edit(project: &Project, texts: Vec<Edit>) -> Value {
    workspace_edit(project, &Edits { texts, ..Edits::default() })
}

/// What an action is, for the protocol.
pub(super) fn action((title, edit): Made, kind: &str) -> Value {
    json!({"title": title, "kind": kind, "edit": edit})
}
