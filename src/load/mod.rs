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
mod old_ids;
mod published;
mod scenario;
mod template;

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;

use crate::diagnostic::rules::duplicate_id::duplicate_id;
use crate::diagnostic::rules::not_utf8::not_utf8;
use crate::diagnostic::{Diagnostic, Noted};
use crate::markdown::Html;
use crate::model::{Entry, Key, Kind, LIST, Mentions, Playbook, Translation};
use crate::source::{Asset, PROJECT_FILE, Source, Sources, Span};

use files::Place;
use gather::Gather;

/// What the files of a book said when they were read last. A file whose text is still the same one is not
/// read again.
#[derive(Debug, Default)]
pub struct Memory {
    files: BTreeMap<String, Known>,
}

/// A file as it was read.
#[derive(Clone, Debug)]
struct Known {
    source: Arc<Source>,
    mode: Arc<Mode>,
    file: Arc<File>,
}

/// What a file is read with, besides its text.
#[derive(Debug, PartialEq, Eq)]
struct Mode {
    html: Html,
    /// The tags of the languages that the book is translated into.
    languages: Vec<String>,
}

/// What was read in one language.
#[derive(Default)]
struct Shelf {
    entries: BTreeMap<Key, Arc<Entry>>,
    broken: BTreeMap<String, (Key, Arc<Mentions>)>,
    assets: BTreeMap<String, Asset>,
}

/// What a file says: a thing of its kind, or at least what it says about others; and what is wrong with it.
#[derive(Debug)]
struct File {
    place: Option<Place>,
    said: Result<Arc<Entry>, Arc<Mentions>>,
    notes: Vec<Diagnostic>,
}

/// Reads every file of the sources that belongs to the book.
#[must_use]
pub fn load(sources: &Sources, memory: &mut Memory) -> Noted<Playbook> {
    let Noted { value: book, mut notes } = book::book(sources.texts.get(PROJECT_FILE));
    let languages = book.translations().map(|language| language.tag.clone());
    let mode = Arc::new(Mode { html: book.html, languages: languages.collect() });
    memory.read(sources, &mode);
    let mut shelves: BTreeMap<Option<String>, Shelf> = BTreeMap::new();
    for Known { source, file, .. } in memory.files.values() {
        notes.extend(file.notes.iter().cloned());
        let Some(place) = &file.place else { continue };
        let shelf = shelves.entry(place.language.clone()).or_default();
        let key = (place.kind, place.id.clone());
        match (&file.said, shelf.entries.get(&key)) {
            (Ok(_), Some(first)) => {
                let help =
                    "rename one of the two files: an id is a file's name, whatever folder it is in";
                let here = Span::new(source, 0..0);
                let name = place.kind.name();
                notes.push(duplicate_id(here, name, &place.id, first.head.span(), help));
            }
            (Ok(entry), None) => {
                shelf.entries.insert(key, Arc::clone(entry));
            }
            (Err(mentions), _) => {
                shelf.broken.insert(place.stem.clone(), (key, Arc::clone(mentions)));
            }
        }
    }
    for source in sources.not_utf8.values() {
        let end = source.text().len();
        notes.push(not_utf8(Span::new(source, end..end)));
        if let Ok(place) = files::place(source, &mode.languages) {
            let shelf = shelves.entry(place.language).or_default();
            shelf.broken.insert(place.stem, ((place.kind, place.id), Arc::default()));
        }
    }
    for (path, bytes) in &sources.assets {
        let Some(path) = path.strip_prefix(files::CONTENT) else { continue };
        let (language, path) = files::language(&mode.languages, path);
        shelves.entry(language).or_default().assets.insert(path.to_owned(), Arc::clone(bytes));
    }
    let translations = book.translations().map(|language| {
        let shelf = shelves.remove(&Some(language.tag.clone())).unwrap_or_default();
        let Shelf { entries, broken, assets } = shelf;
        Translation { language: language.clone(), entries, broken, assets }
    });
    let translations = translations.collect();
    let Shelf { entries, broken, assets } = shelves.remove(&None).unwrap_or_default();
    let mut playbook = Playbook::new(book, entries, assets, broken);
    playbook.translations = translations;
    let published = published::published(sources.texts.get(LIST));
    playbook.published = published.value;
    notes.extend(published.notes);
    Noted::new(playbook, notes)
}

/// The folder that the book says its site is written to, from the project's root.
#[must_use]
pub fn output(sources: &Sources) -> String {
    book::book(sources.texts.get(PROJECT_FILE)).value.output
}

impl Memory {
    fn read(&mut self, sources: &Sources, mode: &Arc<Mode>) {
        let content = sources.texts.iter().filter(|(path, _)| path.starts_with(files::CONTENT));
        let content: Vec<(&String, &Arc<Source>)> = content.collect();
        let read = content.par_iter().map(|(path, source)| {
            let known = self.files.get(*path);
            let same =
                known.filter(|known| Arc::ptr_eq(&known.source, source) && known.mode == *mode);
            let known = same.cloned().unwrap_or_else(|| Known {
                source: Arc::clone(source),
                mode: Arc::clone(mode),
                file: Arc::new(file(source, mode)),
            });
            ((*path).clone(), known)
        });
        self.files = read.collect::<Vec<_>>().into_iter().collect();
    }
}

/// Reads one file of content. It depends on nothing but the file and the mode.
fn file(source: &Arc<Source>, mode: &Mode) -> File {
    let place = match files::place(source, &mode.languages) {
        Ok(place) => place,
        Err(misplaced) => {
            let notes = vec![misplaced.note];
            return File { place: misplaced.meant, said: Err(Arc::default()), notes };
        }
    };
    let mut gather = Gather::new(source, &place, mode.html);
    let entry = match place.kind {
        Kind::Scenario => gather.yaml("scenario", scenario::scenario),
        Kind::Template => gather.yaml("template", template::template),
        Kind::Comparison => gather.yaml("comparison", comparison::comparison),
        Kind::Check => gather.yaml("self-check", check::check),
        Kind::Guide => guide::guide(&mut gather),
    };
    let Gather { mentions, notes, .. } = gather;
    let said = entry.map(Arc::new).ok_or_else(|| Arc::new(mentions));
    File { said, notes, place: Some(place) }
}
