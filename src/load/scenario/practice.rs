//! A moment to try out before it is real: its keys, and how they are read.

use crate::model::{Choice, Practice};
use crate::schema::{Groups, Key, Keys, Line, Lines, Map, Prose};

use super::super::entry_reader::EntryReader;

pub(super) static KEYS: Map = Map::new(
    "practice",
    "A moment to try out.",
    &[&[WITH.any(), ASK.any(), CHOICES.any(), LISTEN_FOR.any()]],
);

const WITH: Key<Line> =
    Key::new("with", "The other person.", "with: A sponsor with two minutes between meetings");

const ASK: Key<Prose> = Key::new(
    "ask",
    "What happens, ending with a question.",
    "ask: The director catches you at the door with a tiny request. What do you say?",
)
.needed();

const CHOICES: Key<Groups> = Key::groups(
    "choices",
    &CHOICE_KEYS,
    "What one might say, each with what happens then.",
    "choices:\n  - say: Leave it with me. We’ll find a way.\n    then: The team finds a way by skipping the tests.\n  - say: What would the doctors do on the first morning without it?\n    then: The director thinks. They could manage for a month.",
);

const LISTEN_FOR: Key<Lines> = Key::new(
    "listen_for",
    "What a friend who listens should hear in a good answer.",
    "listen_for:\n  - You asked what it was for before you mentioned dates",
);

static CHOICE_KEYS: Map =
    Map::new("choice", "One answer, and what happens then.", &[&[SAY.any(), THEN.any()]]);

const SAY: Key<Line> =
    Key::new("say", "What one might say.", "say: Leave it with me. We’ll find a way.").needed();

const THEN: Key<Line> =
    Key::new("then", "What happens then.", "then: The team finds a way by skipping the tests.")
        .needed();

pub(super) fn practice(reader: &mut EntryReader<'_>, keys: &mut Keys<'_, '_>) -> Option<Practice> {
    let with = reader.line(keys, &WITH);
    let ask = reader.block(keys, &ASK);
    let choices = keys.groups(&CHOICES, |keys| {
        let (say, then) = (reader.line(keys, &SAY), reader.line(keys, &THEN));
        Some(Choice { say: say?, then: then? })
    });
    let listen_for = reader.lines(keys, &LISTEN_FOR);
    let ask = reader.or_left_out(keys, ask)?;
    Some(Practice { with, ask, choices, listen_for })
}
