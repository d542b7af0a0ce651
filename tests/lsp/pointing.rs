//! A click in the preview and the editor that follows it: both programs run, and the page asks as its script does.

use std::time::Instant;

use serde_json::{Value, json};
use testkit::Project;
use testkit::editor::{Editor, edited, offset};
use testkit::http::{Answer, PATIENCE, ask_with};
use testkit::preview::Preview;

use crate::{LATE, LATE_PATH, project};

const PAGE: &str = "/scenarios/late.html";
const NOTE: &str = ".twohats/preview.json";

/// What a page of the preview says of itself, and its word.
fn own(preview: &Preview) -> String {
    let told = preview.events().message();
    let word = told["token"].as_str().expect("whoever sits here has it").to_owned();
    let address = preview.address();
    format!(
        "Host: {address}\r\nOrigin: http://{address}\r\nSec-Fetch-Site: same-origin\r\nX-Twohats-Token: {word}\r\n"
    )
}

fn asked(preview: &Preview, way: &str, headers: &str, body: &Value) -> Answer {
    let lines = format!("{way} HTTP/1.1\r\nContent-Type: application/json\r\n{headers}");
    let body = if body.is_null() { String::new() } else { body.to_string() };
    ask_with(preview.address(), &lines, body.as_bytes()).expect("it is answered")
}

fn json_of(answer: &Answer) -> Value {
    assert_eq!(answer.status, 200, "{}", answer.text());
    serde_json::from_slice(&answer.body).expect("it is JSON")
}

/// The number of the text that begins so on the page.
fn mark(preview: &Preview, headers: &str, words: &str) -> u64 {
    let way = format!("GET /.twohats/point?path={PAGE}");
    let told = json_of(&asked(preview, &way, headers, &Value::Null));
    let page = told["page"].as_str().expect("the page has a file").replace("<p>", "");
    let (before, _) = page.split_once(&format!("\u{fdd1}{words}")).expect("the text is there");
    before.rsplit_once('\u{fdd0}').expect("a number stands before").1.parse().expect("it is one")
}

/// Points at a text until so many editors are told.
fn pointed(preview: &Preview, headers: &str, body: &Value, followers: u64) -> Value {
    let start = Instant::now();
    loop {
        let told = json_of(&asked(preview, "POST /.twohats/point", headers, body));
        if told["followers"] == followers {
            return told;
        }
        assert!(start.elapsed() < PATIENCE, "the editor never followed: {told}");
    }
}

fn following(project: &Project, shows: bool) -> Editor {
    let capabilities = json!({"window": {"showDocument": {"support": shows}}});
    Editor::start_with(project, &json!({"capabilities": capabilities}))
}

#[test]
#[ignore = "slow: `cargo xtask test` runs it"]
fn a_click_in_the_preview_leads_the_editor_to_the_line() {
    let project = project();
    let mut editor = following(&project, true);
    editor.open(LATE_PATH, LATE);
    let preview = Preview::start(&project);
    let headers = own(&preview);
    let mark = mark(&preview, &headers, "Why was it late");
    let body = json!({"path": PAGE, "mark": mark, "shown": "Why was it late, and what would"});
    let told = pointed(&preview, &headers, &body, 1);
    let line = |text: &str| text[..text.find("Why was it").expect("it is there")].lines().count();
    assert_eq!(told["place"], format!("{LATE_PATH}:{}", line(LATE)));
    let link = told["link"].as_str().expect("a link is offered too");
    assert!(link.starts_with("vscode://file/") && link.contains(LATE_PATH), "{link}");
    let shown = |message: &Value| {
        (message["method"] == "window/showDocument").then(|| message["params"].clone())
    };
    let asked_for = editor.until("a place", shown);
    assert_eq!(asked_for["uri"], editor.uri(LATE_PATH));
    assert_eq!((&asked_for["external"], &asked_for["takeFocus"]), (&json!(false), &json!(true)));
    let start = offset(LATE, &asked_for["selection"]["start"]);
    assert!(LATE[start..].starts_with("would have helped"));
    // What was typed above and is not saved moves the place along.
    let top = json!({"line": 0, "character": 0});
    let part = json!({"range": {"start": top, "end": top}, "newText": "# one\n# two\n"});
    editor.change(LATE_PATH, &edited(LATE, &json!([part])));
    pointed(&preview, &headers, &body, 1);
    let moved = editor.until("a place", shown);
    let line = |shown: &Value| shown["selection"]["start"]["line"].as_u64();
    assert_eq!(line(&moved), line(&asked_for).map(|line| line + 2));
    // A page that is named alone leads to its title.
    let told = pointed(&preview, &headers, &json!({"path": "/guidance/why.html"}), 1);
    assert_eq!(told["place"], "content/guidance/why.md:2");
    assert_eq!(editor.until("a place", shown)["uri"], editor.uri("content/guidance/why.md"));
    assert_eq!(editor.leave(), Some(0));
    pointed(&preview, &headers, &body, 0);
}

#[test]
#[ignore = "slow: `cargo xtask test` runs it"]
fn an_editor_that_shows_no_files_says_the_line() {
    let project = project();
    let mut editor = following(&project, false);
    let preview = Preview::start(&project);
    let headers = own(&preview);
    pointed(&preview, &headers, &json!({"path": PAGE}), 1);
    let said = editor.until("where it is", |message| {
        (message["method"] == "window/showMessage").then(|| message["params"]["message"].clone())
    });
    assert_eq!(said, format!("the preview points at `{LATE_PATH}`, line 1"));
}

#[test]
#[ignore = "slow: `cargo xtask test` runs it"]
fn a_preview_that_starts_again_is_followed_again_and_leaves_nothing_behind() {
    let project = project();
    let editor = following(&project, true);
    for _ in 0..2 {
        let preview = Preview::start(&project);
        pointed(&preview, &own(&preview), &json!({"path": PAGE}), 1);
        assert!(project.path(NOTE).is_file());
        #[cfg(unix)]
        preview.interrupt();
        #[cfg(unix)]
        assert!(!project.path(NOTE).exists());
    }
    assert_eq!(editor.leave(), Some(0));
}

#[test]
#[ignore = "slow: `cargo xtask test` runs it"]
fn no_page_from_elsewhere_can_point_and_nobody_else_is_told() {
    let project = project();
    let mut editor = following(&project, true);
    let preview = Preview::start(&project);
    let own = own(&preview);
    let body = json!({"path": PAGE});
    let origin = format!("Origin: http://{}", preview.address());
    let word = own.lines().find(|line| line.starts_with("X-Twohats")).expect("it is there");
    for (from, to) in [
        (word, "X-Other: a"),
        (word, "X-Twohats-Token: 0123456789abcdef0123456789abcdef"),
        (origin.as_str(), "Origin: http://evil.example"),
        (origin.as_str(), "Origin: null"),
        (origin.as_str(), "X-Other: a"),
        ("same-origin", "cross-site"),
        ("same-origin", "same-site"),
        (&format!("Host: {}", preview.address()), "Host: evil.example"),
    ] {
        let headers = own.replacen(from, to, 1);
        let answer = asked(&preview, "POST /.twohats/point", &headers, &body);
        assert_eq!(answer.status, 403, "{from} as {to}");
    }
    let strange = own.replacen(word, "X-Other: a", 1);
    for way in ["GET /.twohats/pointed", "GET /.twohats/point?path=/"] {
        assert_eq!(asked(&preview, way, &strange, &Value::Null).status, 403, "{way}");
    }
    // What makes no sense is told so, and leads nowhere.
    for (body, status) in [
        (json!({"path": "/no/such.html"}), 404),
        (json!({"path": "/../../etc/passwd"}), 404),
        (json!({"mark": 1}), 422),
        (json!({"path": PAGE, "mark": -1}), 422),
    ] {
        let answer = asked(&preview, "POST /.twohats/point", &own, &body);
        assert_eq!(answer.status, status, "{body}");
    }
    let far = json!({"path": PAGE, "mark": 1_000_000, "shown": "late"});
    pointed(&preview, &own, &far, 1);
    let shown = editor.until("a place", |message| {
        (message["method"] == "window/showDocument").then(|| message["params"]["uri"].clone())
    });
    assert_eq!(shown, editor.uri(LATE_PATH));
    let others = editor.requests.iter().filter(|one| one["method"] == "window/showDocument");
    assert_eq!(others.count(), 1, "only the last one was a page of ours");
}

#[test]
#[ignore = "slow: `cargo xtask test` runs it"]
fn a_preview_for_others_too_leaves_no_word_of_it() {
    let project = project();
    let preview = Preview::start_with(&project, &["--port", "0", "--host", "0.0.0.0"]);
    assert!(!project.path(NOTE).exists());
    preview.is_alive();
}
