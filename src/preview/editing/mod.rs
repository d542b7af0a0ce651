//! What a page asks for whose texts are being written: what stands in its file, and what is to stand there. Each answer is
//! one that a page can show. It must not know who asks, nor how the answer is sent.

mod pages;
mod pictures;
mod titles;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use serde::Deserialize;
use serde_json::{Value, json};

use crate::amend::{Refusal, Signs, amend, body, values};
use crate::edit::{Edit, Edits, Journal, difference, mark};
use crate::in_place::{Asked, Conflict, conflicts, form};
use crate::load::{File, allowed, file_at, settings};
use crate::model::{Entry, SitePath, direction};
use crate::plan::Plan;
use crate::render::Site;
use crate::source::{Reader, Source};

use super::current::Current;
use super::found::{Found, file_of, find};
use super::mend;

/// What is asked to be saved.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Save {
    file: String,
    /// The mark of the file that the writer saw.
    hash: String,
    edits: Vec<Asked>,
}

/// What is asked to be taken back: the last save of a file, or all since a time in milliseconds from 1970 on.
#[derive(Deserialize)]
#[serde(untagged)]
enum Back {
    File { file: String },
    Since { since: u64 },
}

/// Why something was not done, as a page is told it.
#[derive(Debug)]
pub(super) enum Fault {
    /// It makes no sense, or has no place.
    Unfit(String),
    /// The file changed meanwhile, just there.
    Conflict { hash: String, conflicts: Vec<Conflict> },
    /// It stands against what is there.
    Against(String),
    /// There is no such thing.
    Nothing(String),
    /// The file is not there any more.
    Gone(String),
}

impl Fault {
    /// What a page is told, and the number that HTTP has for it.
    pub(super) fn told(self) -> (u16, Value) {
        match self {
            Self::Unfit(why) => (422, json!({ "message": why })),
            Self::Against(why) => (409, json!({ "message": why })),
            Self::Nothing(why) => (404, json!({ "message": why })),
            Self::Gone(why) => (410, json!({ "message": why })),
            Self::Conflict { hash, conflicts } => {
                let message = "somebody else changed this text meanwhile";
                (409, json!({ "message": message, "hash": hash, "conflicts": conflicts }))
            }
        }
    }
}

type Told = Result<Value, Fault>;

/// What is needed to write: the files as they are now, and what was saved.
pub(super) struct Editing {
    reader: Reader,
    journal: Journal,
}

impl Editing {
    /// Begins with nothing read.
    ///
    /// # Errors
    /// When the journal of earlier saves cannot be read.
    pub(super) fn open(root: &Path) -> Result<Self, crate::edit::Error> {
        Ok(Self { reader: Reader::new(root, allowed), journal: Journal::open(root)? })
    }

    /// What the file of a page says, and where on the page.
    pub(super) fn page(&mut self, current: &Current, address: &str) -> Told {
        let nothing = || Fault::Nothing("this page is made by itself and has no file".to_owned());
        let site = current.site.as_deref().ok_or_else(nothing)?;
        let path = SitePath::made(address.trim_start_matches('/').to_owned());
        let Found::Path(path) = find(site, &path) else { return Err(nothing()) };
        let name = file_of(site, &path).ok_or_else(nothing)?;
        let (source, file) = self.file(name)?;
        let entry = site.plans().find_map(|plan| plan.pages().get(&path)?.entry());
        let shown = |plan: &'_ Plan| plan.pages().get(&path)?.source(plan.playbook()).cloned();
        let shown = site.plans().find_map(shown);
        // A page that was made of another text would lead to other places in the file.
        let is_newest = shown.is_some_and(|shown| shown.text() == source.text());
        let page = is_newest.then(|| site.traced(path.as_str())?.ok()).flatten();
        let mut told = told(&source, file, page, current)?;
        let is_own = |plan: &&Plan| !plan.folder().is_root() && plan.folder().holds(path.as_str());
        let plan = site.plans().find(is_own).unwrap_or(site.plan());
        let language = &plan.playbook().book.language;
        told["lang"] = json!(language);
        told["dir"] = json!(direction(language));
        let is_translation = |entry: &&Arc<Entry>| entry.head.language.is_some();
        told["original"] = match entry.filter(is_translation) {
            Some(entry) => self.original(site, entry)?,
            None => Value::Null,
        };
        Ok(told)
    }

    /// What a file says that is no page of its own, as `book.toml`.
    pub(super) fn settings(&mut self, current: &Current, name: &str) -> Told {
        let (source, file) = self.file(name)?;
        told(&source, file, None, current)
    }

    /// What the file says of which one is a translation.
    fn original(&mut self, site: &Site, translation: &Entry) -> Told {
        let playbook = site.plan().playbook();
        let key = (translation.kind(), translation.head.id.clone());
        let Some(original) = playbook.entries.get(&key) else { return Ok(Value::Null) };
        let (source, file) = self.file(original.head.source.path())?;
        let values = values(&source, file).map_err(|why| refused(&why))?;
        let texts = values.into_iter().filter_map(|one| Some((one.place.to_string(), one.text?)));
        let body =
            body(&source, file).map(|range| (String::new(), source.text()[range].to_owned()));
        let texts: BTreeMap<String, String> = texts.chain(body).collect();
        Ok(json!({ "file": source.path(), "lang": playbook.book.language, "texts": texts }))
    }

    /// The titles of all pages, and the topics that there are.
    pub(super) fn titles(current: &Current) -> Value {
        current.site.as_deref().map_or_else(|| json!({ "pages": [], "topics": [] }), titles::titles)
    }

    /// Saves what was written.
    pub(super) fn save(&mut self, asked: &[u8]) -> Told {
        let Save { file: name, hash, edits } = read(asked)?;
        let (source, file) = self.file(&name)?;
        if mark(source.text().as_bytes()) != hash {
            let conflicts = conflicts(&source, file, &edits).map_err(|why| refused(&why))?;
            if !conflicts.is_empty() {
                return Err(Fault::Conflict { hash: mark(source.text().as_bytes()), conflicts });
            }
        }
        let changes: Vec<_> = edits.into_iter().map(Asked::change).collect();
        let made = amend(&source, file, &changes, Signs::TakenOut).map_err(|why| refused(&why))?;
        let ((start, end), put) = difference(source.text(), made.source.text());
        let edit = Edit::new(&source, start..end, put.to_owned());
        let edits = Edits { texts: vec![edit], ..Edits::default() };
        self.journal.write(&edits, SystemTime::now()).map_err(against)?;
        let taken: String = made.taken.into_iter().collect();
        Ok(json!({ "hash": mark(made.source.text().as_bytes()), "taken": taken }))
    }

    /// Takes back what was saved.
    pub(super) fn undo(&mut self, asked: &[u8]) -> Told {
        let now = SystemTime::now();
        match read(asked)? {
            Back::File { file } => {
                if self.journal.undo(&file, now).map_err(against)? {
                    return Ok(json!({ "undone": [file], "message": "taken back" }));
                }
                Err(Fault::Against("there is nothing more to take back in this file".to_owned()))
            }
            Back::Since { since } => {
                let from = UNIX_EPOCH + Duration::from_millis(since);
                let (undone, errors) = self.journal.undo_since(from, now);
                let left: Vec<String> = errors.iter().map(ToString::to_string).collect();
                let message = match (undone.len(), left.as_slice()) {
                    (0, []) => "there is nothing to take back".to_owned(),
                    (files, []) => format!("taken back in {}", counted(files)),
                    (files, left) => {
                        format!(
                            "taken back in {}; left as it is: {}",
                            counted(files),
                            left.join("; ")
                        )
                    }
                };
                Ok(json!({ "undone": undone, "message": message }))
            }
        }
    }

    /// A file as it is now, by the path that a page was told.
    fn file(&mut self, name: &str) -> Result<(Arc<Source>, File), Fault> {
        let path = BTreeSet::from([self.reader.root().join(name)]);
        if self.reader.read_known(&path).is_none() {
            self.reader.read().map_err(against)?;
        }
        let sources = self.reader.sources();
        let gone = || Fault::Gone(format!("`{name}` was moved or deleted"));
        let source = sources.texts.get(name).ok_or_else(gone)?;
        let file = file_at(source, &settings(sources)).ok_or_else(gone)?;
        Ok((Arc::clone(source), file))
    }
}

/// What is told of a file.
fn told(source: &Arc<Source>, file: File, page: Option<String>, current: &Current) -> Told {
    let form = form(source, file, page, &current.notes, mend::name);
    let mut told = json!(form.map_err(|why| refused(&why))?);
    told["book"] = json!(current.revision);
    Ok(told)
}

fn read<'a, T: Deserialize<'a>>(asked: &'a [u8]) -> Result<T, Fault> {
    serde_json::from_slice(asked).map_err(|error| Fault::Unfit(format!("not understood: {error}")))
}

fn refused(refusal: &Refusal) -> Fault {
    match refusal {
        Refusal::Unreadable(_) => Fault::Against(refusal.to_string()),
        _ => Fault::Unfit(refusal.to_string()),
    }
}

fn against(error: impl fmt::Display) -> Fault {
    Fault::Against(error.to_string())
}

fn counted(files: usize) -> String {
    format!("{files} {}", crate::diagnostic::plural(files, "file"))
}
