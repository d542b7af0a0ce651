//! Saves are taken back, after a crash too.

use std::fs;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use tempfile::TempDir;
use twohats::edit::{Edit, Edits, Journal};
use twohats::source::{Source, read};

const FILE: &str = "content/a.yaml";

pub(crate) fn at(second: u64) -> SystemTime {
    UNIX_EPOCH + Duration::from_secs(second)
}

/// A project with two files.
fn project() -> TempDir {
    let folder = tempfile::tempdir().expect("a folder for the test");
    fs::create_dir(folder.path().join("content")).expect("it is made");
    fs::write(folder.path().join(FILE), "\u{feff}title: é0\r\n").expect("it is written");
    fs::write(folder.path().join("content/b.yaml"), "title: b0\n").expect("it is written");
    folder
}

fn text(root: &Path, file: &str) -> String {
    fs::read_to_string(root.join(file)).expect("it is there")
}

pub(crate) fn open(root: &Path) -> Journal {
    Journal::open(root).expect("it can be read")
}

/// Saves a file with one text in the place of another.
fn save(journal: &mut Journal, root: &Path, file: &str, [old, new]: [&str; 2], second: u64) {
    let source = Arc::new(Source::new(file, &text(root, file)));
    let start = source.text().find(old).expect("the text is there");
    let edit = Edit::new(&source, start..start + old.len(), new);
    let edits = Edits { texts: vec![edit], moves: Vec::new() };
    journal.write(&edits, at(second)).expect("it is written");
}

#[test]
fn saves_of_a_file_are_taken_back_one_after_another_and_others_stay() {
    let folder = project();
    let root = folder.path();
    save(&mut open(root), root, FILE, ["é0", "é1"], 1);
    save(&mut open(root), root, "content/b.yaml", ["b0", "b1"], 2);
    save(&mut open(root), root, FILE, ["é1", "é2\nsend: x"], 3);
    let undo = || open(root).undo(FILE, at(9)).expect("it can be taken back");
    assert_eq!(text(root, FILE), "\u{feff}title: é2\r\nsend: x\r\n");
    assert!(undo());
    assert_eq!(text(root, FILE), "\u{feff}title: é1\r\n");
    save(&mut open(root), root, FILE, ["é1", "è3"], 4);
    assert!(undo());
    assert_eq!(text(root, FILE), "\u{feff}title: é1\r\n");
    assert!(undo());
    assert_eq!(text(root, FILE), "\u{feff}title: é0\r\n");
    assert!(!undo());
    assert_eq!(text(root, "content/b.yaml"), "title: b1\n");
}

#[test]
fn everything_since_a_time_is_taken_back() {
    let folder = project();
    let root = folder.path();
    save(&mut open(root), root, FILE, ["é0", "é1"], 10);
    for (second, texts) in [(20, ["é1", "é2"]), (21, ["é2", "é3"]), (22, ["é3", "é4"])] {
        save(&mut open(root), root, FILE, texts, second);
    }
    save(&mut open(root), root, "content/b.yaml", ["b0", "b1"], 23);
    assert!(open(root).undo(FILE, at(24)).expect("it can be taken back"));
    let (done, errors) = open(root).undo_since(at(20), at(30));
    assert!(errors.is_empty(), "{errors:?}");
    assert_eq!(done, [FILE, "content/b.yaml"]);
    assert_eq!(text(root, FILE), "\u{feff}title: é1\r\n");
    assert_eq!(text(root, "content/b.yaml"), "title: b0\n");
    assert!(open(root).undo(FILE, at(31)).expect("it can be taken back"));
    assert_eq!(text(root, FILE), "\u{feff}title: é0\r\n");
}

#[test]
fn what_somebody_else_wrote_is_never_taken_back() {
    let folder = project();
    let root = folder.path();
    save(&mut open(root), root, FILE, ["é0", "é1"], 1);
    save(&mut open(root), root, "content/b.yaml", ["b0", "b1"], 2);
    fs::write(root.join(FILE), "title: mine\n").expect("it is written");
    let error = open(root).undo(FILE, at(3)).expect_err("it is another text");
    assert!(error.to_string().contains("changed meanwhile"), "{error}");
    let (done, errors) = open(root).undo_since(at(0), at(4));
    assert_eq!((done.as_slice(), errors.len()), (["content/b.yaml".to_owned()].as_slice(), 1));
    assert_eq!(text(root, FILE), "title: mine\n");
    save(&mut open(root), root, FILE, ["mine", "yours"], 5);
    assert!(open(root).undo(FILE, at(6)).expect("it can be taken back"));
    assert_eq!(text(root, FILE), "title: mine\n");
}

#[test]
fn a_crash_before_the_file_is_written_loses_nothing_but_that_save() {
    let folder = project();
    let root = folder.path();
    save(&mut open(root), root, FILE, ["é0", "é1"], 1);
    let before = text(root, FILE);
    save(&mut open(root), root, FILE, ["é1", "é2"], 2);
    // As if it had died between the journal and the file.
    fs::write(root.join(FILE), before).expect("it is written");
    fs::write(root.join("content/.a.yaml.twohats-new"), "title: é2").expect("it is written");
    save(&mut open(root), root, FILE, ["é1", "é5"], 3);
    let undo = || open(root).undo(FILE, at(9)).expect("it can be taken back");
    assert!(undo());
    assert_eq!(text(root, FILE), "\u{feff}title: é1\r\n");
    assert!(undo());
    assert_eq!(text(root, FILE), "\u{feff}title: é0\r\n");
}

#[test]
fn a_journal_that_is_cut_anywhere_gives_back_a_text_that_was_there_or_none() {
    let folder = project();
    let root = folder.path();
    for number in 0..5 {
        let texts = [format!("é{number}"), format!("é{}", number + 1)];
        save(&mut open(root), root, FILE, texts.each_ref().map(String::as_str), number);
    }
    let path = root.join(".twohats/edits/journal");
    let journal = fs::read(&path).expect("it is there");
    let last = text(root, FILE);
    let is_edge = |length: usize| {
        journal
            .get(length.saturating_sub(2)..)
            .is_none_or(|rest| rest.iter().take(4).any(|byte| *byte == b'\n'))
    };
    for length in (0..=journal.len()).filter(|length| length % 3 == 0 || is_edge(*length)) {
        fs::write(&path, &journal[..length]).expect("it is written");
        fs::write(root.join(FILE), &last).expect("it is written");
        let undone = open(root).undo(FILE, at(9));
        let expected = if undone.is_ok_and(|undone| undone) { "é4" } else { "é5" };
        assert!(text(root, FILE).contains(expected), "{length}: {}", text(root, FILE));
        // It goes on behind what was torn.
        fs::write(root.join(FILE), &last).expect("it is written");
        save(&mut open(root), root, FILE, ["é5", "new"], 10);
        assert!(open(root).undo(FILE, at(11)).expect("it can be taken back"), "{length}");
        assert_eq!(text(root, FILE), last);
    }
}

#[test]
fn a_large_journal_loses_its_older_half_and_still_takes_back() {
    let folder = project();
    let root = folder.path();
    let large = "word ".repeat(300_000);
    let mut journal = open(root);
    for number in 0..18_u64 {
        fs::write(root.join(FILE), format!("{large}{number}\n")).expect("it is written");
        save(&mut journal, root, FILE, [&large, "Word"], number);
    }
    let size = fs::metadata(root.join(".twohats/edits/journal")).expect("it is there").len();
    assert!(size < 20_000_000, "{size}");
    assert!(open(root).undo(FILE, at(99)).expect("it can be taken back"));
    assert_eq!(text(root, FILE), format!("{large}17\n"));
}

#[test]
fn the_journal_of_a_long_text_is_as_long_as_what_changed_in_it() {
    let folder = project();
    let root = folder.path();
    let large = "word ".repeat(100_000);
    fs::write(root.join(FILE), format!("{large}0")).expect("it is written");
    let mut journal = open(root);
    for number in 0..40_u64 {
        let texts = [number.to_string(), (number + 1).to_string()];
        save(&mut journal, root, FILE, texts.each_ref().map(String::as_str), number);
    }
    let size = fs::metadata(root.join(".twohats/edits/journal")).expect("it is there").len();
    assert!(size < 20_000, "{size}");
    let (done, errors) = open(root).undo_since(at(0), at(99));
    assert_eq!((done.len(), errors.len()), (1, 0));
    assert_eq!(text(root, FILE), format!("{large}0"));
}

#[test]
fn the_journal_is_no_part_of_the_book() {
    let folder = project();
    let root = folder.path();
    save(&mut open(root), root, FILE, ["é0", "é1"], 1);
    assert_eq!(text(root, ".twohats/.gitignore"), "*\n");
    let sources = read(root, |_| Vec::new()).expect("it is read");
    let paths: Vec<&String> = sources.texts.keys().chain(sources.assets.keys()).collect();
    assert_eq!(paths, [FILE, "content/b.yaml"]);
}
