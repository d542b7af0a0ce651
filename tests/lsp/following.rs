//! Where a name leads, and who names it.

use serde_json::{Value, json};
use testkit::editor::Editor;

use crate::{LATE, LATE_PATH, SHEET, SHEET_PATH, WHY, WHY_PATH, project};

/// The places of an answer as `path:line`.
fn places(editor: &Editor, answer: &Value) -> Vec<String> {
    let each = answer.as_array().cloned().unwrap_or_default();
    let place = |one: &Value| {
        let path = editor.path(one["uri"].as_str().unwrap_or_default());
        let line = one["range"]["start"]["line"].as_u64().unwrap_or_default();
        format!("{path}:{}", line + 1)
    };
    each.iter().map(place).collect()
}

#[test]
fn an_id_a_link_a_topic_a_field_and_a_search_lead_to_where_they_stand() {
    let project = project();
    let mut editor = Editor::start(&project);
    let queries = "scenarios/late:\n  - late again\n";
    for (path, text, words, expected) in [
        (LATE_PATH, LATE, "[sh|eet]", vec!["content/templates/sheet.yaml:1"]),
        (LATE_PATH, LATE, "  - sc|ope", vec!["content/scenarios/scope.yaml:1"]),
        (LATE_PATH, LATE, "[deli|very]", vec!["book.toml:6"]),
        (WHY_PATH, WHY, "scenarios/late|.yaml", vec!["content/scenarios/late.yaml:1"]),
        (SHEET_PATH, SHEET, "sum: requests.co|st", vec!["content/templates/sheet.yaml:8"]),
        ("content/queries.yaml", queries, "scenarios/la|te", vec!["content/scenarios/late.yaml:1"]),
        (LATE_PATH, LATE, "It hap|pens", vec![]),
    ] {
        editor.open(path, text);
        let answer = editor.at("textDocument/definition", path, text, words);
        assert_eq!(places(&editor, &answer), expected, "{words}");
        editor.close(path);
    }
}

#[test]
fn a_link_to_a_place_leads_there() {
    let project = project();
    let mut editor = Editor::start(&project);
    let path = "content/scenarios/scope.yaml";
    editor.open(path, crate::SCOPE);
    let answer = editor.at("textDocument/definition", path, crate::SCOPE, "late.yaml#leader|-say");
    assert_eq!(places(&editor, &answer), ["content/scenarios/late.yaml:5"]);
}

#[test]
fn a_file_that_cannot_be_read_is_led_to_all_the_same() {
    let project = project();
    let mut editor = Editor::start(&project);
    editor.open(SHEET_PATH, "title: [\n");
    editor.open(LATE_PATH, LATE);
    let answer = editor.at("textDocument/definition", LATE_PATH, LATE, "[sh|eet]");
    assert_eq!(places(&editor, &answer), ["content/templates/sheet.yaml:1"]);
}

#[test]
fn everybody_who_names_a_page_is_found() {
    let project = project();
    let mut editor = Editor::start(&project);
    editor.open(LATE_PATH, LATE);
    let mut params = editor.place(LATE_PATH, LATE, "Late| again");
    params["context"] = json!({"includeDeclaration": false});
    let answer = editor.ask("textDocument/references", &params).expect("it answers");
    let expected = [
        "content/guidance/why.md:5",
        "content/queries.yaml:1",
        "content/scenarios/scope.yaml:2",
        "content/scenarios/scope.yaml:10",
    ];
    assert_eq!(places(&editor, &answer), expected);
    let answer = editor.at("textDocument/references", LATE_PATH, LATE, "[deli|very]");
    let expected =
        ["book.toml:6", "content/scenarios/late.yaml:3", "content/scenarios/scope.yaml:4"];
    assert_eq!(places(&editor, &answer), expected);
}

#[test]
fn a_file_that_is_open_under_two_addresses_stays_open_when_one_is_closed() {
    let project = project();
    let mut editor = Editor::start(&project);
    let unsaved = format!("# Not saved\n\n{LATE}");
    editor.open(LATE_PATH, &unsaved);
    let other = LATE_PATH.replace("late", "l%61te");
    for is_opened_first in [false, true] {
        editor.open(&other, LATE);
        if is_opened_first {
            editor.close(LATE_PATH);
            editor.open(LATE_PATH, &unsaved);
        }
        editor.close(&other);
        let answer = editor.at("textDocument/definition", LATE_PATH, &unsaved, "[sh|eet]");
        assert_eq!(places(&editor, &answer), ["content/templates/sheet.yaml:1"]);
    }
}
