//! From texts to the model. What is wrong is collected, never thrown: one run tells every fault there is.
//!
//! A key is declared in the file that reads it. It must not know anything that needs more than one file: that is
//! `check`.

mod advice;
mod book;
mod broken_gap;
mod comparison;
mod computed;
mod content_path;
mod duplicate_id;
mod entry;
mod entry_reader;
mod example;
mod extra;
mod field;
mod field_types;
mod file;
mod guide;
mod head;
mod home;
mod named_fields;
mod old_ids;
mod options;
mod placeholder;
mod published;
mod queries;
mod scenario;
mod schema_line;
mod self_check;
mod stray_mark;
mod template;
mod withheld;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rayon::prelude::*;

use crate::diagnostic::rules::duplicate_id::duplicate_id;
use crate::diagnostic::rules::git_conflict::git_conflicts;
use crate::diagnostic::rules::no_front_matter::no_front_matter;
use crate::diagnostic::rules::not_utf8::not_utf8;
use crate::diagnostic::rules::unplaced_file::unplaced_file;
use crate::diagnostic::rules::unreadable_file::{missing_folder, unreadable_file};
use crate::diagnostic::rules::{unheeded_key, unsafe_link};
use crate::diagnostic::{Diagnostic, Noted, Severity, count};
use crate::markdown::composed;
use crate::model::{
    Book, Broken, Coverage, Drafts, Entry, EntryKey, GuideNames, Head, Home, Kind, ListedBefore,
    Mentions, Playbook, SitePath, Translation,
};
use crate::source::{Asset, PROJECT_FILE, Source, Sources, Span};

pub use advice::seconds_to_say;
pub(crate) use book::{SITE_URL_FORM, site_url};
pub use content_path::{QUERIES, is_translation};
pub use entry::may_be_left_out;
pub use field::FieldType;
pub use field_types::FIELD_TYPES;
pub use file::File;
pub use guide::front_matter;
pub use head::{DRAFT, ORIGINAL, TITLE, TOPICS};

use content_path::{Meant, Misplacement, content_path};
use entry::yaml;
use entry_reader::EntryReader;
use options::LoadOptions;

pub use published::published;
pub use schema_line::{SCHEMA_LINE, schema_line};

/// What the files of a book said when they were read last. A file whose text is still the same one is not
/// read again.
#[derive(Debug, Default)]
pub struct Memory {
    files: BTreeMap<String, Known>,
    listed: ListedBefore,
}

/// A file as it was read.
#[derive(Clone, Debug)]
struct Known {
    source: Arc<Source>,
    options: Arc<LoadOptions>,
    file: Arc<Loaded>,
}

/// What was read in one language.
#[derive(Default)]
struct LanguageFiles<'m> {
    /// In the order of their paths.
    found: Vec<(&'m Arc<Entry>, &'m Known, &'m Meant)>,
    broken: Broken,
    assets: BTreeMap<SitePath, Asset>,
}

/// What a file says: a thing of its kind, or at least what it says about others; and what is wrong with it.
#[derive(Debug)]
struct Loaded {
    place: Option<Meant>,
    said: Result<Arc<Entry>, Arc<Mentions>>,
    notes: Vec<Diagnostic>,
    /// Whether its heading stands in for the front matter that it lacks.
    is_headed: bool,
    /// Faults of the folders that it lies in, each with its folder.
    of_folders: Vec<(String, Diagnostic)>,
}

/// Reads every file of the sources that belongs to the book, whose drafts are shown or left out.
#[must_use]
pub fn load(sources: &Sources, drafts: Drafts, memory: &mut Memory) -> Noted<Playbook> {
    let Noted { value: book, mut notes } = book::book(sources.texts.get(PROJECT_FILE));
    let options = Arc::new(LoadOptions::of(&book));
    memory.read(sources, &options);
    let mut languages: BTreeMap<Option<String>, LanguageFiles<'_>> = BTreeMap::new();
    let mut folders = BTreeSet::new();
    let mut headed: Vec<&Arc<Source>> = Vec::new();
    for known in memory.files.values() {
        let Known { source, file, .. } = known;
        notes.extend(file.notes.iter().cloned());
        headed.extend(file.is_headed.then_some(source));
        let of_folders = file.of_folders.iter().filter(|(folder, _)| folders.insert(folder));
        notes.extend(of_folders.map(|(_, note)| note.clone()));
        let Some(place) = &file.place else { continue };
        let files = languages.entry(place.language.clone()).or_default();
        match &file.said {
            Ok(entry) => files.found.push((entry, known, place)),
            Err(mentions) => {
                let meant = (place.kind, place.id.clone());
                files.broken.insert(place.stem.clone(), meant, Arc::clone(mentions));
            }
        }
    }
    if let [first, ..] = headed[..] {
        let line = first.text().lines().next().map_or(0, str::len);
        notes.push(no_front_matter(Span::new(first, 0..line), headed.len()));
    }
    for source in sources.not_utf8.values() {
        let end = source.text().len();
        notes.push(not_utf8(Span::new(source, end..end)));
        if let Ok(place) = content_path(source, &options.languages) {
            let place = place.meant();
            let files = languages.entry(place.language).or_default();
            files.broken.insert(place.stem, (place.kind, place.id), Arc::default());
        }
    }
    for (path, why) in &sources.lost {
        let source = Arc::new(Source::new(path.as_str(), ""));
        notes.push(unreadable_file(Span::new(&source, 0..0), why));
    }
    let missing = book.allowed_folders.iter().filter(|one| sources.missing.contains(&one.value));
    notes.extend(missing.map(|one| missing_folder(one.span.clone(), &one.value)));
    let withheld = withheld::withheld(sources, &options.languages);
    notes.extend(withheld.notes);
    let withheld = withheld.value;
    for (path, asset) in &sources.assets {
        let inside = path.strip_prefix(content_path::CONTENT);
        let Some(path) = inside.filter(|path| !withheld.contains(*path)) else { continue };
        let (language, inside) = content_path::language(&options.languages, path);
        let inside = SitePath::made(composed(inside).into_owned());
        let files = languages.entry(language).or_default();
        if files.assets.insert(inside, asset.clone()).is_some() {
            let file = Arc::new(Source::new(format!("{}{path}", content_path::CONTENT), ""));
            notes.push(unplaced_file(Span::new(&file, 0..0), SAME_NAME));
        }
    }
    let translations = book.translations().map(|language| {
        let files = languages.remove(&Some(language.tag.clone())).unwrap_or_default();
        let LanguageFiles { found, mut broken, assets } = files;
        let entries = entries(found, &mut broken, &mut notes);
        let home = first_page(sources, Some(&language.tag), &mut notes);
        Translation { language: language.clone(), entries, broken, home, assets }
    });
    let translations = translations.collect();
    let home = first_page(sources, None, &mut notes);
    let LanguageFiles { found, mut broken, assets } = languages.remove(&None).unwrap_or_default();
    let entries = entries(found, &mut broken, &mut notes);
    let queries = queries::queries(sources.texts.get(content_path::QUERIES));
    notes.extend(queries.notes);
    let playbook = Playbook {
        book,
        drafts,
        entries,
        broken,
        assets,
        shared: BTreeMap::new(),
        coverage: Coverage::default(),
        translations,
        queries: queries.value.answered,
        unanswered: queries.value.unanswered,
        home,
        withheld,
        guide_names: GuideNames::default(),
        listed_before: memory.listed.clone(),
    };
    Noted::new(playbook, notes)
}

/// Entries by their ids. Of several with the same one the first is it, and the others are told of.
fn entries(
    mut found: Vec<(&Arc<Entry>, &Known, &Meant)>,
    broken: &mut Broken,
    notes: &mut Vec<Diagnostic>,
) -> BTreeMap<EntryKey, Arc<Entry>> {
    // They are nearly in this order; so many are not looked up one by one.
    found.sort_by_key(|(entry, _, place)| (place.kind, &entry.head.id));
    let mut entries: Vec<(EntryKey, Arc<Entry>)> = Vec::with_capacity(found.len());
    for (entry, Known { source, .. }, place) in found {
        let id = &entry.head.id;
        let last = entries.last().filter(|((kind, last), _)| *kind == place.kind && last == id);
        let Some((_, first)) = last else {
            entries.push(((place.kind, id.clone()), Arc::clone(entry)));
            continue;
        };
        let (here, first) = (Span::new(source, 0..0), first.head.span());
        let help = one_of_two(&entry.head, source, first.source());
        notes.push(duplicate_id(here, place.kind.name(), id.as_str(), first, help));
        // It is there, so that links to it are no second fault.
        let said = Arc::new(entry.mentions.clone());
        broken.insert(place.stem.clone(), (place.kind, place.id.clone()), said);
    }
    entries.into_iter().collect()
}

/// What helps where two files are the same thing of the book.
fn one_of_two(head: &Head, source: &Source, first: &Source) -> &'static str {
    if composed(source.path()) == composed(first.path()) {
        SAME_NAME
    } else if head.stem.is_chapter() {
        "a folder has one page of its own: put both texts into one of the two files, and delete the other"
    } else {
        "rename one of the two files: an id is a file's name, whatever folder it is in"
    }
}

/// The first page in a language, where the book writes its own.
fn first_page(
    sources: &Sources,
    language: Option<&str>,
    notes: &mut Vec<Diagnostic>,
) -> Option<Home> {
    let source = sources.texts.get(&content_path::home(language))?;
    let Noted { value: home, notes: found } = home::home(source, language.is_some());
    notes.extend(found);
    notes.extend(schema_line::note(source, File::Home, language));
    home
}

/// What helps where two files differ only in how their names are written.
const SAME_NAME: &str = "the names of the two files look the same, and differ only in how letters with marks are written: \
    keep one file, or give it a name of its own";

/// What the file of a path is, in a book; `None` where no file that has keys lies there.
#[must_use]
pub fn file_at(source: &Arc<Source>, book: &Book) -> Option<File> {
    let languages = LoadOptions::of(book).languages;
    match source.path() {
        PROJECT_FILE => Some(File::Book),
        path if content_path::is_home(path, &languages) => Some(File::Home),
        path if !path.starts_with(content_path::CONTENT) || path == content_path::QUERIES => None,
        _ => content_path(source, &languages).ok().map(|place| File::Content(place.stem.kind())),
    }
}

/// What the book says of itself, as far as it can be read.
#[must_use]
pub fn settings(sources: &Sources) -> Book {
    book::book(sources.texts.get(PROJECT_FILE)).value
}

/// The folders outside the project to which its links may lead, as `book.toml` says it.
#[must_use]
pub fn allowed(book: &Arc<Source>) -> Vec<String> {
    let folders = book::book(Some(book)).value.allowed_folders;
    folders.into_iter().map(|folder| folder.value).collect()
}

impl Memory {
    /// Keeps how the book is listed, for the next time.
    pub fn keep_order(&mut self, listed: ListedBefore) {
        self.listed = listed;
    }

    fn read(&mut self, sources: &Sources, options: &Arc<LoadOptions>) {
        let content = sources.texts.iter().filter(|(path, _)| {
            path.starts_with(content_path::CONTENT)
                && *path != content_path::QUERIES
                && !content_path::is_home(path, &options.languages)
        });
        // Both are in the order of their paths, so one walk finds what is known of each.
        let mut before = std::mem::take(&mut self.files).into_iter().peekable();
        let content = content.map(|(path, source)| {
            while before.next_if(|(known, _)| known < path).is_some() {}
            let known = before.next_if(|(known, _)| known == path).map(|(_, known)| known);
            let is_same =
                |known: &Known| Arc::ptr_eq(&known.source, source) && known.options == *options;
            (path, source, known.filter(is_same))
        });
        let content: Vec<_> = content.collect();
        let read = content.into_par_iter().map(|(path, source, known)| {
            let read = || Known {
                source: Arc::clone(source),
                options: Arc::clone(options),
                file: Arc::new(file(source, options)),
            };
            (path.clone(), known.unwrap_or_else(read))
        });
        self.files = read.collect::<Vec<_>>().into_iter().collect();
    }
}

/// Reads one file of content. It depends on nothing but the file and the options.
fn file(source: &Arc<Source>, options: &LoadOptions) -> Loaded {
    let place = match content_path(source, &options.languages) {
        Ok(place) => place,
        Err(misplaced) => {
            let (mut notes, mut of_folders) = (Vec::new(), Vec::new());
            for Misplacement { note, folder } in misplaced.faults {
                match folder {
                    Some(folder) => of_folders.push((folder, note)),
                    None => notes.push(note),
                }
            }
            let said = Err(Arc::default());
            return Loaded { place: misplaced.meant, said, notes, is_headed: false, of_folders };
        }
    };
    let conflicts = source.conflicts();
    if !conflicts.is_empty() {
        let notes = git_conflicts(source, &conflicts);
        let (place, said) = (Some(place.meant()), Err(Arc::default()));
        return Loaded { place, said, notes, is_headed: false, of_folders: Vec::new() };
    }
    let mut reader = EntryReader::new(source, &place, options.html);
    let entry = match place.stem.kind() {
        Kind::Scenario => yaml(&mut reader, &scenario::KEYS, scenario::scenario),
        Kind::Template => yaml(&mut reader, &template::KEYS, template::template),
        Kind::Comparison => yaml(&mut reader, &comparison::KEYS, comparison::comparison),
        Kind::SelfCheck => yaml(&mut reader, &self_check::KEYS, self_check::self_check),
        Kind::Guide => guide::guide(&mut reader),
    };
    let EntryReader { mentions, mut notes, .. } = reader;
    let kind = File::Content(place.stem.kind());
    notes.extend(schema_line::note(source, kind, place.language.as_deref()));
    // What could be better is told when nothing is wrong: a key that is misspelt is not missing too.
    let is_well = count(&notes, Severity::Error) == 0;
    if !is_well {
        notes.retain(|note| !note.is_of(&unheeded_key::RULE));
    }
    // What a translation leaves out is the original's.
    let is_judged = is_well && place.language.is_none();
    if let Some(entry) = entry.as_ref().filter(|entry| is_judged && !entry.head.draft) {
        advice::advise(entry, options, &mut notes);
    }
    // An address that is not followed takes no place of the page away.
    let takes_away =
        |note: &Diagnostic| note.severity() == Severity::Error && !note.is_of(&unsafe_link::RULE);
    let is_whole = !notes.iter().any(takes_away);
    let entry = entry.map(|entry| Arc::new(Entry { is_whole, ..entry }));
    let said = entry.ok_or_else(|| Arc::new(mentions));
    let is_headed = is_well && place.stem.kind() == Kind::Guide && guide::is_headed(source.text());
    Loaded { said, notes, is_headed, of_folders: Vec::new(), place: Some(place.meant()) }
}
