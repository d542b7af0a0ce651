//! Keys, values and fields of YAML.

use testkit::Book;

use crate::books::{many, scenario, template};
use crate::doubling::Shape;

fn self_check(lines: &str) -> Book {
    let results = "results:\n  leader: a\n  manager: b\n  even: c\n";
    let text = format!("title: A\nask: Tick.\nleader:\n{lines}manager:\n{lines}{results}");
    Book::new().file("content/checks/a.yaml", text)
}

fn comparison(row: impl Fn(usize) -> String, n: usize) -> Book {
    let rows = many(n, |at| format!("  - on: {}\n    leader: a\n    manager: b\n", row(at)));
    Book::new().file("content/comparisons/a.yaml", format!("title: A\nrows:\n{rows}"))
}

pub const ALL: &[Shape] = &[
    Shape::built("signs", |n| {
        scenario(&format!("signs:\n{}", many(n, |at| format!("  - It is {at}\n"))))
    }),
    Shape::built("lines of a block", |n| {
        scenario(&format!("situation: |\n{}", many(n, |at| format!("  Line {at}.\n"))))
    }),
    Shape::built("links in a folded text", |n| {
        scenario(&format!("situation: >\n{}", "  See [it](https://a.example/b) now.\n".repeat(n)))
    }),
    Shape::built("links in a quoted text", |n| {
        scenario(&format!(
            "situation: \"{}\"\n",
            "See [\\\"it\\\"](https://a.example/b). ".repeat(n)
        ))
    }),
    Shape::built("links in a text over many lines", |n| {
        scenario(&format!("situation:\n{}", "  See [it](https://a.example/b) now.\n".repeat(n)))
    }),
    Shape::checked("links to nothing in a quoted text", |n| {
        scenario(&format!("situation: \"{}\"\n", "See [it](no.md).\\n\\n".repeat(n)))
    }),
    Shape::built("mistakes", |n| {
        scenario(&format!(
            "mistakes:\n{}",
            many(n, |at| format!("  - if: It is {at}\n    then: Stop\n"))
        ))
    }),
    Shape::built("steps", |n| {
        scenario(&format!("sequence:\n{}", many(n, |at| format!("  - leader: Ask {at}\n"))))
    }),
    Shape::checked("actions that are the same", |n| {
        scenario(&format!("leader:\n  say: Why?\n  do:\n{}", "    - Ask them what they need\n".repeat(n)))
            .file("content/scenarios/b.yaml", {
                let actions = many(n, |at| format!("    - Ask them number {at}\n"));
                format!("title: B\nsummary: It is.\nleader:\n  say: a\n  do:\n{actions}manager:\n  say: b\n  do:\n{actions}")
            })
    }),
    Shape::checked("topics of one page", |n| {
        scenario(&format!("topics:\n{}", many(n, |at| format!("  - topic-{at}\n"))))
    }),
    Shape::checked("ids that nothing has", |n| {
        scenario(&format!("guidance:\n{}", many(n, |at| format!("  - no-{at}\n"))))
    }),
    Shape::checked("ids of one list, again and again", |n| {
        scenario(&format!("related:\n{}", "  - b\n".repeat(n)))
            .file("content/scenarios/b.yaml", testkit::scenario("B"))
    }),
    Shape::checked("keys that nobody knows", |n| scenario(&many(n, |at| format!("key{at}: a\n")))),
    Shape::checked("one key again and again", |n| scenario(&"time: long\n".repeat(n))),
    Shape::checked("comments", |n| scenario(&"# a comment\n".repeat(n * 4))),
    Shape::checked("values cut by a hash", |n| {
        scenario(&format!("signs:\n{}", "  - It is #1 of them\n".repeat(n)))
    }),
    Shape::checked("bullets of another program in a list", |n| {
        scenario(&format!("signs: |\n{}", "  • It is so\n".repeat(n)))
    }),
    Shape::checked("brackets of YAML", |n| scenario(&format!("signs: {}", "[".repeat(n)))),
    Shape::checked("anchors of YAML", |n| {
        scenario(&format!("signs:\n{}", many(n, |at| format!("  - &a{at} It is\n  - *a{at}\n"))))
    }),
    Shape::checked("lines of YAML with a colon too many", |n| {
        scenario(&format!("signs:\n{}", "  - It is: so: much\n".repeat(n)))
    }),
    Shape::checked("words to say", |n| {
        Book::new().file(
            "content/scenarios/a.yaml",
            format!(
                "title: A\nsummary: B.\nleader:\n  say: {}\nmanager:\n  say: b\n",
                "word ".repeat(n)
            ),
        )
    }),
    Shape::built("fields", |n| template(&many(n, |at| format!("  - text: Field {at}\n")))),
    Shape::checked("fields with one label", |n| template(&"  - text: Field\n".repeat(n))),
    Shape::built("lines to tick of a field", |n| {
        template(&format!(
            "  - checks: All\n    items:\n{}",
            many(n, |at| format!("      - Item {at}\n"))
        ))
    }),
    Shape::built("options", |n| {
        template(&format!(
            "  - choice: One\n    options:\n{}",
            many(n, |at| format!("      - Option {at}\n"))
        ))
    }),
    Shape::checked("options that are the same", |n| {
        template(&format!("  - choice: One\n    options:\n{}", "      - Yes\n".repeat(n)))
    }),
    Shape::built("columns", |n| {
        template(&format!(
            "  - table: All\n    columns:\n{}",
            many(n, |at| format!("      - text: Column {at}\n"))
        ))
    }),
    Shape::built("rows of an example", |n| {
        let columns = "  - table: All\n    columns:\n      - text: One\n    example:\n";
        template(&format!("{columns}{}", many(n, |at| format!("      - [It is {at}]\n"))))
    }),
    Shape::built("computed fields", |n| {
        template(&many(n, |at| {
            format!("  - number: Field {at}\n  - computed: Sum {at}\n    sum: field-{at}\n")
        }))
    }),
    Shape::checked("computed fields of nothing", |n| {
        template(&many(n, |at| {
            format!("  - number: Field {at}\n  - computed: Sum {at}\n    sum: feild-{at}\n")
        }))
    }),
    Shape::checked("ids that two fields had", |n| {
        template(&many(n, |at| format!("  - text: Field {at}\n    was: [old, old-{at}]\n")))
    }),
    Shape::checked("fields with other ids than before", |n| {
        let ids = many(n, |at| format!("{{\"id\": \"old-{at}-x\", \"type\": \"text\"}}, "));
        let list = format!(
            "{{\"format\": \"twohats-template-ids\", \"version\": 1, \"templates\": {{\"a\": {{\"fields\": [{}]}}}}}}",
            ids.trim_end_matches(", ")
        );
        template(&many(n, |at| format!("  - text: New {at} y\n"))).file("template-ids.json", list)
    }),
    Shape::checked("placeholders in a list", |n| {
        scenario(&format!("signs:\n{}", "  - Ask [insert name] TODO\n".repeat(n)))
    }),
    Shape::built("lines of a self-check", |n| {
        self_check(&many(n, |at| format!("  - It is {at}\n")))
    }),
    Shape::built("rows of a comparison", |n| comparison(|at| format!("Row {at}"), n)),
    Shape::built("rows of a comparison with one name", |n| comparison(|_| "Row".to_owned(), n)),
];
