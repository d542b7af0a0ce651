//! Ids under which readers keep answers do not go without a word, from one build to the next.

use std::fs;

use testkit::Project;

const SHEET: &str = "content/templates/sheet.yaml";

fn sheet(fields: &str) -> String {
    format!("title: Sheet\nfields:\n{fields}")
}

const TABLE: &str = "  - text: Name\n  - table: Requests\n    columns:\n      - text: What\n      - number: Cost\n        id: cost\n";

/// A project whose sheet was built once, with these fields.
fn built(fields: &str) -> Project {
    let project = Project::new().file(SHEET, &sheet(fields));
    project.build();
    project
}

/// Changes the sheet and builds again; gives the exit code and what was said.
fn again(project: &Project, fields: &str) -> (i32, String) {
    project.write(SHEET, &sheet(fields));
    let check = project.run(&["check"]);
    let build = project.run(&["build"]);
    assert_eq!(check.code, build.code, "a check finds what a build finds: {}", check.err);
    (build.code, build.err)
}

#[test]
fn the_list_of_ids_is_in_the_site() {
    let project = Project::new().file(SHEET, &format!("was: page\n{}", sheet(TABLE)));
    let list = String::from_utf8(project.build()["template-ids.json"].clone()).expect("UTF-8");
    let list: serde_json::Value = serde_json::from_str(&list).expect("JSON");
    let wanted = serde_json::json!({
        "format": "twohats-template-ids",
        "version": 1,
        "book": { "title": "test" },
        "templates": { "sheet": { "was": ["page"], "fields": [
            { "id": "name" },
            { "id": "requests", "columns": [{ "id": "what" }, { "id": "cost" }] },
        ] } },
    });
    assert_eq!(list, wanted);
}

#[test]
fn a_first_build_and_a_new_field_say_nothing() {
    let project = built("  - text: Name\n");
    assert_eq!(again(&project, "  - heading: New\n  - text: First\n  - text: Name\n").0, 0);
}

#[test]
fn a_new_label_without_a_word_is_refused_with_the_line_to_add() {
    let project = built("  - text: Name\n  - date: Day\n");
    let before = fs::read(project.path("public/templates/sheet.html")).expect("a page");
    let (code, said) = again(&project, "  - text: Name of the release\n  - date: Day\n");
    assert_eq!(code, 1, "{said}");
    assert!(
        said.contains("error[vanished-id]: the template `sheet` no longer has the id `name`"),
        "{said}"
    );
    assert!(said.contains("content/templates/sheet.yaml:3:11"), "{said}");
    let help = "if `Name of the release` replaced it, add the line `was: name` to that field; if it is meant to go, add the line `retired: [name]` to the template";
    assert!(said.contains(help), "{said}");
    assert_eq!(fs::read(project.path("public/templates/sheet.html")).expect("a page"), before);

    let mended = "  - text: Name of the release\n    was: name\n  - date: Day\n";
    let (code, said) = again(&project, mended);
    assert_eq!(code, 0, "{said}");
    let (code, said) = again(&project, "  - text: Name of the release\n  - date: Day\n");
    assert_eq!(code, 1, "`was` stays, for readers who come back late: {said}");
}

#[test]
fn a_field_can_be_removed_on_purpose() {
    let project = built("  - text: Name\n  - date: Day\n");
    assert_eq!(again(&project, "  - text: Name\n").0, 1);
    project.write(SHEET, &format!("retired: [day]\n{}", sheet("  - text: Name\n")));
    project.build();
    project.write(SHEET, &sheet("  - text: Name\n"));
    project.build();
}

#[test]
fn columns_keep_their_ids_too() {
    let project = built(TABLE);
    let renamed = TABLE.replace("id: cost", "id: cost-in-days");
    let (code, said) = again(&project, &renamed);
    assert_eq!(code, 1);
    assert!(said.contains("no longer has the id `requests.cost`"), "{said}");
    assert!(said.contains("add the line `was: cost` to that field"), "{said}");
    assert!(said.contains("`retired: [requests.cost]`"), "{said}");
    assert_eq!(again(&project, &renamed.replace("id: cost", "was: cost\n        id: cost")).0, 0);
    project.write(
        SHEET,
        &format!(
            "retired: [requests.cost]\n{}",
            sheet("  - text: Name\n  - table: Requests\n    columns:\n      - text: What\n")
        ),
    );
    let run = project.run(&["build"]);
    assert!(
        run.err.contains("`requests.cost-in-days`") && !run.err.contains("id `requests.cost`"),
        "{}",
        run.err
    );
}

#[test]
fn a_table_that_was_renamed_or_retired_takes_its_columns_along() {
    let project = built(TABLE);
    let renamed = TABLE.replace("table: Requests", "table: Wishes");
    let (_, said) = again(&project, &renamed);
    assert_eq!(said.matches("error[").count(), 1, "{said}");
    assert_eq!(again(&project, &renamed.replace("Wishes\n", "Wishes\n    was: requests\n")).0, 0);
    let project = built(TABLE);
    project.write(SHEET, &format!("retired: requests\n{}", sheet("  - text: Name\n")));
    project.build();
}

#[test]
fn a_template_can_be_renamed_or_retired_and_does_not_just_go() {
    let project =
        built("  - text: Name\n").file("content/guidance/why.md", "---\ntitle: Why\n---\n\nWhy.\n");
    project.remove(SHEET);
    let run = project.run(&["build"]);
    assert_eq!(run.code, 1);
    assert!(
        run.err.contains("error[vanished-id]: the template `sheet` is no longer there"),
        "{}",
        run.err
    );
    assert!(run.err.contains("--> public/template-ids.json:8:5"), "{}", run.err);
    assert!(
        run.err.contains("`retired = [\"sheet\"]` below `[templates]` in `book.toml`"),
        "{}",
        run.err
    );

    project.write("content/templates/page.yaml", &sheet("  - text: Name\n"));
    let run = project.run(&["build"]);
    let help = "if `content/templates/page.yaml` replaced it, add the line `was: sheet` there";
    assert!(run.err.contains(help), "{}", run.err);
    project.write(
        "content/templates/page.yaml",
        &format!("was: sheet\n{}", sheet("  - text: Other\n")),
    );
    let run = project.run(&["build"]);
    assert!(run.err.contains("the template `page` no longer has the id `name`"), "{}", run.err);

    project.remove("content/templates/page.yaml");
    project.write("book.toml", "[book]\ntitle = \"Test\"\n\n[templates]\nretired = [\"sheet\"]\n");
    project.build();
    assert!(!project.path("public/template-ids.json").exists());
}

#[test]
fn a_copy_beside_the_book_is_what_counts_when_there_is_one() {
    let project = built("  - text: Name\n");
    let list = fs::read_to_string(project.path("public/template-ids.json")).expect("a list");
    project.write("template-ids.json", &list);
    // Tried out and never published: no reader has answers under it.
    assert_eq!(again(&project, "  - text: Name\n  - text: Idea\n").0, 0);
    assert_eq!(again(&project, "  - text: Name\n").0, 0);
    // As on a machine that has never built before.
    fs::remove_dir_all(project.path("public")).expect("a folder");
    let (code, said) = again(&project, "  - text: Title\n");
    assert_eq!(code, 1, "{said}");
    let kept = fs::read_to_string(project.path("template-ids.json")).expect("a list");
    assert_eq!(kept, list, "a build never writes among the sources");
}

#[test]
fn a_copy_that_cannot_be_read_is_told_of() {
    let project = built("  - text: Name\n");
    for (list, help) in [
        ("<<<<<<< HEAD\n", "copy the list again from the site that is published"),
        (
            "{\"format\": \"twohats-template-ids\", \"version\": 2, \"templates\": {}}",
            "a newer Twohats",
        ),
    ] {
        project.write("template-ids.json", list);
        let run = project.run(&["check"]);
        assert_eq!(run.code, 1);
        assert!(run.err.contains("--> template-ids.json:1:1"), "{}", run.err);
        assert!(run.err.contains(help), "{}", run.err);
    }
}

#[test]
fn an_old_id_goes_to_one_field_and_to_none_that_is_there() {
    let project = Project::new();
    let wrong = [
        (
            "  - text: A\n    was: x\n  - text: B\n    was: x\n",
            "two fields say that they were called `x`",
        ),
        ("  - text: A\n  - text: B\n    was: a\n", "the field `a` is still there"),
        ("  - text: A\nretired: [a]\n", "the field `a` is still there"),
        (
            "  - table: T\n    columns:\n      - text: A\n      - text: B\n        was: a\n",
            "the column `a` is still there",
        ),
    ];
    for (fields, wanted) in wrong {
        project.write(SHEET, &sheet(fields));
        let run = project.run(&["check"]);
        assert!(
            run.code == 1 && run.err.contains(&format!("error[duplicate-id]: {wanted}")),
            "{}",
            run.err
        );
    }
    project.write(SHEET, &format!("was: page\n{}", sheet("  - text: A\n")));
    project.write("content/templates/page.yaml", &sheet("  - text: A\n"));
    let run = project.run(&["check"]);
    assert!(run.err.contains("the template `page` is still there"), "{}", run.err);
}

#[test]
fn a_field_that_cannot_be_read_has_not_vanished() {
    let project = built("  - text: Name\n  - date: Day\n");
    let (code, said) = again(&project, "  - text: Name\n  - dat: Day\n");
    assert_eq!(code, 1);
    assert!(!said.contains("vanished-id"), "{said}");
}

/// A project of one sheet whose book says this, built; gives the code and what is said when it then says something else.
fn renamed(before: &str, after: &str) -> (i32, String) {
    let project = Project::new()
        .file("book.toml", &format!("[book]\n{before}"))
        .file(SHEET, &sheet("  - text: Name\n"));
    project.build();
    project.write("book.toml", &format!("[book]\n{after}"));
    let run = project.run(&["check"]);
    (run.code, run.err)
}

#[test]
fn what_the_copies_of_a_playbook_are_known_by_does_not_just_go() {
    let told = [
        ("title = \"A\"\n", "title = \"B\"\n", "book.toml:2:9", "the line `id = \"a\"`"),
        (
            "title = \"A\"\nid = \"x\"\n",
            "title = \"A\"\n",
            "book.toml:2:9",
            "the line `id = \"x\"`",
        ),
        (
            "title = \"A\"\nid = \"x\"\n",
            "title = \"A\"\nid = \"y\"\n",
            "book.toml:3:6",
            "the line `was = [\"x\"]`",
        ),
        (
            "title = \"A\"\n",
            "title = \"B\"\nid = \"y\"\n",
            "book.toml:3:6",
            "the line `was = [\"a\"]`",
        ),
        (
            "title = \"A\"\nid = \"x\"\nwas = [\"w\", \"The First\"]\n",
            "title = \"A\"\nwas = [\"w\"]\n",
            "book.toml:2:9",
            "the line `id = \"x\"` and the line `was = [\"w\", \"the-first\"]`",
        ),
    ];
    for (before, after, place, line) in told {
        let (code, said) = renamed(before, after);
        assert_eq!(code, 1, "{said}");
        assert!(said.contains("error[vanished-id]: the copies that readers keep under"), "{said}");
        assert!(said.contains(place), "{said}");
        assert!(said.contains(&format!("write {line} below `[book]` in `book.toml`")), "{said}");
        assert_eq!(said.matches("error[").count(), 1, "{said}");
    }
}

#[test]
fn a_playbook_that_is_still_known_is_called_as_it_likes() {
    for (before, after) in [
        ("title = \"A\"\n", "title = \"A\"\nid = \"x\"\n"),
        ("title = \"A\"\n", "title = \"B\"\nid = \"a\"\n"),
        ("title = \"A\"\n", "title = \"B\"\nwas = [\"A\"]\n"),
        ("title = \"A\"\nid = \"x\"\n", "title = \"B\"\nid = \"x\"\n"),
        ("title = \"A\"\nid = \"x\"\n", "title = \"B\"\nid = \"y\"\nwas = \"x\"\n"),
    ] {
        let (code, said) = renamed(before, after);
        assert_eq!(code, 0, "{said}");
    }
}

#[test]
fn the_title_from_before_an_id_is_remembered_until_the_book_says_it() {
    let project = Project::new()
        .file("book.toml", "[book]\ntitle = \"A\"\n")
        .file(SHEET, &sheet("  - text: Name\n"));
    project.build();
    project.write("book.toml", "[book]\ntitle = \"A\"\nid = \"x\"\n");
    project.build();
    project.write("book.toml", "[book]\ntitle = \"B\"\nid = \"x\"\n");
    let run = project.run(&["build"]);
    assert_eq!(run.code, 1);
    assert!(run.err.contains("the line `was = [\"a\"]`"), "{}", run.err);
    project.write("book.toml", "[book]\ntitle = \"B\"\nid = \"x\"\nwas = \"A\"\n");
    let sheet = String::from_utf8(project.build()["templates/sheet.html"].clone()).expect("UTF-8");
    assert!(sheet.contains("data-id=\"x\" data-names=\"a\""), "{sheet}");
}
