//! What the two hats are called: the keys of `[roles]`, and how they are read.

use crate::model::{Pair, RoleForms};
use crate::schema::{Group, Key, Keys, Map, Text};

pub(super) const ABOUT: &str = "What the two hats are called, in the words of the interface. Files of content keep `leader` and `manager` as their keys.";

pub(super) static KEYS: Map = Map::new("[roles]", ABOUT, &[&[LEADER.any(), MANAGER.any()]]);

const LEADER: Key<Group> = Key::group(
    "leader",
    &FORM_KEYS,
    "The hat of the one who says why and where to.",
    "leader = { name = \"guide\", verb = \"guide\" }",
);

const MANAGER: Key<Group> = Key::group(
    "manager",
    &FORM_KEYS,
    "The hat of the one who says who, how and by when.",
    "manager = { name = \"planner\", verb = \"plan\" }",
);

static FORM_KEYS: Map = Map::new(
    "role",
    "The forms of a hat’s name. What is left out is made of the first two as the language has it.",
    &[&[
        NAME.any(),
        VERB.any(),
        COMMAND.any(),
        A.any(),
        THE.any(),
        OBJECT.any(),
        POSSESSIVE.any(),
        AS.any(),
    ]],
);

const NAME: Key<Text> =
    Key::new("name", "The name, as it stands within a sentence.", "name = \"guide\"").needed();

const VERB: Key<Text> =
    Key::new("verb", "What one does who wears the hat.", "verb = \"guide\"").needed();

const COMMAND: Key<Text> =
    Key::new("command", "The verb as it is said to somebody.", "command = \"guide\"");

const A: Key<Text> = Key::new("a", "One of them.", "a = \"a guide\"");

const THE: Key<Text> = Key::new("the", "The one who goes first.", "the = \"the guide\"");

const OBJECT: Key<Text> =
    Key::new("object", "The one whom somebody chooses.", "object = \"the guide\"");

const POSSESSIVE: Key<Text> = Key::new(
    "possessive",
    "Whose hat, side or answer it is: in English before it, in German behind it.",
    "possessive = \"guide’s\"",
);

const AS: Key<Text> = Key::new("as", "How one speaks who wears the hat.", "as = \"as a guide\"");

/// The forms of both names that are given.
pub(super) fn read(keys: &mut Keys<'_, '_>) -> Pair<RoleForms> {
    let mut forms = |key| keys.group(key, |keys| Some(forms(keys))).unwrap_or_default();
    Pair { leader: forms(&LEADER), manager: forms(&MANAGER) }
}

fn forms(keys: &mut Keys<'_, '_>) -> RoleForms {
    let all = [NAME, VERB, COMMAND, A, THE, OBJECT, POSSESSIVE, AS];
    let given = all.iter().filter_map(|key| Some((key.name, keys.text(key)?.text)));
    given.collect()
}
