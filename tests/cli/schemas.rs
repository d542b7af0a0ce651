//! The schemas of a project offer what its book has, and follow it.

use std::fs;

use testkit::{Project, scenario};

const OLD: &str = "`schema/` is older than this book";

fn read(project: &Project, path: &str) -> String {
    fs::read_to_string(project.path(path)).expect("it is there")
}

/// A book with schemas, to which a template was added since.
fn behind() -> Project {
    let project = Project::small();
    assert_eq!(project.run(&["check", "--write-schemas"]).code, 0);
    project.write("content/templates/plan.yaml", "title: The plan\nfields:\n  - text: Name\n");
    project
}

#[test]
fn schemas_that_do_not_know_the_book_are_told_and_written_on_demand() {
    let project = behind();
    let run = project.run(&["check"]);
    assert_eq!(run.code, 0, "it is no fault of the book: {}", run.err);
    assert!(run.err.contains(OLD), "{}", run.err);
    assert!(!read(&project, "schema/scenario.json").contains("The plan"));
    let run = project.run(&["check", "--write-schemas"]);
    assert!(!run.err.contains(OLD), "{}", run.err);
    let schema = read(&project, "schema/scenario.json");
    assert!(schema.contains("\"plan\"") && schema.contains("\"The plan\""), "{schema}");
    assert!(!project.run(&["check"]).err.contains(OLD));
}

#[test]
fn a_book_with_faults_offers_what_can_be_read_of_it() {
    let project = behind();
    project.write("content/scenarios/late.yaml", "titel: Late\n");
    assert_eq!(project.run(&["check", "--write-schemas"]).code, 1);
    assert!(read(&project, "schema/scenario.json").contains("The plan"));
}

#[test]
fn a_project_without_schemas_gets_none_and_hears_of_none() {
    let project = Project::small();
    let run = project.run(&["check"]);
    assert!(!run.err.contains("schema"), "{}", run.err);
    assert!(!project.path("schema").exists());
}

#[test]
fn a_file_of_somebody_else_among_the_schemas_is_left_alone() {
    let project = behind().file("schema/guide.json", "{\"title\": \"Mine\"}");
    assert_eq!(project.run(&["new", "guide", "Fine"]).code, 0);
    assert_eq!(read(&project, "schema/guide.json"), "{\"title\": \"Mine\"}");
    assert!(read(&project, "schema/scenario.json").contains("\"fine\""), "the others follow");
    assert!(!project.run(&["check"]).err.contains(OLD));
}

#[test]
fn a_schema_that_git_could_not_merge_is_told_and_written_anew() {
    let project = behind();
    let whole = read(&project, "schema/guide.json");
    project.write(
        "schema/guide.json",
        &format!("<<<<<<< HEAD\n{whole}=======\n{{}}\n>>>>>>> other\n"),
    );
    assert!(project.run(&["check"]).err.contains(OLD));
    project.run(&["new", "guide", "Fine"]);
    assert!(!read(&project, "schema/guide.json").contains("<<<<"));
}

#[test]
fn schemas_follow_a_page_that_moves() {
    let project = behind();
    project.run(&["schema", "--write", "--dir", "."]);
    let run = project.run(&["mv", "templates/plan", "templates/agenda"]);
    assert_eq!(run.code, 0, "{}", run.err);
    let schema = read(&project, "schema/scenario.json");
    assert!(schema.contains("\"agenda\"") && !schema.contains("\"plan\""), "{schema}");
}

#[test]
fn a_copy_that_was_made_to_be_translated_finds_its_schema_again() {
    let line = |way: &str| format!("# yaml-language-server: $schema={way}\n");
    let settings = "[book]\ntitle = \"Test\"\n[languages.de]\nname = \"Deutsch\"\n";
    let copied = |text: &str| format!("{}{text}", line("../../schema/scenario.json"));
    let project = Project::new()
        .file("book.toml", settings)
        .file("content/home.yaml", "title: What is happening?\n")
        .file("content/scenarios/late.yaml", &copied(&scenario("Late again")))
        .file("content/de/scenarios/late.yaml", &copied("title: Wieder spät\n"))
        .file(
            "content/de/home.yaml",
            &format!("{}title: Was ist los?\n", line("../schema/home.json")),
        );
    let run = project.run(&["check", "--fix"]);
    assert_eq!(run.code, 0, "{}", run.err);
    let de = read(&project, "content/de/scenarios/late.yaml");
    assert_eq!(de, line("../../../schema/translated/scenario.json") + "title: Wieder spät\n");
    let home = read(&project, "content/de/home.yaml");
    assert!(home.starts_with(&line("../../schema/translated/home.json")), "{home}");
    assert_eq!(read(&project, "content/scenarios/late.yaml"), copied(&scenario("Late again")));
    assert_eq!(project.run(&["check", "--deny-warnings"]).code, 0);
}
