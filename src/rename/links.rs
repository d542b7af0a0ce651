//! Links in prose that lead to the file, and links in the file that lead elsewhere, written anew where they
//! must be.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use crate::edit::Edit;
use crate::load::schema_line;
use crate::model::{Entry, Href, SitePath, decode, encode};
use crate::source::Source;

use super::refusal::{Refusal, unclear};
use super::way::Way;

/// What changes in the links of an entry.
pub(super) fn edits(entry: &Entry, way: &Way<'_>) -> Result<Vec<Edit>, Refusal> {
    let source = &entry.head.source;
    let before = entry.page();
    let is_moved = entry.head.stem == *way.old;
    let after = if is_moved { SitePath::made(format!("{}.html", way.new)) } else { entry.page() };
    // Links that are written alike are changed alike.
    let mut places: BTreeMap<&str, Vec<Range<usize>>> = BTreeMap::new();
    for link in &entry.mentions.links {
        places.entry(&link.target).or_default().push(link.span.range());
    }
    let mut edits = Vec::new();
    for (target, places) in places {
        let path = Href::cut(target).path;
        let Some(new) = relinked(path, (&before, &after), way) else { continue };
        let found = found(source, target, &places);
        if found.is_empty() {
            return unclear(source, places[0].start, target);
        }
        let edit = |at| Edit::new(source, at..at + path.len(), new.as_str());
        edits.extend(found.into_iter().map(edit));
    }
    Ok(edits)
}

/// The line that tells an editor where the schema is, seen from the new path of the file.
pub(super) fn new_schema_line(source: &Arc<Source>, to: &str) -> Option<Edit> {
    let (at, schema) = schema_line(source)?;
    let new = SitePath::made(to.to_owned()).href(&schema);
    (new != source.text()[at.clone()]).then(|| Edit::new(source, at, new))
}

/// Where a target is written in a file: at its places, or, when it is defined elsewhere or the places are not
/// sure, wherever it is written as a target.
pub(super) fn found(source: &Source, target: &str, places: &[Range<usize>]) -> Vec<usize> {
    let text = source.text();
    let mut sure: Vec<usize> = places
        .iter()
        .filter(|place| text.get((*place).clone()) == Some(target) && is_target(text, place))
        .map(|place| place.start)
        .collect();
    sure.dedup();
    if sure.len() == places.len() {
        return sure;
    }
    let all = text.match_indices(target).map(|(at, _)| at..at + target.len());
    all.filter(|place| is_target(text, place)).map(|place| place.start).collect()
}

/// Whether what stands there is written as the target of a link: `](target)`, `href="target"`, `]: target`.
fn is_target(text: &str, place: &Range<usize>) -> bool {
    let (before, after) = (&text[..place.start], &text[place.end..]);
    let ends = after.is_empty()
        || after.starts_with(|next: char| {
            next.is_whitespace() || matches!(next, ')' | '>' | '"' | '\'' | '\\')
        });
    let starts = before.ends_with(['(', '<', '"', '\''])
        || before.trim_end_matches([' ', '\t', '\n']).ends_with("]:");
    starts && ends
}

/// The path of a link as it must be written after the move, or `None` when it stays as it is. `before` and
/// `after` are the paths of the page that it stands on.
fn relinked(path: &str, (before, after): (&SitePath, &SitePath), way: &Way<'_>) -> Option<String> {
    if path.is_empty() {
        return None;
    }
    let meant = SitePath::resolve(before.folder(), &decode(path))?;
    let to = match meant.ending() {
        "" => meant.clone(),
        ending if meant.stem() == way.old.as_str() => {
            SitePath::made(format!("{}.{ending}", way.new))
        }
        _ => meant.clone(),
    };
    let stays_in_folder = before.folder() == after.folder();
    if path.starts_with('/') {
        return (to != meant).then(|| format!("/{}", encode(to.as_str())));
    }
    if stays_in_folder && to == meant {
        return None;
    }
    if stays_in_folder && to.folder() == meant.folder() {
        return Some(Href::cut(path).renamed(&encode(to.name())));
    }
    let slash = if path.ends_with('/') { "/" } else { "" };
    let new = after.href(&SitePath::made(format!("{to}{slash}")));
    (new != path).then_some(new)
}
