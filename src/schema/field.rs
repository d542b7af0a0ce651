//! The types of a template's fields.

use super::field_keys::{COMMON, DAYS_AFTER, OPTIONS, PERCENT, example, label};
use super::shape::{Filled, Key, Map, Shape, needed, optional};

/// One type of field: the keys that it has, of which the first is the type with the label.
#[derive(Debug)]
pub struct FieldType {
    pub map: Map,
    /// Whether a column of a table may be one.
    pub in_tables: bool,
}

impl FieldType {
    /// The key that a field of this type starts with.
    #[must_use]
    pub fn label(&self) -> &'static Key {
        &self.map.keys[0][0]
    }
}

/// Every type, in the order in which the guide tells of them.
pub static FIELD_TYPES: [FieldType; 14] = [
    FieldType {
        map: Map {
            name: "text",
            about: "One line.",
            keys: &[
                &[label("text", "One line.", "- text: Piece of work\n  max: 80")],
                &[optional(
                    "max",
                    Shape::Number(Some((1, u32::MAX as i64))),
                    "The most characters that are meant. More can be typed all the same.",
                    "max: 80",
                )],
                &[example(Filled::Words, "example: New booking system for the four clinics")],
                COMMON,
            ],
            one_of: &[],
        },
        in_tables: true,
    },
    FieldType {
        map: Map {
            name: "long",
            about: "Paragraphs. The box grows.",
            keys: &[
                &[label(
                    "long",
                    "Paragraphs. The box grows.",
                    "- long: What we will tell people after the review\n  carry: no",
                )],
                &[],
                &[example(
                    Filled::Words,
                    "example: |\n  Patients can book, change and cancel without phoning.\n  Reception sees every booking on one screen.",
                )],
                COMMON,
            ],
            one_of: &[],
        },
        in_tables: true,
    },
    FieldType {
        map: Map {
            name: "number",
            about: "A number.",
            keys: &[
                &[label("number", "A number.", "- number: Cost in days\n  unit: days")],
                &[optional(
                    "unit",
                    Shape::Text,
                    "What is counted; it stands after the box.",
                    "unit: days",
                )],
                &[example(Filled::Number, "example: 4")],
                COMMON,
            ],
            one_of: &[],
        },
        in_tables: true,
    },
    FieldType {
        map: Map {
            name: "date",
            about: "A day.",
            keys: &[
                &[label("date", "A day.", "- date: Agreed date\n  example: 2026-03-01")],
                &[],
                &[example(Filled::Date, "example: 2026-03-01")],
                COMMON,
            ],
            one_of: &[],
        },
        in_tables: true,
    },
    FieldType {
        map: Map {
            name: "choice",
            about: "One of several options.",
            keys: &[
                &[label(
                    "choice",
                    "One of several options.",
                    "- choice: Decision\n  options: [Waiting, In, Later, Refused]",
                )],
                &[OPTIONS],
                &[example(Filled::Several, "example: Later")],
                COMMON,
            ],
            one_of: &[],
        },
        in_tables: true,
    },
    FieldType {
        map: Map {
            name: "choices",
            about: "Any number of several options.",
            keys: &[
                &[label(
                    "choices",
                    "Any number of several options.",
                    "- choices: Who must know\n  options: [Sales, Support, Legal]",
                )],
                &[OPTIONS],
                &[example(Filled::Several, "example: [Sales, Legal]")],
                COMMON,
            ],
            one_of: &[],
        },
        in_tables: false,
    },
    FieldType {
        map: Map {
            name: "check",
            about: "One box to tick.",
            keys: &[
                &[label(
                    "check",
                    "One box to tick.",
                    "- check: The sponsor has agreed to this page",
                )],
                &[],
                &[example(Filled::Tick, "example: yes")],
                COMMON,
            ],
            one_of: &[],
        },
        in_tables: true,
    },
    FieldType {
        map: Map {
            name: "checks",
            about: "A list to tick. Readers can add lines of their own.",
            keys: &[
                &[label(
                    "checks",
                    "A list to tick. Readers can add lines of their own.",
                    "- checks: Before each review\n  items:\n    - Every request has a cost beside it\n    - Everyone who asked last week has had an answer",
                )],
                &[needed(
                    "items",
                    Shape::Lines,
                    "The lines to tick.",
                    "items:\n  - Every request has a cost beside it",
                )],
                &[example(Filled::Several, "example:\n  - Every request has a cost beside it")],
                COMMON,
            ],
            one_of: &[],
        },
        in_tables: false,
    },
    FieldType {
        map: Map {
            name: "rating",
            about: "A number from 1 to 5.",
            keys: &[
                &[label(
                    "rating",
                    "A number from 1 to 5.",
                    "- rating: How sure are we of the date\n  low: Guessing\n  high: Sure",
                )],
                &[
                    optional("low", Shape::Text, "What 1 means.", "low: Guessing"),
                    optional("high", Shape::Text, "What 5 means.", "high: Sure"),
                ],
                &[example(Filled::Mark, "example: 3")],
                COMMON,
            ],
            one_of: &[],
        },
        in_tables: true,
    },
    FieldType {
        map: Map {
            name: "person",
            about: "A name, a role or initials. Names that are in the copy already are offered.",
            keys: &[
                &[label(
                    "person",
                    "A name, a role or initials. Names that are in the copy already are offered.",
                    "- person: Who decides\n  hint: One person. A role or initials are enough.",
                )],
                &[],
                &[example(Filled::Words, "example: Clinic director")],
                COMMON,
            ],
            one_of: &[],
        },
        in_tables: true,
    },
    FieldType {
        map: Map {
            name: "table",
            about: "Rows that readers add and remove.",
            keys: &[
                &[label(
                    "table",
                    "Rows that readers add and remove.",
                    "- table: Requests\n  rows: 3\n  columns:\n    - text: Request\n    - person: Asked by\n    - number: Cost in days\n  example:\n    - [Printed list for each doctor, Doctors, 4]",
                )],
                &[
                    needed(
                        "columns",
                        Shape::Columns,
                        "What each row holds. A column is a field of one of the simpler types.",
                        "columns:\n  - text: Request\n  - number: Cost in days",
                    ),
                    optional(
                        "rows",
                        Shape::Number(Some((1, 50))),
                        "How many rows there are to begin with; 3 when nothing is said.",
                        "rows: 5",
                    ),
                ],
                &[example(
                    Filled::Rows,
                    "example:\n  - [Printed list for each doctor, Doctors, 4]",
                )],
                COMMON,
            ],
            one_of: &[],
        },
        in_tables: false,
    },
    FieldType {
        map: Map {
            name: "computed",
            about: "A value that is worked out from other fields, and never typed.",
            keys: &[
                &[label(
                    "computed",
                    "A value that is worked out from other fields, and never typed.",
                    "- computed: Days added by accepted requests\n  sum: requests.cost-in-days\n  where: {decision: In}",
                )],
                &[
                    optional(
                        "count",
                        Shape::Text,
                        "How many rows of a table are filled.",
                        "count: requests",
                    ),
                    optional(
                        "sum",
                        Shape::Text,
                        "The sum of a column, or a number.",
                        "sum: requests.cost-in-days",
                    ),
                    optional(
                        "percent",
                        Shape::Group(&PERCENT),
                        "One number as a part of another.",
                        "percent: {of: done, in: planned}",
                    ),
                    optional(
                        "ticked",
                        Shape::Text,
                        "How many lines of a list are ticked.",
                        "ticked: before-each-review",
                    ),
                    optional(
                        "days_after",
                        Shape::Group(&DAYS_AFTER),
                        "A day so many days after another.",
                        "days_after: {date: start, days: 7}",
                    ),
                    optional(
                        "where",
                        Shape::Named,
                        "Only rows whose columns have these values.",
                        "where: {decision: In}",
                    ),
                ],
                &[example(Filled::Words, "example: 12")],
                COMMON,
            ],
            one_of: &["count", "sum", "percent", "ticked", "days_after"],
        },
        in_tables: false,
    },
    FieldType {
        map: Map {
            name: "heading",
            about: "A heading between fields.",
            keys: &[
                &[label("heading", "A heading between fields.", "- heading: The weekly review")],
                &[],
                &[example(Filled::Words, "example: A heading holds no answer")],
                COMMON,
            ],
            one_of: &[],
        },
        in_tables: false,
    },
    FieldType {
        map: Map {
            name: "note",
            about: "A word to whoever fills the sheet in, in Markdown.",
            keys: &[
                &[label(
                    "note",
                    "A word to whoever fills the sheet in, in Markdown.",
                    "- note: Write every request down, including the ones you refuse.",
                )],
                &[],
                &[example(Filled::Words, "example: A note holds no answer")],
                COMMON,
            ],
            one_of: &[],
        },
        in_tables: false,
    },
];
