//! A step of the sequence that switches hats: its keys, and how they are read.

use crate::markdown::slug;
use crate::model::{Role, Step};
use crate::schema::{Key, Keys, Line, Map, Text};
use crate::source::Spanned;

use super::super::entry_reader::EntryReader;

pub(super) static KEYS: Map = Map::new(
    "step",
    "One step: who acts, what that hat does, and when.",
    &[&[LEADER.any(), MANAGER.any(), WHEN.any(), ID.any()]],
)
.one_of(&[LEADER.name, MANAGER.name]);

const LEADER: Key<Line> = Key::new(
    "leader",
    "What the leader does.",
    "leader: Ask the sponsor what must work on the first day",
);

const MANAGER: Key<Line> =
    Key::new("manager", "What the manager does.", "manager: Write the agreed work on one page");

const WHEN: Key<Line> = Key::new("when", "When, in words.", "when: The same day");

const ID: Key<Text> = Key::new(
    "id",
    "The name by which links find the step, as in `#step-publish`. Without it, a step is called by its number.",
    "id: publish",
);

/// Reads a step. `number` is its place among the others, from 1: it is called by it unless it has an `id`.
pub(super) fn step(
    reader: &mut EntryReader<'_>,
    keys: &mut Keys<'_, '_>,
    number: usize,
) -> Option<Step> {
    let found = keys.one_of("start the step with `leader:` or `manager:` and what that hat does");
    let when = reader.line(keys, &WHEN);
    let own = keys.text(&ID).map(|text| Spanned::new(slug(&text.text), text.span));
    let (name, span) = found?;
    let (role, key) = match name {
        _ if name == LEADER.name => (Role::Leader, LEADER),
        _ => (Role::Manager, MANAGER),
    };
    let text = reader.line(keys, &key.needed())?;
    let own = own.filter(|id| !id.value.is_empty());
    let id = own.unwrap_or_else(|| Spanned::new(number.to_string(), span));
    Some(Step { id, role, text, when })
}
