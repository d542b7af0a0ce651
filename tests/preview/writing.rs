//! What a page tells whoever writes on it, what becomes of what is written, and who may.

use std::fs;

use serde_json::{Value, json};
use testkit::Project;
use testkit::http::{ask, ask_with};
use testkit::preview::Preview;
use testkit::writer::{Writer, field, set, told};

use crate::watched::{BOOK, GUIDE, SCENARIO, mark, watched};

/// Begins and ends a text on a traced page.
const SIGNS: [char; 3] = ['\u{FDD0}', '\u{FDD1}', '\u{FDD2}'];

fn file(project: &Project, name: &str) -> String {
    fs::read_to_string(project.path(name)).expect("it is there")
}

#[test]
#[ignore = "slow: `cargo xtask test` runs it"]
fn a_page_tells_each_text_of_its_file_with_its_name_and_where_it_is_seen() {
    let project = watched();
    let preview = Preview::start(&project);
    let page = Writer::at(&preview).page(SCENARIO.page);
    assert_eq!((&page["file"], &page["kind"]), (&json!(SCENARIO.file), &json!("scenario")));
    assert_eq!((&page["lang"], &page["dir"]), (&json!("en"), &json!("ltr")));
    let said = field(&page, "leader.say");
    assert_eq!((&said["label"], &said["kind"]), (&json!("Leader, say"), &json!("prose")));
    assert_eq!((&said["text"], &said["there"]), (&json!("Why?"), &json!(true)));
    assert_eq!((&said["line"], &said["to"]), (&json!(4), &json!(4)));
    assert!(said["help"].as_str().is_some_and(|help| help.contains("as one would speak them")));
    let seen = page["page"].as_str().expect("the page is told");
    let mark = &said["mark"];
    assert!(seen.contains(&format!("{}{mark}{}", SIGNS[0], SIGNS[1])), "{mark} in {seen}");
    // What could be there and is not stands where it would be written.
    let missing = field(&page, "caution");
    assert_eq!((&missing["there"], &missing["text"]), (&json!(false), &Value::Null));
    let list = field(&page, "leader.do");
    assert_eq!((&list["kind"], &list["item"]["kind"]), (&json!("list"), &json!("line")));
    let served = preview.get(SCENARIO.page).text();
    assert!(!served.contains(SIGNS), "a page that is served has no signs");
}

#[test]
#[ignore = "slow: `cargo xtask test` runs it"]
fn what_is_written_is_in_the_file_and_on_the_page_and_nothing_else_changes() {
    let project = watched();
    let preview = Preview::start(&project);
    let writer = Writer::at(&preview);
    let before = file(&project, SCENARIO.file);
    let page = writer.page(SCENARIO.page);
    let edits = json!([
        set(&page, "leader.say", "What: \"this\" #1?"),
        { "do": "insert", "key": "leader.do", "at": 0, "value": "Ask first" },
    ]);
    let (status, told) = writer.save(&page, &edits);
    assert_eq!(status, 200, "{told}");
    let after = before
        .replace("  say: Why?\n", "  say: \"What: \\\"this\\\" #1?\"\n  do:\n    - Ask first\n");
    assert_eq!(
        file(&project, SCENARIO.file),
        after.replace(r#""What: \"this\" #1?""#, r#"'What: "this" #1?'"#)
    );
    preview.until(SCENARIO.page, "Ask first");
    let now = writer.page(SCENARIO.page);
    assert_eq!(now["hash"], told["hash"]);
    assert_eq!(field(&now, "leader.do[0]")["text"], "Ask first");
    assert_eq!((&page["undo"], &now["undo"]), (&json!(false), &json!(true)));
    // It is taken back as it was saved: at once.
    let (status, told) = writer.post("undo", &json!({ "file": SCENARIO.file }));
    assert_eq!(status, 200, "{told}");
    assert_eq!(file(&project, SCENARIO.file), before);
    let (status, told) = writer.post("undo", &json!({ "file": SCENARIO.file }));
    assert_eq!(status, 409, "{told}");
}

#[test]
#[ignore = "slow: `cargo xtask test` runs it"]
fn the_text_of_a_guide_and_the_settings_of_the_book_are_told_and_written() {
    let project = watched();
    let preview = Preview::start(&project);
    let writer = Writer::at(&preview);
    let page = writer.page(GUIDE.page);
    let body = field(&page, "");
    assert_eq!((&body["kind"], &body["label"]), (&json!("body"), &json!("Text")));
    let edits = json!([{ "do": "body", "was": body["was"], "value": "# Why\n\nBecause." }]);
    let (status, told) = writer.save(&page, &edits);
    assert_eq!(status, 200, "{told}");
    let text = file(&project, GUIDE.file);
    assert_eq!(text, format!("---\ntitle: Why {}\n---\n# Why\n\nBecause.\n", mark(0)));
    preview.until(GUIDE.page, "Because.");
    assert_eq!(writer.get("page?path=/search.html").0, 404, "no file is that page");
}

#[test]
#[ignore = "slow: `cargo xtask test` runs it"]
fn what_somebody_else_wrote_meanwhile_is_kept_and_a_conflict_shows_both() {
    let project = watched();
    let preview = Preview::start(&project);
    let writer = Writer::at(&preview);
    let page = writer.page(SCENARIO.page);
    let theirs = file(&project, SCENARIO.file).replace("say: Why?", "say: Why now?");
    project.write(SCENARIO.file, &theirs);
    // What they left alone is written beside it.
    let (status, told) = writer.save(&page, &json!([set(&page, "manager.say", "When?")]));
    assert_eq!(status, 200, "{told}");
    let both = theirs.replace("By when?", "When?");
    assert_eq!(file(&project, SCENARIO.file), both);
    let edits = json!([set(&page, "title", "Late"), set(&page, "leader.say", "Why me?")]);
    let (status, told) = writer.save(&page, &edits);
    assert_eq!(status, 409, "{told}");
    let conflict = json!([{ "key": "leader.say", "yours": "Why me?", "theirs": "Why now?" }]);
    assert_eq!(told["conflicts"], conflict);
    assert_eq!(file(&project, SCENARIO.file), both, "nothing of it is written");
    // A place that came or went is one too.
    let gone = json!([{ "do": "remove", "key": "leader.do[0]", "was": "0" }]);
    assert_eq!(writer.save(&page, &gone).0, 409);
    fs::remove_file(project.path(SCENARIO.file)).expect("it is there");
    assert_eq!(writer.save(&page, &json!([set(&page, "title", "Late")])).0, 410);
}

#[test]
#[ignore = "slow: `cargo xtask test` runs it"]
fn what_cannot_be_written_whole_is_refused_and_leaves_the_file_as_it_is() {
    let project = watched();
    let preview = Preview::start(&project);
    let writer = Writer::at(&preview);
    let before = file(&project, SCENARIO.file);
    let page = writer.page(SCENARIO.page);
    let save = |edits: &Value| writer.save(&page, edits);
    for edit in [
        json!({ "do": "add", "key": "nothing.such", "value": "a" }),
        json!({ "do": "insert", "key": "title", "at": 0, "value": {} }),
        json!({ "do": "move", "key": "leader.do", "was": null, "from": 0, "to": 9 }),
        json!({ "do": "body", "was": null, "value": "a" }),
        json!({ "do": "dance" }),
        json!({ "do": "insert", "key": "leader.do", "at": 0, "value": [[[]]] }),
        json!({ "do": "set", "key": "title", "was": null, "value": 3 }),
    ] {
        let (status, told) = save(&json!([edit]));
        assert!(matches!(status, 409 | 422), "{edit}: {status} {told}");
        assert!(told["message"].is_string(), "{edit}: {told}");
    }
    for name in
        ["../../etc/passwd", "/etc/passwd", "content/../book.toml", "content/queries.yaml", ""]
    {
        let save = json!({ "file": name, "hash": "", "edits": [] });
        assert_eq!(writer.post("save", &save).0, 410, "{name}");
    }
    assert_eq!(file(&project, SCENARIO.file), before);
    // A file that is broken says so, and can be read in the answer.
    project.write(SCENARIO.file, "title: [\n");
    let (status, told) = writer.save(&page, &json!([set(&page, "title", "Late")]));
    assert_eq!(status, 409, "{told}");
    assert!(told["message"].as_str().is_some_and(|why| why.contains("line")), "{told}");
}

#[test]
#[ignore = "slow: `cargo xtask test` runs it"]
fn nobody_but_a_page_of_ours_at_this_machine_writes() {
    let project = watched();
    let preview = Preview::start(&project);
    let writer = Writer::at(&preview);
    let (host, word) = (preview.address(), writer.token());
    let port = host.port();
    let page = writer.page(SCENARIO.page);
    let before = file(&project, SCENARIO.file);
    let edits = json!([set(&page, "title", "Hacked")]);
    let body = json!({ "file": SCENARIO.file, "hash": page["hash"], "edits": edits }).to_string();
    let json = "Content-Type: application/json\r\n";
    let ours = format!("Host: {host}\r\nOrigin: http://{host}\r\n{json}");
    let token = format!("X-Twohats-Token: {word}\r\n");
    let refused = [
        (403, ours.clone()),
        (403, format!("{ours}X-Twohats-Token: \r\n")),
        (403, format!("{ours}X-Twohats-Token: {}\r\n", "0".repeat(word.len()))),
        (403, format!("{ours}X-Twohats-Token: {}\r\n", &word[1..])),
        (403, format!("Host: {host}\r\n{json}{token}")),
        (403, format!("Host: {host}\r\nOrigin: null\r\n{json}{token}")),
        (403, format!("Host: {host}\r\nOrigin: http://evil.example\r\n{json}{token}")),
        (403, format!("Host: {host}\r\nOrigin: https://{host}\r\n{json}{token}")),
        (403, format!("Host: {host}\r\nOrigin: http://127.0.0.1:{}\r\n{json}{token}", port ^ 1)),
        (
            403,
            format!(
                "Host: evil.example:{port}\r\nOrigin: http://evil.example:{port}\r\n{json}{token}"
            ),
        ),
        (403, format!("{ours}{token}Sec-Fetch-Site: same-site\r\n")),
        (403, format!("{ours}{token}Sec-Fetch-Site: cross-site\r\n")),
        (403, format!("{ours}{token}Sec-Fetch-Site: none\r\n")),
        (
            415,
            format!("Host: {host}\r\nOrigin: http://{host}\r\nContent-Type: text/plain\r\n{token}"),
        ),
        (415, format!("Host: {host}\r\nOrigin: http://{host}\r\n{token}")),
    ];
    for (status, headers) in refused {
        for what in ["save", "undo", "new", "move", "delete"] {
            let lines = format!("POST /.twohats/edit/{what} HTTP/1.1\r\n{headers}");
            let answer = ask_with(host, &lines, body.as_bytes()).expect("it is answered");
            assert_eq!(answer.status, status, "{what} by {headers}: {}", answer.text());
        }
    }
    // What a page of ours may read, no other may either.
    for headers in
        ["", &token.replace(word, "0"), &format!("{token}Origin: http://evil.example\r\n")]
    {
        for what in ["page?path=/scenarios/late.html", "titles", "file?name=book.toml"] {
            let lines = format!("GET /.twohats/edit/{what} HTTP/1.1\r\nHost: {host}\r\n{headers}");
            assert_eq!(ask(host, &lines).expect("it is answered").status, 403, "{what}: {headers}");
        }
    }
    // No answer invites the pages of others to ask.
    let lines = format!(
        "OPTIONS /.twohats/edit/save HTTP/1.1\r\nHost: {host}\r\nOrigin: http://evil.example\r\n"
    );
    let answer = ask(host, &lines).expect("it is answered");
    assert_eq!(answer.status, 403);
    assert!(!answer.head.to_lowercase().contains("access-control"), "{}", answer.head);
    assert_eq!(file(&project, SCENARIO.file), before);
    // With all that is right it is written: so each of the above was refused for its own reason.
    let lines = format!("POST /.twohats/edit/save HTTP/1.1\r\n{ours}{token}");
    let answer = ask_with(host, &lines, body.as_bytes()).expect("it is answered");
    assert_eq!(answer.status, 200, "{}", answer.text());
}

#[test]
#[ignore = "slow: `cargo xtask test` runs it"]
fn too_much_is_refused_before_it_is_read() {
    let project = watched();
    let preview = Preview::start(&project);
    let writer = Writer::at(&preview);
    let large = vec![b' '; (1 << 20) + 1];
    let (status, told) = told(&writer.send("POST", "save", "application/json", &large));
    assert_eq!(status, 413, "{told}");
    let deep = "[".repeat(100_000);
    let answer = writer.send("POST", "save", "application/json", deep.as_bytes());
    assert_eq!(answer.status, 422, "{}", answer.text());
}

#[test]
#[ignore = "slow: `cargo xtask test` runs it"]
fn who_may_write_is_said_when_the_preview_is_started() {
    let project = watched();
    let start = |args: &[&str]| Preview::start_with(&project, &[&["--port", "0"], args].concat());
    let may_write = |preview: &Preview| preview.events().message()["edit"] == true;
    assert!(may_write(&start(&[])));
    assert!(!may_write(&start(&["--no-edit"])));
    let open = start(&["--host", "0.0.0.0"]);
    open.until_said("everybody who can reach this machine");
    assert!(!may_write(&open) && !open.stderr().contains("#edit="), "{}", open.stderr());
    let invited = start(&["--host", "0.0.0.0", "--allow-edit"]);
    assert!(may_write(&invited));
    invited.until_said("/#edit=");
    invited.until_said("can change the files of this playbook");
    let preview = Preview::start_with(&project, &["--port", "0", "--no-edit"]);
    let writer = Writer::at(&preview);
    assert_eq!(writer.get("titles").0, 403);
    assert!(BOOK.path(&project).is_file());
}

#[test]
#[ignore = "slow: `cargo xtask test` runs it"]
fn what_was_typed_into_one_open_text_is_taken_back_at_once() {
    let project = watched();
    let preview = Preview::start(&project);
    let writer = Writer::at(&preview);
    let before = file(&project, SCENARIO.file);
    let write = |words: &str, sitting: &str| {
        let page = writer.page(SCENARIO.page);
        let edits = json!([set(&page, "leader.say", words)]);
        let (file, hash) = (&page["file"], &page["hash"]);
        let save = json!({ "file": file, "hash": hash, "edits": edits, "sitting": sitting });
        let (status, told) = writer.post("save", &save);
        assert_eq!(status, 200, "{told}");
        file.clone()
    };
    for words in ["W", "Wh", "Who", "Who?"] {
        write(words, "one");
    }
    let first = file(&project, SCENARIO.file);
    for words in ["Who? A", "Who? As", "Who? Ask."] {
        write(words, "two");
    }
    let undo = json!({ "file": SCENARIO.file });
    assert_eq!(writer.post("undo", &undo).0, 200);
    assert_eq!(file(&project, SCENARIO.file), first);
    assert_eq!(writer.post("undo", &undo).0, 200);
    assert_eq!(file(&project, SCENARIO.file), before);
    assert_eq!(writer.post("undo", &undo).0, 409);
}

#[cfg(unix)]
#[test]
#[ignore = "slow: `cargo xtask test` runs it"]
fn a_file_outside_the_project_is_not_written_through_a_link() {
    let project = watched();
    let outside = Project::new().file("late.yaml", &(SCENARIO.text)("outside"));
    let there = outside.path("late.yaml");
    let preview = Preview::start(&project);
    let writer = Writer::at(&preview);
    let page = writer.page(SCENARIO.page);
    // It takes the place of the file between the look and the save.
    fs::remove_file(SCENARIO.path(&project)).expect("it is there");
    std::os::unix::fs::symlink(&there, SCENARIO.path(&project)).expect("links can be made");
    let (status, told) = writer.save(&page, &json!([set(&page, "title", "Taken over")]));
    assert!(matches!(status, 409 | 410), "{status} {told}");
    for (what, body) in [
        ("delete", json!({ "file": SCENARIO.file, "sure": true })),
        ("move", json!({ "file": SCENARIO.file, "title": "Elsewhere" })),
    ] {
        let (status, told) = writer.post(what, &body);
        assert!(matches!(status, 409 | 410), "{what}: {status} {told}");
    }
    assert_eq!(fs::read_to_string(&there).expect("it is there"), (SCENARIO.text)("outside"));
}
