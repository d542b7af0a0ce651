//! The editor server as editors use it: the real program, and real messages through its pipes.

mod actions;
mod commands;
mod completing;
mod following;
mod hostile;
mod looking;
mod mistakes;
mod moving;
mod neovim;
mod pointing;
mod random;
mod renaming;
mod standing;
mod talk;
mod told;

use serde_json::Value;
use testkit::{Book, Project};

/// What a server is asked about a place in a text.
const METHODS: [&str; 12] = [
    "completion",
    "hover",
    "definition",
    "references",
    "documentSymbol",
    "codeAction",
    "documentLink",
    "prepareRename",
    "rename",
    "foldingRange",
    "selectionRange",
    "inlayHint",
];

/// A book with a little of everything.
fn book() -> Book {
    Book::new()
        .file("book.toml", BOOK)
        .file("content/scenarios/late.yaml", LATE)
        .file("content/scenarios/scope.yaml", SCOPE)
        .file("content/guidance/why.md", WHY)
        .file("content/templates/sheet.yaml", SHEET)
        .file("content/queries.yaml", QUERIES)
}

fn project() -> Project {
    book().on_disk()
}

const LATE_PATH: &str = "content/scenarios/late.yaml";
const SHEET_PATH: &str = "content/templates/sheet.yaml";
const WHY_PATH: &str = "content/guidance/why.md";

const BOOK: &str = "[book]\ntitle = \"Test\"\nlanguage = \"en\"\n\n[topics]\ndelivery = \"Delivery\"\npeople = \"People\"\n\n\
    [languages.en]\nname = \"English\"\n\n[languages.de]\nname = \"Deutsch\"\n";

const QUERIES: &str = "scenarios/late:\n  - late again\n";

const LATE: &str = "title: Late again\nsummary: It happens.\ntopics: [delivery]\nleader:\n  aim: To know why.\n  \
    say: |\n    Why was it late, and what would have helped?\nmanager:\n  aim: To have a date.\n  say: By when?\n\
    templates: [sheet]\nrelated:\n  - scope\nguidance: [why]\n";

const SCOPE: &str = "title: The scope grows\nsummary: It grows. See [late](late.yaml#leader-say).\ntopics:\n  - delivery\n  \
    - people\nleader:\n  say: What for?\nmanager:\n  say: What goes?\nrelated: [late]\n";

const WHY: &str =
    "---\ntitle: Why\n---\n\nSee [late](../scenarios/late.yaml).\n\n## First steps\n\nAsk.\n";

const SHEET: &str = "title: Sheet\nfields:\n  - text: Name\n    id: name\n  - table: Requests\n    columns:\n      \
    - number: Cost in days\n        id: cost\n      - choice: Decision\n        options: [In, Out]\n  \
    - computed: Cost of all\n    sum: requests.cost\n    where: {decision: In}\n";

/// The words of what is offered.
fn labels(completion: &Value) -> Vec<String> {
    let items = completion["items"].as_array().cloned().unwrap_or_default();
    items.iter().map(|item| item["label"].as_str().unwrap_or_default().to_owned()).collect()
}

/// What is offered under this name.
#[track_caller]
fn item(completion: &Value, label: &str) -> Value {
    let items = completion["items"].as_array().cloned().unwrap_or_default();
    let found = items.iter().find(|item| item["label"] == label);
    found.unwrap_or_else(|| panic!("no `{label}` in {:?}", labels(completion))).clone()
}
