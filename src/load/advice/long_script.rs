//! `long-script`: a script can be said before whoever listens has to answer.

use crate::diagnostic::Diagnostic;
use crate::diagnostic::rules::long_script::long_script;
use crate::markdown::Prose;
use crate::model::Role;

/// How many words somebody says in a minute. Lucas, "The Art of Public Speaking", has 125 to 150 for English.
const A_MINUTE: usize = 130;

/// Nobody listens for longer without a word of their own.
const MINUTES: usize = 2;

/// How many seconds it takes to say these words.
#[must_use]
pub fn seconds_to_say(say: &Prose) -> usize {
    say.count() * 60 / A_MINUTE
}

pub(super) fn note(role: Role, say: &Prose, notes: &mut Vec<Diagnostic>) {
    let words = say.count();
    if words > A_MINUTE * MINUTES {
        let seconds = seconds_to_say(say);
        notes.push(long_script(say.span().clone(), words, seconds, MINUTES, role.name()));
    }
}
