//! The keys that fields of several types have, and the groups below those of a computed one.

use super::shape::{Filled, Key, Map, Shape, needed, optional};

pub const OPTIONS: Key = needed(
    "options",
    Shape::Lines,
    "What there is to choose from. No quotes are needed round `Yes` and `No`.",
    "options: [Yes, No, Not yet]",
);

/// What every type may have.
pub const COMMON: &[Key] = &[
    optional(
        "hint",
        Shape::Line,
        "A short word of help under the label.",
        "hint: Two or three things, in the words of the person who asked.",
    ),
    optional(
        "needed",
        Shape::YesNo,
        "`yes` when “still empty” is worth a gentle word. It never stops anybody.",
        "needed: yes",
    ),
    optional(
        "carry",
        Shape::YesNo,
        "Whether the next copy starts with this answer. Words, people, choices and tables do, the rest does not.",
        "carry: no",
    ),
    optional(
        "id",
        Shape::Text,
        "The name under which answers are kept. Without it, it is made from the label: `Cost in days` is `cost-in-days`.",
        "id: cost",
    ),
    optional(
        "was",
        Shape::Texts,
        "The ids that the field had before, so that answers which readers keep are found. `twohats check` tells when it is needed.",
        "was: days",
    ),
];

/// The key that shows how a field looks when it is filled in.
pub const fn example(filled: Filled, example: &'static str) -> Key {
    optional("example", Shape::Example(filled), "How it looks when it is filled in.", example)
}

/// The key that is a field's type, with the label behind it.
pub const fn label(name: &'static str, about: &'static str, example: &'static str) -> Key {
    needed(name, Shape::Text, about, example)
}

pub static PERCENT: Map = Map {
    name: "percent",
    about: "One number as a part of another.",
    keys: &[&[
        needed("of", Shape::Text, "The field that holds the part.", "of: done"),
        needed("in", Shape::Text, "The field that holds the whole.", "in: planned"),
    ]],
    one_of: &[],
};

pub static DAYS_AFTER: Map = Map {
    name: "days_after",
    about: "A day so many days after another.",
    keys: &[&[
        needed("date", Shape::Text, "The date field to count from.", "date: start"),
        needed("days", Shape::Number(None), "How many days later.", "days: 7"),
    ]],
    one_of: &[],
};
