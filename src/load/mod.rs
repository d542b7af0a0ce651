//! From texts to the model. What is wrong is collected, never thrown: one run tells every fault there is.
//!
//! It must not know anything that needs more than one file: that is `check`.

mod book;
mod check;
mod comparison;
mod computed;
mod field;
mod files;
mod gather;
mod guide;
mod scenario;
mod template;

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;

use crate::diagnostic::rules::duplicate_id::duplicate_id;
use crate::diagnostic::rules::not_utf8::not_utf8;
use crate::diagnostic::{Diagnostic, Noted};
use crate::markdown::Html;
use crate::model::{Entry, Key, Kind, Mentions, Playbook};
use crate::source::{PROJECT_FILE, Source, Sources, Span};

use files::Place;
use gather::Gather;

/// Reads every file of the sources that belongs to the book.
#[must_use]
pub fn load(sources: &Sources) -> Noted<Playbook> {
    let Noted { value: book, mut notes } = book::book(sources.texts.get(PROJECT_FILE));
    let content = sources.texts.iter().filter(|(path, _)| path.starts_with(files::CONTENT));
    let placed: Vec<_> = content.map(|(_, source)| (source, files::place(source))).collect();
    let read: Vec<_> =
        placed.par_iter().map(|(source, place)| file(source, place, book.html)).collect();

    let mut entries: BTreeMap<Key, Entry> = BTreeMap::new();
    let mut broken = BTreeMap::new();
    for ((source, place), Noted { value, notes: found }) in placed.iter().zip(read) {
        notes.extend(found);
        let Ok(place) = place else { continue };
        let key = (place.kind, place.id.clone());
        match (value, entries.get(&key)) {
            (Ok(_), Some(first)) => {
                let help =
                    "rename one of the two files: an id is a file's name, whatever folder it is in";
                let here = Span::new(source, 0..0);
                notes.push(duplicate_id(
                    here,
                    place.kind.name(),
                    &place.id,
                    first.head.span(),
                    help,
                ));
            }
            (Ok(entry), None) => {
                entries.insert(key, entry);
            }
            (Err(mentions), _) => {
                broken.insert(place.stem.clone(), (key, mentions));
            }
        }
    }
    for source in sources.not_utf8.values() {
        let end = source.text().len();
        notes.push(not_utf8(Span::new(source, end..end)));
        if let Ok(place) = files::place(source) {
            broken.insert(place.stem, ((place.kind, place.id), Mentions::default()));
        }
    }
    let assets = sources.assets.iter().filter_map(|(path, bytes)| {
        Some((path.strip_prefix(files::CONTENT)?.to_owned(), Arc::clone(bytes)))
    });
    Noted::new(Playbook::new(book, entries, assets.collect(), broken), notes)
}

/// Reads one file of content. It depends on nothing but the file and the mode for raw HTML.
fn file(
    source: &Arc<Source>,
    place: &Result<Place, Diagnostic>,
    html: Html,
) -> Noted<Result<Entry, Mentions>> {
    let place = match place {
        Ok(place) => place,
        Err(note) => return Noted::new(Err(Mentions::default()), vec![note.clone()]),
    };
    let mut gather = Gather::new(source, place, html);
    let entry = match place.kind {
        Kind::Scenario => gather.yaml("scenario", scenario::scenario),
        Kind::Template => gather.yaml("template", template::template),
        Kind::Comparison => gather.yaml("comparison", comparison::comparison),
        Kind::Check => gather.yaml("self-check", check::check),
        Kind::Guide => guide::guide(&mut gather),
    };
    Noted::new(entry.ok_or(gather.mentions), gather.notes)
}
