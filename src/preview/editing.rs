//! What a page asks for whose texts are being written: what stands in its file, and what is to stand there. Each answer is
//! one that a page can show. It must not know who asks, nor how the answer is sent.

mod titles;

use std::collections::BTreeSet;
use std::fmt;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use serde::Deserialize;
use serde_json::{Value, json};

use crate::amend::{Refusal, Signs, amend};
use crate::edit::{Edit, Edits, Journal, difference};
use crate::in_place::{Asked, Conflict, conflicts, form, mark};
use crate::load::{File, allowed, file_at, settings};
use crate::model::SitePath;
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
        let (Found::Path(path), Some(name)) = (find(site, &path), file_of(site, &path)) else {
            return Err(nothing());
        };
        let (source, file) = self.file(name)?;
        let page = site.traced(path.as_str()).and_then(Result::ok);
        let is_newest = site_has(&source, current, name);
        let page = page.filter(|_| is_newest);
        let form =
            form(&source, file, page, &current.notes, mend::name).map_err(|why| refused(&why))?;
        let mut told = json!(form);
        let entry = site.plans().find_map(|plan| plan.pages().get(&path)?.entry().cloned());
        let plan = site.plans().find(|plan| plan.folder().holds(path.as_str()));
        let book = &plan.unwrap_or(site.plan()).playbook().book;
        told["book"] = json!(current.revision);
        told["lang"] = json!(book.language);
        told["draft"] = json!(entry.is_some_and(|entry| entry.head.draft));
        Ok(told)
    }

    /// The titles of all pages, and the topics that there are.
    pub(super) fn titles(current: &Current) -> Value {
        current.site.as_deref().map_or_else(|| json!({ "pages": [], "topics": [] }), titles::titles)
    }

    /// Saves what was written.
    pub(super) fn save(&mut self, asked: &[u8]) -> Told {
        let Save { file: name, hash, edits } = read(asked)?;
        let (source, file) = self.file(&name)?;
        if mark(source.text()) != hash {
            let conflicts = conflicts(&source, file, &edits).map_err(|why| refused(&why))?;
            if !conflicts.is_empty() {
                return Err(Fault::Conflict { hash: mark(source.text()), conflicts });
            }
        }
        let changes: Vec<_> = edits.into_iter().map(Asked::change).collect();
        let made = amend(&source, file, &changes, Signs::TakenOut).map_err(|why| refused(&why))?;
        let ((start, end), put) = difference(source.text(), made.source.text());
        let edit = Edit::new(&source, start..end, put.to_owned());
        let edits = Edits { texts: vec![edit], ..Edits::default() };
        self.journal.write(&edits, SystemTime::now()).map_err(against)?;
        let taken: String = made.taken.into_iter().collect();
        Ok(json!({ "hash": mark(made.source.text()), "taken": taken }))
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

/// Whether the site that is shown was made of this text of the file.
fn site_has(source: &Source, current: &Current, name: &str) -> bool {
    let plans = current.site.iter().flat_map(|site| site.plans());
    let mut entries = plans.flat_map(|plan| plan.pages().values()).filter_map(|page| page.entry());
    entries
        .any(|entry| entry.head.source.path() == name && entry.head.source.text() == source.text())
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
