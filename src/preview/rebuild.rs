//! The thread that rebuilds: waits for saves, reads what changed, swaps the new site in.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::time::Instant;

use tokio::sync::oneshot;

use crate::build::{Memory, Options, build, layout_faults};
use crate::diagnostic::{Diagnostic, Noted, Severity, count, sort};
use crate::edit::{has_any, outdated, replace};
use crate::load::allowed;
use crate::model::Drafts;
use crate::render::Site;
use crate::scaffold::{known, schema_paths, schemas};
use crate::schema::{Known, is_ours};
use crate::source::{FOLDERS, PROJECT_FILE, Reader, Sources};

use super::current::{Settings, Shared};
use super::saves::Saves;
use super::seen::Look;
use super::status::Status;

/// Rebuilds for as long as the program runs. `ready` is told when the first look is done.
pub(super) fn run(
    settings: &Settings,
    shared: &Shared,
    report: &(dyn Fn(Status) + Sync),
    ready: oneshot::Sender<()>,
) {
    // Watching begins before the first look, so that no save falls between the two.
    let mut saves = Saves::watch(settings, report);
    let mut rebuild = Rebuild {
        root: &settings.root,
        reader: Reader::new(&settings.root, allowed),
        memory: Memory::default(),
        shared,
        report,
        had_content: false,
        must_make: true,
        layouts_are_proved: false,
        known: Known::default(),
    };
    let mut ready = Some(ready);
    let mut look = Look::Everywhere;
    loop {
        let read = rebuild.look(&look);
        saves.follow_links(rebuild.reader.linked());
        if read == Read::Failed {
            saves.try_again();
        }
        if let Some(ready) = ready.take() {
            let _ = ready.send(());
        }
        look = saves.next(report);
    }
}

/// Whether the book could be read.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Read {
    Well,
    Failed,
}

struct Rebuild<'a> {
    root: &'a Path,
    reader: Reader,
    memory: Memory,
    shared: &'a Shared,
    report: &'a (dyn Fn(Status) + Sync),
    /// The book had content once.
    had_content: bool,
    /// Make the site even when no file changed: nothing was made yet, or reading failed the last time.
    must_make: bool,
    /// Every page was rendered with the layouts as they are.
    layouts_are_proved: bool,
    /// What the schemas of the project offer.
    known: Known,
}

impl Rebuild<'_> {
    fn look(&mut self, look: &Look) -> Read {
        let start = Instant::now();
        let known = match look {
            Look::At(paths) => self.reader.read_known(paths),
            Look::Everywhere => None,
        };
        let changed = match known.map_or_else(|| self.reader.read(), Ok) {
            Ok(changed) => changed,
            Err(error) => {
                self.unreadable(&error.to_string());
                return Read::Failed;
            }
        };
        let must_make = std::mem::take(&mut self.must_make);
        if changed.is_empty() && !must_make {
            return Read::Well;
        }
        let is_of_layouts = |file: &String| file.starts_with("themes/") || file == PROJECT_FILE;
        self.layouts_are_proved &= !changed.iter().any(is_of_layouts);
        // An empty book is one that begins; one that is empty all at once is a folder that was moved.
        let has_content = has_content(self.reader.sources());
        if self.had_content && !has_content {
            self.unreadable("there is no file in `content/` any more");
            return Read::Failed;
        }
        self.had_content = has_content;
        // A fault of ours must not end the preview: what is served stays.
        let made = catch_unwind(AssertUnwindSafe(|| {
            let options = Options { drafts: Drafts::Shown, ..Options::default() };
            build(self.reader.sources(), &options, &mut self.memory)
        }));
        match made {
            Ok(Noted { value: Some(site), notes }) => self.swap(site, notes, changed, start),
            Ok(Noted { value: None, notes }) => self.tell(notes, changed),
            Err(_) => {
                // It may have been left half changed.
                self.memory = Memory::default();
                self.unreadable("Twohats itself failed on this; please report it");
            }
        }
        Read::Well
    }

    fn swap(
        &mut self,
        site: Site,
        mut warnings: Vec<Diagnostic>,
        files: Vec<String>,
        start: Instant,
    ) {
        if !self.layouts_are_proved {
            // A layout may be whole and still ask for something that is not there.
            let mut faults = layout_faults(&site);
            if count(&faults, Severity::Error) > 0 {
                faults.extend(warnings);
                sort(&mut faults);
                return self.tell(faults, files);
            }
            self.layouts_are_proved = true;
            warnings.extend(faults);
            sort(&mut warnings);
        }
        // What was served before is let go of at the end: that takes time, and nobody shall wait for it.
        let before = self.shared.get();
        let site = self.shared.swap(site, &warnings);
        let took = start.elapsed();
        if before.site.is_none() {
            let files = self.reader.sources().len();
            (self.report)(Status::Ready { files, took, warnings });
        } else if !files.is_empty() {
            (self.report)(Status::Changed { files, took, warnings });
        }
        if before.has_faults() {
            (self.report)(Status::AllClear);
        }
        // Most projects keep no schemas, and need nothing to be gathered for them.
        if has_any(self.root, &schema_paths()) {
            let known = known(site.plan().playbook());
            if self.known != known {
                self.keep_schemas(&known);
                self.known = known;
            }
        }
    }

    /// Brings the schemas of the project up to date. They lie where no file is read, so no look follows.
    fn keep_schemas(&self, known: &Known) {
        let files = schemas(known);
        let mut old = outdated(self.root, &files, is_ours).into_iter().peekable();
        if old.peek().is_some() {
            let kept = old.try_for_each(|(path, text)| replace(&self.root.join(path), text));
            (self.report)(Status::Schemas(kept));
        }
    }

    fn tell(&self, faults: Vec<Diagnostic>, files: Vec<String>) {
        self.shared.tell(&faults);
        (self.report)(Status::Faults { files, faults });
    }

    fn unreadable(&mut self, why: &str) {
        self.must_make = true;
        // It is tried again with every look; once is enough to say so.
        if self.shared.get().unreadable.as_deref() == Some(why) {
            return;
        }
        self.shared.tell_unreadable(why);
        (self.report)(Status::Unreadable { why: why.to_owned() });
    }
}

fn has_content(sources: &Sources) -> bool {
    let [content, _] = FOLDERS;
    let is_content = |path: &String| path.split('/').next() == Some(content);
    sources.texts.keys().chain(sources.not_utf8.keys()).chain(sources.assets.keys()).any(is_content)
}
