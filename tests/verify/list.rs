//! The list of what a build has made: where it is kept, and what is said where it is lost, damaged or too new.

use std::fs;

use serde_json::Value;
use testkit::{Project, tree};

use crate::{book, copy};

const LIST: &str = "public/.twohats/manifest.json";

fn read(project: &Project, path: &str) -> Value {
    let text = fs::read_to_string(project.path(path)).expect("the list is there");
    serde_json::from_str(&text).expect("it is JSON")
}

#[test]
fn a_list_says_its_form_and_how_long_each_file_is() {
    let project = book();
    let files = project.build();
    let list = read(&project, LIST);
    assert_eq!((&list["format"], &list["version"]), (&"twohats-manifest".into(), &2.into()));
    for (path, bytes) in files {
        assert_eq!(list["sizes"][&path], bytes.len(), "{path}");
    }
}

#[test]
fn a_list_of_the_first_form_is_read_and_its_site_built_on() {
    let project = book();
    let files = project.build();
    let mut list = read(&project, LIST);
    let keys = list.as_object_mut().expect("an object");
    for key in ["format", "version", "sizes"] {
        keys.remove(key);
    }
    project.write(LIST, &list.to_string());
    assert_eq!(project.run(&["verify", "public"]).code, 0);
    project.write("content/guidance/more.md", "---\ntitle: More\n---\n\nWords.\n");
    assert!(project.build().len() > files.len());
    assert_eq!(read(&project, LIST)["version"], 2);
}

#[test]
fn a_folder_whose_list_is_lost_is_taken_back_when_all_of_it_is_ours() {
    let project = book();
    let files = project.build();
    fs::remove_dir_all(project.path("public/.twohats")).expect("it is there");
    let run = project.run(&["verify", "public"]);
    assert!(run.code == 2 && run.err.contains("no list says"), "{}", run.err);
    let run = project.run(&["build"]);
    assert!(run.code == 0 && run.err.contains("for its own"), "{}", run.err);
    assert_eq!(tree(&project.path("public")), files);
    assert_eq!(project.run(&["verify", "public"]).code, 0);
    let again = project.run(&["build"]);
    assert!(!again.err.contains("for its own"), "{}", again.err);
}

#[test]
fn a_folder_in_which_one_byte_is_not_ours_is_nobodys_to_take() {
    for (path, text) in [("index.html", "mine"), ("mine.txt", "mine")] {
        let project = book();
        project.build();
        fs::remove_dir_all(project.path("public/.twohats")).expect("it is there");
        project.write(&format!("public/{path}"), text);
        let before = tree(&project.path("public"));
        let run = project.run(&["build"]);
        assert!(run.code == 2 && run.err.contains("that Twohats did not make"), "{}", run.err);
        assert_eq!(tree(&project.path("public")), before);
        assert!(!project.path("public/.twohats").exists(), "nothing of ours is left in it");
    }
}

#[test]
fn a_list_that_is_damaged_is_told_and_one_of_a_later_form_is_left_alone() {
    let project = book();
    project.build();
    let whole = fs::read_to_string(project.path(LIST)).expect("the list is there");
    project.write(LIST, &whole[..whole.len() / 2]);
    let run = project.run(&["verify", "public"]);
    assert!(
        run.code == 2 && run.err.contains("the list of files in `public` is damaged"),
        "{}",
        run.err
    );
    let run = project.run(&["build"]);
    let is_told = run.err.contains("warning: the list of what Twohats made in")
        && run.err.contains("is damaged");
    assert!(run.code == 0 && is_told, "{}", run.err);
    project.write(LIST, &whole.replace("\"version\": 2", "\"version\": 3"));
    for args in [["build", "."], ["verify", "public"]] {
        let run = project.run(&args);
        assert!(run.code == 2 && run.err.contains("has form 3, of a later Twohats"), "{}", run.err);
    }
    project.write("public/index.html", "mine");
    project.write(LIST, "{");
    let run = project.run(&["build"]);
    assert!(run.code == 2 && run.err.contains("is damaged"), "{}", run.err);
}

#[test]
fn a_list_that_is_not_published_is_kept_in_the_project_and_found_there() {
    let project = book();
    let settings = fs::read_to_string(project.path("book.toml")).expect("the settings");
    let files = project.build();
    let unpublished = format!("{settings}\n[host]\nmanifest = false\n");
    project.write("book.toml", &unpublished);
    assert_eq!(project.build(), files);
    assert!(!project.path("public/.twohats").exists(), "nothing of ours is published");
    let run = project.run(&["verify", "public"]);
    assert_eq!(run.code, 0, "{}", run.err);
    // A build knows by it what is its own.
    project.write("content/scenarios/late.yaml", &testkit::scenario("Later"));
    project.write("content/guidance/more.md", "---\ntitle: More\n---\n\nWords.\n");
    project.build();
    project.remove("content/guidance/more.md");
    assert!(!project.build().contains_key("guidance/more.html"));
    project.write("public/index.html", "mine");
    let run = project.run(&["build"]);
    assert!(run.code == 2 && run.err.contains("was changed since Twohats wrote it"), "{}", run.err);
    project.remove("public/index.html");
    project.build();
    // The ids that were published are known as well.
    project.write("content/templates/sheet.yaml", "title: Sheet\nfields:\n  - text: Other\n");
    let run = project.run(&["check"]);
    assert!(run.err.contains("vanished-id"), "{}", run.err);
    project.write("content/templates/sheet.yaml", "title: Sheet\nfields:\n  - text: Name\n");
    // And back.
    project.write("book.toml", &settings);
    project.build();
    assert_eq!(project.run(&["verify", "public"]).code, 0);
    let kept = fs::read_dir(project.path(".twohats/published")).expect("it was there");
    assert_eq!(kept.count(), 0, "it is kept once");
}

#[test]
fn a_site_elsewhere_is_compared_with_the_list_that_is_named() {
    let project = book();
    project.build();
    copy(&project.path("public"), &project.path("elsewhere"));
    fs::remove_dir_all(project.path("elsewhere/.twohats")).expect("it is there");
    let verify = |list: &str| project.run(&["verify", "elsewhere", "--manifest", list]);
    for list in [LIST, "public"] {
        assert_eq!(verify(list).code, 0, "{list}");
    }
    let run = verify("nowhere.json");
    assert!(
        run.code == 2 && run.err.contains("there is no list of files at `nowhere.json`"),
        "{}",
        run.err
    );
    let run = verify("book.toml");
    assert!(run.code == 2 && run.err.contains("`book.toml` is damaged"), "{}", run.err);
    let run = project.run(&["verify", "nowhere"]);
    assert!(run.code == 2 && run.err.contains("there is no folder `nowhere`"), "{}", run.err);
}
