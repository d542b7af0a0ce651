//! Pages that are begun, get another name, or go. It must not know how a page is written.

use std::collections::HashSet;
use std::time::SystemTime;

use serde::Deserialize;
use serde_json::{Value, json};

use crate::check::check;
use crate::diagnostic::{Diagnostic, Severity};
use crate::edit::is_there;
use crate::load::{File, Memory, load, published};
use crate::markdown::slug;
use crate::model::{Drafts, Kind, SitePath};
use crate::rename::{Refusal, rename};
use crate::render::Site;
use crate::scaffold::{Besides, Blank, blank, unfit};
use crate::search::Findable;
use crate::source::Sources;

use super::super::current::Current;
use super::book::Editing;
use super::fault::{Fault, Told, against, read};

/// How many pages that sound like a new one are told.
const NEAR: usize = 3;

/// A page to begin. `attempt` only asks what would come of it.
#[derive(Deserialize)]
struct New {
    kind: String,
    title: String,
    #[serde(default, rename = "try")]
    attempt: bool,
}

/// A page that gets another name, which a title gives as it gives one to a new page.
#[derive(Deserialize)]
struct Move {
    file: String,
    title: String,
}

/// A page that is to go. Without `sure` only what would come of it is asked.
#[derive(Deserialize)]
struct Delete {
    file: String,
    #[serde(default)]
    sure: bool,
}

impl Editing {
    /// Begins a page.
    pub(in super::super) fn new_page(&mut self, current: &Current, asked: &[u8]) -> Told {
        let New { kind, title, attempt } = read(asked)?;
        let mut kinds = Kind::ALL.into_iter();
        let kind = kinds.find(|one| File::Content(*one).name() == kind);
        let kind = kind.ok_or_else(|| Fault::Unfit("there is no such kind of page".to_owned()))?;
        let page = blank(kind, &title, Besides::Nothing).ok_or_else(|| {
            Fault::Unfit(
                "give it a title with a letter or a digit: the page is named after it".to_owned(),
            )
        })?;
        self.reader.read().map_err(against)?;
        let is_taken = is_there(&self.reader.root().join(&page.path));
        let faults = unfit(self.reader.sources(), &page);
        let site_path = address(&page.path);
        if attempt {
            let near = current.site.as_deref().map(|site| near(site, kind, &title));
            let message = is_taken.then(|| taken(&page.path));
            return Ok(json!({
                "path": site_path, "file": page.path, "near": near.unwrap_or_default(),
                "message": message.or_else(|| first(&faults)),
            }));
        }
        if is_taken {
            return Err(Fault::Against(taken(&page.path)));
        }
        if let Some(why) = first(&faults) {
            return Err(Fault::Against(why));
        }
        let Blank { path, text } = page;
        self.journal()?.make(&path, text.as_bytes(), SystemTime::now()).map_err(against)?;
        Ok(json!({ "path": site_path, "file": path }))
    }

    /// Gives a page another name; all that names it follows, and its old address leads to the new one.
    pub(in super::super) fn move_page(&mut self, asked: &[u8]) -> Told {
        let Move { file, title } = read(asked)?;
        let name = slug(&title);
        if name.is_empty() {
            return Err(Fault::Unfit("give it a name with a letter or a digit".to_owned()));
        }
        self.reader.read().map_err(against)?;
        let edits = rename(self.reader.sources(), &file, &name).map_err(|why| {
            Fault::Against(match why {
                Refusal::Asked(why, help) => format!("{why}; {help}"),
                Refusal::Faults(faults) => {
                    let what = first(&faults).unwrap_or_default();
                    format!("mend what is wrong in the book first, so that nothing is overlooked: {what}")
                }
                Refusal::Left(faults) => {
                    format!("it would leave this fault: {}", first(&faults).unwrap_or_default())
                }
            })
        })?;
        self.journal()?.write(&edits, SystemTime::now()).map_err(against)?;
        let path = edits.after(&file);
        Ok(json!({ "path": address(path), "file": path, "message": format!("moved to `{path}`") }))
    }

    /// Takes a page away; what it said is kept, so that it can be taken back.
    pub(in super::super) fn delete_page(&mut self, asked: &[u8]) -> Told {
        let Delete { file, sure } = read(asked)?;
        self.file(&file)?;
        if sure {
            self.journal()?.remove(&file, SystemTime::now()).map_err(against)?;
            return Ok(
                json!({ "message": format!("`{file}` is deleted; \"Take back\" brings it again") }),
            );
        }
        Ok(json!({ "named_by": named_by(self.reader.sources(), &file) }))
    }
}

/// Where a page of content stands in the site.
fn address(file: &str) -> String {
    let inside = file.strip_prefix("content/").unwrap_or(file);
    let stem = inside.rsplit_once('.').map_or(inside, |(stem, _)| stem);
    format!("/{}.html", SitePath::made(stem.to_owned()))
}

/// The pages of this kind that are found by the words of a title.
fn near(site: &Site, kind: Kind, title: &str) -> Vec<Value> {
    let index = site.plan().index();
    let found = index.find(title).into_iter().map(|at| &index.pages[at]);
    let stems = found.map(Findable::stem).filter(|stem| stem.starts_with(kind.folder()));
    let playbook = site.plan().playbook();
    let entries = stems.filter_map(|stem| playbook.at(stem));
    let told = entries.map(
        |entry| json!({ "title": entry.head.title.value, "path": format!("/{}", entry.page()) }),
    );
    told.take(NEAR).collect()
}

/// What would be wrong without a file, and is not with it: each place that names it.
fn named_by(sources: &Sources, file: &str) -> Vec<Value> {
    let mut without = sources.clone();
    without.texts.remove(file);
    let errors = |sources: &Sources| {
        let loaded = load(sources, Drafts::Shown, &mut Memory::default());
        let mut notes = check(loaded, published(sources, None), None).notes;
        notes.retain(|note| note.severity() == Severity::Error);
        notes
    };
    let known_by = |note: &Diagnostic| {
        (note.rule.name, note.span.source().path().to_owned(), note.span.range())
    };
    let before: HashSet<_> = errors(sources).iter().map(known_by).collect();
    let new = errors(&without).into_iter().filter(|note| !before.contains(&known_by(note)));
    let told = new.map(|note| {
        let file = note.span.source().path();
        json!({ "file": file, "path": address(file), "line": note.span.line_and_column().0, "message": note.message })
    });
    told.collect()
}

fn taken(path: &str) -> String {
    format!("`{path}` is there already; choose another title")
}

/// What is said of the first fault.
pub(super) fn first(faults: &[Diagnostic]) -> Option<String> {
    let note = faults.first()?;
    let help = note.help.as_ref().map(|help| format!("; {help}")).unwrap_or_default();
    Some(format!("{}{help}", note.message))
}
