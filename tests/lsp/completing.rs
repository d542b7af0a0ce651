//! What is offered while somebody types, in texts that cannot be read at that moment too.

use serde_json::Value;
use testkit::editor::{Editor, edited};

use crate::{LATE, LATE_PATH, SCOPE, SHEET, SHEET_PATH, WHY, WHY_PATH, item, labels, project};

const METHOD: &str = "textDocument/completion";

/// What is offered in the text, at the mark `|` in the words.
#[track_caller]
fn offered(path: &str, text: &str, words: &str) -> Value {
    let project = project();
    let mut editor = Editor::start(&project);
    if let Ok(disk) = std::fs::read_to_string(project.path(path)) {
        editor.open(path, &disk);
        // What it said before is known while it cannot be read.
        editor.at("textDocument/documentSymbol", path, &format!("{disk}¶"), "|¶");
        editor.change(path, text);
    } else {
        editor.open(path, text);
    }
    editor.at(METHOD, path, text, words)
}

#[test]
fn keys_that_are_needed_come_first_and_those_that_are_there_are_left_out() {
    let text = "title: New\n\n\nleader:\n  say: x\n";
    let offers = offered("content/scenarios/new.yaml", text, "New\n|\n\nleader");
    let all = labels(&offers);
    assert_eq!(all[..2], ["summary", "manager"], "{all:?}");
    assert!(!all.contains(&"title".to_owned()) && !all.contains(&"leader".to_owned()), "{all:?}");
    let manager = item(&offers, "manager");
    assert_eq!(manager["textEdit"]["newText"], "manager:\n  say: $0");
    assert_eq!(manager["insertTextFormat"], 2);
    let about = manager["documentation"]["value"].as_str().expect("it is told");
    assert!(about.contains("```yaml\nmanager:"), "{about}");
}

#[test]
fn keys_of_a_group_are_offered_deeper_down() {
    let text = "title: New\nsummary: x\nleader:\n  say: x\n  \nmanager:\n  say: y\n";
    let all = labels(&offered("content/scenarios/new.yaml", text, "say: x\n  |\nmanager"));
    assert!(all.contains(&"aim".to_owned()) && !all.contains(&"say".to_owned()), "{all:?}");
    assert!(!all.contains(&"summary".to_owned()), "{all:?}");
}

#[test]
fn a_key_that_has_its_colon_is_written_over_alone() {
    let text = LATE.replace("summary:", "sum:");
    let offers = offered(LATE_PATH, &text, "sum|: It");
    let edit = &item(&offers, "summary")["textEdit"];
    let done = edited(&text, &serde_json::json!([edit]));
    assert_eq!(done, LATE);
}

#[test]
fn ids_are_offered_with_their_titles_where_no_list_is_closed() {
    for (text, words) in [
        (LATE.replace("templates: [sheet]", "templates: ["), "templates: [|\n"),
        (LATE.replace("templates: [sheet]", "templates: "), "templates: |\n"),
        (LATE.replace("templates: [sheet]", "templates:\n  - "), "templates:\n  - |\n"),
        (LATE.replace("templates: [sheet]", "templates:\n  - sh"), "  - sh|\n"),
        (LATE.replace("templates: [sheet]", "templates:\n- "), "templates:\n- |\n"),
        (LATE.replace("templates: [sheet]", "templates: [other, "), "[other, |\n"),
    ] {
        let offers = offered(LATE_PATH, &text, words);
        let sheet = item(&offers, "sheet");
        assert_eq!(sheet["detail"], "Sheet", "{words}");
        let done = edited(&text, &serde_json::json!([sheet["textEdit"]]));
        assert!(done.contains("sheet"), "{done}");
        assert_eq!(labels(&offers).len(), 1, "{words}: {:?}", labels(&offers));
    }
    let text = LATE.replace("related:\n  - scope", "related:\n  - scope\n  ");
    let offers = offered(LATE_PATH, &text, "  - scope\n  |\n");
    assert_eq!(item(&offers, "scope")["textEdit"]["newText"], "- scope");
}

#[test]
fn what_an_id_leads_to_is_told_with_what_each_hat_is_after() {
    let text = SCOPE.replace("related: [late]", "related: [");
    let offers = offered("content/scenarios/scope.yaml", &text, "related: [|\n");
    let late = item(&offers, "late");
    let about = late["documentation"]["value"].as_str().expect("it is told");
    assert!(about.contains("It happens."), "{about}");
    assert!(
        about.contains("Leader: To know why.") && about.contains("Manager: To have"),
        "{about}"
    );
}

#[test]
fn topics_and_closed_words_are_offered() {
    let text = LATE.replace("[delivery]", "[delivery, p");
    assert_eq!(labels(&offered(LATE_PATH, &text, "delivery, p|\n")), ["delivery", "people"]);
    let text = LATE.replace("topics: [delivery]", "level: ");
    let all = labels(&offered(LATE_PATH, &text, "level: |\n"));
    assert!(all.contains(&"core".to_owned()), "{all:?}");
    let text = LATE.replace("topics: [delivery]", "draft: ");
    assert_eq!(labels(&offered(LATE_PATH, &text, "draft: |\n")), ["yes", "no"]);
}

#[test]
fn types_fields_and_columns_of_a_sheet_are_offered() {
    let text = SHEET.replace("  - text: Name\n    id: name\n", "  - \n");
    let all = labels(&offered(SHEET_PATH, &text, "  - |\n"));
    assert!(all.contains(&"text".to_owned()) && all.contains(&"rating".to_owned()), "{all:?}");
    let text = SHEET.replace("sum: requests.cost", "sum: ");
    let all = labels(&offered(SHEET_PATH, &text, "sum: |\n"));
    assert!(
        all.contains(&"requests.cost".to_owned()) && all.contains(&"name".to_owned()),
        "{all:?}"
    );
    let text = SHEET.replace("options: [In, Out]", "options: [In, Out]\n        example: ");
    assert_eq!(labels(&offered(SHEET_PATH, &text, "example: |\n")), ["In", "Out"]);
}

#[test]
fn links_lead_to_files_and_their_places_in_guides_and_in_yaml() {
    let text = WHY.replace("late.yaml)", "");
    let text = text.replace("(../scenarios/", "(");
    let offers = offered(WHY_PATH, &text, "[late](|");
    assert_eq!(item(&offers, "../scenarios/late.yaml")["detail"], "Late again");
    let text = WHY.replace("late.yaml)", "late.yaml#");
    let all = labels(&offered(WHY_PATH, &text, "late.yaml#|"));
    assert!(all.contains(&"leader-say".to_owned()), "{all:?}");
    let text = LATE.replace("It happens.", "See [why](");
    let offers = offered(LATE_PATH, &text, "See [why](|");
    assert_eq!(item(&offers, "../guidance/why.md")["detail"], "Why");
    let text = LATE.replace("It happens.", "See [why](../guidance/why.md#f");
    assert!(labels(&offered(LATE_PATH, &text, "why.md#f|")).contains(&"first-steps".to_owned()));
}

#[test]
fn front_matter_searches_and_settings_have_their_keys() {
    let all = labels(&offered(WHY_PATH, "---\ntitle: Why\n\n", "Why\n|\n"));
    assert!(all.contains(&"related".to_owned()), "{all:?}");
    let all =
        labels(&offered("content/queries.yaml", "scenarios/late:\n  - late\n\n", "late\n|\n"));
    assert!(all.contains(&"scenarios/scope".to_owned()), "{all:?}");
    assert!(!all.contains(&"scenarios/late".to_owned()), "{all:?}");
    let text = "[book]\ntitle = \"Test\"\n\n[rules]\n\n";
    let all = labels(&offered("book.toml", text, "[rules]\n|\n"));
    assert!(all.contains(&"long-script".to_owned()) && !all.contains(&"wrong-type".to_owned()));
    let all = labels(&offered("book.toml", "[book]\ntitle = \"Test\"\n\n", "\"\n|\n"));
    assert!(all.contains(&"site_url".to_owned()) && !all.contains(&"title".to_owned()), "{all:?}");
    let text = "[book]\ntitle = \"Test\"\n[markdown]\nhtml = \n";
    let offers = offered("book.toml", text, "html = |\n");
    assert_eq!(item(&offers, "escape")["textEdit"]["newText"], "\"escape\"");
}

#[test]
fn words_of_the_interface_blocks_and_what_layouts_are_given_are_offered() {
    let offers = offered("themes/own/wording/en.toml", "leader = \"Boss\"\n\n", "\n|\n");
    assert_eq!(item(&offers, "manager")["textEdit"]["newText"], "manager = \"{Manager.name}\"");
    assert!(!labels(&offers).contains(&"leader".to_owned()));
    let text = "{% extends \"default/guide.html\" %}\n{% block  %}\n";
    let all = labels(&offered("themes/own/layouts/guide.html", text, "{% block | %}"));
    assert!(all.contains(&"content".to_owned()), "{all:?}");
    let all = labels(&offered("themes/own/layouts/guide.html", "{{ gui }}\n", "{{ gui| }}"));
    assert!(all.contains(&"guide.body".to_owned()), "{all:?}");
}
