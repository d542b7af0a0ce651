//! The types of a template's fields, and the keys that each may have.

use super::shape::{Key, Map, Shape, needed, optional};

/// One type of field: the key that a field starts with, and what may follow.
#[derive(Debug)]
pub struct FieldType {
    pub name: &'static str,
    pub about: &'static str,
    pub example: &'static str,
    /// Whether a column of a table may be one.
    pub in_tables: bool,
    /// What only this type has.
    pub keys: &'static [Key],
    /// Keys of which exactly one is written.
    pub one_of: &'static [&'static str],
}

impl FieldType {
    /// Every key but the type itself.
    pub fn all(&self) -> impl Iterator<Item = &'static Key> + use<> {
        self.keys.iter().chain(COMMON)
    }
}

/// Every type, in the order in which the guide tells of them.
pub static FIELD_TYPES: [FieldType; 14] = [
    FieldType {
        name: "text",
        about: "One line.",
        example: "- text: Piece of work\n  max: 80",
        in_tables: true,
        keys: &[optional(
            "max",
            Shape::Number(None),
            "The most characters that are meant. More can be typed all the same.",
            "max: 80",
        )],
        one_of: &[],
    },
    plain(
        "long",
        "Paragraphs. The box grows.",
        "- long: What we will tell people after the review\n  carry: no",
    ),
    FieldType {
        name: "number",
        about: "A number.",
        example: "- number: Cost in days\n  unit: days",
        in_tables: true,
        keys: &[optional(
            "unit",
            Shape::Text,
            "What is counted; it stands after the box.",
            "unit: days",
        )],
        one_of: &[],
    },
    plain("date", "A day.", "- date: Agreed date\n  example: 2026-03-01"),
    FieldType {
        name: "choice",
        about: "One of several options.",
        example: "- choice: Decision\n  options: [Waiting, In, Later, Refused]",
        in_tables: true,
        keys: &[OPTIONS],
        one_of: &[],
    },
    FieldType {
        name: "choices",
        about: "Any number of several options.",
        example: "- choices: Who must know\n  options: [Sales, Support, Legal]",
        in_tables: false,
        keys: &[OPTIONS],
        one_of: &[],
    },
    plain("check", "One box to tick.", "- check: The sponsor has agreed to this page"),
    FieldType {
        name: "checks",
        about: "A list to tick. Readers can add lines of their own.",
        example: "- checks: Before each review\n  items:\n    - Every request has a cost beside it\n    - Everyone who asked last week has had an answer",
        in_tables: false,
        keys: &[needed(
            "items",
            Shape::Lines,
            "The lines to tick.",
            "items:\n  - Every request has a cost beside it",
        )],
        one_of: &[],
    },
    FieldType {
        name: "rating",
        about: "A number from 1 to 5.",
        example: "- rating: How sure are we of the date\n  low: Guessing\n  high: Sure",
        in_tables: true,
        keys: &[
            optional("low", Shape::Text, "What 1 means.", "low: Guessing"),
            optional("high", Shape::Text, "What 5 means.", "high: Sure"),
        ],
        one_of: &[],
    },
    plain(
        "person",
        "A name, a role or initials. Names that are in the copy already are offered.",
        "- person: Who decides\n  hint: One person. A role or initials are enough.",
    ),
    FieldType {
        name: "table",
        about: "Rows that readers add and remove.",
        example: "- table: Requests\n  rows: 3\n  columns:\n    - text: Request\n    - person: Asked by\n    - number: Cost in days\n  example:\n    - [Printed list for each doctor, Doctors, 4]",
        in_tables: false,
        keys: &[
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
        one_of: &[],
    },
    FieldType {
        name: "computed",
        about: "A value that is worked out from other fields, and never typed.",
        example: "- computed: Days added by accepted requests\n  sum: requests.cost-in-days\n  where: {decision: In}",
        in_tables: false,
        keys: &[
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
        one_of: &["count", "sum", "percent", "ticked", "days_after"],
    },
    part("heading", "A heading between fields.", "- heading: The weekly review"),
    part(
        "note",
        "A word to whoever fills the sheet in, in Markdown.",
        "- note: Write every request down, including the ones you refuse.",
    ),
];

const OPTIONS: Key = needed(
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
        "example",
        Shape::Example,
        "How it looks when it is filled in. A list for `choices` and `checks`, rows for a table.",
        "example: New booking system for the four clinics",
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

/// A type that has only the common keys.
const fn plain(name: &'static str, about: &'static str, example: &'static str) -> FieldType {
    FieldType { name, about, example, in_tables: true, keys: &[], one_of: &[] }
}

/// A part of the sheet that holds no answer.
const fn part(name: &'static str, about: &'static str, example: &'static str) -> FieldType {
    FieldType { in_tables: false, ..plain(name, about, example) }
}

static PERCENT: Map = Map {
    name: "percent",
    about: "One number as a part of another.",
    keys: &[&[
        needed("of", Shape::Text, "The field that holds the part.", "of: done"),
        needed("in", Shape::Text, "The field that holds the whole.", "in: planned"),
    ]],
    one_of: &[],
};

static DAYS_AFTER: Map = Map {
    name: "days_after",
    about: "A day so many days after another.",
    keys: &[&[
        needed("date", Shape::Text, "The date field to count from.", "date: start"),
        needed("days", Shape::Number(None), "How many days later.", "days: 7"),
    ]],
    one_of: &[],
};
