//! `no-listen-for`: whoever practises can tell how it went.

use crate::diagnostic::Diagnostic;
use crate::diagnostic::rules::no_listen_for::no_listen_for;
use crate::model::Scenario;

pub(super) fn note(scenario: &Scenario, notes: &mut Vec<Diagnostic>) {
    let Some(practice) = &scenario.practice else { return };
    if practice.listen_for.is_empty() {
        notes.push(no_listen_for(practice.ask.span().clone()));
    }
}
