//! Files that are made, get another name and go are taken back too, after a crash too.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use tempfile::TempDir;
use twohats::edit::{Edit, Edits, Journal};
use twohats::source::Source;

use crate::journal::{at, open};

const PICTURE: [u8; 6] = [0x89, b'P', b'N', b'G', 0xff, 0];

/// A project with two pages and a picture; the second page names the first.
fn project() -> TempDir {
    let folder = tempfile::tempdir().expect("a folder for the test");
    fs::create_dir(folder.path().join("content")).expect("it is made");
    for (name, bytes) in
        [("a.yaml", &b"title: A\n"[..]), ("b.yaml", b"see: a\n"), ("c.png", &PICTURE)]
    {
        fs::write(folder.path().join("content").join(name), bytes).expect("it is written");
    }
    folder
}

/// All there is in a project: folders, and the bytes of files.
fn all(root: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let entries = fs::read_dir(root).expect("it can be listed").flatten();
    let paths = entries.map(|entry| entry.path()).filter(|path| !path.ends_with(".twohats"));
    let mut all: Vec<_> = paths
        .flat_map(|path| match fs::read(&path) {
            Ok(bytes) => vec![(path, bytes)],
            Err(_) => [all(&path), vec![(path, Vec::new())]].concat(),
        })
        .collect();
    all.sort();
    all
}

fn replaced(root: &Path, file: &str, old: &str, new: &str) -> Edit {
    let text = fs::read_to_string(root.join(file)).expect("it is there");
    let start = text.find(old).expect("the text is there");
    Edit::new(&Arc::new(Source::new(file, &text)), start..start + old.len(), new)
}

fn save(journal: &mut Journal, texts: Vec<Edit>, second: u64) {
    let edits = Edits { texts, ..Edits::default() };
    journal.write(&edits, at(second)).expect("it is written");
}

/// `a.yaml` becomes `deep/d.yaml`, with another title, and the page that names it follows.
fn renamed(root: &Path) -> Edits {
    let texts = vec![
        replaced(root, "content/a.yaml", "A", "D"),
        replaced(root, "content/b.yaml", "see: a", "see: deep/d"),
    ];
    let moves = vec![("content/a.yaml".to_owned(), "content/deep/d.yaml".to_owned())];
    Edits { texts, moves }
}

fn undo(root: &Path, file: &str) -> bool {
    open(root).undo(file, at(90)).expect("it can be taken back")
}

#[test]
fn a_file_that_was_made_goes_again_with_its_folders() {
    let folder = project();
    let root = folder.path();
    let before = all(root);
    open(root).make("content/new/er/n.yaml", b"title: N\n", at(1)).expect("it is made");
    save(&mut open(root), vec![replaced(root, "content/new/er/n.yaml", "N", "M")], 2);
    open(root).make("content/new/p.png", &PICTURE, at(3)).expect("it is made");
    assert!(undo(root, "content/new/er/n.yaml"));
    let made = root.join("content/new/er/n.yaml");
    assert_eq!(fs::read_to_string(&made).expect("it is there"), "title: N\n");
    assert!(undo(root, "content/new/er/n.yaml"));
    assert!(!made.exists() && root.join("content/new").exists());
    assert!(!undo(root, "content/new/er/n.yaml"));
    assert!(undo(root, "content/new/p.png"));
    assert_eq!(all(root), before);
}

#[test]
fn a_file_that_went_comes_back_to_the_last_byte() {
    let folder = project();
    let root = folder.path();
    let before = all(root);
    let when = || fs::metadata(root.join("content/c.png")).and_then(|about| about.modified());
    let time = when().expect("the system says when");
    open(root).remove("content/c.png", at(1)).expect("it is taken away");
    save(&mut open(root), vec![replaced(root, "content/a.yaml", "A", "B")], 2);
    open(root).remove("content/a.yaml", at(3)).expect("it is taken away");
    assert_eq!(all(root).len(), before.len() - 2);
    assert!(undo(root, "content/c.png"));
    assert_eq!(when().expect("the system says when"), time);
    assert!(undo(root, "content/a.yaml") && undo(root, "content/a.yaml"));
    assert_eq!(all(root), before);
    // Without its journal a file that is kept is in nobody's way.
    open(root).remove("content/c.png", at(4)).expect("it is taken away");
    fs::remove_file(root.join(".twohats/edits/journal")).expect("it is there");
    open(root).remove("content/b.yaml", at(5)).expect("it is taken away");
    assert!(undo(root, "content/b.yaml") && !undo(root, "content/c.png"));
}

#[test]
fn another_name_is_taken_back_with_every_link_that_followed_it() {
    let folder = project();
    let root = folder.path();
    let before = all(root);
    open(root).write(&renamed(root), at(1)).expect("it is written");
    let after = all(root);
    assert!(undo(root, "content/b.yaml"));
    assert_eq!(all(root), before);
    open(root).write(&renamed(root), at(2)).expect("it is written");
    save(&mut open(root), vec![replaced(root, "content/b.yaml", "see", "name")], 3);
    let error = open(root).undo("content/deep/d.yaml", at(4)).expect_err("b was saved since");
    assert!(error.to_string().contains("take that back first"), "{error}");
    assert!(undo(root, "content/b.yaml"));
    assert_eq!(all(root), after);
    assert!(undo(root, "content/deep/d.yaml"));
    assert_eq!(all(root), before);
}

#[test]
fn everything_since_a_time_is_taken_back_whatever_it_was() {
    let folder = project();
    let root = folder.path();
    save(&mut open(root), vec![replaced(root, "content/a.yaml", "A", "AA")], 1);
    let before = all(root);
    let mut journal = open(root);
    save(&mut journal, vec![replaced(root, "content/b.yaml", "see", "name")], 2);
    save(&mut journal, vec![replaced(root, "content/b.yaml", "name", "see")], 3);
    journal.write(&renamed(root), at(4)).expect("it is written");
    journal.make("content/a.yaml", b"title: Other\n", at(5)).expect("it is made");
    save(&mut journal, vec![replaced(root, "content/deep/d.yaml", "D", "E")], 6);
    journal.remove("content/deep/d.yaml", at(7)).expect("it is taken away");
    journal.remove("content/c.png", at(8)).expect("it is taken away");
    journal.make("content/c.png", &[1], at(9)).expect("it is made");
    assert!(journal.undo("content/deep/d.yaml", at(10)).expect("it can be taken back"));
    let (done, errors) = open(root).undo_since(at(2), at(11));
    assert!(errors.is_empty(), "{errors:?}");
    let names = ["content/a.yaml", "content/b.yaml", "content/c.png", "content/deep/d.yaml"];
    assert_eq!(done, names);
    assert_eq!(all(root), before);
    assert!(undo(root, "content/a.yaml") && !undo(root, "content/c.png"));
}

#[test]
fn what_somebody_else_changed_since_stays_and_so_does_all_that_was_saved_with_it() {
    let folder = project();
    let root = folder.path();
    let mut journal = open(root);
    journal.write(&renamed(root), at(1)).expect("it is written");
    journal.make("content/n.png", &PICTURE, at(2)).expect("it is made");
    journal.remove("content/c.png", at(3)).expect("it is taken away");
    journal.make("content/other.yaml", b"title: O\n", at(4)).expect("it is made");
    fs::write(root.join("content/b.yaml"), "mine\n").expect("it is written");
    fs::write(root.join("content/n.png"), [2]).expect("it is written");
    fs::write(root.join("content/c.png"), [3]).expect("it is written");
    let before = all(root);
    for (file, why) in [
        ("content/deep/d.yaml", "b.yaml`: it was changed meanwhile"),
        ("content/n.png", "n.png`: it was changed meanwhile"),
        ("content/c.png", "c.png`: it is there already"),
    ] {
        let error = open(root).undo(file, at(5)).expect_err("it was changed");
        assert!(error.to_string().contains(why), "{error}");
    }
    assert_eq!(all(root), before);
    let (done, errors) = open(root).undo_since(at(0), at(6));
    assert_eq!((done, errors.len()), (vec!["content/other.yaml".to_owned()], 3));
    assert_eq!(all(root).len(), before.len() - 1);
}

#[test]
fn a_save_that_was_cut_short_is_taken_back_before_the_next() {
    let folder = project();
    let root = folder.path();
    let before = all(root);
    let [a, b, d] = ["a.yaml", "b.yaml", "deep/d.yaml"].map(|name| root.join("content").join(name));
    // As if it had died behind the first text, behind all texts, and when nothing but the folder was made.
    for (title, see) in
        [("title: D\n", "see: a\n"), ("title: D\n", "see: deep/d\n"), ("title: A\n", "see: a\n")]
    {
        open(root).write(&renamed(root), at(1)).expect("it is written");
        fs::rename(&d, &a).expect("it can be moved");
        fs::write(&a, title).expect("it is written");
        fs::write(&b, see).expect("it is written");
        fs::write(root.join("content/deep/.d.yaml.twohats-new"), "title").expect("it is written");
        assert!(!undo(root, "content/b.yaml"));
        assert_eq!(all(root), before);
    }
    open(root).make("content/n.yaml", b"title: N\n", at(2)).expect("it is made");
    fs::remove_file(root.join("content/n.yaml")).expect("it is there");
    save(&mut open(root), vec![replaced(root, "content/a.yaml", "A", "AA")], 3);
    let (done, errors) = open(root).undo_since(at(0), at(4));
    assert_eq!((done, errors.len()), (vec!["content/a.yaml".to_owned()], 0));
    assert_eq!(all(root), before);
}

#[test]
fn what_could_not_be_taken_back_is_not_done() {
    let folder = project();
    let root = folder.path();
    let before = all(root);
    let mut journal = open(root);
    for (error, why) in [
        (journal.make("content/a.yaml", b"", at(1)), "it is there already"),
        (journal.make("content/a.yaml/b", b"", at(1)), "could not write"),
        (journal.remove("content", at(1)), "it is no file"),
        (journal.remove("content/none.yaml", at(1)), "could not write"),
        (journal.make("../a.yaml", b"", at(1)), "it is outside the project"),
        (journal.remove("/etc/hostname", at(1)), "it is outside the project"),
    ] {
        let error = error.expect_err("it cannot be done").to_string();
        assert!(error.contains(why), "{error}");
    }
    assert_eq!(all(root), before);
    assert_eq!(journal.undo_since(at(0), at(2)).0, [""; 0]);
}

#[test]
fn a_journal_that_came_with_a_project_changes_nothing_outside_it() {
    let folder = project();
    let (outside, root) = (folder.path().join("mine.txt"), folder.path().join("content"));
    fs::write(&outside, "mine").expect("it is written");
    open(&root).remove("a.yaml", at(1)).expect("it is taken away");
    let journal = root.join(".twohats/edits/journal");
    let lines = fs::read_to_string(&journal).expect("it is there");
    for to in ["../mine.txt".to_owned(), outside.to_string_lossy().into_owned()] {
        let lines = lines.replace(".twohats/edits/kept/1-0", &to);
        assert!(lines.contains(&to));
        fs::write(&journal, lines).expect("it is written");
        assert!(!open(&root).undo("a.yaml", at(2)).expect("it can be asked"));
        assert!(outside.exists() && !root.join("a.yaml").exists());
    }
}
