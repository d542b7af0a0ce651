//! What a book may say about rules, and on which day it is read.

use testkit::{Project, Run, run, scenario};

const BROKEN: &str = "---\ntitle: Why\n---\n\nSee [late](../scenarios/late.yaml#nowhere), [old](/old/a.md), [sheet](../templates/sheet.yaml).\n";

fn with_links(settings: &str) -> Project {
    let project = Project::small();
    project.write("content/guidance/why.md", BROKEN);
    project.write("book.toml", &format!("[book]\ntitle = \"Test\"\n{settings}"));
    project
}

#[test]
fn broken_links_can_be_warnings_and_the_site_is_built() {
    let project = with_links("[rules]\nbroken-link = \"warning\"\nbroken-anchor = \"warning\"\n");
    let told = project.run(&["check"]);
    assert_eq!(told.code, 0, "{}", told.err);
    assert!(told.err.contains("warning[broken-link]"), "{}", told.err);
    assert!(told.err.contains("warning[broken-anchor]"), "{}", told.err);
    assert_eq!(project.run(&["check", "--deny-warnings"]).code, 1);
    let page = project.build().remove("guidance/why.html").expect("the page is built");
    let page = String::from_utf8(page).expect("a page is UTF-8");
    let link = "href=\"../scenarios/late.html\"";
    assert!(page.contains(link), "a link with a wrong place still leads to its page\n{page}");
}

#[test]
fn rules_can_be_turned_off_and_made_stricter() {
    let off = with_links("[rules]\nbroken-link = \"off\"\nbroken-anchor = \"off\"\n");
    let told = off.run(&["check", "--deny-warnings"]);
    assert_eq!(told.code, 0, "{}", told.err);
    let strict = Project::small();
    strict.write("book.toml", "[book]\ntitle = \"Test\"\n[rules]\ncut-by-hash = \"error\"\n");
    strict.write("content/scenarios/late.yaml", &scenario("Update #2 of today"));
    let told = strict.run(&["check"]);
    assert_eq!(told.code, 1, "{}", told.err);
    assert!(told.err.contains("error[cut-by-hash]"), "{}", told.err);
}

#[test]
fn links_can_be_left_alone_by_their_pattern() {
    for (pattern, code) in [("/old/*", 1), ("*", 0), ("/guidance/*", 1)] {
        let told = with_links(&format!("[links]\nignore = [\"{pattern}\"]\n")).run(&["check"]);
        assert_eq!(told.code, code, "{pattern}: {}", told.err);
        let both = with_links(&format!(
            "[links]\nignore = [\"{pattern}\", \"*#nowhere\", \"/old/a.md\"]\n"
        ));
        assert_eq!(both.run(&["check"]).code, 0, "{pattern}");
    }
}

#[test]
fn a_side_that_is_missing_can_never_be_turned_off() {
    let project = Project::small();
    project.write("book.toml", "[book]\ntitle = \"Test\"\n[rules]\nmissing-field = \"off\"\n");
    project
        .write("content/scenarios/half.yaml", "title: Half\nsummary: H.\nleader:\n  say: Why?\n");
    let told = project.run(&["check"]);
    assert_eq!(told.code, 1);
    assert!(told.err.contains("`missing-field` cannot be `off`"), "{}", told.err);
    assert!(told.err.contains("this scenario has no `manager`"), "{}", told.err);
}

fn on(project: &Project, seconds: &str) -> Run {
    let mut command = project.command(&["check"]);
    command.env("SOURCE_DATE_EPOCH", seconds);
    run(command)
}

#[test]
fn a_page_is_due_for_a_review_on_the_day_that_is_told() {
    let project = Project::small();
    let text = scenario("Late") + "reviewed: 2024-02\n";
    project.write("content/scenarios/late.yaml", &text);
    // The last second of February 2025, and the first of March.
    let before = on(&project, "1740787199");
    assert!(!before.err.contains("overdue-review"), "{}", before.err);
    let after = on(&project, "1740787200");
    assert!(after.err.contains("overdue-review"), "{}", after.err);
    assert!(after.err.contains("late.yaml:7:11"), "{}", after.err);
    project.write("book.toml", "[book]\ntitle = \"Test\"\nreview_months = 13\n");
    let later = on(&project, "1740787200");
    assert!(!later.err.contains("overdue-review"), "{}", later.err);
    assert_eq!(on(&project, "soon").code, 2);
}

#[test]
fn a_build_never_looks_at_the_calendar() {
    let project = Project::small();
    let text = scenario("Late") + "reviewed: 1999-01\n";
    project.write("content/scenarios/late.yaml", &text);
    let told = project.run(&["build"]);
    assert!(!told.err.contains("overdue-review"), "{}", told.err);
    assert!(project.run(&["check"]).err.contains("overdue-review"));
}

#[cfg(unix)]
#[test]
fn links_that_lead_nowhere_and_names_that_are_no_text_are_told() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    use std::os::unix::fs::symlink;
    let project = Project::small();
    let folder = project.path("content/guidance");
    symlink("../../gone.md", folder.join("rota.md")).expect("a link is made");
    symlink(".", folder.join("round")).expect("a link is made");
    symlink("nobody@nowhere.1", folder.join(".#why.md")).expect("a lock of an editor is made");
    std::fs::write(folder.join(OsStr::from_bytes(b"caf\xE9.md")), "x").expect("a file is written");
    let told = project.run(&["check", "--deny-warnings"]);
    assert_eq!(told.code, 1);
    for words in [
        "this file cannot be read: it is a link to `../../gone.md`, and nothing is there",
        "this file cannot be read: it is a link to `.`, which leads round in a circle",
        "this file cannot be read: its name is not in UTF-8",
    ] {
        assert!(told.err.contains(words), "{words}\n{}", told.err);
    }
    assert!(told.err.contains("0 errors and 3 warnings"), "{}", told.err);
}
