//! Pictures and whatever else is carried along: links that lead to them, written anew where they move.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use crate::edit::Edit;
use crate::model::{Href, Mentions, PagePath, Playbook, SitePath, decode, encode};
use crate::source::{Source, Sources};

use super::links::found;
use super::refusal::{Refusal, unclear};

/// The folder in which they lie.
const CONTENT: &str = "content";

/// What changes when carried files move. Each is a path from the project's root before and after.
pub(super) fn edits(
    sources: &Sources,
    playbook: &Playbook,
    moves: &[(String, String)],
) -> Result<Vec<Edit>, Refusal> {
    let own = playbook.entries.values().map(|entry| &entry.mentions);
    let own = own.chain(playbook.home.iter().map(|home| &home.mentions));
    let own = own.chain([&playbook.book.mentions]).map(|mentions| (mentions, None));
    let translated = playbook.translations.iter().flat_map(|one| {
        let entries = one.entries.values().map(|entry| &entry.mentions);
        let all = entries.chain(one.home.iter().map(|home| &home.mentions));
        all.map(|mentions| (mentions, Some(one.language.tag.as_str())))
    });
    let mut edits = Vec::new();
    for (mentions, language) in own.chain(translated) {
        let new = |target: &str| relinked(sources, mentions, target, language, moves);
        edits.extend(of_file(mentions, new)?);
    }
    Ok(edits)
}

/// What changes in the links of a file, where each has a new one.
fn of_file(
    mentions: &Mentions,
    new: impl Fn(&str) -> Option<String>,
) -> Result<Vec<Edit>, Refusal> {
    // Links that are written alike are changed alike.
    let mut places: BTreeMap<&str, (&Arc<Source>, Vec<Range<usize>>)> = BTreeMap::new();
    for link in &mentions.links {
        let of_target = places.entry(&link.target).or_insert((link.span.source(), Vec::new()));
        of_target.1.push(link.span.range());
    }
    let mut edits = Vec::new();
    for (target, (source, places)) in places {
        let path = Href::cut(target).path;
        let Some(new) = new(path) else { continue };
        let found = found(source, target, &places);
        if found.is_empty() {
            return unclear(source, places[0].start, target);
        }
        edits.extend(found.into_iter().map(|at| Edit::new(source, at..at + path.len(), &*new)));
    }
    Ok(edits)
}

/// The path of a link as it must be written after the moves, or `None` when it stays as it is.
fn relinked(
    sources: &Sources,
    from: &Mentions,
    path: &str,
    language: Option<&str>,
    moves: &[(String, String)],
) -> Option<String> {
    let page =
        from.stem.as_ref().map_or_else(|| SitePath::made("index.html".to_owned()), PagePath::page);
    let meant = SitePath::resolve(page.folder(), &decode(path)).filter(|_| !path.is_empty())?;
    // A language has files of its own, and those of the whole book where it has none.
    let own = language.map(|tag| format!("{CONTENT}/{tag}"));
    let own = own.filter(|folder| sources.assets.contains_key(&format!("{folder}/{meant}")));
    let folder = own.as_deref().unwrap_or(CONTENT);
    let (_, new) = moves.iter().find(|(old, _)| *old == format!("{folder}/{meant}"))?;
    let new = SitePath::made(new.clone()).below(folder)?;
    Some(if path.starts_with('/') { format!("/{}", encode(new.as_str())) } else { page.href(&new) })
}
