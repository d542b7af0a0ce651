//! What could be better reaches an open page, and a fault is mended for whoever sits at this machine, and for nobody
//! else.

use std::fs;
use std::net::{SocketAddr, UdpSocket};

use serde_json::Value;
use testkit::Project;
use testkit::http::{Answer, Events, ask};
use testkit::preview::Preview;

use crate::watched::{GUIDE, SCENARIO, mark, watched};

/// A scenario whose title is cut short, and what becomes of it.
const CUT: &str =
    "title: Late # again\nsummary: It happens.\nleader:\n  say: Why?\nmanager:\n  say: By when?\n";
const CUT_HERE: &str =
    "title: Late #again\nsummary: It happens.\nleader:\n  say: Why?\nmanager:\n  say: By when?\n";
const MENDED: &str = "title: \"Late #again\"\nsummary: It happens.\nleader:\n  say: Why?\nmanager:\n  say: By when?\n";

fn preview_of(project: &Project) -> (Preview, Value) {
    project.write(SCENARIO.file, CUT_HERE);
    let preview = Preview::start(project);
    let told = preview.events().until(|message| !message["notes"].is_null());
    (preview, told)
}

/// The name of the first fix that is offered.
#[track_caller]
fn fix(told: &Value) -> String {
    let notes = told["notes"].as_str().expect("notes are a text");
    let (_, rest) = notes.split_once("data-mend=\"").expect("a fix is offered");
    rest.split('"').next().expect("split gives one part at least").to_owned()
}

fn post(preview: &Preview, fix: &str, headers: &str) -> Answer {
    let lines = format!("POST /.twohats/mend/{fix} HTTP/1.1\r\n{headers}");
    ask(preview.address(), &lines).expect("it is answered")
}

#[test]
#[ignore = "slow: `cargo xtask test` runs it"]
fn warnings_are_told_with_their_number_place_and_words() {
    let (_preview, told) = preview_of(&watched());
    assert_eq!(told["count"], "1 warning");
    assert!(told["faults"].is_null(), "{told}");
    let notes = told["notes"].as_str().expect("notes are a text");
    for part in [
        "the text ends at <code>Late</code>: everything after <code> #</code> is a comment",
        "content/scenarios/late.yaml:1:13",
        "put quotes round the whole text to keep it",
        "<code>title: &quot;Late #again&quot;</code>",
    ] {
        assert!(notes.contains(part), "no {part} in {notes}");
    }
}

#[test]
#[ignore = "slow: `cargo xtask test` runs it"]
fn faults_of_the_page_that_is_looked_at_are_told_first() {
    let project = watched();
    let guide = format!("{}\n[gone](gone.md)\n", (GUIDE.text)(&mark(1)));
    let preview = Preview::start(&project);
    project.write(SCENARIO.file, CUT_HERE);
    project.write(GUIDE.file, &guide);
    let first_place = |page: &str| {
        let mut events = Events::listen_on(preview.address(), page);
        let told = events.until(|message| !message["faults"].is_null());
        let notes = told["notes"].as_str().expect("notes are a text").to_owned();
        let (_, rest) = notes.split_once("vscode://file").expect("a place is a link");
        rest.split(':').next().expect("split gives one part at least").to_owned()
    };
    for (page, file) in [
        (SCENARIO.page, SCENARIO.file),
        ("/scenarios/late", SCENARIO.file),
        (GUIDE.page, GUIDE.file),
        ("/guidance/", GUIDE.file),
    ] {
        assert!(first_place(page).ends_with(file), "{page} is told of {}", first_place(page));
    }
}

#[test]
#[ignore = "slow: `cargo xtask test` runs it"]
fn a_fix_is_made_once_for_a_page_of_the_preview_and_said() {
    let project = watched();
    let (preview, told) = preview_of(&project);
    let (host, token) = (preview.address(), told["token"].as_str().expect("a word is told"));
    let headers = format!("Host: {host}\r\nOrigin: http://{host}\r\nX-Twohats-Token: {token}\r\n");
    let mut events = preview.events();
    let answer = post(&preview, &fix(&told), &headers);
    assert_eq!(answer.status, 200, "{}", answer.text());
    let said = "mended content/scenarios/late.yaml:1: `\"Late #again\"`";
    assert_eq!(answer.text(), said);
    preview.until_said(said);
    events.until(|message| message["count"].is_null());
    assert_eq!(fs::read_to_string(SCENARIO.path(&project)).expect("it is there"), MENDED);
    // Whoever presses again is told that there is nothing left.
    let again = post(&preview, &fix(&told), &headers);
    assert_eq!((again.status, again.text().contains("changed meanwhile")), (409, true));
    assert_eq!(fs::read_to_string(SCENARIO.path(&project)).expect("it is there"), MENDED);
}

#[test]
#[ignore = "slow: `cargo xtask test` runs it"]
fn nobody_else_has_anything_written() {
    let project = watched();
    let (preview, told) = preview_of(&project);
    let (host, token) = (preview.address(), told["token"].as_str().expect("a word is told"));
    let (fix, port) = (fix(&told), host.port());
    let ours = format!("Host: {host}\r\nOrigin: http://{host}\r\n");
    let word = format!("X-Twohats-Token: {token}\r\n");
    let refused = [
        ours.clone(),
        format!("{ours}X-Twohats-Token: \r\n"),
        format!("{ours}X-Twohats-Token: {}\r\n", "0".repeat(token.len())),
        format!("Host: {host}\r\n{word}"),
        format!("Host: {host}\r\nOrigin: null\r\n{word}"),
        format!("Host: {host}\r\nOrigin: http://evil.example\r\n{word}"),
        format!("Host: {host}\r\nOrigin: http://127.0.0.1:{}\r\n{word}", port ^ 1),
        format!("Host: {host}\r\nOrigin: https://{host}\r\n{word}"),
        format!("Host: evil.example:{port}\r\nOrigin: http://evil.example:{port}\r\n{word}"),
    ];
    for headers in &refused {
        assert_eq!(post(&preview, &fix, headers).status, 403, "{headers}");
    }
    // What nobody offered is not made, whoever asks.
    for other in ["", "0", "../book.toml", "%2e%2e/book.toml", &"0".repeat(16)] {
        assert_eq!(post(&preview, other, &format!("{ours}{word}")).status, 409, "{other}");
    }
    for method in ["GET", "PUT", "OPTIONS"] {
        let lines = format!("{method} /.twohats/mend/{fix} HTTP/1.1\r\n{ours}{word}");
        let answer = ask(host, &lines).expect("it is answered");
        assert!([404, 405].contains(&answer.status), "{method}: {}", answer.head);
        assert!(!answer.head.to_lowercase().contains("access-control"), "{}", answer.head);
    }
    assert_eq!(fs::read_to_string(SCENARIO.path(&project)).expect("it is there"), CUT_HERE);
}

#[test]
#[ignore = "slow: `cargo xtask test` runs it"]
fn whoever_sits_at_another_machine_reads_what_is_wrong_and_mends_nothing() {
    // The address of this machine in its network, asked for as from another one.
    let route = UdpSocket::bind("0.0.0.0:0")
        .and_then(|socket| socket.connect("192.0.2.1:9").and_then(|()| socket.local_addr()));
    let Some(ip) = route.ok().map(|own| own.ip()).filter(|ip| !ip.is_loopback()) else {
        return; // it is in no network
    };
    let project = watched();
    project.write(SCENARIO.file, CUT_HERE);
    let preview = Preview::start_with(&project, &["--port", "0", "--host", "0.0.0.0"]);
    let elsewhere = SocketAddr::new(ip, preview.address().port());
    let told = Events::listen(elsewhere).until(|message| !message["notes"].is_null());
    let notes = told["notes"].as_str().expect("notes are a text");
    assert!(told["token"].is_null(), "{told}");
    assert!(notes.contains("content/scenarios/late.yaml:1:13"), "{notes}");
    assert!(!notes.contains("Mend it") && !notes.contains("://"), "{notes}");
    let here = preview.events().until(|message| !message["notes"].is_null());
    let token = here["token"].as_str().expect("a word is told");
    let headers =
        format!("Host: {elsewhere}\r\nOrigin: http://{elsewhere}\r\nX-Twohats-Token: {token}\r\n");
    let lines = format!("POST /.twohats/mend/{} HTTP/1.1\r\n{headers}", fix(&here));
    assert_eq!(ask(elsewhere, &lines).expect("it is answered").status, 403);
    assert_eq!(fs::read_to_string(SCENARIO.path(&project)).expect("it is there"), CUT_HERE);
}

#[test]
#[ignore = "slow: `cargo xtask test` runs it"]
fn a_file_that_was_saved_since_is_left_as_it_is() {
    let project = watched();
    let (preview, told) = preview_of(&project);
    project.write(SCENARIO.file, CUT);
    preview.events().until(|message| message["count"].is_null());
    let (host, token) = (preview.address(), told["token"].as_str().expect("a word is told"));
    let headers = format!("Host: {host}\r\nOrigin: http://{host}\r\nX-Twohats-Token: {token}\r\n");
    assert_eq!(post(&preview, &fix(&told), &headers).status, 409);
    assert_eq!(fs::read_to_string(SCENARIO.path(&project)).expect("it is there"), CUT);
}
