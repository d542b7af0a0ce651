//! What can be done at a place: what is certain is mended, what is missing is made.

use serde_json::{Value, json};
use testkit::editor::{Editor, position};
use testkit::{Book, Project};

use crate::renaming::made;
use crate::{LATE, LATE_PATH, project};

/// What can be done where these words are, in a text that is open.
#[track_caller]
fn actions(editor: &mut Editor, path: &str, text: &str, words: &str) -> Vec<Value> {
    editor.settle();
    let at = text.find(words).unwrap_or_else(|| panic!("no `{words}` in {text}"));
    let range = json!({"start": position(text, at), "end": position(text, at + words.len())});
    let params = json!({
        "textDocument": {"uri": editor.uri(path)},
        "range": range,
        "context": {"diagnostics": []},
    });
    let actions = editor.ask("textDocument/codeAction", &params).expect("it answers");
    actions.as_array().expect("a list").clone()
}

/// Writes a text, opens it, and makes what is called so.
#[track_caller]
fn done(project: &Project, path: &str, text: &str, (words, title): (&str, &str)) -> String {
    project.write(path, text);
    let mut editor = Editor::start(project);
    editor.open(path, text);
    let all = actions(&mut editor, path, text, words);
    let titles: Vec<&Value> = all.iter().map(|one| &one["title"]).collect();
    let is_it = |one: &&Value| one["title"].as_str().is_some_and(|one| one.starts_with(title));
    let action = all.iter().find(is_it).unwrap_or_else(|| panic!("no `{title}` in {titles:?}"));
    let files = made(&editor, project, &action["edit"]);
    let changed = files.iter().filter(|(path, text)| {
        std::fs::read_to_string(project.path(path)).ok().as_ref() != Some(*text)
    });
    changed.map(|(path, text)| format!("==> {path}\n{text}")).collect::<Vec<_>>().concat()
}

#[test]
fn a_fix_is_offered_where_its_fault_is() {
    let project = project();
    let text = LATE.replace("It happens.", "It: happens.");
    let after = done(&project, LATE_PATH, &text, ("It: happens", "Mend it: `\"It: happens.\"`"));
    assert_eq!(
        after,
        format!("==> {LATE_PATH}\n{}", text.replace("It: happens.", "\"It: happens.\""))
    );
}

#[test]
fn a_fix_of_a_text_with_ends_of_lines_of_windows_and_a_mark_is_at_its_place() {
    let project = project();
    let text = format!("\u{feff}{}", LATE.replace("title: Late again", "title: Late: é 😀 again"));
    let windows = text.replace('\n', "\r\n");
    let mut editor = Editor::start(&project);
    editor.open(LATE_PATH, &windows);
    editor.settle();
    let note = &editor.told[LATE_PATH][0];
    assert_eq!(note["range"]["start"], position(&text, text.find(": é").expect("it is there")));
    let all = actions(&mut editor, LATE_PATH, &text, "Late: é");
    let edit = &all[0]["edit"]["documentChanges"][0]["edits"][0];
    assert_eq!(edit["newText"], "\"Late: é 😀 again\"");
    assert_eq!(edit["range"]["end"], position(&text, text.find("\nsummary").expect("it is there")));
}

#[test]
fn the_missing_side_of_a_scenario_is_added() {
    let text = "title: New\nsummary: It is new.\nleader:\n  say: What for?\n";
    let project = project();
    let after =
        done(&project, "content/scenarios/new.yaml", text, ("title", "Add the missing manager"));
    assert!(after.contains("What for?\nmanager:\n  say: "), "{after}");
    assert!(after.contains("TODO"), "{after}");
}

#[test]
fn a_page_that_is_named_and_not_there_is_made() {
    let project = project();
    let text = LATE.replace("[sheet]", "[sheet, agreed-scope]");
    let after = done(&project, LATE_PATH, &text, ("agreed-scope", "Create this template"));
    assert!(after.starts_with("==> content/templates/agreed-scope.yaml\n"), "{after}");
    assert!(after.contains("title: Agreed scope"), "{after}");
    project
        .write("content/templates/agreed-scope.yaml", after.split_once('\n').expect("two lines").1);
    // A page that is being written is a draft, and that is all that is wrong.
    let run = project.run(&["check"]);
    assert!(run.err.contains("is a draft") && run.err.contains("\n1 error"), "{}", run.err);
}

#[test]
fn a_text_where_several_may_stand_becomes_a_list() {
    let project = project();
    for (before, words) in [
        ("measures: Fewer late days\n", "Fewer"),
        ("measures: |\n  - Fewer late days\n  - More calm\n", "Fewer"),
        ("measures: |\n  Fewer late days\n  More calm\n", "Fewer"),
    ] {
        let text = format!("{LATE}{before}");
        let after = done(&project, LATE_PATH, &text, (words, "Make this a list"));
        assert!(after.contains("measures:\n  - Fewer late days\n"), "{after}");
        assert_eq!(before.contains("calm"), after.ends_with("  - More calm\n"), "{after}");
    }
}

#[test]
fn a_page_is_added_to_the_searches_and_translated() {
    let project = project();
    let path = "content/scenarios/scope.yaml";
    let after = done(&project, path, crate::SCOPE, ("title", "Add this page to"));
    assert!(after.contains("- late again\nscenarios/scope:\n  - The scope grows\n"), "{after}");
    let after = done(&project, path, crate::SCOPE, ("title", "Translate this file"));
    let schema = "# yaml-language-server: $schema=../../../schema/translated/scenario.json";
    let begun = format!("==> content/de/scenarios/scope.yaml\n{schema}\ntitle: The scope grows\n");
    assert_eq!(after, begun);
    let project = Book::small().on_disk();
    let text = testkit::scenario("Late again");
    let after = done(&project, LATE_PATH, &text, ("title", "Add this page to"));
    assert_eq!(after, "==> content/queries.yaml\nscenarios/late:\n  - Late again\n");
}

#[test]
fn all_that_is_certain_is_mended_at_once_as_check_does_it() {
    let project = project();
    let text = LATE.replace("It happens.", "It: happens.").replace("Late again", "Late: again");
    project.write(LATE_PATH, &text);
    let mut editor = Editor::start(&project);
    editor.open(LATE_PATH, &text);
    let all = actions(&mut editor, LATE_PATH, &text, "title");
    let fix = all.iter().find(|one| one["kind"] == "source.fixAll").expect("it is offered");
    editor.ask("workspace/executeCommand", &fix["command"]).expect("it is done");
    editor.ask("workspace/symbol", &json!({"query": ""})).expect("it answers");
    let asked = editor.requests.iter().find(|one| one["method"] == "workspace/applyEdit");
    let files = made(&editor, &project, &asked.expect("the editor is asked")["params"]["edit"]);
    assert_eq!(project.run(&["check", "--fix"]).code, 0);
    let fixed = std::fs::read_to_string(project.path(LATE_PATH)).expect("it is there");
    assert_eq!(files[LATE_PATH], fixed);
}
