//! The output folder is the owner's: a build harms nothing in it and refuses what is dangerous.

use std::fs;

use testkit::{Project, scenario, tree};

#[test]
fn foreign_files_survive_every_build() {
    let project = Project::small();
    project.build();
    project.write("public/.git/HEAD", "ref: refs/heads/main\n");
    project.write("public/CNAME", "play.example.org\n");
    project.write("public/scenarios/notes.txt", "mine");
    project.write("content/scenarios/late.yaml", &scenario("Later"));
    let after = project.build();
    assert_eq!(after[".git/HEAD"], b"ref: refs/heads/main\n");
    assert_eq!(after["CNAME"], b"play.example.org\n");
    assert_eq!(after["scenarios/notes.txt"], b"mine");
    project.remove("content/scenarios/late.yaml");
    project.write("content/guidance/why.md", "---\ntitle: Why\n---\n\nBecause.\n");
    let after = project.build();
    assert_eq!(after["scenarios/notes.txt"], b"mine");
    assert!(!after.contains_key("scenarios/late.html"));
}

#[test]
fn a_foreign_file_where_a_page_must_go_is_not_overwritten() {
    let project = Project::small();
    let before = project.build();
    project.write("public/scenarios/new.html", "mine");
    project.write("content/scenarios/new.yaml", &scenario("New"));
    project.write("content/scenarios/late.yaml", &scenario("Changed"));
    let run = project.run(&["build"]);
    assert_eq!(run.code, 2, "{}", run.err);
    assert!(run.err.contains("scenarios/new.html"), "{}", run.err);
    let after = tree(&project.path("public"));
    assert_eq!(after["scenarios/new.html"], b"mine");
    assert_eq!(
        after["scenarios/late.html"], before["scenarios/late.html"],
        "nothing else was changed either"
    );
}

#[test]
fn a_build_with_faults_leaves_what_is_published_as_it_is() {
    let project = Project::small();
    let before = project.build();
    let broken = [
        ("content/scenarios/late.yaml", "title: [\n"),
        ("content/guidance/why.md", "---\ntitle: Why\n---\n\n[gone](gone.md)\n"),
        ("book.toml", "[book]\ntitle = \n"),
        ("themes/default/layouts/scenario.html", "{% if %}"),
        ("themes/default/layouts/scenario.html", "{{ nobody.knows }}"),
    ];
    for (path, text) in broken {
        let kept = fs::read_to_string(project.path(path)).ok();
        project.write(path, text);
        let run = project.run(&["build"]);
        assert_eq!(run.code, 1, "{path}: {}", run.err);
        assert!(run.err.contains("what is published stays as it is"), "{}", run.err);
        assert_eq!(tree(&project.path("public")), before, "{path}");
        match kept {
            Some(text) => project.write(path, &text),
            None => project.remove(path),
        }
    }
}

#[test]
fn dangerous_folders_are_refused_before_anything_is_written() {
    let project = Project::small();
    project.write("filled/mine.txt", "mine");
    let inside = project.path("content/guidance");
    for output in [".", "..", "/", "content", "content/out", "filled", "filled/mine.txt"] {
        let run = project.run(&["build", "--output", output]);
        assert_eq!(run.code, 2, "{output}: {}", run.err);
        assert!(run.err.contains("will not write to"), "{output}: {}", run.err);
    }
    let mut home = project.command(&["build", "--output", "home"]);
    fs::create_dir(project.path("home")).expect("a home");
    let run = testkit::run({
        home.env("HOME", project.path("home"));
        home
    });
    assert_eq!(run.code, 2, "{}", run.err);
    assert!(run.err.contains("it is your home folder"), "{}", run.err);
    assert_eq!(fs::read_dir(inside).expect("content is there").count(), 1);
    assert_eq!(fs::read_dir(project.path("home")).expect("home is there").count(), 0);
    assert_eq!(fs::read_dir(project.path("filled")).expect("it is there").count(), 1);
}

#[cfg(unix)]
#[test]
fn a_link_to_a_dangerous_folder_is_refused_like_the_folder() {
    let project = Project::small();
    std::os::unix::fs::symlink(project.path(""), project.path("link")).expect("a link");
    let run = project.run(&["build", "--output", "link"]);
    assert_eq!(run.code, 2, "{}", run.err);
}

#[cfg(unix)]
#[test]
fn a_link_inside_the_output_is_never_followed() {
    let project = Project::small();
    project.build();
    project.write("victim/late.html", "mine");
    fs::remove_dir_all(project.path("public/scenarios")).expect("our folder");
    std::os::unix::fs::symlink(project.path("victim"), project.path("public/scenarios"))
        .expect("a link");
    project.remove("content/scenarios/late.yaml");
    project.write("content/guidance/why.md", "---\ntitle: Why\n---\n\nBecause.\n");
    let run = project.run(&["build"]);
    assert_eq!(run.code, 2, "{}", run.err);
    assert!(run.err.contains("`scenarios` in it is a link"), "{}", run.err);
    assert_eq!(fs::read_to_string(project.path("victim/late.html")).expect("mine"), "mine");
    assert!(!project.path("public/.twohats/staging").exists(), "nothing of ours is left behind");
}

#[test]
fn files_and_folders_may_change_places() {
    let book = "[book]\ntitle = \"Test\"\n\n[publish]\nalso = [\"down/*\"]\n";
    let project = Project::small().file("book.toml", book);
    project.write("content/down/x/file.txt", "one");
    project.build();
    fs::remove_dir_all(project.path("content/down/x")).expect("a folder");
    project.write("content/down/x", "a file now");
    let tree = project.build();
    assert_eq!(tree["down/x"], b"a file now");
    project.remove("content/down/x");
    project.write("content/down/x/file.txt", "one");
    let tree = project.build();
    assert_eq!(tree["down/x/file.txt"], b"one");
}

#[test]
fn the_settings_cannot_send_the_site_out_of_the_project() {
    for output in ["../out", "/tmp/out", "a/../../out", "."] {
        let project = Project::small();
        project.write("book.toml", &format!("[book]\ntitle = \"Test\"\noutput = \"{output}\"\n"));
        let run = project.run(&["build"]);
        assert_eq!(run.code, 1, "{output}: {}", run.err);
        assert!(run.err.contains("is not a folder in the project"), "{output}: {}", run.err);
    }
}
