//! Folders that come, go, move or are links: what is in them is served, and saves in them are seen.

use std::fs;
use std::path::Path;

use testkit::preview::Preview;
use testkit::{Project, link_to, scenario};

use crate::saving::outside;
use crate::watched::{BOOK, SCENARIO, STYLE, fence, mark, watched};

/// Publishes every file that is carried along.
const PUBLISH: &str = "\n[publish]\nalso = [\"*\"]\n";

/// Saves a scenario in a folder and waits for it: the folder is watched.
#[track_caller]
pub fn follows(project: &Project, preview: &Preview, folder: &str, words: &str) {
    for save in 0..3 {
        let text = format!("{words} {}", mark(save));
        project.write(&format!("content/scenarios/{folder}/a.yaml"), &scenario(&text));
        preview.until(&format!("/scenarios/{folder}/a.html"), &text);
    }
}

#[test]
#[ignore = "slow: `cargo xtask test` runs it"]
fn a_new_folder_with_files_is_one_rebuild_and_is_followed() {
    let project = watched();
    let preview = Preview::start(&project);
    let before = preview.revision();
    for file in ["a", "b", "c"] {
        project.write(&format!("content/scenarios/new/{file}.yaml"), &scenario("Fresh"));
    }
    for file in ["a", "b", "c"] {
        preview.until(&format!("/scenarios/new/{file}.html"), "Fresh");
    }
    // A folder is watched only after it was seen, so a second look may find a file that the first did not.
    assert!(fence(&project, &preview) - before - 1 <= 2, "{}", preview.stderr());
    follows(&project, &preview, "new", "Saved");
}

#[test]
#[ignore = "slow: `cargo xtask test` runs it"]
fn new_folders_in_new_folders_lose_no_file() {
    let project = watched();
    let preview = Preview::start(&project);
    for round in 0..20 {
        for depth in ["", "/one", "/one/two", "/one/two/three"] {
            let id = format!("f{round}{}", depth.len());
            project
                .write(&format!("content/scenarios/r{round}{depth}/{id}.yaml"), &scenario("Deep"));
        }
        for depth in ["", "/one", "/one/two", "/one/two/three"] {
            let id = format!("f{round}{}", depth.len());
            preview.until(&format!("/scenarios/r{round}{depth}/{id}.html"), "Deep");
        }
        follows(&project, &preview, &format!("r{round}/one/two/three"), "Saved");
        fs::remove_dir_all(project.path(&format!("content/scenarios/r{round}"))).expect("it goes");
        preview.until_status(&format!("/scenarios/r{round}/one/two/three/a.html"), 404);
    }
}

#[test]
#[ignore = "slow: `cargo xtask test` runs it"]
fn a_removed_folder_takes_its_pages_along_and_may_come_back() {
    let project = watched();
    project.write("content/scenarios/old/a.yaml", &scenario("Old"));
    let preview = Preview::start(&project);
    for round in 0..5 {
        preview.until_status("/scenarios/old/a.html", 200);
        let before = preview.revision();
        fs::remove_dir_all(project.path("content/scenarios/old")).expect("it is removed");
        preview.until_status("/scenarios/old/a.html", 404);
        assert_eq!(fence(&project, &preview) - before - 1, 1, "{}", preview.stderr());
        follows(&project, &preview, "old", &format!("Back {round}"));
    }
}

#[test]
#[ignore = "slow: `cargo xtask test` runs it"]
fn a_renamed_folder_moves_its_pages_and_is_followed() {
    let project = watched();
    project.write("content/scenarios/v1.0/b/a.yaml", &scenario("Moving"));
    let preview = Preview::start(&project);
    // Such a name is no id, and that is told.
    preview.until("/", "This book has faults");
    let names = ["v1.0", "one", "two", "three"];
    for pair in names.windows(2) {
        let path = |name: &str| project.path(&format!("content/scenarios/{name}"));
        fs::rename(path(pair[0]), path(pair[1])).expect("it is renamed");
        preview.until(&format!("/scenarios/{}/b/a.html", pair[1]), "Moving");
        preview.until_status(&format!("/scenarios/{}/b/a.html", pair[0]), 404);
        project.write(&format!("content/scenarios/{}/b/a.yaml", pair[1]), &scenario("Moving on"));
        preview.until(&format!("/scenarios/{}/b/a.html", pair[1]), "Moving on");
    }
}

#[test]
#[ignore = "slow: `cargo xtask test` runs it"]
fn a_folder_that_moves_out_of_the_book_takes_its_pages_along() {
    let project = watched();
    for name in ["plain", "with.dot"] {
        let file = format!("content/{name}/picture.png");
        project.write(&file, "PNG");
        project.write(BOOK.file, &format!("{}{PUBLISH}", (BOOK.text)("carried")));
        let preview = Preview::start(&project);
        preview.until_status(&format!("/{name}/picture.png"), 200);
        fs::rename(project.path(&format!("content/{name}")), project.path(name)).expect("it moves");
        preview.until_status(&format!("/{name}/picture.png"), 404);
        fs::rename(project.path(name), project.path(&format!("content/{name}"))).expect("it moves");
        preview.until_status(&format!("/{name}/picture.png"), 200);
        project.write(&file, "PNG2");
        preview.until(&format!("/{name}/picture.png"), "PNG2");
    }
}

#[test]
#[ignore = "slow: `cargo xtask test` runs it"]
fn a_linked_folder_is_followed_wherever_it_lies() {
    let project = watched();
    let away = outside(&SCENARIO.path(&project)).join("team");
    fs::create_dir_all(&away).expect("a folder is made");
    fs::write(away.join("a.yaml"), scenario("Linked")).expect("it is written");
    link_to(&away, project.path("content/scenarios/team")).expect("it is linked");
    let preview = Preview::start(&project);
    preview.until("/scenarios/team/a.html", "Linked");
    linked_folder_follows(&preview, &away, "team");
}

#[test]
#[ignore = "slow: `cargo xtask test` runs it"]
fn a_folder_that_is_linked_while_we_watch_is_followed() {
    let project = watched();
    let preview = Preview::start(&project);
    let away = outside(&SCENARIO.path(&project)).join("late-team");
    fs::create_dir_all(&away).expect("a folder is made");
    fs::write(away.join("a.yaml"), scenario("Linked")).expect("it is written");
    link_to(&away, project.path("content/scenarios/team")).expect("it is linked");
    preview.until("/scenarios/team/a.html", "Linked");
    linked_folder_follows(&preview, &away, "team");
    // The link is turned to another folder.
    let other = outside(&SCENARIO.path(&project)).join("other-team");
    fs::create_dir_all(&other).expect("a folder is made");
    fs::write(other.join("a.yaml"), scenario("Other")).expect("it is written");
    fs::remove_file(project.path("content/scenarios/team")).expect("it is removed");
    link_to(&other, project.path("content/scenarios/team")).expect("it is linked");
    preview.until("/scenarios/team/a.html", "Other");
    linked_folder_follows(&preview, &other, "team");
}

/// Saves at the real place and through the link, in old and in new folders.
#[track_caller]
fn linked_folder_follows(preview: &Preview, away: &Path, name: &str) {
    for save in 0..4 {
        let words = format!("Saved {}", mark(save));
        fs::write(away.join("a.yaml"), scenario(&words)).expect("it is written");
        preview.until(&format!("/scenarios/{name}/a.html"), &words);
    }
    fs::create_dir_all(away.join("deep")).expect("a folder is made");
    for save in 0..4 {
        let words = format!("Deep {}", mark(save));
        fs::write(away.join("deep/b.yaml"), scenario(&words)).expect("it is written");
        preview.until(&format!("/scenarios/{name}/deep/b.html"), &words);
    }
    fs::remove_dir_all(away.join("deep")).expect("it is removed");
    preview.until_status(&format!("/scenarios/{name}/deep/b.html"), 404);
}

#[test]
#[ignore = "slow: `cargo xtask test` runs it"]
fn a_link_to_a_folder_of_the_same_book_follows_that_folder() {
    let project = watched();
    project.write("content/pictures/a.txt", "one");
    project.write(BOOK.file, &format!("{}{PUBLISH}", (BOOK.text)("carried")));
    link_to("pictures", project.path("content/again")).expect("it is linked");
    let preview = Preview::start(&project);
    for words in ["two", "three", "four"] {
        project.write("content/pictures/a.txt", words);
        preview.until("/pictures/a.txt", words);
        preview.until("/again/a.txt", words);
    }
    for words in ["five", "six"] {
        project.write("content/again/a.txt", words);
        preview.until("/again/a.txt", words);
        preview.until("/pictures/a.txt", words);
    }
}

#[test]
#[ignore = "slow: `cargo xtask test` runs it"]
fn the_content_folder_itself_may_be_replaced() {
    let project = watched();
    let preview = Preview::start(&project);
    let (content, aside) = (project.path("content"), project.path("aside"));
    for round in 0..3 {
        fs::rename(&content, &aside).expect("it moves");
        fs::rename(&aside, &content).expect("it moves back");
        follows(&project, &preview, "moved", &format!("Moved {round}"));
    }
    fs::rename(&content, &aside).expect("it moves");
    link_to(&aside, &content).expect("it is linked");
    follows(&project, &preview, "moved", "Linked");
    fs::write(aside.join("scenarios/moved/a.yaml"), scenario("At its place"))
        .expect("it is written");
    preview.until("/scenarios/moved/a.html", "At its place");
}

#[test]
#[ignore = "slow: `cargo xtask test` runs it"]
fn a_theme_that_comes_while_we_watch_is_followed() {
    let project = Project::small();
    let preview = Preview::start(&project);
    project.write("book.toml", "[book]\ntitle = \"Test\"\ntheme = \"mine\"\n");
    preview.until_said("error[dangling-reference]");
    for number in 1..4 {
        project.write(STYLE.file, &(STYLE.text)(&mark(number)));
        preview.until(STYLE.page, &mark(number));
    }
    preview.until_said("all clear");
    fs::rename(project.path("themes/mine"), project.path("themes/yours")).expect("it is renamed");
    project.write("book.toml", "[book]\ntitle = \"Test\"\ntheme = \"yours\"\n");
    project.write("themes/yours/styles/95-mine.css", &(STYLE.text)(&mark(9)));
    preview.until(STYLE.page, &mark(9));
}
