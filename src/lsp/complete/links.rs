//! Links of Markdown that are being typed: the files that one may lead to, the places on their pages, pictures.

use std::ops::Range;

use crate::model::{Href, SitePath};

use super::super::lookup::{page_of, stem_of};
use super::super::words::about_entry;
use super::item::{Item, Sign, Wanted};

/// Endings of files that are shown as pictures.
const PICTURES: [&str; 7] = ["png", "jpg", "jpeg", "gif", "svg", "webp", "avif"];

/// What could be the target of the link in which the place is, if it is in one.
pub(super) fn links(wanted: &Wanted<'_>) -> Option<(Range<usize>, Vec<Item>)> {
    let text = wanted.source.text();
    let start = text[..wanted.offset].rfind('\n').map_or(0, |at| at + 1);
    let before = &text[start..wanted.offset];
    let open = before.rfind("](")?;
    let typed = &before[open + 2..];
    if typed.contains([')', ' ']) {
        return None;
    }
    let from = start + open + 2;
    let rest = &text[wanted.offset..];
    let to = wanted.offset + rest.find([')', ' ', '\n', '"']).unwrap_or(rest.len());
    let is_picture = before[..open].rfind('[').is_some_and(|at| before[..at].ends_with('!'));
    if let Some((path, _)) = typed.split_once('#') {
        return Some((from + path.len() + 1..to, places(wanted, path)));
    }
    let end = text[from..to].find('#').map_or(to, |at| from + at);
    Some((from..end, files(wanted, is_picture)))
}

/// The places on the page to which a link leads.
fn places(wanted: &Wanted<'_>, path: &str) -> Vec<Item> {
    let playbook = &wanted.read.playbook;
    let own = wanted.source.path();
    let from = stem_of(playbook, own);
    let entry = if Href::cut(path).path.is_empty() {
        wanted.read.last(own).map(AsRef::as_ref)
    } else {
        page_of(playbook, from.as_ref(), path)
    };
    let Some(entry) = entry else { return Vec::new() };
    let titles = entry.sections();
    let item = |anchor: &String| {
        let mut item = Item::new(anchor, Sign::Place);
        if titles.iter().any(|section| section.id.as_ref() == anchor) {
            "a section of the page".clone_into(&mut item.detail);
        }
        item
    };
    entry.anchors().iter().map(item).collect()
}

/// The files that a link may name, as they are written from this one.
fn files(wanted: &Wanted<'_>, is_picture: bool) -> Vec<Item> {
    let playbook = &wanted.read.playbook;
    let own = wanted.source.path().strip_prefix("content/").unwrap_or_default();
    let own = stem_of(playbook, wanted.source.path())
        .map_or_else(|| SitePath::made(own.to_owned()), |stem| stem.source());
    let item = |path: SitePath| {
        let is_one = PICTURES.contains(&path.ending());
        if path == own || (is_picture && !is_one) {
            return None;
        }
        let mut item = Item::new(own.href(&path), Sign::File);
        if let Some(entry) =
            playbook.at(path.stem()).filter(|entry| entry.head.stem.source() == path)
        {
            item.sort = Sign::Page;
            item.detail.clone_from(&entry.head.title.value);
            item.also.clone_from(&entry.head.title.value);
            item.about = about_entry(entry);
        }
        Some(item)
    };
    playbook.files().into_iter().filter_map(item).collect()
}
