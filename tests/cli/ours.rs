//! Ours in the output folder is only what we made and nobody changed since; and a build that fails changes nothing.

use std::fs;
#[cfg(target_os = "linux")]
use std::process::Command;

use testkit::{Project, scenario, tree};

/// Builds into the folder `public`, which must be refused and stay as it is.
#[track_caller]
fn refused(project: &Project, args: &[&str]) -> String {
    let before = tree(&project.path("public"));
    let run = project.run(args);
    assert_eq!(run.code, 2, "{}", run.err);
    assert_eq!(tree(&project.path("public")), before, "{}", run.err);
    run.err
}

#[test]
fn a_file_that_somebody_changed_is_not_written_over_and_the_way_on_is_told() {
    let project = Project::small();
    let before = project.build();
    project.write("public/index.html", "mine");
    let told = refused(&project, &["build"]);
    assert!(told.contains("`index.html` in it was changed since Twohats wrote it"), "{told}");
    assert!(told.contains("move it away or remove it, and build again"), "{told}");
    project.remove("public/index.html");
    assert_eq!(project.build(), before);
}

#[test]
fn a_file_that_somebody_changed_is_not_removed_with_its_page() {
    let project = Project::small();
    project.build();
    project.write("public/scenarios/late.html", "mine");
    project.remove("content/scenarios/late.yaml");
    project.write("content/guidance/why.md", "---\ntitle: Why\n---\n\nBecause.\n");
    let run = project.run(&["build"]);
    assert_eq!(run.code, 0, "{}", run.err);
    assert!(run.err.contains("left `scenarios/late.html` where it is"), "{}", run.err);
    assert_eq!(project.build()["scenarios/late.html"], b"mine");
}

#[test]
fn a_folder_that_somebody_made_where_a_page_was_stays() {
    let project = Project::small();
    project.build();
    project.remove("public/scenarios/late.html");
    project.write("public/scenarios/late.html/mine.txt", "mine");
    project.remove("content/scenarios/late.yaml");
    project.write("content/guidance/why.md", "---\ntitle: Why\n---\n\nBecause.\n");
    assert_eq!(project.build()["scenarios/late.html/mine.txt"], b"mine");
}

#[test]
fn a_build_that_fails_on_the_way_leaves_all_as_it_was() {
    let project = Project::small();
    project.build();
    project.write("content/scenarios/late.yaml", &scenario("Later"));
    project.write("content/guidance/aaa.md", "---\ntitle: A\n---\n\nWords.\n");
    project.write("content/scenarios/zzz.yaml", &scenario("Last"));
    project.write("public/scenarios/zzz.html/mine.txt", "mine");
    let told = refused(&project, &["build"]);
    assert!(told.contains("zzz.html"), "{told}");
    fs::remove_dir_all(project.path("public/scenarios/zzz.html")).expect("it is there");
    let clean = project.run(&["build", "--output", "clean"]);
    assert_eq!(clean.code, 0, "{}", clean.err);
    assert_eq!(project.build(), tree(&project.path("clean")));
}

#[test]
fn a_second_book_is_kept_out_of_the_folder_of_the_first() {
    let project = Project::new()
        .file("one/book.toml", "[book]\ntitle = \"One\"\n")
        .file("one/content/scenarios/late.yaml", &scenario("Late"))
        .file("one/content/templates/plan.yaml", "title: Plan\nfields:\n  - text: Driver\n")
        .file("two/book.toml", "[book]\ntitle = \"Two\"\n")
        .file("two/content/scenarios/soon.yaml", &scenario("Soon"));
    let built = |book: &str| project.run(&["build", book, "--output", "public"]);
    assert_eq!(built("one").code, 0);
    let told = refused(&project, &["build", "two", "--output", "public"]);
    assert!(told.contains("it has the site of the book `One` in `../one`"), "{told}");
    assert!(told.contains("name another folder, or empty this one"), "{told}");
    project.write("one/book.toml", "[book]\ntitle = \"One and a half\"\nid = \"one\"\n");
    assert_eq!(built("one").code, 0, "the same book may have another title");
    fs::rename(project.path("one"), project.path("three")).expect("it is moved");
    let run = built("three");
    assert_eq!(run.code, 0, "the same book may be elsewhere: {}", run.err);
}

#[test]
fn a_list_that_is_lost_or_broken_is_made_anew_and_what_is_not_known_stays() {
    for list in [None, Some("{"), Some("[]"), Some("{\"files\": {\"../x\": \"1\"}}")] {
        let project = Project::small();
        let before = project.build();
        let manifest = "public/.twohats/manifest.json";
        project.remove(manifest);
        if let Some(list) = list {
            project.write(manifest, list);
        }
        project.write("public/mine.txt", "mine");
        let mut after = project.build();
        assert_eq!(after.remove("mine.txt").as_deref(), Some(&b"mine"[..]));
        assert_eq!(after, before);
        project.remove(manifest);
        project.write("content/scenarios/late.yaml", &scenario("Later"));
        let told = refused(&project, &["build"]);
        assert!(told.contains("more like it; move it away or remove it"), "{told}");
    }
}

/// What is mounted while a test runs.
#[cfg(target_os = "linux")]
struct Mount(std::path::PathBuf);

#[cfg(target_os = "linux")]
impl Drop for Mount {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg(&self.0).status();
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_mount_in_the_output_is_told_before_anything_is_changed() {
    for kind in ["--bind", "tmpfs"] {
        let project = Project::small();
        project.build();
        let (at, other) = (project.path("public/scenarios"), project.path("other"));
        fs::create_dir(&other).expect("a folder");
        let mut mount = Command::new("mount");
        match kind {
            "--bind" => mount.arg(kind).args([&other, &at]),
            _ => mount.args(["-t", kind, kind]).arg(&at),
        };
        // Only who is allowed to can mount.
        if !mount.output().is_ok_and(|done| done.status.success()) {
            return;
        }
        let mounted = Mount(at);
        project.write("content/scenarios/late.yaml", &scenario("Later"));
        project.write("content/guidance/aaa.md", "---\ntitle: A\n---\n\nWords.\n");
        let told = refused(&project, &["build"]);
        assert!(told.contains("`scenarios` in it is a mount"), "{kind}: {told}");
        drop(mounted);
    }
}
