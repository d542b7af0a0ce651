//! What is different in each place where one may say it: its keys, and how they are read.

use crate::model::Places;
use crate::schema::{Key, Keys, Line, Map};

use super::super::entry_reader::EntryReader;

pub(super) static KEYS: Map = Map::new(
    "where",
    "What is different in each place where one may say it.",
    &[&[IN_PERSON.any(), VIDEO.any(), IN_WRITING.any(), SHOP_FLOOR.any(), REMOTE_TEAM.any()]],
);

const IN_PERSON: Key<Line> = Key::new(
    "in_person",
    "In one room.",
    "in_person: Sit at a corner of the table, and leave the list between you",
);

const VIDEO: Key<Line> = Key::new(
    "video",
    "On a screen, or by telephone.",
    "video: Share the page, and wait four seconds after each question",
);

const IN_WRITING: Key<Line> = Key::new(
    "in_writing",
    "In a message.",
    "in_writing: Write the question alone, and offer two times to speak",
);

const SHOP_FLOOR: Key<Line> = Key::new(
    "shop_floor",
    "Where people stand, and cannot leave their post together.",
    "shop_floor: Take ten minutes at the change of shift, away from the line",
);

const REMOTE_TEAM: Key<Line> = Key::new(
    "remote_team",
    "With a team that is never in one room.",
    "remote_team: Post the page a day before, so that everybody has read it",
);

pub(super) fn places(reader: &mut EntryReader<'_>, keys: &mut Keys<'_, '_>) -> Places {
    Places {
        in_person: reader.line(keys, &IN_PERSON),
        video: reader.line(keys, &VIDEO),
        in_writing: reader.line(keys, &IN_WRITING),
        shop_floor: reader.line(keys, &SHOP_FLOOR),
        remote_team: reader.line(keys, &REMOTE_TEAM),
    }
}
