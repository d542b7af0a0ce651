//! `twohats new` and `twohats schema`: a page to write over, and help in the editor.

use std::fs;

use testkit::Project;

#[test]
fn a_new_page_of_every_kind_passes_the_check_and_knows_its_schema() {
    let project = Project::new();
    for (kind, path) in [
        ("scenario", "content/scenarios/a-plan-ship-it.yaml"),
        ("template", "content/templates/a-plan-ship-it.yaml"),
        ("guide", "content/guidance/a-plan-ship-it.md"),
        ("check", "content/checks/a-plan-ship-it.yaml"),
        ("comparison", "content/comparisons/a-plan-ship-it.yaml"),
    ] {
        let run = project.run(&["new", kind, "A plan: ship \"it\""]);
        assert_eq!(run.code, 0, "{}", run.err);
        assert!(run.err.contains(path), "{}", run.err);
        let text = fs::read_to_string(project.path(path)).expect("it was made");
        let line = format!("# yaml-language-server: $schema=../../schema/{kind}.json\n");
        assert_eq!(text.starts_with(&line), kind != "guide", "{text}");
        let schema = project.path(&format!("schema/{kind}.json"));
        let written = fs::read_to_string(schema).expect("the schema is there");
        assert!(written.contains("json-schema.org"), "{written}");
    }
    let check = project.run(&["check"]);
    assert_eq!(check.code, 0, "{}", check.err);
    let settings = fs::read(project.path(".vscode/settings.json")).expect("it was made");
    let settings: serde_json::Value = serde_json::from_slice(&settings).expect("it is JSON");
    assert_eq!(settings["[yaml]"]["editor.quickSuggestions"]["strings"], "on", "{settings}");
}

#[test]
fn a_new_page_is_a_draft_until_its_author_says_otherwise() {
    let project = Project::new();
    project.run(&["new", "scenario", "Late"]);
    assert!(!project.build().contains_key("scenarios/late.html"));
    let path = project.path("content/scenarios/late.yaml");
    let text = fs::read_to_string(&path).expect("it was made");
    let lines = text.split_inclusive('\n').filter(|line| !line.starts_with("draft: yes"));
    let ready: String = lines.collect();
    fs::write(&path, ready).expect("it can be changed");
    assert!(project.build().contains_key("scenarios/late.html"));
}

#[test]
fn nothing_is_overwritten_and_no_page_is_made_that_cannot_be() {
    let project = Project::new()
        .file("content/scenarios/late.yaml", "mine")
        .file(".vscode/settings.json", "{\"mine\": 1}");
    let run = project.run(&["new", "scenario", "Late"]);
    assert_eq!(run.code, 2);
    assert!(run.err.contains("is there already"), "{}", run.err);
    for (kind, title) in [("guide", "Con"), ("scenario", "Index"), ("guide", "???")] {
        let run = project.run(&["new", kind, title]);
        assert_eq!(run.code, 2, "{}", run.err);
    }
    assert_eq!(project.run(&["new", "guide", "Fine"]).code, 0);
    let read = |path: &str| fs::read_to_string(project.path(path)).expect("it is there");
    assert_eq!(read("content/scenarios/late.yaml"), "mine");
    assert_eq!(read(".vscode/settings.json"), "{\"mine\": 1}");
}

#[test]
fn schemas_that_are_old_are_written_anew() {
    let project = Project::new().file("schema/scenario.json", "{}");
    assert_eq!(project.run(&["schema", "--write"]).code, 0);
    let written = fs::read_to_string(project.path("schema/scenario.json")).expect("it is there");
    assert_eq!(written, project.run(&["schema", "scenario"]).out, "this book has nothing to offer");
    let all = project.run(&["schema"]).out;
    assert!(all.contains("\"definitions\""), "{all}");
}
