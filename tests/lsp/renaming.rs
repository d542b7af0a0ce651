//! Other names for pages, topics and fields, and files that are moved in the editor.

use std::collections::BTreeMap;
use std::fs;

use serde_json::{Value, json};
use testkit::editor::{Editor, edited, position};
use testkit::{Book, Project};

use crate::{LATE, LATE_PATH, SHEET, SHEET_PATH, book, project};

/// The files of the book once an edit of the protocol is made.
#[track_caller]
pub(super) fn made(editor: &Editor, project: &Project, edit: &Value) -> BTreeMap<String, String> {
    let mut files: BTreeMap<String, String> = testkit::tree(&project.path(""))
        .into_iter()
        .map(|(path, bytes)| (path, String::from_utf8(bytes).expect("it is text")))
        .collect();
    for change in edit["documentChanges"].as_array().expect("it changes documents") {
        let path = |name: &str| editor.path(change[name].as_str().expect("an address"));
        match change["kind"].as_str() {
            Some("rename") => {
                let text = files.remove(&path("oldUri")).expect("the file is there");
                assert_eq!(files.insert(path("newUri"), text), None, "nothing is written over");
            }
            Some("create") => {
                files.entry(path("uri")).or_default();
            }
            _ => {
                let path = editor.path(change["textDocument"]["uri"].as_str().expect("an address"));
                let text = files.get_mut(&path).unwrap_or_else(|| panic!("no file {path}"));
                *text = edited(text, &change["edits"]);
            }
        }
    }
    files
}

fn checked(files: &BTreeMap<String, String>) -> String {
    Book::new().files(files.clone()).told()
}

#[track_caller]
fn renamed(
    path: &str,
    text: &str,
    words: &str,
    new: &str,
) -> Result<BTreeMap<String, String>, String> {
    let project = project();
    let mut editor = Editor::start(&project);
    editor.open(path, text);
    let mut params = editor.place(path, text, words);
    params["newName"] = json!(new);
    match editor.ask("textDocument/rename", &params) {
        Ok(edit) => Ok(made(&editor, &project, &edit)),
        Err(error) => Err(error["message"].as_str().unwrap_or_default().to_owned()),
    }
}

#[test]
fn a_page_is_renamed_wherever_it_is_named_as_mv_does_it() {
    let before = book().told();
    for (path, text, words) in [(LATE_PATH, LATE, "[sh|eet]"), (SHEET_PATH, SHEET, "title: Sh|eet")]
    {
        let files = renamed(path, text, words, "paper").expect("it is renamed");
        let project = project();
        assert_eq!(project.run(&["mv", SHEET_PATH, "paper"]).code, 0);
        let by_mv: BTreeMap<String, String> = testkit::tree(&project.path(""))
            .into_iter()
            .map(|(path, bytes)| (path, String::from_utf8_lossy(&bytes).into_owned()))
            .collect();
        assert_eq!(files, by_mv);
        assert!(files["content/templates/paper.yaml"].contains("was: sheet"));
        assert_eq!(checked(&files), before);
    }
}

#[test]
fn a_topic_is_renamed_where_it_is_declared_and_on_every_page() {
    let files = renamed(LATE_PATH, LATE, "[deli|very]", "shipping").expect("it is renamed");
    assert!(files["book.toml"].contains("shipping = \"Delivery\""));
    assert!(files[LATE_PATH].contains("topics: [shipping]"));
    assert!(files["content/scenarios/scope.yaml"].contains("  - shipping\n"));
    let told = renamed(LATE_PATH, LATE, "[deli|very]", "people").expect_err("it is another's");
    assert!(told.contains("there is a topic `people` already"), "{told}");
    assert!(renamed(LATE_PATH, LATE, "[deli|very]", "Two Words").is_err());
}

#[test]
fn a_field_keeps_its_old_id_and_what_names_it_follows() {
    let files = renamed(SHEET_PATH, SHEET, "id: co|st\n", "days").expect("it is renamed");
    let sheet = &files[SHEET_PATH];
    assert!(sheet.contains("id: days\n        was: cost\n"), "{sheet}");
    assert!(sheet.contains("sum: requests.days\n"), "{sheet}");
    let files = renamed(SHEET_PATH, SHEET, "choice: Deci|sion", "verdict").expect("it is renamed");
    let sheet = &files[SHEET_PATH];
    assert!(sheet.contains("id: verdict\n") && sheet.contains("was: decision\n"), "{sheet}");
    assert!(sheet.contains("where: {verdict: In}"), "{sheet}");
    assert!(renamed(SHEET_PATH, SHEET, "id: na|me\n", "requests").is_err());
}

#[test]
fn what_is_no_name_is_not_renamed_and_a_book_with_faults_says_why() {
    let project = project();
    let mut editor = Editor::start(&project);
    editor.open(LATE_PATH, LATE);
    assert_eq!(
        editor.at("textDocument/prepareRename", LATE_PATH, LATE, "It hap|pens"),
        Value::Null
    );
    let ready = editor.at("textDocument/prepareRename", LATE_PATH, LATE, "[sh|eet]");
    assert_eq!(ready["placeholder"], "sheet");
    editor.open("content/scenarios/scope.yaml", "title: [\n");
    let mut params = editor.place(LATE_PATH, LATE, "[sh|eet]");
    params["newName"] = json!("paper");
    let error = editor.ask("textDocument/rename", &params).expect_err("it is refused");
    let message = error["message"].as_str().expect("it says why");
    assert!(message.contains("mend this first") && message.contains("scope.yaml:1"), "{message}");
}

#[test]
fn what_names_a_file_that_is_moved_in_the_editor_follows() {
    let project = project();
    let mut editor = Editor::start(&project);
    let file = |editor: &Editor, old: &str, new: &str| json!({"oldUri": editor.uri(old), "newUri": editor.uri(new)});
    let moves = [
        file(&editor, LATE_PATH, "content/scenarios/delay.yaml"),
        file(&editor, "content/scenarios/scope.yaml", "content/scenarios/growth.yaml"),
    ];
    let edit = editor.ask("workspace/willRenameFiles", &json!({"files": moves}));
    let edit = edit.expect("all follows");
    let mut files = made(&editor, &project, &edit);
    for (old, new) in [(LATE_PATH, "delay"), ("content/scenarios/scope.yaml", "growth")] {
        let text = files.remove(old).expect("the editor moves it itself");
        files.insert(format!("content/scenarios/{new}.yaml"), text);
    }
    assert_eq!(checked(&files), book().told());
    assert!(files["content/guidance/why.md"].contains("(../scenarios/delay.yaml)"));
    assert!(files["book.toml"].contains("\"scenarios/scope.html\" = \"scenarios/growth.html\""));
    let folder = [file(&editor, "content/scenarios", "content/scenarios/old")];
    let edit = editor.ask("workspace/willRenameFiles", &json!({"files": folder}));
    assert!(edit.expect("all follows")["documentChanges"].is_array());
    let other = [file(&editor, "book.toml", "book.old")];
    assert_eq!(editor.ask("workspace/willRenameFiles", &json!({"files": other})), Ok(Value::Null));
}

const TALKS_PATH: &str = "content/guidance/hiring/talks.md";
const TALKS: &str = "---\ntitle: Talks with them\n---\n\nAsk.\n";

fn read(project: &Project, path: &str) -> String {
    fs::read_to_string(project.path(path)).expect("it is there")
}

/// A book with two guides of one name, one of them in a chapter, and a page of the owner's own.
fn chaptered() -> Project {
    project()
        .file(
            "content/guidance/talks.md",
            "---\ntitle: Talks\nrelated: [hiring/offer]\n---\n\nAsk.\n",
        )
        .file(TALKS_PATH, TALKS)
        .file("content/guidance/hiring/index.md", "---\ntitle: Hiring people\n---\n\nAsk.\n")
        .file("content/guidance/hiring/offer.md", "---\ntitle: Offer\n---\n\nAsk.\n")
        .file("content/pages/about.md", "---\ntitle: About us\n---\n\nWe.\n")
        .file("content/scenarios/scope.yaml", &format!("{}guidance: [offer]\n", crate::SCOPE))
}

#[test]
fn the_page_whose_title_it_is_is_renamed_whatever_its_folder() {
    let project = chaptered();
    let mut editor = Editor::start(&project);
    for (path, title, new) in [
        (TALKS_PATH, "Talks with| them", "content/guidance/hiring/new.md"),
        ("content/guidance/hiring/index.md", "Hiring| people", "content/guidance/hiring/new.md"),
        ("content/pages/about.md", "About| us", "content/pages/new.md"),
    ] {
        let text = read(&project, path);
        editor.open(path, &text);
        let mut params = editor.place(path, &text, title);
        let ready = editor.ask("textDocument/prepareRename", &params).expect("it has a name");
        let name = path.rsplit(['/', '.']).nth(1);
        assert_eq!(ready["placeholder"].as_str(), name);
        params["newName"] = json!("new");
        let edit = editor.ask("textDocument/rename", &params).expect("it is renamed");
        let files = made(&editor, &project, &edit);
        assert!(!files.contains_key(path) && files[new] == text, "{:?}", files.keys());
        let place = editor.at("textDocument/definition", path, &text, title);
        assert_eq!(editor.path(place[0]["uri"].as_str().expect("a place")), path, "{place}");
    }
}

#[test]
fn a_guide_that_is_named_without_its_folder_is_renamed_and_found() {
    let project = chaptered();
    let mut editor = Editor::start(&project);
    let path = "content/scenarios/scope.yaml";
    let scope = read(&project, path);
    editor.open(path, &scope);
    let ready = editor.at("textDocument/prepareRename", path, &scope, "[of|fer]");
    assert_eq!(ready["placeholder"], "offer");
    let mut params = editor.place(path, &scope, "[of|fer]");
    params["newName"] = json!("terms");
    let edit = editor.ask("textDocument/rename", &params).expect("it is renamed");
    let files = made(&editor, &project, &edit);
    assert!(files[path].contains("guidance: [terms]"), "{}", files[path]);
    assert!(files.contains_key("content/guidance/hiring/terms.md"));
    let (talks, words) = ("content/guidance/talks.md", "[hiring/off|er]");
    let text = read(&project, talks);
    editor.open(talks, &text);
    for (path, text, words) in [(path, &scope, "[of|fer]"), (talks, &text, words)] {
        let mut params = editor.place(path, text, words);
        params["context"] = json!({"includeDeclaration": false});
        let named = editor.ask("textDocument/references", &params).expect("it answers");
        let named = named.as_array().expect("a list").iter();
        let named: Vec<_> =
            named.map(|one| editor.path(one["uri"].as_str().expect("an address"))).collect();
        assert_eq!(named, [talks, "content/scenarios/scope.yaml"], "{words}");
    }
}

#[test]
fn a_topic_with_an_owner_is_renamed_where_it_is_said_who_that_is() {
    let settings = format!(
        "{}\n[owners]\ndelivery = \"Office\"\n[reviewers]\n\"delivery\" = \"Council\"\n",
        crate::BOOK
    );
    let project = project().file("book.toml", &settings);
    let mut editor = Editor::start(&project);
    editor.open(LATE_PATH, LATE);
    editor.open("book.toml", &settings);
    let places = [
        editor.place(LATE_PATH, LATE, "[deli|very]"),
        editor.place("book.toml", &settings, "[owners]\ndel|ivery"),
        editor.place("book.toml", &settings, "[reviewers]\n\"del|ivery"),
    ];
    for mut params in places {
        params["newName"] = json!("shipping");
        let edit = editor.ask("textDocument/rename", &params).expect("it is renamed");
        let book = &made(&editor, &project, &edit)["book.toml"];
        assert!(book.ends_with("shipping = \"Office\"\n[reviewers]\n\"shipping\" = \"Council\"\n"));
        params["context"] = json!({"includeDeclaration": false});
        let named = editor.ask("textDocument/references", &params).expect("it answers");
        let named = named.as_array().expect("a list").iter();
        let named = named.filter(|one| one["uri"] == editor.uri("book.toml"));
        let named: Vec<_> = named.map(|one| one["range"]["start"].clone()).collect();
        let owner = settings.find("delivery = \"O").expect("it is there");
        let reviewer = settings.find("\"delivery\"").expect("it is there");
        assert_eq!(named.len(), 2, "{named:?}");
        assert_eq!(named[0], position(&settings, owner));
        assert_eq!(named[1]["line"], position(&settings, reviewer)["line"]);
    }
    // A folder is none, also where it is called as a topic could be.
    let folders = format!("{}\n[owners]\nscenarios = \"Office\"\n", crate::BOOK);
    editor.change("book.toml", &folders);
    let nothing = editor.at("textDocument/prepareRename", "book.toml", &folders, "scen|arios");
    assert_eq!(nothing, Value::Null);
}

#[test]
fn who_answers_for_a_folder_that_is_moved_in_the_editor_still_does() {
    let settings = format!("{}\n[owners]\n\"guidance/hiring\" = \"Office\"\n", crate::BOOK);
    let project = chaptered().file("book.toml", &settings);
    let editor = &mut Editor::start(&project);
    let (old, new) = ("content/guidance/hiring", "content/guidance/people");
    let files = json!([{"oldUri": editor.uri(old), "newUri": editor.uri(new)}]);
    let edit = editor.ask("workspace/willRenameFiles", &json!({"files": files}));
    let mut files = made(editor, &project, &edit.expect("all follows"));
    for name in ["index", "offer", "talks"] {
        let text = files.remove(&format!("{old}/{name}.md")).expect("the editor moves it itself");
        files.insert(format!("{new}/{name}.md"), text);
    }
    assert!(files["book.toml"].contains("\"guidance/people\" = \"Office\""));
    let told = checked(&files);
    assert!(!told.contains("error"), "{told}");
}

#[test]
fn an_original_goes_along_when_its_translation_is_moved_in_the_editor() {
    let translated = "---\ntitle: Angebot\n---\n\nFrag.\n";
    let project = chaptered().file("content/de/guidance/hiring/offer.md", translated);
    let editor = &mut Editor::start(&project);
    let mut ask = |moves: &[(&str, &str)]| {
        let address = |(old, new): &(&str, &str)| json!({"oldUri": editor.uri(old), "newUri": editor.uri(new)});
        let files: Vec<Value> = moves.iter().map(address).collect();
        editor.ask("workspace/willRenameFiles", &json!({"files": files}))
    };
    let (own, other) = ("content/guidance/hiring", "content/de/guidance/hiring");
    let people = |folder: &str| folder.replace("hiring", "people");
    for moves in [
        vec![(format!("{other}/offer.md"), format!("{other}/terms.md"))],
        vec![(other.to_owned(), people(other))],
        vec![(other.to_owned(), people(other)), (own.to_owned(), people(own))],
    ] {
        let names: Vec<_> = moves.iter().map(|(old, new)| (old.as_str(), new.as_str())).collect();
        let edit = ask(&names).expect("all follows");
        let editor = Editor::start(&project);
        let mut files = made(&editor, &project, &edit);
        // The editor moves what it was told to move.
        for (old, new) in &moves {
            let all: Vec<String> =
                files.keys().filter(|path| path.starts_with(old)).cloned().collect();
            for path in all {
                let text = files.remove(&path).expect("it is there");
                files.insert(path.replacen(old, new, 1), text);
            }
        }
        let told = checked(&files);
        assert!(!told.contains("error") && !told.contains("orphan"), "{moves:?}: {told}");
    }
    let error =
        ask(&[("content/de/guidance/hiring/offer.md", "content/guidance/hiring/angebot.md")]);
    let error = error.expect_err("it would be no translation any more");
    let message = error["message"].as_str().expect("it says why");
    assert!(message.contains("a translation lies in its language's folder"), "{message}");
}
