//! Rules over the whole book. What passes is `Checked`, and nothing else can be planned or published.
//!
//! It must not know how files are written nor how pages look.

mod assets;
mod editions;
mod links;
mod neglected;
mod old_names;
mod queries;
mod redirects;
mod references;
mod review;
mod vanished;

use crate::diagnostic::{Diagnostic, Noted, Severity, count, sort};
use crate::model::{Playbook, Published};
use crate::source::Day;

/// A playbook without errors.
#[derive(Debug)]
pub struct Checked {
    playbook: Playbook,
    editions: Vec<Playbook>,
}

impl Checked {
    #[must_use]
    pub fn playbook(&self) -> &Playbook {
        &self.playbook
    }

    /// The same playbook in the languages that it is translated into, each whole.
    pub fn take_editions(&mut self) -> Vec<Self> {
        let editions = std::mem::take(&mut self.editions).into_iter();
        editions.map(|playbook| Self { playbook, editions: Vec::new() }).collect()
    }
}

/// Checks what was loaded, the playbook and the ids that were published before. Reviews that are due are told
/// of when it is said which day it is. The notes are all there are, those of loading too, in the order in which
/// they are shown; the value is there when none of them is an error.
#[must_use]
pub fn check(
    loaded: Noted<Playbook>,
    published: Noted<Option<Published>>,
    today: Option<Day>,
) -> Noted<Option<Checked>> {
    let Noted { value: mut playbook, mut notes } = loaded;
    notes.extend(published.notes);
    let mut files = links::Files::default();
    let mut reached = neglected::Reached::default();
    let links = || {
        let mut notes = Vec::new();
        for mentions in playbook.mentions() {
            links::check(&playbook, mentions, &mut files, &mut reached, &mut notes);
        }
        notes
    };
    let (unnamed, of_links) = rayon::join(|| references::all(&playbook, &mut notes), links);
    notes.extend(of_links);
    assets::check(&playbook, &mut notes);
    redirects::check(&playbook, &mut notes);
    old_names::check(&playbook, &mut notes);
    queries::check(&playbook, &mut notes);
    if let Some(published) = published.value {
        vanished::check(&playbook, &published, &mut notes);
    }
    if let Some(today) = today {
        review::check(&playbook, today, &mut notes);
    }
    let editions = editions::editions(&mut playbook, &mut files, &mut reached, &mut notes);
    playbook.book.levels.apply(&mut notes);
    // What a file with faults leads to is not known, so nothing is called neglected for now.
    if no_errors(&notes) {
        neglected::check(&playbook, &unnamed, &reached, &mut notes);
        playbook.book.levels.apply(&mut notes);
    }
    sort(&mut notes);
    let checked = no_errors(&notes).then_some(Checked { playbook, editions });
    Noted::new(checked, notes)
}

fn no_errors(notes: &[Diagnostic]) -> bool {
    count(notes, Severity::Error) == 0
}
