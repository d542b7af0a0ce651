//! What could be better in a file that is without fault: rules that know what a playbook is for.

mod actions;
mod checklist;
mod discuss;
mod practice;
mod script;
mod sides;

use crate::diagnostic::Diagnostic;
use crate::model::{Body, Entry};

use super::manner::Manner;

/// Tells what could be better in a file.
pub fn advise(entry: &Entry, manner: &Manner, notes: &mut Vec<Diagnostic>) {
    if let Some(scenario) = entry.scenario() {
        sides::note(scenario, notes);
        for (role, response) in scenario.responses.each() {
            script::note(role, &response.say, notes);
            if manner.english {
                actions::note(role, &response.actions, notes);
            }
        }
        practice::note(scenario, notes);
        discuss::note(scenario, notes);
    }
    if let Some(template) = entry.template() {
        checklist::note_fields(&template.fields, notes);
    }
    if let Body::Check(check) = &entry.body {
        checklist::note_sides(check, notes);
    }
}
