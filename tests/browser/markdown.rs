//! What authors write in Markdown, as a browser shows it on the screen and on paper: parts that are closed, numbers of
//! lists, columns of tables.

use serde_json::json;
use testkit::Project;
use testkit::browser::{Medium, Page, Screen};
use testkit::outcome::{Outcome, none};

use crate::server::serve;
use crate::sheet::expect;
use crate::site::Visit;

/// A part that is closed, and a list that goes on from three.
const CLOSED: &str = "<details><summary>To bring</summary>\n\nThe list and the keys.\n\n</details>\n\n3. Third\n4. Fourth\n";

/// The pages that show it, and how often; what is only for practice is not printed.
const PAGES: [(&str, usize); 9] = [
    ("guidance/round.html", 1),
    ("scenarios/late.html", 4),
    ("comparisons/days.html", 4),
    ("checks/which.html", 3),
    ("print/guidance.html", 1),
    ("print/scenarios.html", 4),
    ("print/comparisons.html", 4),
    ("print/checks.html", 3),
    ("print.html", 12),
];

/// A book with a closed part in every text that may have one.
fn book() -> Project {
    let block = CLOSED.replace('\n', "\n    ");
    let text = |key: &str| format!("{key}: |\n    {block}\n");
    let scenario = [
        "title: Late again\nsummary: It happens.\n".to_owned(),
        text("situation"),
        text("caution"),
        format!("leader:\n  {}manager:\n  {}", text("say"), text("say")),
        format!("practice:\n  {}", text("ask")),
    ];
    let comparison = [
        "title: Days\nsummary: Two days.\n".to_owned(),
        text("intro"),
        format!("rows:\n  - on: Start\n    {}", text("leader").replace("\n    ", "\n      ")),
        format!("    {}", text("manager").replace("\n    ", "\n      ")),
        format!("    {}", text("both").replace("\n    ", "\n      ")),
    ];
    let check = [
        "title: Which\nsummary: Which it is.\n".to_owned(),
        text("ask"),
        "leader: [It was early]\nmanager: [It was late]\n".to_owned(),
        format!("results:\n  {}  {}  even: Both.\n", text("leader"), text("manager")),
    ];
    let project = Project::new()
        .file("content/guidance/round.md", &format!("---\ntitle: Round\n---\n\n{CLOSED}"))
        .file("content/scenarios/late.yaml", &scenario.concat())
        .file("content/comparisons/days.yaml", &comparison.concat())
        .file("content/checks/which.yaml", &check.concat())
        .file(
            "content/guidance/table.md",
            "---\ntitle: Table\n---\n\n| A | B | C |\n|---|:-:|--:|\n| 1 | 2 | 3 |\n\n| A | B |\n|:-:|--:|\n| 1 | 2 |\n",
        );
    project.build();
    project
}

/// How many of the closed parts can be seen.
fn seen(page: &mut Page) -> Outcome<usize> {
    page.ask(
        "() => [...document.querySelectorAll('details > p')].filter((one) => one.checkVisibility()).length",
        (),
    )
}

pub fn what_is_closed_on_the_screen_is_open_on_paper_and_lists_have_their_numbers(
    visit: &Visit,
) -> Outcome {
    let project = book();
    let base = serve(&project.path("public"), "/")?.base;
    let mut page = visit.new_page()?;
    let mut faults = Vec::new();
    for (path, count) in PAGES {
        page.open(&format!("{base}{path}"))?;
        let closed = seen(&mut page)?;
        if closed > 0 {
            faults.push(format!("{path} shows {closed} closed parts"));
        }
        let lists: Vec<String> = page.ask(
            "() => [...document.querySelectorAll('ol[start]')].map((one) => getComputedStyle(one).listStyleType)",
            (),
        )?;
        if lists.is_empty() || lists.iter().any(|style| style != "decimal") {
            faults.push(format!("the lists of {path} are {lists:?}"));
        }
        page.pdf()?;
        let printed = seen(&mut page)?;
        if printed != count {
            faults.push(format!("{path} prints {printed} of {count} closed parts"));
        }
        page.show_in(Medium::LightScreen)?;
        let closed = seen(&mut page)?;
        if closed > 0 {
            faults.push(format!("{path} shows {closed} closed parts after it was printed"));
        }
    }
    none(&faults)
}

pub fn columns_of_tables_stand_as_their_author_said(visit: &Visit) -> Outcome {
    let project = book();
    let base = serve(&project.path("public"), "/")?.base;
    let mut page = visit.new_page()?;
    let sides = "() => [...document.querySelectorAll('tbody td')].map((one) => getComputedStyle(one).textAlign)";
    for screen in [Screen::LAPTOP, Screen::PHONE] {
        page.show_on(screen)?;
        page.open(&format!("{base}guidance/table.html"))?;
        for medium in [Medium::LightScreen, Medium::Print] {
            page.show_in(medium)?;
            let found: Vec<String> = page.ask(sides, json!([]))?;
            let right = ["start", "center", "end", "center", "end"];
            expect(found == right, &format!("the cells are {found:?}"))?;
        }
    }
    Ok(())
}
