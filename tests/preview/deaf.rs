//! The preview is never deaf without a word: a project that goes and comes back, or a save that cannot be told by its time, is
//! followed.

use std::fs::{self, File};
use std::path::Path;
use std::time::{Duration, SystemTime};

use testkit::preview::Preview;

use crate::folders::follows;
use crate::watched::{SCENARIO, watched};

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
