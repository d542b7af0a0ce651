//! The keys that every kind of content has.

use super::shape::{Key, Shape, needed, optional};

/// The title, which every file needs.
pub const TITLE: Key = needed(
    "title",
    Shape::Text,
    "What the page is called, in lists and at its top. A situation is best named as somebody in it would say it.",
    "title: The work keeps growing and the deadline has not moved",
);

/// What is said of a page, and where it is found. A scenario needs the first of them.
pub const SUMMARY: &str = "One or two sentences that stand under the title and in lists.";

pub const SUMMARY_KEY: Key = optional(
    "summary",
    Shape::Line,
    SUMMARY,
    "summary: What is done, what is open, and who has it next.",
);

pub const TOPICS: Key = optional(
    "topics",
    Shape::Texts,
    "What the page is about. When `book.toml` has a list `[topics]`, only those may be named.",
    "topics: [delivery, people]",
);

/// Keys that come last.
pub const FOOT: &[Key] = &[
    optional(
        "also",
        Shape::Texts,
        "Other words that people search for.",
        "also:\n  - scope creep\n  - moving goalposts",
    ),
    optional(
        "order",
        Shape::Number(None),
        "The place among the others of its kind: lower comes first. Pages without it follow by title.",
        "order: 1",
    ),
    optional(
        "reviewed",
        Shape::Date,
        "When somebody last read the whole page and found it true.",
        "reviewed: 2026-06",
    ),
    optional(
        "draft",
        Shape::YesNo,
        "`yes` while you are still writing: `twohats serve` shows the page with a mark, `twohats build` leaves it out.",
        "draft: yes",
    ),
    optional(
        "extra",
        Shape::Anything,
        "Notes of your own, which Twohats never reads. The only place where any key may stand.",
        "extra:\n  owner: Office of the chief nurse",
    ),
];
