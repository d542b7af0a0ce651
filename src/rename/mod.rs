//! Moves one file of content and finds every place that names it. What is written elsewhere than in those
//! places stays as it is, byte for byte.
//!
//! It must not write: it gives the edits, and has proved that the book is without fault after them.

mod book;
mod links;
mod names;
mod refusal;
mod template;
mod way;
mod written;

use std::sync::Arc;

use crate::check::{Checked, check};
use crate::diagnostic::{Diagnostic, Noted, Severity};
use crate::edit::{Edit, Edits};
use crate::load::{Memory, load, published};
use crate::model::{Body, Drafts, Entry, Folder, Playbook};
use crate::source::{PROJECT_FILE, Sources};

pub use refusal::Refusal;

use way::Way;

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
    let way = Way { kind: entry.kind(), old: &entry.head.stem, new: &stem };
    let key = (entry.kind(), entry.head.id.clone());
    let translated = playbook.translations.iter().filter_map(|one| one.entries.get(&key));
    let moved = [entry].into_iter().chain(translated.map(Arc::as_ref));
    let moves = moved.map(|entry| new_path(entry, &way));
    let moves: Vec<(String, String)> = moves.collect();
    let mut texts = edits(sources, playbook, entry, &way)?;
    texts
        .extend(moves.iter().filter_map(|(from, to)| links::schema_line(&sources.texts[from], to)));
    let edits = Edits { texts, moves };
    without_faults(&edits.sources(sources), &mut memory).map_err(Refusal::Left)?;
    Ok(edits)
}

/// A file's path, and where it goes: a translation stays in the folder of its language.
fn new_path(entry: &Entry, way: &Way<'_>) -> (String, String) {
    let folder = entry.head.language.as_deref().map_or_else(Folder::default, Folder::of);
    let new = format!("content/{folder}{}.{}", way.new, way.kind.extension());
    (entry.head.source.path().to_owned(), new)
}

/// The book, when it has no faults.
fn without_faults(sources: &Sources, memory: &mut Memory) -> Result<Checked, Vec<Diagnostic>> {
    let loaded = load(sources, Drafts::LeftOut, memory);
    let Noted { value: checked, notes: mut faults } = check(loaded, published(sources, None), None);
    faults.retain(|note| note.severity() == Severity::Error);
    checked.ok_or(faults)
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
        all.extend(book::menu(source, &playbook.book.menu, way)?);
    }
    if let Some(source) = sources.texts.get(names::QUERIES) {
        all.extend(names::queries(source, way));
    }
    Ok(all)
}
