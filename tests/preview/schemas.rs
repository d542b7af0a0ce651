//! The schemas of a project follow the book while it is written, and the preview does not follow what it wrote itself.

use std::fs;
use std::time::Duration;

use testkit::Project;
use testkit::preview::Preview;

const KEPT: &str = "`schema/` now offers editors what this book has";
const PAGE: &str = "content/templates/plan.yaml";

fn template(title: &str) -> String {
    format!("title: {title}\nfields:\n  - text: Name\n")
}

fn schema(project: &Project) -> String {
    fs::read_to_string(project.path("schema/scenario.json")).expect("it is there")
}

#[test]
#[ignore = "slow: `cargo xtask test` runs it"]
fn a_page_is_offered_as_soon_as_it_is_saved_and_nothing_is_written_when_nothing_changed() {
    let project = Project::small();
    assert_eq!(project.run(&["schema", "--write"]).code, 0);
    let preview = Preview::start(&project);
    project.write(PAGE, &template("The plan"));
    preview.until_said(KEPT);
    assert!(schema(&project).contains("The plan"));
    let mut page = preview.events();
    page.message();
    assert_eq!(page.within(Duration::from_secs(1)), None, "its own writing is no save");
    assert_eq!(preview.rebuilds(), 1, "{}", preview.stderr());

    // A field more is nothing that a schema offers.
    project.write(PAGE, &format!("{}  - date: Day\n", template("The plan")));
    preview.until("/templates/plan.html", "Day");
    project.write(PAGE, &template("The other plan"));
    preview.until_heard("both", |said| said.matches(KEPT).count() == 2);
    assert!(schema(&project).contains("The other plan"));
}

#[test]
#[ignore = "slow: `cargo xtask test` runs it"]
fn a_project_without_schemas_gets_none() {
    let project = Project::small();
    let preview = Preview::start(&project);
    project.write(PAGE, &template("The plan"));
    preview.until("/templates/plan.html", "The plan");
    assert!(!project.path("schema").exists());
    assert!(!preview.stderr().contains("schema"), "{}", preview.stderr());
}
