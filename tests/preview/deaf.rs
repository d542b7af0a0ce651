//! The preview is never deaf without a word: what takes its folders or its handles away for a while does not take its
//! hearing.

use std::fs::{self, File};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, SystemTime};

use testkit::preview::Preview;
use testkit::scenario;

use crate::folders::follows;
use crate::watched::{SCENARIO, mark, watched};

/// Copies a folder with all that is in it.
pub fn copy(from: &Path, to: &Path) {
    for entry in walkdir::WalkDir::new(from) {
        let entry = entry.expect("it can be listed");
        let there = to.join(entry.path().strip_prefix(from).expect("it lies below"));
        if entry.file_type().is_dir() {
            fs::create_dir_all(there).expect("a folder is made");
        } else {
            fs::copy(entry.path(), there).expect("a file is copied");
        }
    }
}

#[test]
#[ignore = "slow: `cargo xtask test` runs it"]
fn a_project_that_is_removed_and_restored_is_followed_again() {
    let project = watched();
    let preview = Preview::start(&project);
    let root = project.path("");
    let kept = tempfile::tempdir().expect("a folder for the test");
    copy(&root, kept.path());
    for round in 0..2 {
        fs::remove_dir_all(&root).expect("it is removed");
        preview.until_heard("that it is gone", |said| {
            said.matches("error: there is no file in").count() > round
        });
        copy(kept.path(), &root);
        preview.until_heard("that all is well", |said| said.matches("all clear").count() > round);
        follows(&project, &preview, "back", &format!("Back {round}"));
    }
}

#[test]
#[ignore = "slow: `cargo xtask test` runs it"]
fn a_project_in_whose_place_another_is_put_is_shown_and_followed() {
    let project = watched();
    let preview = Preview::start(&project);
    let root = project.path("");
    let beside = tempfile::tempdir().expect("a folder for the test");
    let [other, away] = ["other", "away"].map(|name| beside.path().join(name));
    copy(&root, &other);
    fs::write(other.join(SCENARIO.file), (SCENARIO.text)("of the other")).expect("it is written");
    fs::rename(&root, &away).expect("it moves away");
    fs::rename(&other, &root).expect("the other takes its place");
    preview.until(SCENARIO.page, "of the other");
    follows(&project, &preview, "there", "Saved in the other");
}

/// Says to the system how many files the preview may have open at a time.
fn allow_files(preview: &Preview, number: u32) {
    let id = preview.id().to_string();
    let said =
        Command::new("prlimit").args(["--pid", &id, &format!("--nofile={number}:")]).status();
    assert!(said.expect("`prlimit` is there").success());
}

#[test]
#[ignore = "slow: `cargo xtask test` runs it"]
fn a_save_while_there_are_no_handles_for_files_is_seen_when_there_are() {
    let project = watched();
    let preview = Preview::start(&project);
    for round in 0..3 {
        allow_files(&preview, 3);
        let words = format!("Unheard {round}");
        project.write("content/scenarios/new/deep/a.yaml", &scenario(&words));
        let times = round + 1;
        preview.until_heard("that it cannot read", |said| {
            said.matches("Too many open files").count() >= times
        });
        allow_files(&preview, 1_000);
        preview.until("/scenarios/new/deep/a.html", &words);
        follows(&project, &preview, "new/deep", &format!("Heard {round}"));
        fs::remove_dir_all(project.path("content/scenarios/new")).expect("it is removed");
        preview.until_status("/scenarios/new/deep/a.html", 404);
    }
}

/// Runs a command where the preview sees its files. Says whether that is allowed.
fn beside(preview: &Preview, command: &[&str]) -> bool {
    let id = preview.id().to_string();
    let mut enter = Command::new("nsenter");
    enter.args(["--target", &id, "--user", "--mount", "--preserve-credentials"]).args(command);
    enter.stderr(Stdio::null()).status().expect("`nsenter` is there").success()
}

#[test]
#[ignore = "slow: `cargo xtask test` runs it"]
fn what_is_mounted_over_a_folder_is_shown_and_followed() {
    const OWN: [&str; 4] = ["unshare", "--user", "--map-root-user", "--mount"];
    let may = Command::new(OWN[0]).args(&OWN[1..]).arg("true").stderr(Stdio::null()).status();
    if !may.expect("`unshare` is there").success() {
        return; // this machine lets nobody mount
    }
    let project = watched();
    let other = tempfile::tempdir().expect("a folder for the test");
    let save = |words: &str| {
        fs::create_dir_all(other.path().join("scenarios")).expect("a folder is made");
        fs::write(other.path().join("scenarios/late.yaml"), scenario(words))
            .expect("it is written");
    };
    save("From elsewhere");
    let preview = Preview::start_within(&project, &OWN);
    preview.until(SCENARIO.page, &mark(0));
    let (content, over) = (project.path("content"), other.path());
    let (content, over) = (content.to_string_lossy(), over.to_string_lossy());
    assert!(beside(&preview, &["mount", "--bind", &over, &content]), "it is mounted");
    preview.until(SCENARIO.page, "From elsewhere");
    save("Saved elsewhere");
    preview.until(SCENARIO.page, "Saved elsewhere");
    assert!(beside(&preview, &["umount", &content]), "it is taken away");
    preview.until(SCENARIO.page, &mark(0));
    project.write(SCENARIO.file, &(SCENARIO.text)("at home"));
    preview.until(SCENARIO.page, "at home");
}

#[test]
#[ignore = "slow: `cargo xtask test` runs it"]
fn a_save_of_equal_size_and_time_is_seen_by_looking() {
    let project = watched();
    let file = SCENARIO.path(&project);
    let then = SystemTime::now() - Duration::from_secs(100_000);
    let save = |words: &str| {
        fs::write(&file, (SCENARIO.text)(words)).expect("it is written");
        let file = File::options().write(true).open(&file).expect("it is there");
        file.set_modified(then).expect("a time can be set");
    };
    save("words-0");
    let preview = Preview::start_with(&project, &["--port", "0", "--poll", "50"]);
    for number in 1..5 {
        let words = format!("words-{number}");
        save(&words);
        preview.until(SCENARIO.page, &words);
    }
}
