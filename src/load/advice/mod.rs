//! What could be better in a file that is without fault: rules that know what a playbook is for, each in a file of
//! its name.

mod empty_guide;
mod long_checklist;
mod long_script;
mod no_listen_for;
mod no_verb;
mod repeated_action;
mod thin_side;

pub use long_script::seconds_to_say;

use crate::diagnostic::Diagnostic;
use crate::model::{Body, Entry};

use super::options::LoadOptions;

/// Tells what could be better in a file.
pub(super) fn advise(entry: &Entry, options: &LoadOptions, notes: &mut Vec<Diagnostic>) {
    if let Some(scenario) = entry.scenario() {
        thin_side::note(scenario, notes);
        for (role, response) in scenario.responses.each() {
            long_script::note(role, &response.say, notes);
            if options.english {
                no_verb::note(role, &response.actions, notes);
            }
        }
        no_listen_for::note(scenario, notes);
        repeated_action::note(scenario, notes);
    }
    if let Some(template) = entry.template() {
        long_checklist::note_fields(&template.fields, notes);
    }
    if let Body::Guide(guide) = &entry.body {
        empty_guide::note(&entry.head, guide, notes);
    }
    if let Body::SelfCheck(check) = &entry.body {
        long_checklist::note_sides(check, notes);
    }
}
