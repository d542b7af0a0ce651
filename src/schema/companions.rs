//! The keys of a guide, a comparison and a self-check.

use crate::model::Kind;

use super::head::{FOOT, SUMMARY_KEY, TITLE, TOPICS};
use super::shape::{Key, Map, Shape, needed, optional};

pub static GUIDE: Map = Map {
    name: "guide",
    about: "The front matter of a guide, between two lines `---`. Below it stands the text, in Markdown.",
    keys: &[
        &[
            TITLE,
            SUMMARY_KEY,
            TOPICS,
            optional(
                "related",
                Shape::Ids(Kind::Guide),
                "Other guides.",
                "related: [weekly-rhythm]",
            ),
        ],
        FOOT,
    ],
    one_of: &[],
};

pub static COMPARISON: Map = Map {
    name: "comparison",
    about: "A table that shows the leader’s and the manager’s way side by side.",
    keys: &[
        &[
            TITLE,
            SUMMARY_KEY,
            TOPICS,
            optional(
                "intro",
                Shape::Prose,
                "What to know before the table.",
                "intro: Nobody is only one of the two.",
            ),
            needed(
                "rows",
                Shape::Groups(&ROW),
                "One row for each thing that is compared.",
                "rows:\n  - on: Main question\n    leader: Why, and where to?\n    manager: How, and by when?",
            ),
        ],
        FOOT,
    ],
    one_of: &[],
};

static ROW: Map = Map {
    name: "row",
    about: "One row.",
    keys: &[&[
        needed("on", Shape::Text, "What is compared.", "on: Main question"),
        needed("leader", Shape::Prose, "The leader’s way.", "leader: Why, and where to?"),
        needed("manager", Shape::Prose, "The manager’s way.", "manager: How, and by when?"),
        optional("both", Shape::Prose, "What both do.", "both: Listen first."),
        optional(
            "id",
            Shape::Text,
            "The name by which links find the row. Without it, it is made from `on`.",
            "id: main-question",
        ),
    ]],
    one_of: &[],
};

pub static CHECK: Map = Map {
    name: "self-check",
    about: "Two lists to tick. The longer one shows which hat is needed now.",
    keys: &[CHECK_KEYS, FOOT],
    one_of: &[],
};

const CHECK_KEYS: &[Key] = &[
    TITLE,
    SUMMARY_KEY,
    TOPICS,
    needed(
        "ask",
        Shape::Prose,
        "What to tick.",
        "ask: Tick what you have seen in the last two weeks.",
    ),
    needed(
        "leader",
        Shape::Lines,
        "What shows that the leader’s hat is needed.",
        "leader:\n  - People work hard and cannot say what it is for",
    ),
    needed(
        "manager",
        Shape::Lines,
        "What shows that the manager’s hat is needed.",
        "manager:\n  - The same fire comes back every week",
    ),
    needed(
        "results",
        Shape::Group(&RESULTS),
        "What to do then.",
        "results:\n  leader: Start with purpose. Say where you are going and what will stop.\n  manager: Start with structure. Name owners, dates and what done means.\n  even: Talk first, then plan, on the same day.",
    ),
    optional(
        "scenarios",
        Shape::Ids(Kind::Scenario),
        "Situations that it may be.",
        "scenarios: [morale-drop]",
    ),
    optional(
        "guidance",
        Shape::Ids(Kind::Guide),
        "Guides to read next.",
        "guidance: [which-hat-when]",
    ),
];

static RESULTS: Map = Map {
    name: "result",
    about: "What to do when one list, or neither, has more ticks.",
    keys: &[&[
        needed(
            "leader",
            Shape::Prose,
            "When the leader’s list has more.",
            "leader: Start with purpose.",
        ),
        needed(
            "manager",
            Shape::Prose,
            "When the manager’s list has more.",
            "manager: Start with structure.",
        ),
        needed(
            "even",
            Shape::Prose,
            "When both have as many.",
            "even: Talk first, then plan, on the same day.",
        ),
    ]],
    one_of: &[],
};
