//! `thin-side`: both hats have something to say.

use crate::diagnostic::Diagnostic;
use crate::diagnostic::rules::thin_side::thin_side;
use crate::markdown::Prose;
use crate::model::Scenario;

/// A side is thin when it has fewer words than this share of the other's: two in five.
const SHARE: (usize, usize) = (2, 5);

/// Where the longer side has fewer words than this, both are short, and that may be all there is to say.
const FLOOR: usize = 80;

pub(super) fn note(scenario: &Scenario, notes: &mut Vec<Diagnostic>) {
    let sides = scenario.responses.each().map(|(role, response)| {
        (response.texts().map(Prose::count).sum::<usize>(), role, response)
    });
    let mut sides: Vec<_> = sides.collect();
    sides.sort_by_key(|(words, ..)| *words);
    let [(thin, role, response), (thick, other, _)] = sides[..] else { return };
    if thick >= FLOOR && thin * SHARE.1 < thick * SHARE.0 {
        let (span, name) = (response.say.span().clone(), role.name());
        notes.push(thin_side(span, (name, thin), (other.name(), thick)));
    }
}
