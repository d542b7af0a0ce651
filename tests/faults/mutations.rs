//! The files of our own playbook, cut short and jumbled three thousand times: no panic.

use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

use testkit::Book;
use twohats::diagnostic::{Style, human, json};

const RUNS: u64 = 3_000;

/// Numbers that look random and are the same on every machine (SplitMix64).
pub struct Dice(pub u64);

impl Dice {
    pub fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        let mixed = (mixed ^ (mixed >> 31)) % u64::try_from(sides.max(1)).expect("it fits");
        usize::try_from(mixed).expect("it is below a usize")
    }
}

#[test]
fn three_thousand_spoilt_files_are_read_without_panic() {
    let files = files();
    let mut fallen = Vec::new();
    for seed in 0..RUNS {
        let mut dice = Dice(seed);
        let (path, whole) = &files[dice.roll(files.len())];
        let spoilt = spoil(whole, &mut dice);
        if catch_unwind(AssertUnwindSafe(|| answer(path, &spoilt))).is_err() {
            fallen.push(format!("seed {seed}, {path}: {:?}", String::from_utf8_lossy(&spoilt)));
        }
    }
    assert!(fallen.is_empty(), "{} panics, first of them {}", fallen.len(), fallen[0]);
}

/// Does with a book of one file all that `twohats check` does, in both formats.
fn answer(path: &str, content: &[u8]) {
    let told = Book::new().file(path, content).diagnostics();
    for one in &told {
        assert!(human(one, Style::Plain).contains(one.rule.name));
    }
    assert!(json(&told).ends_with('\n'));
}

/// Cuts a file short, or exchanges, overwrites, doubles or drops bytes of it; mostly several of these.
fn spoil(whole: &[u8], dice: &mut Dice) -> Vec<u8> {
    const MARKS: &[u8] = b"-:#'\"[]{}|>&*!%@`\t\n\r \\<()~?,\0\xC3\xFF";
    let mut bytes = whole.to_vec();
    for _ in 0..=dice.roll(6) {
        let (one, other) = (dice.roll(bytes.len()), dice.roll(bytes.len()));
        if bytes.is_empty() {
            break;
        }
        match dice.roll(6) {
            0 => bytes.truncate(one),
            1 => drop(bytes.drain(..one)),
            2 => bytes.swap(one, other),
            3 => bytes[one] = MARKS[dice.roll(MARKS.len())],
            4 => bytes.insert(one, MARKS[dice.roll(MARKS.len())]),
            _ => drop(bytes.drain(one.min(other)..one.max(other))),
        }
    }
    bytes
}

/// Every file of the book that the repository holds, by path.
fn files() -> Vec<(String, Vec<u8>)> {
    let mut files = Vec::new();
    collect(Path::new(env!("CARGO_MANIFEST_DIR")), "content", &mut files);
    files.sort();
    assert!(files.len() > 5, "the repository has a book");
    files
}

fn collect(root: &Path, folder: &str, files: &mut Vec<(String, Vec<u8>)>) {
    for entry in fs::read_dir(root.join(folder)).expect("the content can be listed") {
        let entry = entry.expect("the content can be listed");
        let path = format!("{folder}/{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            collect(root, &path, files);
        } else {
            files.push((path, fs::read(entry.path()).expect("the content can be read")));
        }
    }
}
