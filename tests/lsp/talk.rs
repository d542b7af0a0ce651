//! How a talk begins, goes on and ends.

use serde_json::{Value, json};
use testkit::Project;
use testkit::editor::Editor;

#[test]
fn it_says_what_it_can_do_and_ends_when_it_is_asked_to() {
    let project = Project::small();
    let editor = Editor::start(&project);
    let can = &editor.server["capabilities"];
    assert_eq!(can["positionEncoding"], "utf-16");
    assert_eq!(can["textDocumentSync"]["change"], 2);
    for name in ["completionProvider", "hoverProvider", "renameProvider", "inlayHintProvider"] {
        assert!(!can[name].is_null(), "{name}");
    }
    assert_eq!(editor.leave(), Some(0));
}

#[test]
fn it_counts_in_bytes_where_the_editor_would_rather() {
    let project = Project::small().file("content/scenarios/late.yaml", "tïtle: \"ï\" x\n");
    let mut editor = Editor::start_with(
        &project,
        &json!({"capabilities": {
            "general": {"positionEncodings": ["utf-32", "utf-8"]},
            "experimental": {"twohatsStatus": true},
        }}),
    );
    assert_eq!(editor.server["capabilities"]["positionEncoding"], "utf-8");
    editor.settle();
    let note = &editor.told["content/scenarios/late.yaml"][0];
    let column = note["range"]["start"]["character"].as_u64().expect("it has a place");
    let bytes = "tïtle: \"ï\" ".len();
    assert_eq!(column, bytes as u64, "{note}");
}

#[test]
fn it_ends_with_the_editor() {
    let project = Project::small();
    let editor = Editor::start(&project);
    assert_eq!(editor.vanish(), Some(1));
}

#[test]
fn a_request_that_is_cancelled_is_never_begun() {
    let project = Project::small();
    let mut editor = Editor::start(&project);
    let first = editor.begin("workspace/symbol", &json!({"query": ""}));
    let cancel =
        json!({"jsonrpc": "2.0", "method": "$/cancelRequest", "params": {"id": first + 1}});
    let symbols = json!({"jsonrpc": "2.0", "id": first + 1, "method": "workspace/symbol", "params": {"query": ""}});
    let bytes: String = [symbols, cancel]
        .map(|message| message.to_string())
        .map(|text| format!("Content-Length: {}\r\n\r\n{text}", text.len()))
        .concat();
    editor.send_raw(bytes.as_bytes());
    assert!(editor.answer_of(first).is_ok());
    match editor.answer_of(first + 1) {
        Err(error) => assert_eq!(error["code"], -32800),
        // It may have been done before the other message was there.
        Ok(symbols) => assert!(symbols.is_array()),
    }
    assert_ne!(editor.ask("shutdown", &Value::Null), Err(Value::Null));
}
