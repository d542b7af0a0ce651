//! `twohats init`: from nothing to a playbook.

use std::fs;

use testkit::Project;

#[test]
fn a_new_playbook_passes_every_check_and_builds() {
    let project = Project::new();
    let run = project.run(&["init", "ours"]);
    assert_eq!(run.code, 0, "{}", run.err);
    let check = project.run(&["check", "ours", "--deny-warnings"]);
    assert_eq!(check.code, 0, "{}", check.err);
    assert_eq!(project.run(&["build", "ours"]).code, 0);
    assert!(project.path("ours/public/scenarios/handover-went-wrong.html").is_file());
}

#[test]
fn a_new_playbook_has_an_id_of_its_own() {
    let project = Project::new();
    for (dir, more, id) in [("Our Team", "", "our-team"), ("all", "--full", "all")] {
        let args = ["init", dir, more];
        let run = project.run(&args[..if more.is_empty() { 2 } else { 3 }]);
        assert_eq!(run.code, 0, "{}", run.err);
        let book = fs::read_to_string(project.path(dir).join("book.toml")).expect("a book");
        assert!(book.contains(&format!("\nid = \"{id}\"\n")), "{book}");
        assert_eq!(book.matches("\nid = ").count(), 1, "{book}");
    }
}

#[test]
fn nothing_is_ever_overwritten() {
    let project = Project::new().file("ours/content/guidance/start-here.md", "mine");
    let run = project.run(&["init", "ours"]);
    assert_eq!(run.code, 2);
    assert!(run.err.contains("start-here.md` is there already"), "{}", run.err);
    assert_eq!(
        fs::read_to_string(project.path("ours/content/guidance/start-here.md")).expect("mine"),
        "mine"
    );
    assert!(!project.path("ours/book.toml").exists(), "all or nothing is written");
}

#[test]
fn the_whole_playbook_can_be_had() {
    let project = Project::new();
    let run = project.run(&["init", "ours", "--full"]);
    assert_eq!(run.code, 0, "{}", run.err);
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let files = testkit::tree(&root.join("content"));
    for (path, shipped) in &files {
        let made = fs::read(project.path("ours/content").join(path)).expect("it was made");
        assert!(made.ends_with(shipped), "{path}");
    }
    let shipped = project.run(&["check", &root.display().to_string()]);
    assert_eq!(project.run(&["check", "ours"]).code, shipped.code);
}
