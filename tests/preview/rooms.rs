//! Pages that are begun, get another name and go while they are looked at, and pictures that are put into them; all of it
//! can be taken back.

use std::fs;

use serde_json::{Value, json};
use testkit::Project;
use testkit::preview::Preview;
use testkit::writer::{Writer, set, told};

use crate::watched::{BOOK, GUIDE, SCENARIO, TEMPLATE, watched};

/// A picture of one point.
const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01";

fn undo(writer: &Writer, file: &str) {
    let (status, told) = writer.post("undo", &json!({ "file": file }));
    assert_eq!(status, 200, "{told}");
}

fn picture(writer: &Writer, name: &str, bytes: &[u8]) -> (u16, Value) {
    let what = format!("picture?file={}&name={name}", SCENARIO.file);
    told(&writer.send("PUT", &what, "image/png", bytes))
}

fn is_there(project: &Project, file: &str) -> bool {
    project.path(file).is_file()
}

#[test]
#[ignore = "slow: `cargo xtask test` runs it"]
fn a_page_is_begun_by_its_title_and_shown_as_a_draft() {
    let project = watched();
    let preview = Preview::start(&project);
    let writer = Writer::at(&preview);
    let new = |kind: &str, title: &str, attempt: bool| {
        writer.post("new", &json!({ "kind": kind, "title": title, "try": attempt }))
    };
    let (file, path) = ("content/scenarios/late-again.yaml", "/scenarios/late-again.html");
    let (status, would) = new("scenario", "Late again?", true);
    assert_eq!((status, &would["file"], &would["path"]), (200, &json!(file), &json!(path)));
    assert_eq!(would["near"][0]["path"], SCENARIO.page, "a page that sounds like it is told");
    assert!(!is_there(&project, file), "to ask makes nothing");
    let (status, made) = new("scenario", "Late again?", false);
    assert_eq!((status, &made["path"]), (200, &json!(path)), "{made}");
    preview.until(path, "Late again?");
    assert_eq!(writer.page(path)["file"], file);
    let (status, again) = new("scenario", "Late again!", false);
    assert_eq!(status, 409, "{again}");
    assert!(again["message"].as_str().is_some_and(|why| why.contains("there already")), "{again}");
    undo(&writer, file);
    assert!(!is_there(&project, file));
    preview.until_status(path, 404);
    assert_eq!(new("scenario", "?!", false).0, 422, "no file can be named after it");
    assert_eq!(new("song", "Late", false).0, 422);
    assert_eq!(new("scenario", "../../late", false).0, 409, "it is no way out of the folder");
}

#[test]
#[ignore = "slow: `cargo xtask test` runs it"]
fn a_page_gets_another_name_and_all_that_names_it_follows() {
    let project = watched();
    let preview = Preview::start(&project);
    let writer = Writer::at(&preview);
    let guide = fs::read_to_string(GUIDE.path(&project)).expect("it is there");
    let book = fs::read_to_string(project.path("book.toml")).expect("it is there");
    let moved = json!({ "file": SCENARIO.file, "title": "Never on time" });
    let (status, told) = writer.post("move", &moved);
    assert_eq!(status, 200, "{told}");
    let (file, path) = ("content/scenarios/never-on-time.yaml", "/scenarios/never-on-time.html");
    assert_eq!((&told["file"], &told["path"]), (&json!(file), &json!(path)));
    preview.until(path, "Late");
    preview.until(GUIDE.page, "../scenarios/never-on-time.html");
    preview.until(SCENARIO.page, "never-on-time.html");
    undo(&writer, file);
    assert!(is_there(&project, SCENARIO.file) && !is_there(&project, file));
    assert_eq!(fs::read_to_string(GUIDE.path(&project)).expect("it is there"), guide);
    assert_eq!(fs::read_to_string(project.path("book.toml")).expect("it is there"), book);
    let nowhere = json!({ "file": "content/scenarios/no.yaml", "title": "Yes" });
    assert_eq!(writer.post("move", &nowhere).0, 409);
}

#[test]
#[ignore = "slow: `cargo xtask test` runs it"]
fn before_a_page_goes_it_is_told_who_names_it_and_it_can_come_back() {
    let project = watched();
    let preview = Preview::start(&project);
    let writer = Writer::at(&preview);
    let before = fs::read(TEMPLATE.path(&project)).expect("it is there");
    let (status, told) = writer.post("delete", &json!({ "file": TEMPLATE.file }));
    assert_eq!(status, 200, "{told}");
    assert_eq!(told["named_by"][0]["file"], GUIDE.file, "{told}");
    assert!(is_there(&project, TEMPLATE.file), "to ask takes nothing away");
    let (status, told) = writer.post("delete", &json!({ "file": TEMPLATE.file, "sure": true }));
    assert_eq!(status, 200, "{told}");
    assert!(!is_there(&project, TEMPLATE.file));
    undo(&writer, TEMPLATE.file);
    assert_eq!(fs::read(TEMPLATE.path(&project)).expect("it is back"), before);
    for file in ["content/../book.toml", "../x", "content/scenarios/none.yaml"] {
        assert_eq!(writer.post("delete", &json!({ "file": file, "sure": true })).0, 410, "{file}");
    }
}

#[test]
#[ignore = "slow: `cargo xtask test` runs it"]
fn a_picture_is_kept_under_a_free_name_and_the_same_one_once() {
    let project = watched();
    let preview = Preview::start(&project);
    let writer = Writer::at(&preview);
    let (status, told) = picture(&writer, "My%20Board.PNG", PNG);
    assert_eq!((status, &told["link"]), (200, &json!("../pictures/my-board.png")), "{told}");
    assert_eq!(fs::read(project.path("content/pictures/my-board.png")).expect("it is kept"), PNG);
    assert_eq!(picture(&writer, "my-board.png", PNG).1["link"], "../pictures/my-board.png");
    let other = [PNG, b"more"].concat();
    assert_eq!(picture(&writer, "my-board.png", &other).1["link"], "../pictures/my-board-2.png");
    let (status, told) = picture(&writer, "..%2F..%2Fx.png", PNG);
    assert_eq!((status, &told["link"]), (200, &json!("../pictures/x.png")), "{told}");
    for bytes in [&b"<svg xmlns='http://www.w3.org/2000/svg'/>"[..], b"", b"GIF", b"<html>"] {
        assert_eq!(picture(&writer, "a.png", bytes).0, 422);
    }
    assert_eq!(picture(&writer, "a.png", &vec![0; (20 << 20) + 1]).0, 413);
    undo(&writer, "content/pictures/x.png");
    assert!(!is_there(&project, "content/pictures/x.png"));
}

#[test]
#[ignore = "slow: `cargo xtask test` runs it"]
fn a_translation_begins_with_the_title_and_is_right_again_when_that_is_said() {
    let project = watched();
    let book = fs::read_to_string(BOOK.path(&project)).expect("it is there");
    project.write(BOOK.file, &format!("{book}\n[languages.de]\nname = \"Deutsch\"\n"));
    let preview = Preview::start(&project);
    let writer = Writer::at(&preview);
    let page = writer.page(SCENARIO.page);
    let (file, path) = ("content/de/scenarios/late.yaml", "/de/scenarios/late.html");
    let german = json!([{ "tag": "de", "name": "Deutsch", "path": path, "there": false }]);
    assert_eq!(page["languages"], german);
    let asked = json!({ "file": SCENARIO.file, "language": "de" });
    let (status, told) = writer.post("translate", &asked);
    assert_eq!((status, &told["path"]), (200, &json!(path)), "{told}");
    preview.comes(|_| writer.page(path)["file"] == file);
    let page = writer.page(path);
    assert_eq!((&page["file"], &page["lang"]), (&json!(file), &json!("de")));
    assert_eq!(page["original"]["texts"]["leader.say"], "Why?");
    let edits = json!([
        set(&page, "title", "Zu spät"),
        { "do": "add", "key": "leader", "value": { "say": "Warum?" } },
    ]);
    let (status, told) = writer.save(&page, &edits);
    assert_eq!(status, 200, "{told}");
    preview.until(path, "Warum?");
    let text = fs::read_to_string(project.path(file)).expect("it is there");
    let line = "# yaml-language-server: $schema=../../../schema/translated/scenario.json\n";
    assert_eq!(text, format!("{line}title: Zu spät\nleader:\n  say: Warum?\n"));
    let (status, told) = writer.post("right", &json!({ "file": file }));
    assert_eq!(status, 200, "{told}");
    let text = fs::read_to_string(project.path(file)).expect("it is there");
    assert!(text.contains("original:\n  - "), "{text}");
    assert_eq!(writer.post("right", &json!({ "file": SCENARIO.file })).0, 422);
    for language in ["en", "../x", "fr"] {
        let asked = json!({ "file": SCENARIO.file, "language": language });
        assert_eq!(writer.post("translate", &asked).0, 422, "{language}");
    }
}
