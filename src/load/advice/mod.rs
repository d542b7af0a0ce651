//! What could be better in a file that is without fault: rules that know what a playbook is for.

mod actions;
mod checklist;
mod discuss;
mod practice;
mod script;
mod sides;

use crate::diagnostic::Diagnostic;
use crate::markdown::Prose;
use crate::model::{Body, Entry, Response, Role, Scenario};

use super::manner::Manner;

/// Tells what could be better in a file.
pub fn advise(entry: &Entry, manner: &Manner, notes: &mut Vec<Diagnostic>) {
    match &entry.body {
        Body::Scenario(scenario) => {
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
        Body::Template(template) => checklist::note_fields(&template.fields, notes),
        Body::Check(check) => checklist::note_sides(check, notes),
        Body::Guide(_) | Body::Comparison(_) => {}
    }
}

/// The key of an item of a list in a response, as in `leader.do[1]`.
fn key(role: Role, name: &str, at: usize) -> String {
    format!("{}.{name}[{at}]", role.name())
}

/// Everything that a hat does, in the response and in the sequence.
fn all_actions(scenario: &Scenario) -> impl Iterator<Item = &Prose> {
    let actions = scenario.responses.each().flat_map(|(_, Response { actions, .. })| actions);
    actions.chain(scenario.sequence.iter().map(|step| &step.text))
}
