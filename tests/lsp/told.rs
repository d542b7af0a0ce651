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

#[test]
fn a_file_that_is_open_under_two_addresses_is_told_of_at_both() {
    let project = Project::small();
    let mut editor = Editor::start(&project);
    let (good, bad) = (scenario("Late again"), scenario("Late again").replace("summary", "sumary"));
    let other = LATE.replace("late", "l%61te");
    let mut addresses = std::collections::BTreeMap::new();
    let mut told = |editor: &mut Editor| {
        // Both are one path to the one who listens: addresses are kept apart here.
        let uris = [LATE, &other].map(|path| editor.uri(path));
        editor.settle_hearing(|message| {
            let params = &message["params"];
            if message["method"] == "textDocument/publishDiagnostics" {
                let count = params["diagnostics"].as_array().map_or(0, Vec::len);
                addresses.insert(params["uri"].as_str().unwrap_or_default().to_owned(), count);
            }
        });
        uris.map(|uri| addresses.get(&uri).copied().unwrap_or_default())
    };
    editor.open(LATE, &bad);
    assert_eq!(told(&mut editor), [1, 0]);
    editor.open(&other, &bad);
    assert_eq!(told(&mut editor), [1, 1], "the same text at both");
    editor.change(LATE, &good);
    assert_eq!(told(&mut editor), [0, 0], "the one that was typed in last counts");
    editor.change(&other, &bad);
    assert_eq!(told(&mut editor), [0, 1]);
    editor.close(&other);
    assert_eq!(told(&mut editor), [0, 0], "the other one is there still");
    editor.change(LATE, &bad);
    assert_eq!(told(&mut editor), [1, 0]);
    editor.close(LATE);
    assert_eq!(told(&mut editor), [0, 0], "the file on the disk is good");
}

#[test]
fn a_book_that_begins_round_an_open_text_is_found() {
    let project = Project::new();
    project.remove("book.toml");
    let bad = scenario("Late again").replace("summary", "sumary");
    project.write(LATE, &bad);
    let mut editor = Editor::start(&project);
    editor.open(LATE, &scenario("Late again"));
    editor.change(LATE, &bad.replace("sumary", "smmary"));
    assert_eq!(editor.at("textDocument/hover", LATE, &bad, "tit|le"), json!(null));
    project.write("book.toml", "[book]\ntitle = \"Ours\"\n");
    let change = json!({"changes": [{"uri": editor.uri("book.toml"), "type": 1}]});
    editor.notify("workspace/didChangeWatchedFiles", &change);
    editor.settle();
    assert_eq!(editor.lines(), [format!("{LATE}:2:unknown-field")]);
    let message = editor.told[LATE][0]["message"].as_str().expect("it has words");
    assert!(message.contains("`smmary`"), "what was typed counts: {message}");
    editor.change(LATE, &scenario("Late again"));
    editor.settle();
    assert_eq!(editor.lines(), Vec::<String>::new());
}
