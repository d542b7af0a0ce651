//! Pictures and whatever else is carried along: links and redirects that lead to them, written anew where they move.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use crate::edit::Edit;
use crate::markdown::composed;
use crate::model::{
    Href, Mentions, PagePath, Playbook, Redirect, SitePath, Translation, decode, encode,
};
use crate::source::{PROJECT_FILE, Source, Sources};

use super::links::found;
use super::refusal::{Refusal, unclear};
use super::written::written;

/// The folder in which they lie.
pub(super) const CONTENT: &str = "content";

/// Where each file goes, both paths from the project's root and with their letters composed, as links are followed.
type Moves = BTreeMap<String, String>;

/// What changes when carried files move. Each is a path from the project's root before and after.
pub(super) fn edits(
    sources: &Sources,
    playbook: &Playbook,
    moves: &[(String, String)],
) -> Result<Vec<Edit>, Refusal> {
    let moves: Moves = moves
        .iter()
        .map(|(old, new)| (composed(old).into_owned(), composed(new).into_owned()))
        .collect();
    let own = playbook.entries.values().map(|entry| &entry.mentions);
    let own = own.chain(playbook.home.iter().map(|home| &home.mentions));
    let own = own.chain([&playbook.book.mentions]).map(|mentions| (mentions, None));
    let translated = playbook.translations.iter().flat_map(|one| {
        let entries = one.entries.values().map(|entry| &entry.mentions);
        let all = entries.chain(one.home.iter().map(|home| &home.mentions));
        all.map(move |mentions| (mentions, Some(one)))
    });
    let mut edits = Vec::new();
    for (mentions, language) in own.chain(translated) {
        let page = mentions.stem.as_ref().map_or_else(first_page, PagePath::page);
        let new = |target: &str| relinked(&page, target, language, &moves);
        edits.extend(of_file(mentions, new)?);
    }
    if let Some(source) = sources.texts.get(PROJECT_FILE) {
        edits.extend(redirected(source, &playbook.book.redirects, &moves)?);
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

/// What changes in the redirects of `book.toml`.
fn redirected(
    source: &Arc<Source>,
    redirects: &[Redirect],
    moves: &Moves,
) -> Result<Vec<Edit>, Refusal> {
    let mut edits = Vec::new();
    for Redirect { to, .. } in redirects {
        let path = Href::cut(&to.value).path;
        let Some(new) = relinked(&first_page(), path, None, moves) else { continue };
        let Some(place) = written(source.text(), to.span.range(), path) else {
            return unclear(source, to.span.range().start, path);
        };
        edits.push(Edit::new(source, place, new));
    }
    Ok(edits)
}

/// The path of a link as it must be written after the moves, or `None` when it stays as it is.
fn relinked(
    page: &SitePath,
    path: &str,
    language: Option<&Translation>,
    moves: &Moves,
) -> Option<String> {
    let meant = SitePath::resolve(page.folder(), &decode(path)).filter(|_| !path.is_empty())?;
    // A language has files of its own, and those of the whole book where it has none.
    let own = language.filter(|one| one.assets.contains_key(&meant));
    let own = own.map(|one| format!("{CONTENT}/{}", one.language.tag));
    let folder = own.as_deref().unwrap_or(CONTENT);
    let new = SitePath::made(moves.get(&format!("{folder}/{meant}"))?.clone()).below(folder)?;
    Some(if path.starts_with('/') { format!("/{}", encode(new.as_str())) } else { page.href(&new) })
}

fn first_page() -> SitePath {
    SitePath::of("index.html")
}
