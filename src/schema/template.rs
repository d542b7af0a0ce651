//! The keys of a template.

use super::head::{FOOT, SUMMARY_KEY, TITLE, TOPICS};
use super::shape::{Key, Map, Shape, needed, optional};

pub static TEMPLATE: Map = Map {
    name: "template",
    about: "A sheet that readers fill in, on the page or on paper.",
    keys: &[KEYS, FOOT],
    one_of: &[],
};

const KEYS: &[Key] = &[
    TITLE,
    SUMMARY_KEY,
    TOPICS,
    optional(
        "use_when",
        Shape::Line,
        "When to take this sheet.",
        "use_when: Requests arrive in more than one place and nobody can say which were accepted.",
    ),
    optional(
        "time",
        Shape::Line,
        "How long it takes to fill in.",
        "time: 10 minutes to set up, 2 minutes for each request",
    ),
    optional(
        "sensitive",
        Shape::YesNo,
        "`yes` when it is about a named person: readers are told how to keep such notes, and no link with answers is offered.",
        "sensitive: yes",
    ),
    optional(
        "share",
        Shape::YesNo,
        "Whether a filled copy may be handed on as a link. It may, unless the sheet is sensitive.",
        "share: no",
    ),
    optional("repeat", Shape::Text, "How often a new copy is made, in a word.", "repeat: weekly"),
    needed(
        "fields",
        Shape::Fields,
        "What there is to fill in, from top to bottom. Each field starts with its type and its label.",
        "fields:\n  - text: Piece of work\n    example: New booking system for the four clinics\n  - person: Who decides\n  - date: Agreed date",
    ),
    optional(
        "was",
        Shape::Texts,
        "The file names that the template had before, so that copies which readers keep are found. `twohats mv` writes it.",
        "was: scope-list",
    ),
    optional(
        "retired",
        Shape::Texts,
        "Ids of fields that are gone for good, a column as `table.column`. `twohats check` tells when it is needed.",
        "retired: [budget, requests.priority]",
    ),
];
