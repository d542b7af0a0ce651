//! What commands do besides a plain check, and how faults are shown.

use testkit::{Book, scenario};

use crate::books::{files, front, guide, guide_path, many, scenario_path};
use crate::doubling::Shape;

/// As many links to a page that is about to move.
fn links(n: usize) -> Book {
    let links = many(n, |at| format!("See [it {at}](../scenarios/s.yaml).\n\n"));
    guide(&links).file("content/scenarios/s.yaml", scenario("S"))
}

const MV: &[&str] = &["mv", "scenarios/s", "t"];

fn faults(n: usize) -> Book {
    guide(&many(n, |at| format!("See [it](no-{at}.md).\n\n")))
}

fn on_one_line(n: usize) -> Book {
    guide(&many(n, |at| format!("See [it](no-{at}.md). ")))
}

fn quotes(n: usize) -> String {
    scenario("A") + "signs:\n" + &many(n, |at| format!("  - \"They\" say {at}\n"))
}

pub const ALL: &[Shape] = &[
    Shape::run(&["check"], "faults of one kind", faults),
    Shape::run(&["check", "--all"], "faults that are all shown", faults),
    Shape::run(&["check", "--all"], "faults on one line", on_one_line),
    Shape::run(&["check", "--format", "json"], "faults in JSON", faults),
    Shape::run(&["check", "--format", "json"], "faults on one line in JSON", on_one_line),
    Shape::run(&["check", "--format", "github"], "faults for GitHub", faults),
    Shape::run(&["check", "--format", "github"], "faults on one line for GitHub", on_one_line),
    Shape::run(&["check", "--format", "sarif"], "faults in SARIF", faults),
    Shape::run(&["check", "--format", "sarif"], "faults on one line in SARIF", on_one_line),
    Shape::run(&["check", "--fix"], "fixes in one file", |n| {
        Book::new().file("content/scenarios/a.yaml", quotes(n))
    }),
    Shape::run(&["check", "--fix"], "fixes in files", |n| {
        files(n, |at| (scenario_path(at), quotes(1)))
    }),
    Shape::run(&["check", "--fix"], "fixes of signs that cannot be seen", |n| {
        guide(&"-\u{a0}item\n\n".repeat(n))
    }),
    Shape::run(MV, "links that follow a page", links),
    Shape::run(MV, "files that follow a page", |n| {
        files(n, |at| (guide_path(at), front("A", "See [it](../scenarios/s.yaml).")))
            .file("content/scenarios/s.yaml", scenario("S"))
    }),
    Shape::run(MV, "lists that follow a page", |n| {
        files(n, |at| (scenario_path(at), scenario("A") + "related: [s]\n"))
            .file("content/scenarios/s.yaml", scenario("S"))
    }),
    Shape::run(MV, "links of a page that moves", |n| {
        let signs = many(n, |at| format!("  - See [it](../guidance/a.md) {at}\n"));
        guide("Words.").file("content/scenarios/s.yaml", scenario("S") + "signs:\n" + &signs)
    }),
    Shape::run(&["translate"], "translations that are noted", |n| {
        let settings = "[book]\ntitle = \"Test\"\nlanguage = \"en\"\n\n[languages.en]\nname = \"English\"\n\n[languages.de]\nname = \"Deutsch\"\n";
        let pages = (0..n).map(|at| (format!("content/de/scenarios/s{at}.yaml"), "title: A\n"));
        files(n, |at| (scenario_path(at), scenario("A"))).file("book.toml", settings).files(pages)
    }),
    Shape::run(&["report"], "pages in a report", |n| {
        files(n, |at| (scenario_path(at), scenario("A")))
    }),
    Shape::run(&["report", "--format", "json"], "topics in a report", |n| {
        files(n, |at| (scenario_path(at), scenario("A") + &format!("topics: [topic-{at}]\n")))
    }),
];
