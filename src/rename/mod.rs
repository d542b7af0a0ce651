//! Moves files of content, or gives a topic another id, and finds every place that names it. What is written elsewhere than in those
//! places stays as it is, byte for byte.
//!
//! It must not write: it gives the edits, and has proved that the book is without fault after them.

mod book;
mod carried;
mod folders;
mod left_behind;
mod links;
mod names;
mod refusal;
mod template;
mod topic;
mod way;
mod without_faults;
mod written;

use std::sync::Arc;

use crate::edit::{Edit, Edits};
use crate::load::{Memory, QUERIES, load};
use crate::model::{Body, Drafts, Entry, Folder, Playbook, SitePath};
use crate::source::{PROJECT_FILE, Sources};

pub use left_behind::left_behind;
pub use refusal::Refusal;
pub use topic::rename_topic;

use way::Way;
use without_faults::without_faults;

/// Finds all that moving `old` to `new` changes. Both are paths from the project's root, or names such as
/// `scenarios/scope-creep`; `new` may be the new name alone. The first that moves is the file, then its translations.
///
/// # Errors
/// When the book has faults before, would have some after, or what was asked for makes no sense.
pub fn rename(sources: &Sources, old: &str, new: &str) -> Result<Edits, Refusal> {
    let mut memory = Memory::default();
    let checked = without_faults(sources, &mut memory).map_err(Refusal::Faults)?;
    let playbook = checked.playbook();
    let entry = names::find(playbook, old)?;
    let stem = names::new_stem(playbook, entry, new)?;
    let mut edits = moved(sources, playbook, entry, &stem)?;
    edits.texts.extend(folders::edits(playbook, &[(&entry.head.stem, stem)])?);
    without_faults(&edits.sources(sources), &mut memory).map_err(Refusal::Left)?;
    Ok(edits)
}

/// Moves several files, pages one after the other, then what is carried along, each to its new path. Gives the sources after
/// that, and every move, those of translations too.
///
/// # Errors
/// When the book has faults before, would have some after all have moved, or what was asked for makes no sense.
pub fn rename_all(
    sources: &Sources,
    files: &[(String, String)],
) -> Result<(Sources, Vec<(String, String)>), Refusal> {
    let mut memory = Memory::default();
    let checked = without_faults(sources, &mut memory).map_err(Refusal::Faults)?;
    let playbook = checked.playbook();
    // What is asked for in vain is told of when its turn comes.
    let ways = files.iter().filter_map(|(old, new)| {
        let entry = names::find(playbook, old).ok()?;
        Some((&entry.head.stem, names::new_stem(playbook, entry, new).ok()?))
    });
    let ways: Vec<_> = ways.collect();
    let texts = folders::edits(playbook, &ways)?;
    let mut now = Edits { texts, ..Edits::default() }.sources(sources);
    let mut moves: Vec<(String, String)> = Vec::new();
    let (carried, pages): (Vec<_>, Vec<_>) =
        files.iter().cloned().partition(|(old, _)| sources.assets.contains_key(old));
    for (old, new) in &pages {
        // A translation goes with its original.
        if moves.iter().any(|(from, _)| from == old) {
            continue;
        }
        let playbook = load(&now, Drafts::LeftOut, &mut memory).value;
        let entry = names::find(&playbook, old)?;
        let stem = names::new_stem(&playbook, entry, new)?;
        let edits = moved(&now, &playbook, entry, &stem)?;
        now = edits.sources(&now);
        moves.extend(edits.moves);
    }
    if !carried.is_empty() {
        let playbook = load(&now, Drafts::LeftOut, &mut memory).value;
        let texts = carried::edits(&now, &playbook, &carried)?;
        now = Edits { texts, moves: carried.clone() }.sources(&now);
        moves.extend(carried);
    }
    without_faults(&now, &mut memory).map_err(Refusal::Left)?;
    Ok((now, moves))
}

/// Whether all is well once these files have moved, so that nothing has to follow any more.
#[must_use]
pub fn is_followed(sources: &Sources, moves: &[(String, String)]) -> bool {
    let moved = Edits { moves: moves.to_vec(), ..Edits::default() }.sources(sources);
    without_faults(&moved, &mut Memory::default()).is_ok()
}

/// What changes when an entry moves, but for who answers for its folder.
fn moved(
    sources: &Sources,
    playbook: &Playbook,
    entry: &Entry,
    stem: &SitePath,
) -> Result<Edits, Refusal> {
    let way = Way { kind: entry.kind(), old: &entry.head.stem, new: stem };
    let key = (entry.kind(), entry.head.id.clone());
    let translated = playbook.translations.iter().filter_map(|one| one.entries.get(&key));
    let all = [entry].into_iter().chain(translated.map(Arc::as_ref));
    let moves = all.map(|entry| new_path(entry, &way));
    let moves: Vec<(String, String)> = moves.collect();
    let mut texts = edits(sources, playbook, entry, &way)?;
    texts.extend(
        moves.iter().filter_map(|(from, to)| links::new_schema_line(&sources.texts[from], to)),
    );
    Ok(Edits { texts, moves })
}

/// A file's path, and where it goes: a translation stays in the folder of its language.
fn new_path(entry: &Entry, way: &Way<'_>) -> (String, String) {
    let folder = entry.head.language.as_deref().map_or_else(Folder::default, Folder::of);
    let new = format!("content/{folder}{}.{}", way.new, way.kind.extension());
    (entry.head.source.path().to_owned(), new)
}

fn edits(
    sources: &Sources,
    playbook: &Playbook,
    entry: &Entry,
    way: &Way<'_>,
) -> Result<Vec<Edit>, Refusal> {
    let mut all = Vec::new();
    let translated = playbook.translations.iter().flat_map(|one| one.entries.values());
    for other in playbook.entries.values().chain(translated) {
        all.extend(links::edits(other, way)?);
        all.extend(names::references(playbook, &other.mentions, way)?);
    }
    let translated = playbook.translations.iter().filter_map(|one| one.home.as_ref());
    for home in playbook.home.iter().chain(translated) {
        all.extend(names::references(playbook, &home.mentions, way)?);
    }
    if let Body::Template(template) = &entry.body
        && way.old_id() != way.new_id()
    {
        all.extend(template::edits(&entry.head.source, template, way));
    }
    if let Some(source) = sources.texts.get(PROJECT_FILE) {
        let redirects = &playbook.book.redirects;
        all.extend(book::edits(source, redirects, way, entry.head.draft)?);
        all.extend(book::links(source, &playbook.book.mentions.links, way)?);
    }
    if let Some(source) = sources.texts.get(QUERIES) {
        all.extend(names::queries(source, way));
    }
    Ok(all)
}
