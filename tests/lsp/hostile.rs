//! Messages that no editor should send: none ends the server.

use serde_json::{Value, json};
use testkit::editor::Editor;
use testkit::{Project, scenario};

const LATE: &str = "content/scenarios/late.yaml";

#[test]
fn what_is_no_message_is_answered_and_the_talk_goes_on() {
    let project = Project::small();
    let mut editor = Editor::start(&project);
    let deep = "[".repeat(100_000);
    for body in ["{", "null", "[]", "\"\"", "{\"id\": {}, \"method\": []}", &deep] {
        editor.send_raw(format!("Content-Length: {}\r\n\r\n{body}", body.len()).as_bytes());
    }
    editor.send_raw(b"Content-Length: 2\r\n\r\n\xff\xfe");
    editor.send_raw(b"nonsense\r\n\r\nContent-Length: -1\r\n\r\n");
    assert!(editor.ask("workspace/symbol", &json!({"query": "late"})).is_ok());
    let error = editor.ask("workspace/doNothing", &Value::Null).expect_err("it does not know it");
    assert_eq!(error["code"], -32601);
    assert_eq!(editor.leave(), Some(0));
}

#[test]
fn nothing_is_answered_before_the_talk_begins_nor_after_its_end() {
    let project = Project::small();
    let mut editor = Editor::start(&project);
    let error = editor.ask("initialize", &json!({})).expect_err("it has begun");
    assert_eq!(error["code"], -32600);
    editor.ask("shutdown", &Value::Null).expect("it shuts down");
    assert!(editor.ask("workspace/symbol", &json!({"query": ""})).is_err());
}

#[test]
fn a_place_or_a_file_that_is_not_there_is_no_reason_to_end() {
    let project = Project::small();
    let mut editor = Editor::start(&project);
    editor.open(LATE, &scenario("Late"));
    let places = [
        json!({"line": 0, "character": 0}),
        json!({"line": 99_999_999_999_u64, "character": 99_999_999_999_u64}),
        json!({"line": -1, "character": -1}),
        json!({"line": "x"}),
        json!(null),
    ];
    let uris = [
        editor.uri(LATE),
        editor.uri("content/scenarios/nowhere.yaml"),
        "file:///etc/passwd".to_owned(),
        "http://example.com/late.yaml".to_owned(),
        "untitled:1".to_owned(),
        "file://host/share/x.yaml".to_owned(),
        String::new(),
    ];
    for uri in &uris {
        for place in &places {
            let range = json!({"start": place, "end": place});
            let changes = json!([{"range": range, "text": "é😀"}, {"range": {}}, 5]);
            let document = json!({"uri": uri, "version": 2});
            let change = json!({"textDocument": document, "contentChanges": changes});
            for method in crate::METHODS {
                let params = json!({
                    "textDocument": {"uri": uri},
                    "position": place,
                    "positions": [place],
                    "range": range,
                    "context": {"diagnostics": [7], "includeDeclaration": true},
                    "newName": "../..",
                });
                let _ = editor.ask(&format!("textDocument/{method}"), &params);
            }
            editor.notify("textDocument/didChange", &change);
        }
        editor.notify("textDocument/didClose", &json!({"textDocument": {"uri": uri}}));
        editor.notify("textDocument/didClose", &json!({"textDocument": {"uri": uri}}));
    }
    for method in ["textDocument/didOpen", "textDocument/didChange", "workspace/didRenameFiles"] {
        for params in [Value::Null, json!([]), json!({"textDocument": 3, "files": [1]})] {
            editor.notify(method, &params);
            let _ = editor.ask("workspace/willRenameFiles", &params);
            let _ = editor.ask("workspace/executeCommand", &params);
        }
    }
    assert_eq!(editor.leave(), Some(0));
}

#[test]
fn half_an_emoji_that_is_deleted_moves_no_other_place() {
    for (cut, typed, next, read) in [
        ((9, 10), "", 9, "a\u{fffd}Xbc"),
        ((8, 9), "", 9, "a\u{fffd}Xbc"),
        ((9, 9), "-", 10, "a\u{fffd}-X\u{fffd}bc"),
        ((7, 9), "", 8, "\u{fffd}Xbc"),
    ] {
        let project = Project::small();
        let mut editor = Editor::start(&project);
        editor.open(LATE, "title: a😀bc\n");
        let part = |start: u64, end: u64, text: &str| {
            let place = |character| json!({"line": 0, "character": character});
            json!({"range": {"start": place(start), "end": place(end)}, "text": text})
        };
        editor.change_parts(LATE, &json!([part(cut.0, cut.1, typed), part(next, next, "X")]));
        let symbols = json!({"textDocument": {"uri": editor.uri(LATE)}});
        let symbols = editor.ask("textDocument/documentSymbol", &symbols).expect("it answers");
        assert!(symbols.to_string().contains(&format!("\"{read}\"")), "{symbols}");
    }
}

#[test]
fn half_an_emoji_that_is_typed_moves_no_other_place() {
    let project = Project::small();
    let mut editor = Editor::start(&project);
    let text = scenario("Late");
    editor.open(LATE, &text);
    // The first half of it alone, as an editor has it that deletes letter by letter.
    let change = format!(
        r#"{{"jsonrpc":"2.0","method":"textDocument/didChange","params":{{"textDocument":{{"uri":"{}","version":2}},
            "contentChanges":[{{"range":{{"start":{{"line":0,"character":7}},"end":{{"line":0,"character":7}}}},"text":"\ud83d sumary"}}]}}}}"#,
        editor.uri(LATE)
    );
    editor.send_raw(format!("Content-Length: {}\r\n\r\n{change}", change.len()).as_bytes());
    let symbols = json!({"textDocument": {"uri": editor.uri(LATE)}});
    let symbols = editor.ask("textDocument/documentSymbol", &symbols).expect("it answers");
    assert!(symbols.to_string().contains("\u{fffd} sumaryLate"), "{symbols}");
}
