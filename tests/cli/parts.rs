//! A site that several machines build together.

use std::fs;

use testkit::{Project, Tree, run, tree};

/// A playbook with all that a site can have: other languages, social images, a sitemap, drafts left out.
fn ours() -> Project {
    let project = Project::new();
    let init = project.run(&["init", "book", "--full"]);
    assert_eq!(init.code, 0, "{}", init.err);
    let settings = fs::read_to_string(project.path("book/book.toml")).expect("it has settings");
    project.write(
        "book/book.toml",
        &settings.replace("[book]", "[book]\nsite_url = \"https://example.org/\""),
    );
    project
}

/// Builds a part of the book in `project`.
fn part(project: &Project, part: &str) -> String {
    let run = project.run(&["build", "book", "--part", part]);
    assert_eq!(run.code, 0, "{}", run.err);
    run.err
}

#[test]
fn four_parts_that_four_machines_built_are_together_byte_for_byte_the_site_of_one() {
    let alone = ours();
    assert_eq!(alone.run(&["build", "book"]).code, 0);
    let site = tree(&alone.path("book/public"));
    let mut join = alone.command(&["join", "--dir", "book", "--output", "book/joined"]);
    let machines: Vec<Project> = (1..=4).map(|_| ours()).collect();
    let mut parts = Vec::new();
    for (number, machine) in (1..).zip(&machines) {
        part(machine, &format!("{number}/4"));
        let folder = machine.path(&format!("book/public-part-{number}-of-4"));
        parts.push(tree(&folder));
        join.arg(folder);
    }
    let most = parts.iter().map(Tree::len).max();
    assert!(most < Some(site.len() / 2), "no machine makes half of the {} files", site.len());
    let run = run(join);
    assert_eq!(run.code, 0, "{}", run.err);
    assert!(run.err.starts_with(&format!("built {} files in ", site.len())), "{}", run.err);
    assert_eq!(tree(&alone.path("book/joined")), site);
    let list = |folder: &str| {
        let path = alone.path(folder).join(".twohats/manifest.json");
        fs::read_to_string(path).expect("it is listed")
    };
    assert_eq!(list("book/joined"), list("book/public"));
    assert_eq!(alone.run(&["verify", "book/joined"]).code, 0);
}

#[test]
fn a_part_that_is_there_is_not_made_again() {
    let project = ours();
    let files = part(&project, "1/2");
    assert!(files.contains(" new)"), "{files}");
    for _ in 0..2 {
        let again = part(&project, "1/2");
        assert!(again.contains(" unchanged)"), "{again}");
    }
}

#[test]
fn what_is_not_all_of_one_site_is_not_put_together_and_the_way_on_is_told() {
    let project = ours();
    part(&project, "1/2");
    part(&project, "2/2");
    part(&project, "3/3");
    let (one, two, other) =
        ("book/public-part-1-of-2", "book/public-part-2-of-2", "book/public-part-3-of-3");
    let told = |parts: &[&str]| {
        let run = project.run(&[&["join", "--dir", "book"], parts].concat());
        assert_eq!(run.code, 2, "{}", run.err);
        assert!(!project.path("book/public/index.html").exists(), "{}", run.err);
        run.err
    };
    for (parts, why) in [
        (vec![one], "part 2/2 of the site is missing; name its folder too"),
        (vec![one, two, one], "both have part 1/2 of the site"),
        (vec![one, other], "was made of something else than the one in"),
        (vec![one, "book/content"], "has no finished part of a site"),
    ] {
        let told = told(&parts);
        assert!(told.contains(why), "{told}");
    }
    let is_in_one = tree(&project.path(one)).contains_key("404.html");
    let changed = if is_in_one { one } else { two };
    project.write(&format!("{changed}/404.html"), "mine");
    let said = told(&[one, two]);
    assert!(said.contains("404.html` is not as it was built; build that part again"), "{said}");
}

#[test]
fn parts_of_a_copy_for_review_become_one_and_never_the_site() {
    let project = ours();
    for number in ["1/2", "2/2"] {
        let run = project.run(&["build", "book", "--noindex", "--part", number]);
        assert_eq!(run.code, 0, "{}", run.err);
    }
    let parts = ["book/public-staging-part-1-of-2", "book/public-staging-part-2-of-2"];
    let run = project.run(&[&["join", "--dir", "book"][..], &parts].concat());
    assert_eq!(run.code, 0, "{}", run.err);
    assert!(
        project.path("book/public-staging/index.html").exists()
            && !project.path("book/public").exists()
    );
}

#[test]
fn a_site_is_held_to_the_ids_that_are_published_when_its_parts_are_put_together() {
    let project = Project::small();
    project.build();
    project
        .write("content/templates/sheet.yaml", "title: Sheet\nfields:\n  - text: Another name\n");
    fs::rename(project.path("public"), project.path("away")).expect("it is moved");
    for number in ["1/2", "2/2"] {
        assert_eq!(project.run(&["build", "--part", number]).code, 0);
    }
    fs::rename(project.path("away"), project.path("public")).expect("it is moved back");
    let run = project.run(&["join", "public-part-1-of-2", "public-part-2-of-2"]);
    assert_eq!(run.code, 1, "{}", run.err);
    assert!(run.err.contains("error[vanished-id]"), "{}", run.err);
}

#[test]
fn parts_of_another_book_are_not_put_together() {
    let (one, other) = (Project::small(), Project::small());
    other.write("book.toml", "[book]\ntitle = \"Another book\"\n");
    assert_eq!(other.run(&["build", "--part", "1/1"]).code, 0);
    let part = other.path("public-part-1-of-1");
    let run = one.run(&["join", part.to_str().expect("a plain path")]);
    assert_eq!(run.code, 2, "{}", run.err);
    assert!(run.err.contains("is of another book"), "{}", run.err);
}

#[test]
fn a_part_that_is_none_is_told_before_anything_is_read() {
    let project = Project::new();
    for part in ["0/4", "5/4", "4", "1/0", "one/four", "1/100000"] {
        let run = project.run(&["build", "--part", part]);
        assert_eq!(run.code, 2, "{part}");
        assert!(run.err.contains("write which part of how many, as in `2/4`"), "{}", run.err);
    }
}
