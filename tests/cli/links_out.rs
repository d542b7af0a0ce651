//! Links of the file system that lead out of a project: they are told of, and what they lead to stays where it is.
#![cfg(unix)]

use std::fs;
use std::os::unix::fs::symlink;

use testkit::{Project, scenario};

/// A book in a folder of its own, with a folder beside it that is nobody's business.
fn book() -> Project {
    let project = Project::new()
        .file("book/book.toml", "[book]\ntitle = \"Test\"\n[publish]\nalso = [\"*\"]\n")
        .file("book/content/scenarios/late.yaml", &scenario("Late"))
        .file("book/.env", "TOKEN=1")
        .file("outside/private.txt", "PRIVATE words")
        .file("outside/scenarios/more.yaml", &scenario("PRIVATE too"))
        .file("outside/.env", "TOKEN=2");
    fs::create_dir_all(project.path("book/themes/ours/assets")).expect("the folder is made");
    project
}

fn link(project: &Project, target: &str, at: &str) {
    symlink(target, project.path(at)).expect("the link is made");
}

/// All that was built, and what was told.
fn built(project: &Project) -> (String, String) {
    let run = project.run(&["build", "book", "--output", "site"]);
    assert_eq!(run.code, 0, "{}", run.err);
    let files = testkit::tree(&project.path("site"));
    let bytes = files.into_iter().map(|(path, bytes)| path + &String::from_utf8_lossy(&bytes));
    (bytes.collect(), run.err)
}

#[test]
fn a_link_that_leads_out_is_told_at_its_path_and_nothing_behind_it_is_published() {
    let project = book();
    for (target, at) in [
        ("../../outside/private.txt", "book/content/a.txt"),
        ("../.env", "book/content/b.txt"),
        ("../../outside", "book/content/c"),
        ("../../../outside/scenarios/more.yaml", "book/content/scenarios/more.yaml"),
        ("../../outside/private.txt", "book/content/d.md"),
        ("/etc/passwd", "book/content/e.txt"),
        ("/proc/self/environ", "book/content/f.txt"),
        ("../../../../outside/private.txt", "book/themes/ours/assets/g.txt"),
        ("../outside/private.txt", "book/template-ids.json"),
    ] {
        link(&project, target, at);
    }
    let (site, told) = built(&project);
    for words in ["PRIVATE", "TOKEN", "root:x:", "PATH="] {
        assert!(!site.contains(words), "{words} is published");
    }
    for path in ["a.txt", "b.txt", "c", "scenarios/more.yaml", "d.md", "e.txt", "f.txt"] {
        assert!(told.contains(&format!("--> content/{path}:1:1")), "{path}: {told}");
    }
    for path in ["themes/ours/assets/g.txt", "template-ids.json"] {
        assert!(told.contains(&format!("--> {path}:1:1")), "{path}: {told}");
    }
    assert!(told.contains("allow = [\"../outside\"]"), "{told}");
}

#[test]
fn a_link_within_the_project_is_followed() {
    let project = book().file("book/pictures/plan.txt", "the plan");
    link(&project, "../pictures", "book/content/pictures");
    link(&project, "late.yaml", "book/content/scenarios/later.yaml");
    let (site, told) = built(&project);
    assert!(site.contains("the plan"), "{told}");
    assert!(site.contains("scenarios/later.html"), "{told}");
    assert!(!told.contains("unreadable-file"), "{told}");
}

#[test]
fn a_folder_that_the_book_allows_is_read_and_what_is_hidden_in_it_is_not() {
    let project = book().file(
        "book/book.toml",
        "[book]\ntitle = \"Test\"\n[publish]\nalso = [\"*\"]\n[sources]\nallow = [\"../outside\", \"../gone\"]\n",
    );
    link(&project, "../../outside/scenarios/more.yaml", "book/content/scenarios/more.yaml");
    symlink(
        "../../../outside/scenarios/more.yaml",
        project.path("book/content/scenarios/again.yaml"),
    )
    .expect("the link is made");
    link(&project, "../../outside/.env", "book/content/a.txt");
    let (site, told) = built(&project);
    assert!(site.contains("PRIVATE too") && !site.contains("TOKEN"), "{told}");
    assert!(told.contains("there is no folder `../gone`"), "{told}");
    assert!(told.contains("`../../outside/.env`, which is never published"), "{told}");
}

#[test]
fn a_folder_of_the_project_that_is_a_link_out_is_no_folder_of_it() {
    let project = book();
    fs::remove_dir_all(project.path("book/content")).expect("the folder goes");
    link(&project, "../outside", "book/content");
    let run = project.run(&["check", "book"]);
    assert!(run.err.contains("--> content:1:1"), "{}", run.err);
    assert!(!run.err.contains("PRIVATE"), "{}", run.err);
}
