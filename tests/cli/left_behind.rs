//! Files that programs leave in a book's folders, and folders that were meant to be read.

use std::collections::BTreeSet;

use testkit::{Project, scenario, tree};

/// What other programs leave: open documents, half a download, rejected patches, backups, marks of systems.
const LEFT: [&str; 24] = [
    "~$plan.docx",
    ".~lock.plan.docx#",
    "plan.docx.crdownload",
    "plan.docx.part",
    "plan.docx.partial",
    "plan.docx.download",
    "late.yaml.rej",
    "late.yaml.orig",
    "late.yaml.BAK",
    "late.yaml.Old",
    "late.yaml.save",
    "late.yaml.sb-1a2b3c4d-AbCdEf",
    "late.yaml.swp",
    "late.yaml.tmp",
    "late.yaml~",
    "#late.yaml#",
    "Icon\r",
    "ehthumbs.db",
    "THUMBS.DB",
    "Desktop.ini",
    ".DS_Store",
    ".plan.docx.icloud",
    "plan.docx.icloud",
    "plan (Tom's conflicted copy 2026-05-01).docx",
];

/// A book whose guide leads to a document.
fn with_a_document() -> Project {
    Project::small()
        .file("content/guidance/plan.md", "---\ntitle: Plan\n---\n\nThe [plan](plan.docx).\n")
        .file("content/guidance/plan.docx", "the plan")
}

#[test]
fn what_programs_leave_behind_is_in_no_site_and_nothing_is_told_of_it() {
    let project = with_a_document();
    let before: BTreeSet<String> = project.build().into_keys().collect();
    for name in LEFT {
        project.write(&format!("content/guidance/{name}"), "left");
        project.write(&format!("content/{name}"), "left");
    }
    let run = project.run(&["check", "--deny-warnings"]);
    assert_eq!(run.code, 0, "{}", run.err);
    let after: BTreeSet<String> = project.build().into_keys().collect();
    assert_eq!(after, before);
    assert!(after.contains("guidance/plan.docx"), "what a page leads to is carried along");
}

#[test]
fn a_secret_is_told_by_its_name_and_never_published() {
    let project = with_a_document().file(
        "book.toml",
        "[book]\ntitle = \"Test\"\ntheme = \"mine\"\n\n[publish]\nalso = [\"*\"]\n",
    );
    for name in [".env", "server.pem", "guidance/id_rsa", "team.KDBX", ".ssh/id_ed25519"] {
        project.write(&format!("content/{name}"), "SECRET");
    }
    project.write("themes/mine/styles/95-mine.css", ".mine { color: red; }\n");
    project.write("themes/mine/assets/prod.p12", "SECRET");
    let run = project.run(&["build"]);
    for name in [".env", "server.pem", "id_rsa", "team.KDBX", "id_ed25519", "prod.p12"] {
        assert!(run.err.contains(&format!("the name `{name}` says")), "{name}: {}", run.err);
    }
    let tree = tree(&project.path("public"));
    assert!(!tree.values().any(|bytes| bytes.starts_with(b"SECRET")), "{:?}", tree.keys());
    assert!(tree.contains_key("guidance/plan.docx"));
}

#[test]
fn a_presentation_that_ends_like_a_key_is_none() {
    let project = Project::small()
        .file("content/guidance/talk.md", "---\ntitle: Talk\n---\n\nThe [slides](talk.key).\n")
        .file("content/guidance/talk.key", "PK\u{3}\u{4}");
    assert!(project.build().contains_key("guidance/talk.key"));
}

#[test]
fn a_folder_that_was_meant_for_the_content_is_told_once() {
    let project = Project::new()
        .file("Content/scenarios/late.yaml", &scenario("Late"))
        .file("Content/scenarios/early.yaml", &scenario("Early"));
    let run = project.run(&["check"]);
    assert_eq!(run.code, 1, "{}", run.err);
    assert_eq!(
        run.err.matches("rename the folder `Content` to `content`").count(),
        1,
        "{}",
        run.err
    );
}

#[test]
fn a_project_file_with_another_name_is_told_with_the_right_one() {
    for name in ["Book.toml", "book.toml.txt"] {
        let project = Project::new();
        std::fs::rename(project.path("book.toml"), project.path(name)).expect("it is renamed");
        let run = project.run(&["check"]);
        assert_eq!(run.code, 2, "{}", run.err);
        assert!(run.err.contains(&format!("rename `{name}` to it")), "{}", run.err);
    }
}

#[test]
fn pages_in_a_hidden_folder_are_told_once_and_those_of_programs_are_not() {
    let project = Project::small();
    for folder in [".scenarios", ".git", ".obsidian", "scenarios/.stversions"] {
        project.write(&format!("content/{folder}/a.yaml"), &scenario("A"));
        project.write(&format!("content/{folder}/b.yaml"), &scenario("B"));
    }
    let run = project.run(&["check"]);
    assert_eq!(run.err.matches("[not-published]").count(), 1, "{}", run.err);
    assert!(run.err.contains("rename it to `scenarios`"), "{}", run.err);
}

#[test]
fn a_backup_is_told_of_only_where_the_page_is_gone() {
    let project = Project::small().file("content/scenarios/late.yaml.bak", &scenario("Late"));
    assert_eq!(project.run(&["check", "--deny-warnings"]).code, 0);
    project.write("content/scenarios/early.yml.bak", &scenario("Early"));
    let run = project.run(&["check"]);
    assert!(run.err.contains("rename it to `content/scenarios/early.yaml`"), "{}", run.err);
}
