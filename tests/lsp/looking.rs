//! What is shown of a place, and of a whole text.

use serde_json::{Value, json};
use testkit::editor::Editor;

use crate::{LATE, LATE_PATH, SHEET, SHEET_PATH, WHY, WHY_PATH, project};

/// What is shown at the mark `|` in the words.
#[track_caller]
fn shown(path: &str, text: &str, words: &str) -> String {
    let project = project();
    let mut editor = Editor::start(&project);
    editor.open(path, text);
    let hover = editor.at("textDocument/hover", path, text, words);
    hover["contents"]["value"].as_str().unwrap_or_default().to_owned()
}

#[test]
fn a_key_says_what_it_is_for_and_an_id_what_it_leads_to() {
    let key = shown(LATE_PATH, LATE, "summ|ary: It");
    assert!(key.contains("One or two sentences") || key.contains("```yaml\nsummary:"), "{key}");
    let id = shown(LATE_PATH, LATE, "[sh|eet]");
    assert!(id.contains("**Sheet** (template)"), "{id}");
    let link = shown(WHY_PATH, WHY, "scenarios/la|te.yaml");
    assert!(link.contains("Late again") && link.contains("Manager: To have a date."), "{link}");
    let topic = shown(LATE_PATH, LATE, "[deli|very]");
    assert!(topic.contains("**Delivery**, a topic of 2 pages"), "{topic}");
    let other = LATE.replace("[delivery]", "[shipping]");
    let unknown = shown(LATE_PATH, &other, "[ship|ping]");
    assert!(!unknown.contains("a topic of"), "{unknown}");
    let field = shown(SHEET_PATH, SHEET, "sum: requests.co|st");
    assert!(field.contains("Cost in days"), "{field}");
}

#[test]
fn a_script_says_how_long_it_takes() {
    let say = shown(LATE_PATH, LATE, "Why was |it late");
    assert!(say.contains("9 words, about 4 seconds to say"), "{say}");
}

#[test]
fn a_fault_is_explained_where_it_is() {
    let project = project();
    let mut editor = Editor::start(&project);
    let text = LATE.replace("summary", "sumary");
    editor.open(LATE_PATH, &text);
    editor.settle();
    let hover = editor.at("textDocument/hover", LATE_PATH, &text, "sum|ary");
    let words = hover["contents"]["value"].as_str().expect("something is shown");
    for part in
        ["**unknown-field**: ", "Check the spelling first", "`twohats explain unknown-field`"]
    {
        assert!(words.contains(part), "no {part} in {words}");
    }
    assert!(!words.contains("## "), "{words}");
}

#[test]
fn a_picture_is_offered_and_shown() {
    let project = project();
    project.write("content/pictures/board.png", "no real picture");
    let mut editor = Editor::start(&project);
    let text = WHY.replace("Ask.", "![The board](../pictures/board.png)");
    editor.open(WHY_PATH, &text);
    let hover = editor.at("textDocument/hover", WHY_PATH, &text, "pictures/bo|ard.png");
    let words = hover["contents"]["value"].as_str().expect("something is shown");
    assert_eq!(words, format!("![]({})", editor.uri("content/pictures/board.png")));
    let offers = editor.at("textDocument/completion", WHY_PATH, &text, "![The board](|../pictures");
    assert_eq!(crate::labels(&offers), ["../pictures/board.png"]);
    project.write("content/pictures/our board.png", "no real picture");
    editor.notify("textDocument/didSave", &json!({"textDocument": {"uri": editor.uri(WHY_PATH)}}));
    let offers = editor.at("textDocument/completion", WHY_PATH, &text, "![The board](|../pictures");
    assert!(crate::labels(&offers).contains(&"../pictures/our%20board.png".to_owned()), "{offers}");
}

#[test]
fn the_outline_has_keys_fields_and_headings() {
    let project = project();
    let mut editor = Editor::start(&project);
    let mut outline = |path: &str, text: &str| {
        editor.open(path, text);
        let params = json!({"textDocument": {"uri": editor.uri(path)}});
        editor.ask("textDocument/documentSymbol", &params).expect("it has an outline")
    };
    let late = outline(LATE_PATH, LATE);
    let leader = &late.as_array().expect("a list")[3];
    assert_eq!(leader["name"], "leader");
    assert_eq!(leader["children"][1]["name"], "say");
    assert_eq!(leader["range"]["start"]["line"], 3);
    let sheet = outline(SHEET_PATH, SHEET);
    assert_eq!(sheet[1]["children"][1]["name"], "table: Requests");
    let why = outline(WHY_PATH, WHY);
    assert_eq!(why[0]["name"], "title");
    assert_eq!(why[1]["name"], "First steps");
}

#[test]
fn a_book_is_searched_for_pages_topics_and_fields() {
    let project = project();
    let mut editor = Editor::start(&project);
    let mut found = |query: &str| {
        let found = editor.ask("workspace/symbol", &json!({"query": query})).expect("it searches");
        let names = found.as_array().expect("a list").iter().map(|one| one["name"].clone());
        names.collect::<Vec<Value>>()
    };
    assert_eq!(found("late ag"), ["Late again"]);
    assert_eq!(found("costdays"), ["Cost in days"]);
    assert_eq!(found("people"), ["People"]);
}

#[test]
fn what_belongs_together_is_folded_and_chosen_together() {
    let project = project();
    let mut editor = Editor::start(&project);
    editor.open(LATE_PATH, LATE);
    let params = json!({"textDocument": {"uri": editor.uri(LATE_PATH)}});
    let folds = editor.ask("textDocument/foldingRange", &params).expect("it folds");
    let folds = folds.as_array().expect("a list");
    assert!(folds.contains(&json!({"startLine": 3, "endLine": 6})), "{folds:?}");
    let place = editor.place(LATE_PATH, LATE, "By wh|en?")["position"].clone();
    let params = json!({"textDocument": {"uri": editor.uri(LATE_PATH)}, "positions": [place]});
    let chosen = editor.ask("textDocument/selectionRange", &params).expect("it chooses");
    let (mut around, mut lines) = (&chosen[0], Vec::new());
    while !around.is_null() {
        let line = |end: &str| around["range"][end]["line"].as_u64().expect("a line");
        lines.push((line("start"), line("end")));
        around = &around["parent"];
    }
    assert_eq!(lines.first(), Some(&(9, 9)));
    assert_eq!(lines.last(), Some(&(0, 14)));
    let is_wider = |pair: &[(u64, u64)]| pair[1].0 <= pair[0].0 && pair[0].1 <= pair[1].1;
    assert!(lines.windows(2).all(is_wider) && lines.len() > 3, "{lines:?}");
}

#[test]
fn links_and_ids_of_a_text_can_be_followed() {
    let project = project();
    let mut editor = Editor::start(&project);
    editor.open(LATE_PATH, LATE);
    let params = json!({"textDocument": {"uri": editor.uri(LATE_PATH)}});
    let links = editor.ask("textDocument/documentLink", &params).expect("it has links");
    let targets = links.as_array().expect("a list").iter();
    let mut targets: Vec<String> =
        targets.map(|link| editor.path(link["target"].as_str().expect("an address"))).collect();
    targets.sort();
    assert_eq!(targets, [WHY_PATH, "content/scenarios/scope.yaml", SHEET_PATH]);
}

#[test]
fn who_names_a_page_and_the_seconds_of_a_script_stand_between_the_words_and_can_be_switched_off() {
    let project = project();
    let mut editor = Editor::start(&project);
    editor.open(LATE_PATH, LATE);
    let end = json!({"line": 99, "character": 0});
    let range = json!({"start": {"line": 0, "character": 0}, "end": end});
    let params = json!({"textDocument": {"uri": editor.uri(LATE_PATH)}, "range": range});
    let hints = editor.ask("textDocument/inlayHint", &params).expect("it has hints");
    let told = |hints: &Value| {
        let each = hints.as_array().cloned().unwrap_or_default();
        let told = |hint: &Value| {
            format!("{}: {}", hint["position"]["line"], hint["label"].as_str().unwrap_or_default())
        };
        each.iter().map(told).collect::<Vec<_>>()
    };
    assert_eq!(told(&hints), ["0: named in 3 files", "5: 4 s to say", "9: 0 s to say"]);
    let off = json!({"settings": {"twohats": {"inlay": {"namedBy": false}}}});
    editor.notify("workspace/didChangeConfiguration", &off);
    let hints = editor.ask("textDocument/inlayHint", &params).expect("it has hints");
    assert_eq!(told(&hints).len(), 2);
    drop(editor);
    let off = json!({"initializationOptions": {"inlay": {"namedBy": false, "seconds": false}}});
    let mut editor = Editor::start_with(&project, &off);
    editor.open(LATE_PATH, LATE);
    assert_eq!(editor.ask("textDocument/inlayHint", &params), Ok(json!([])));
}

#[test]
fn what_stands_between_the_words_is_renewed_when_another_file_names_the_page() {
    let project = project();
    let can = json!({"capabilities": {
        "experimental": {"twohatsStatus": true},
        "workspace": {"inlayHint": {"refreshSupport": true}},
    }});
    let mut editor = Editor::start_with(&project, &can);
    editor.open(LATE_PATH, LATE);
    editor.settle();
    editor.requests.clear();
    editor.open("content/scenarios/scope.yaml", &crate::SCOPE.replace("late.yaml", "scope.yaml"));
    editor.settle();
    let asked = |one: &Value| one["method"] == "workspace/inlayHint/refresh";
    if !editor.requests.iter().any(asked) {
        editor.until("what stands there is asked for anew", |message| asked(message).then_some(()));
    }
}
