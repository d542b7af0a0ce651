//! What is told while somebody types.

use serde_json::json;
use testkit::editor::Editor;
use testkit::{Project, scenario};

use crate::{SHEET, SHEET_PATH, WHY_PATH};

const LATE: &str = "content/scenarios/late.yaml";

#[test]
fn a_text_that_is_not_saved_is_what_counts() {
    let project = Project::small();
    let mut editor = Editor::start(&project);
    editor.open(LATE, &scenario("Late again"));
    editor.settle();
    assert_eq!(editor.lines(), Vec::<String>::new());
    editor.change(LATE, &scenario("Late again").replace("summary", "sumary"));
    editor.settle();
    assert_eq!(editor.lines(), [format!("{LATE}:2:unknown-field")]);
    let note = &editor.told[LATE][0];
    assert_eq!(note["severity"], 1);
    assert_eq!(note["source"], "twohats");
    let message = note["message"].as_str().expect("it has words");
    assert!(message.ends_with("help: did you mean `summary`?"), "{message}");
    editor.change(LATE, &scenario("Late again"));
    editor.settle();
    assert_eq!(editor.lines(), Vec::<String>::new());
}

#[test]
fn a_fault_in_one_file_is_told_in_the_others_that_it_touches() {
    let project = crate::project();
    let mut editor = Editor::start(&project);
    editor.open(SHEET_PATH, SHEET);
    editor.settle();
    let before = editor.lines();
    editor.change(SHEET_PATH, &SHEET.replace("id: cost", "id: price"));
    editor.settle();
    assert!(editor.lines().contains(&format!("{SHEET_PATH}:12:dangling-reference")));
    let queries = "scenarios/nowhere:\n  - late\n";
    editor.change(SHEET_PATH, SHEET);
    editor.open("content/queries.yaml", queries);
    editor.settle();
    assert!(editor.lines().contains(&"content/queries.yaml:1:dangling-reference".to_owned()));
    editor.close("content/queries.yaml");
    editor.settle();
    assert_eq!(editor.lines(), before);
}

#[test]
fn other_places_that_belong_to_a_fault_are_named_and_what_nobody_uses_is_faded() {
    let project = crate::project();
    let mut editor = Editor::start(&project);
    editor.open(LATE, &format!("{}title: Twice\n", scenario("Late again")));
    let guide = "---\ntitle: Why\n---\n\nAsk.\n\n[unused]: https://example.org/\n";
    editor.open(WHY_PATH, guide);
    editor.settle();
    let twice = editor.told[LATE].iter().find(|note| note["code"] == "duplicate-key");
    let twice = twice.expect("a key is there twice");
    let place = &twice["relatedInformation"][0]["location"];
    assert_eq!(place["range"]["start"]["line"], 0);
    assert_eq!(place["uri"], editor.uri(LATE));
    let unused = editor.told[WHY_PATH].iter().find(|note| note["code"] == "unused-definition");
    assert_eq!(unused.expect("nobody uses it")["tags"], json!([1]));
}

#[test]
fn files_that_change_on_the_disk_are_looked_at_again() {
    let project = Project::small();
    let mut editor = Editor::start(&project);
    editor.settle();
    assert_eq!(editor.lines(), Vec::<String>::new());
    let watches = editor.requests.iter().find(|one| one["method"] == "client/registerCapability");
    assert!(watches.is_some(), "it asks to be told");
    project.write(LATE, &scenario("Late again").replace("summary", "sumary"));
    let change = json!({"changes": [{"uri": editor.uri(LATE), "type": 2}]});
    editor.notify("workspace/didChangeWatchedFiles", &change);
    editor.settle();
    assert_eq!(editor.lines(), [format!("{LATE}:2:unknown-field")]);
    project.remove(LATE);
    editor.notify("workspace/didChangeWatchedFiles", &change);
    editor.settle();
    let lines = editor.lines();
    assert_eq!(lines, ["content/guidance/why.md:5:broken-link"], "{lines:?}");
}

#[test]
fn an_editor_that_tells_of_no_files_is_told_of_what_changed_all_the_same() {
    let project = Project::small();
    let no_watching = json!({"capabilities": {"experimental": {"twohatsStatus": true}}});
    let mut editor = Editor::start_with(&project, &no_watching);
    editor.settle();
    project.write(LATE, &scenario("Late again").replace("summary", "sumary"));
    editor.until("of the change", |message| {
        let is_told = message["params"]["diagnostics"][0]["code"] == "unknown-field";
        is_told.then_some(())
    });
}

#[test]
fn a_rule_has_a_link_where_the_editor_says_at_which_address_its_page_is() {
    let project = Project::small();
    for (page, link) in [
        (json!("twohats-rule:/{rule}.md"), json!({"href": "twohats-rule:/unknown-field.md"})),
        (json!("https://example.org/rules"), json!(null)),
        (json!(7), json!(null)),
        (json!(null), json!(null)),
    ] {
        let mut editor =
            Editor::start_with(&project, &json!({"initializationOptions": {"rulePage": page}}));
        editor.open(LATE, &scenario("Late again").replace("summary", "sumary"));
        editor.until_told(LATE);
        assert_eq!(editor.told[LATE][0]["codeDescription"], link, "{page}");
    }
}
