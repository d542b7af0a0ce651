//! What a file is called, where it is named, and which names are free.

use std::sync::Arc;

use crate::edit::Edit;
use crate::markdown::composed;
use crate::model::{Entry, Kind, Mentions, Playbook, SitePath};
use crate::source::Source;
use crate::tree::{Value, parse_yaml};

use super::refusal::{Refusal, asked, unclear};
use super::way::Way;
use super::written::written;

/// The thing that a path or a name means.
pub(super) fn find<'p>(playbook: &'p Playbook, asked_for: &str) -> Result<&'p Entry, Refusal> {
    let asked_path = address(playbook, asked_for);
    if let Some(entry) = playbook.at(asked_path.as_str()) {
        return Ok(entry);
    }
    let (folder, id) = (asked_path.folder(), asked_path.name());
    let is_meant = |entry: &&Entry| {
        entry.head.stem.name() == id && (folder.is_empty() || top(entry) == folder)
    };
    let mut meant = playbook.entries.values().map(Arc::as_ref).filter(is_meant);
    match (meant.next(), meant.next()) {
        (Some(one), None) => Ok(one),
        (Some(_), Some(_)) => asked(
            format!("`{asked_for}` may be several files"),
            format!("name its folder too, as in `scenarios/{id}`"),
        ),
        _ => asked(
            format!("no file of this book is called `{asked_for}`"),
            "name a file of content, as in `content/scenarios/scope-creep.yaml`",
        ),
    }
}

/// The address of the new place, as it is wanted: whether it is one is seen when the book is checked.
pub(super) fn new_stem(
    playbook: &Playbook,
    entry: &Entry,
    wanted: &str,
) -> Result<SitePath, Refusal> {
    let (kind, top) = (entry.kind(), top(entry));
    let mut new = address(playbook, wanted);
    if wanted.ends_with('/') || new.as_str() == top {
        new = SitePath::made(format!("{new}/{}", entry.head.stem.name()));
    }
    if new.folder().is_empty() {
        new = SitePath::made(format!("{}/{new}", entry.head.stem.folder()));
    }
    if new.parts().next() != Some(top) {
        let what = if entry.head.stem.is_own() { "page of your own" } else { kind.name() };
        return asked(
            format!("a {what} cannot become anything else"),
            format!("choose a place in `content/{top}/`"),
        );
    }
    if new.as_str() == entry.head.stem.as_str() {
        return asked("it is called so already", "choose another name");
    }
    if playbook.at(new.as_str()).is_some() {
        return asked(
            format!("`content/{new}.{}` is there already", kind.extension()),
            "choose another name: nothing is ever overwritten",
        );
    }
    Ok(new)
}

/// The folder of `content/` that a file lies in: that of its kind, or that of pages of the owner's own.
fn top(entry: &Entry) -> &str {
    entry.head.stem.as_str().split('/').next().unwrap_or_default()
}

/// `scenarios/a` of `./content/scenarios/a.yaml`, and of `content/de/scenarios/a.yaml`: a translation goes where its original does.
fn address(playbook: &Playbook, path: &str) -> SitePath {
    let path = SitePath::resolve("", path).unwrap_or_default();
    let path = path.below("content").unwrap_or(path);
    let mut languages = playbook.translations.iter().map(|one| one.language.tag.as_str());
    let path = languages.find_map(|tag| path.below(tag)).unwrap_or(path);
    let is_file = ["yaml", "md", "html"].contains(&path.ending());
    if is_file { SitePath::made(path.stem().to_owned()) } else { path }
}

/// Where a file names the one that moves by its id. A guide is named with its folder, or without where that is enough.
pub(super) fn references(
    playbook: &Playbook,
    mentions: &Mentions,
    way: &Way<'_>,
) -> Result<Vec<Edit>, Refusal> {
    let mut edits = Vec::new();
    let of_kind = mentions.references.iter().filter(|(kind, _)| *kind == way.kind);
    for (_, reference) in of_kind {
        let old = reference.value.as_str();
        let named = playbook.get(way.kind, old);
        if !named.is_some_and(|entry| entry.head.stem == *way.old) {
            continue;
        }
        let is_whole = way.kind == Kind::Guide && (old.contains('/') || is_taken(playbook, way));
        let new = if is_whole { way.new_inside() } else { way.new_id() };
        if new == old {
            continue;
        }
        let (source, range) = (reference.span.source(), reference.span.range());
        let Some(place) = written(source.text(), range.clone(), old) else {
            return unclear(source, range.start, old);
        };
        edits.push(Edit::new(source, place, new));
    }
    Ok(edits)
}

/// Whether another guide has the new name, in another folder.
fn is_taken(playbook: &Playbook, way: &Way<'_>) -> bool {
    let others = playbook.entries.values().map(|entry| &entry.head.stem);
    let mut others = others.filter(|stem| stem.kind() == way.kind && *stem != way.old);
    others.any(|stem| stem.name() == way.new_id())
}

/// Where the file's address is a key of the searches.
pub(super) fn queries(source: &Arc<Source>, way: &Way<'_>) -> Vec<Edit> {
    let Some(root) = parse_yaml(source).value else { return Vec::new() };
    let Value::Map(entries) = &root.value else { return Vec::new() };
    let named = entries.iter().filter(|(key, _)| composed(&key.name) == way.old.as_str());
    let places =
        named.filter_map(|(key, _)| written(source.text(), key.span.range(), way.old.as_str()));
    places.map(|place| Edit::new(source, place, way.new.to_string())).collect()
}
