//! Rules over the whole book. What passes is `Checked`, and nothing else can be planned or published.
//!
//! A rule is found in the file of its name. It must not know how files are written nor how pages look.

mod bad_file_name;
mod bad_picture;
mod bad_redirect;
mod broken_anchor;
mod broken_link;
mod cut_translation;
mod dangling_reference;
mod different_fields;
mod duplicate_id;
mod editions;
mod named_inside;
mod near_link;
mod not_published;
mod old_addresses;
mod orphan_translation;
mod outside_address;
mod overdue_review;
mod picture_format;
mod place;
mod reached;
mod stale_translation;
mod unheeded_key;
mod unlinked_scenario;
mod unnamed_role;
mod unplaced_file;
mod unused_template;
mod vanished_id;
mod wordless_picture;

pub(crate) use named_inside::words_in;

use crate::diagnostic::{Diagnostic, Noted, Severity, count, outdated_alone, sort};
use crate::model::{ListedBefore, Playbook, Published};
use crate::source::Day;

/// A playbook without errors.
#[derive(Debug)]
pub struct Checked {
    playbook: Playbook,
    editions: Vec<Playbook>,
}

impl Checked {
    /// The playbook that passed.
    #[must_use]
    pub fn playbook(&self) -> &Playbook {
        &self.playbook
    }

    /// Lets go of how it was listed the last time: it keeps alive all that was in it then, and is needed once.
    pub fn forget_order(&mut self) {
        self.playbook.listed_before = ListedBefore::default();
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
    let mut files = near_link::Files::default();
    let mut reached = reached::Reached::default();
    let links = || {
        let mut notes = Vec::new();
        for mentions in playbook.mentions() {
            broken_link::check(&playbook, mentions, &mut files, &mut reached, &mut notes);
        }
        notes
    };
    let (unnamed, of_links) =
        rayon::join(|| dangling_reference::references(&playbook, &mut notes), links);
    notes.extend(of_links);
    bad_file_name::check(&playbook, &mut notes);
    unplaced_file::check(&playbook, &mut notes);
    dangling_reference::assigned(&playbook, &mut notes);
    bad_redirect::check(&playbook, &mut files, &mut reached, &mut notes);
    unnamed_role::check(&playbook, &mut notes);
    duplicate_id::check(&playbook, &mut notes);
    dangling_reference::queries(&playbook, &mut notes);
    if let Some(published) = published.value {
        vanished_id::check(&mut playbook, &published, &mut notes);
    }
    if let Some(today) = today {
        overdue_review::check(&playbook, today, &mut notes);
    }
    let mut editions = editions::editions(&mut playbook, &mut files, &mut reached, &mut notes);
    bad_picture::check(&playbook, &editions, &mut notes);
    wordless_picture::check(&playbook, &mut notes);
    playbook.book.levels.apply(&mut notes);
    named_inside::note(&playbook, &editions, &mut reached);
    not_published::patterns(&playbook, &mut notes);
    for playbook in std::iter::once(&playbook).chain(&editions) {
        not_published::check(playbook, &reached, &mut notes);
    }
    for playbook in std::iter::once(&mut playbook).chain(&mut editions) {
        not_published::leave_out(playbook, &reached);
    }
    // What a file with faults leads to is not known, so nothing is called neglected for now.
    if no_errors(&notes) {
        let neglected = reached.neglected(&playbook, &unnamed);
        let all = playbook.entries.values().filter(|entry| !entry.head.draft);
        let scenarios = all.filter(|entry| entry.scenario().is_some()).count();
        unlinked_scenario::check(&neglected, scenarios, &mut notes);
        unused_template::check(&neglected, scenarios, &mut notes);
    }
    playbook.book.levels.apply(&mut notes);
    outdated_alone(&mut notes);
    sort(&mut notes);
    let checked = no_errors(&notes).then_some(Checked { playbook, editions });
    Noted::new(checked, notes)
}

fn no_errors(notes: &[Diagnostic]) -> bool {
    count(notes, Severity::Error) == 0
}
