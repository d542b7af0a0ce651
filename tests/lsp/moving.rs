//! Files that are moved or taken away in the editor's tree: pictures, folders of languages, texts that stay open.

use std::fs;

use serde_json::{Value, json};
use testkit::Project;
use testkit::editor::Editor;

use crate::renaming::made;
use crate::{LATE, LATE_PATH, SHEET_PATH, WHY, WHY_PATH, labels, project};

const BOARD: &str = "content/pictures/board.png";

/// What an editor is to change when these files are moved in it.
fn asked(editor: &mut Editor, moves: &[(&str, &str)]) -> Result<Value, String> {
    let file =
        |(old, new): &(&str, &str)| json!({"oldUri": editor.uri(old), "newUri": editor.uri(new)});
    let files: Vec<Value> = moves.iter().map(file).collect();
    let answer = editor.ask("workspace/willRenameFiles", &json!({"files": files}));
    answer.map_err(|error| error["message"].as_str().unwrap_or_default().to_owned())
}

/// A book with a picture that a guide, a situation and a translation show.
fn pictured() -> Project {
    project()
        .file(BOARD, "no real picture")
        .file("content/pictures/other.png", "no real picture")
        .file(WHY_PATH, &WHY.replace("Ask.", "![The board](../pictures/board.png) ![](/pictures/board.png)\n\n[Other](../pictures/other.png)"))
        .file("content/scenarios/scope.yaml", &crate::SCOPE.replace("say: Why?", "say: \"![B](../pictures/board.png) Why?\""))
        .file("content/de/guidance/why.md", "---\ntitle: Warum\n---\n\n![Tafel](../pictures/board.png)\n")
}

#[test]
fn a_picture_that_is_moved_is_shown_where_it_was() {
    let project = pictured();
    let mut editor = Editor::start(&project);
    let edit =
        asked(&mut editor, &[(BOARD, "content/guidance/in a row.png")]).expect("all follows");
    let files = made(&editor, &project, &edit);
    let why = &files[WHY_PATH];
    assert!(
        why.contains("![The board](in%20a%20row.png) ![](/guidance/in%20a%20row.png)"),
        "{why}"
    );
    assert!(why.contains("(../pictures/other.png)"), "{why}");
    let german = &files["content/de/guidance/why.md"];
    assert!(german.contains("![Tafel](in%20a%20row.png)"), "{german}");
    assert!(files.contains_key(BOARD), "the editor moves it itself");
}

#[test]
fn an_old_address_that_leads_to_a_picture_leads_to_it_where_it_is_moved() {
    let book = crate::BOOK.to_owned() + "\n[redirects]\n\"old.html\" = \"/pictures/board.png\"\n";
    let project = pictured().file("book.toml", &book);
    let mut editor = Editor::start(&project);
    let edit = asked(&mut editor, &[("content/pictures", "content/guidance/seen")]);
    let files = made(&editor, &project, &edit.expect("all follows"));
    let book = &files["book.toml"];
    assert!(book.contains("\"old.html\" = \"/guidance/seen/board.png\"\n"), "{book}");
    assert!(files[WHY_PATH].contains("![The board](seen/board.png)"), "{}", files[WHY_PATH]);
}

#[test]
fn the_letters_of_a_name_may_come_in_parts_as_a_mac_writes_them() {
    let project = project()
        .file("content/pictures/cafe\u{301}.png", "no real picture")
        .file("content/de/pictures/cafe\u{301}.png", "no real picture")
        .file(WHY_PATH, &WHY.replace("Ask.", "![A café](../pictures/café.png)"))
        .file(
            "content/de/guidance/why.md",
            "---\ntitle: Warum\n---\n\n![A](../pictures/café.png)\n",
        );
    let mut editor = Editor::start(&project);
    for (folder, page) in [("content", WHY_PATH), ("content/de", "content/de/guidance/why.md")] {
        let old = format!("{folder}/pictures/cafe\u{301}.png");
        let new = format!("{folder}/pictures/the cafe\u{301}.png");
        let edit = asked(&mut editor, &[(&old, &new)]).expect("all follows");
        let text = &made(&editor, &project, &edit)[page];
        assert!(text.contains("](../pictures/the%20café.png)"), "{text}");
    }
}

#[test]
fn a_bracket_in_the_new_name_of_a_picture_does_not_end_its_link() {
    let project = pictured();
    let mut editor = Editor::start(&project);
    let edit = asked(&mut editor, &[(BOARD, "content/pictures/b(.png")]).expect("all follows");
    let why = &made(&editor, &project, &edit)[WHY_PATH];
    assert!(why.contains("![The board](../pictures/b%28.png) ![](/pictures/b%28.png)"), "{why}");
}

#[test]
fn a_carried_page_that_names_what_moves_is_told_of() {
    let page = "<link rel=stylesheet href=\"a.css\"><img src=\"pic.png\">";
    let project = project()
        .file("content/tool/a.html", page)
        .file("content/tool/a.css", "body { background: url(../tool/pic.png) }")
        .file("content/tool/pic.png", "no real picture")
        .file(WHY_PATH, &WHY.replace("Ask.", "[Tool](../tool/a.html)"));
    let mut editor = Editor::start(&project);
    for (moves, files) in [
        (("content/tool/pic.png", "content/pic.png"), "content/tool/a.css, content/tool/a.html"),
        (("content/tool/a.html", "content/a.html"), "content/tool/a.html"),
        // The page and its style go together; only the way of the style names the folder.
        (("content/tool", "content/kit"), "content/tool/a.css"),
    ] {
        asked(&mut editor, &[moves]).expect("it can move");
        let told = editor.until("it is told", |message| {
            let is_it = message["method"] == "window/showMessage";
            is_it.then(|| message["params"]["message"].as_str().unwrap_or_default().to_owned())
        });
        assert!(told.ends_with(&format!("lead nowhere now in {files}")), "{told}");
    }
}

#[test]
fn a_folder_with_pages_and_their_pictures_moves_as_one() {
    let project = project()
        .file(
            "content/guidance/hiring/talks.md",
            "---\ntitle: Talks\n---\n\n![A](a.png) [Why](../why.md)\n",
        )
        .file("content/guidance/hiring/a.png", "no real picture")
        .file(WHY_PATH, &WHY.replace("Ask.", "[Talks](hiring/talks.md) ![A](hiring/a.png)"));
    let mut editor = Editor::start(&project);
    let moves = [("content/guidance/hiring", "content/guidance/people/hiring")];
    let edit = asked(&mut editor, &moves).expect("all follows");
    let files = made(&editor, &project, &edit);
    assert!(files[WHY_PATH].contains("[Talks](people/hiring/talks.md) ![A](people/hiring/a.png)"));
    let talks = &files["content/guidance/hiring/talks.md"];
    assert!(talks.contains("![A](a.png) [Why](../../why.md)"), "{talks}");
}

#[test]
fn a_picture_that_leaves_the_content_is_left_to_the_check() {
    let project = pictured();
    let mut editor = Editor::start(&project);
    assert_eq!(asked(&mut editor, &[(BOARD, "board.png")]), Ok(Value::Null));
}

#[test]
fn the_folder_of_a_language_keeps_its_tag_until_the_book_says_another() {
    let project = pictured();
    let mut editor = Editor::start(&project);
    let told = asked(&mut editor, &[("content/de", "content/fr")]).expect_err("it is refused");
    assert!(told.contains("change `[languages.de]` there too"), "{told}");
}

#[test]
fn what_cannot_follow_says_that_the_links_were_left_as_they_are() {
    let project = project().file("content/scenarios/scope.yaml", "title: [\n");
    let mut editor = Editor::start(&project);
    let moves = [(SHEET_PATH, "content/templates/paper.yaml")];
    let told = asked(&mut editor, &moves).expect_err("the book has a fault");
    assert!(told.starts_with("what names it was left as it is: mend this first"), "{told}");
    assert!(told.contains("scope.yaml:1"), "{told}");
}

#[test]
fn an_editor_that_asks_again_in_the_middle_of_a_rename_is_told_that_nothing_is_left_to_do() {
    let project = project();
    let mut editor = Editor::start(&project);
    editor.open(LATE_PATH, LATE);
    let mut params = editor.place(LATE_PATH, LATE, "[sh|eet]");
    params["newName"] = json!("paper");
    let edit = editor.ask("textDocument/rename", &params).expect("it is renamed");
    let files = made(&editor, &project, &edit);
    // Texts are changed first, and the file is not moved yet.
    for (path, text) in &files {
        let old = path.replace("paper", "sheet");
        if old.starts_with("content/") || old == "book.toml" {
            editor.open(&old, text);
        }
    }
    let moves = [(SHEET_PATH, "content/templates/paper.yaml")];
    assert_eq!(asked(&mut editor, &moves), Ok(Value::Null));
}

#[test]
fn a_file_that_is_taken_away_is_gone_though_its_text_was_not_closed() {
    let project = project();
    let text = fs::read_to_string(project.path(SHEET_PATH)).expect("it is there");
    let mut editor = Editor::start(&project);
    editor.open(SHEET_PATH, &text);
    editor.settle();
    assert!(editor.lines().is_empty(), "{:?}", editor.lines());
    editor.open(LATE_PATH, LATE);
    let is_offered = |editor: &mut Editor| {
        let offered = editor.at("textDocument/completion", LATE_PATH, LATE, "templates: [|sheet]");
        labels(&offered).contains(&"sheet".to_owned())
    };
    assert!(is_offered(&mut editor));
    let watched = json!({"changes": [{"uri": editor.uri(SHEET_PATH), "type": 3}]});
    fs::remove_file(project.path(SHEET_PATH)).expect("it can be removed");
    editor.notify("workspace/didChangeWatchedFiles", &watched);
    editor.until("the sheet is missed", |message| {
        message.to_string().contains("no template is called `sheet`").then_some(())
    });
    assert!(!is_offered(&mut editor), "it can be named no more");
    // Whoever types in it has it again, and so has who saves it.
    editor.change(SHEET_PATH, &format!("{text}\n"));
    editor.settle();
    assert!(editor.lines().is_empty(), "{:?}", editor.lines());
}
