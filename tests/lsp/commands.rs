//! What an editor can have done by name.

use serde_json::{Value, json};
use testkit::editor::Editor;

use crate::renaming::made;
use crate::{LATE, LATE_PATH, project};

/// What a command gives, and the files after the edit that the editor is asked for.
#[track_caller]
fn done(name: &str, arguments: &[&str]) -> (Value, String) {
    let project = project();
    let mut editor = Editor::start(&project);
    editor.open(LATE_PATH, LATE);
    let mut arguments: Vec<Value> = arguments.iter().map(|one| json!(one)).collect();
    if arguments[0] == LATE_PATH {
        arguments[0] = json!(editor.uri(LATE_PATH));
    }
    let params = json!({"command": name, "arguments": arguments});
    let result = editor.ask("workspace/executeCommand", &params);
    let result = result.unwrap_or_else(|error| panic!("{name}: {error}"));
    editor.ask("workspace/symbol", &json!({"query": ""})).expect("it answers");
    let asked = editor.requests.iter().find(|one| one["method"] == "workspace/applyEdit");
    let files = asked.map(|asked| made(&editor, &project, &asked["params"]["edit"]));
    let changed = files.into_iter().flatten().filter(|(path, text)| {
        std::fs::read_to_string(project.path(path)).ok().as_ref() != Some(text)
    });
    let files: Vec<String> = changed.map(|(path, text)| format!("==> {path}\n{text}")).collect();
    (result, files.concat())
}

#[test]
fn all_commands_are_told_at_the_start() {
    let project = project();
    let editor = Editor::start(&project);
    let commands = &editor.server["capabilities"]["executeCommandProvider"]["commands"];
    let names = ["fix", "new", "move", "draft", "reviewed", "translate", "explain", "page"];
    assert_eq!(*commands, json!(names.map(|name| format!("twohats.{name}"))));
}

#[test]
fn a_page_is_made_moved_marked_and_translated() {
    let (uri, after) = done("twohats.new", &[LATE_PATH, "guide", "A good start"]);
    assert!(uri.as_str().is_some_and(|uri| uri.ends_with("/content/guidance/a-good-start.md")));
    assert!(after.contains("title: A good start\ndraft: yes"), "{after}");
    let (_, after) = done("twohats.move", &[LATE_PATH, "delay"]);
    assert!(after.contains("==> content/scenarios/delay.yaml"), "{after}");
    let (_, after) = done("twohats.draft", &[LATE_PATH]);
    assert!(after.contains("draft: yes\n"), "{after}");
    let (_, after) = done("twohats.reviewed", &[LATE_PATH]);
    assert!(after.contains("reviewed: 20"), "{after}");
    let (uri, after) = done("twohats.translate", &[LATE_PATH, "de"]);
    assert!(uri.as_str().is_some_and(|uri| uri.ends_with("/content/de/scenarios/late.yaml")));
    assert!(after.contains("title: Late again"), "{after}");
    let (page, after) = done("twohats.explain", &["broken-link"]);
    assert!(page.as_str().is_some_and(|page| page.contains("# ")) && after.is_empty());
}

#[test]
fn the_page_that_shows_a_place_is_named() {
    let project = project();
    let mut editor = Editor::start(&project);
    editor.open(LATE_PATH, LATE);
    for (words, page) in [
        ("Why was |it", "scenarios/late.html#leader-say"),
        ("By when|?", "scenarios/late.html#manager-say"),
        ("|title", "scenarios/late.html"),
    ] {
        let place = editor.place(LATE_PATH, LATE, words);
        let arguments = json!([place["textDocument"]["uri"], place["position"]]);
        let params = json!({"command": "twohats.page", "arguments": arguments});
        assert_eq!(editor.ask("workspace/executeCommand", &params), Ok(json!(page)));
    }
}

#[test]
fn what_cannot_be_done_says_why() {
    let project = project();
    let mut editor = Editor::start(&project);
    editor.open(LATE_PATH, LATE);
    let uri = editor.uri(LATE_PATH);
    for (name, arguments, why) in [
        ("twohats.new", json!([uri, "guide", "Why"]), "no page was made"),
        ("twohats.new", json!([uri, "poem", "Roses"]), "no page was made"),
        ("twohats.move", json!([uri, "scope"]), "is there already"),
        ("twohats.translate", json!([uri, "fr"]), "`fr`"),
        ("twohats.explain", json!(["no-such-rule"]), "no rule is called"),
        ("twohats.draft", json!(["file:///nowhere/at/all.yaml"]), "name a file of a book"),
        ("twohats.dance", json!([]), "twohats.dance"),
    ] {
        let params = json!({"command": name, "arguments": arguments});
        let error = editor.ask("workspace/executeCommand", &params).expect_err(name);
        let message = error["message"].as_str().expect("it says why");
        assert!(message.contains(why), "{name}: {message}");
    }
}
