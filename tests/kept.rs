//! What an earlier version has written is read for years: each folder of `tests/kept/` has what one version left behind, and
//! is never changed. Copies of readers are opened in `tests/scripts/kept.test.js`.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, UNIX_EPOCH};

use serde_json::Value;
use testkit::Project;
use twohats::edit::Journal;

/// The folders of all versions.
fn versions() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/kept");
    let entries = fs::read_dir(folder).expect("it can be listed");
    let found: Vec<PathBuf> =
        entries.map(|entry| entry.expect("it can be listed").path()).collect();
    assert!(!found.is_empty(), "no version has left anything");
    found
}

fn text(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn json(path: &Path) -> Value {
    serde_json::from_str(&text(path)).expect("it is JSON")
}

/// A folder of a version as a project of its own.
fn project(folder: &Path) -> Project {
    let project = Project::new();
    for (path, bytes) in testkit::tree(folder) {
        project.write(&path, &String::from_utf8(bytes).expect("a file of a book is UTF-8"));
    }
    project
}

/// Whether all that was said before is said now, and as it was. What is new may stand beside it.
fn says_as_much(now: &Value, before: &Value) -> bool {
    match (now, before) {
        (Value::Object(now), Value::Object(before)) => before
            .iter()
            .all(|(key, value)| now.get(key).is_some_and(|now| says_as_much(now, value))),
        (Value::Array(now), Value::Array(before)) => {
            now.len() >= before.len()
                && now.iter().zip(before).all(|(now, before)| says_as_much(now, before))
        }
        (now, before) => now == before,
    }
}

#[test]
fn a_book_of_an_earlier_version_is_built_without_a_word() {
    for version in versions() {
        let project = project(&version.join("book"));
        let run = project.run(&["check", "--deny-warnings"]);
        assert_eq!(run.code, 0, "{}: {}", version.display(), run.err);
        // Whoever has an address of it finds something there: pages, sheets, lists. Only what is made of styles and scripts,
        // and the index of the search, have names of their own in each version.
        let files = project.build();
        let list = json(&version.join("manifest.json"));
        let before = list["files"].as_object().expect("paths with hashes");
        let gone: Vec<&String> = before
            .keys()
            .filter(|path| !path.contains("assets/") && !files.contains_key(*path))
            .collect();
        assert!(gone.is_empty(), "{}: {gone:?}", version.display());
    }
}

#[test]
fn a_folder_with_the_list_of_an_earlier_version_is_built_on() {
    for version in versions() {
        let project = project(&version.join("book"));
        project.write("public/.twohats/manifest.json", &text(&version.join("manifest.json")));
        // A file that the earlier version has made, and that is to be another now.
        let ids = text(&version.join("template-ids.json"));
        project.write("public/template-ids.json", &ids);
        let plan = text(&version.join("book/content/templates/plan.yaml"));
        project.write("content/templates/plan.yaml", &format!("{plan}  - text: Something new\n"));
        let run = project.run(&["build"]);
        assert_eq!(run.code, 0, "{}: {}", version.display(), run.err);
        let now = text(&project.path("public/template-ids.json"));
        assert!(now != ids && now.contains("something-new"), "{now}");
        // What somebody changed since is known as well.
        project.write("public/.twohats/manifest.json", &text(&version.join("manifest.json")));
        project.write("public/template-ids.json", &format!("{ids}\n"));
        let run = project.run(&["build"]);
        assert!(run.code == 2 && run.err.contains("was changed since"), "{}", run.err);
    }
}

#[test]
fn a_folder_is_verified_with_the_list_of_an_earlier_version() {
    for version in versions() {
        let project = Project::new();
        let ids = text(&version.join("template-ids.json"));
        project.write("site/template-ids.json", &ids);
        let list = version.join("manifest.json");
        let args = ["verify", "site", "--format", "json", "--manifest"];
        let run = project.run(&[&args[..], &[list.to_str().expect("a path of UTF-8")]].concat());
        assert_eq!(run.code, 1, "{}", run.err);
        assert!(run.out.contains("`index.html` is not there"), "{}", run.out);
        assert!(!run.out.contains("template-ids.json"), "{}", run.out);
    }
}

#[test]
fn ids_that_an_earlier_version_has_published_do_not_go_without_a_word() {
    for version in versions() {
        let project = project(&version.join("book"));
        project.write("template-ids.json", &text(&version.join("template-ids.json")));
        assert_eq!(project.run(&["check"]).code, 0, "nothing is gone");
        let plan = text(&version.join("book/content/templates/plan.yaml"));
        project.write(
            "content/templates/plan.yaml",
            &plan.replace("    id: driver\n", "    id: rider\n"),
        );
        let run = project.run(&["check"]);
        assert!(run.code == 1 && run.err.contains("vanished-id"), "{}", run.err);
    }
}

#[test]
fn programs_are_told_as_much_as_by_an_earlier_version() {
    for version in versions() {
        let told = |folder: &str, args: &[&str]| -> Value {
            let run = project(&version.join(folder)).run(args);
            serde_json::from_str(&run.out).unwrap_or_else(|_| panic!("{}", run.err))
        };
        for (folder, file, args) in [
            ("wrong", "check.json", &["check", "--format", "json"][..]),
            ("book", "report.json", &["report", "--format", "json"]),
        ] {
            let (now, before) = (told(folder, args), json(&version.join(file)));
            assert!(says_as_much(&now, &before), "{file}: {now:#}");
        }
    }
}

#[test]
fn a_save_of_an_earlier_version_is_taken_back() {
    for version in versions() {
        let project = project(&version.join("journal"));
        project.write(".twohats/edits/journal", &text(&version.join("journal/edits.jsonl")));
        let mut journal = Journal::open(&project.path("")).expect("it can be read");
        let file = "content/guidance/why.md";
        let later = UNIX_EPOCH + Duration::from_secs(4_000_000_000);
        assert!(journal.undo(file, later).expect("it can be taken back"), "{}", version.display());
        assert!(text(&project.path(file)).contains("As it was."), "{}", text(&project.path(file)));
    }
}
