//! Takes inputs of a corpus, changes them, tries them until the time is over, and says how many there were. It must not
//! know what is tried.

use std::env;
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::time::{Duration, Instant};

use testkit::chance::Chance;

/// How long each target goes on, in minutes.
const MINUTES: &str = "TWOHATS_FUZZ_MINUTES";

/// The most inputs of one target that are shown.
const MOST_SHOWN: usize = 5;

/// The longest input: what takes long in proportion is no concern of these tests.
const LONGEST: usize = 20_000;

/// Tries inputs of the corpus of this name as they are, then changed, and lists those that are refused or panic.
#[track_caller]
pub fn fuzz(
    corpus: &str,
    words: &[&str],
    attempt: impl Fn(&str, &mut Chance) -> Result<(), String>,
) {
    let inputs = inputs(corpus);
    let minutes = env::var(MINUTES).map_or(1, |text| text.parse().expect("a number of minutes"));
    let end = Instant::now() + Duration::from_secs(60 * minutes);
    let mut chance = Chance::new(u64::from(std::process::id()) << 32);
    let (mut tried, mut fallen) = (0_u64, Vec::new());
    let mut try_one = |input: &str, chance: &mut Chance| {
        tried += 1;
        let done = catch_unwind(AssertUnwindSafe(|| attempt(input, chance)));
        let why = done.unwrap_or_else(|_| Err("it panics".to_owned())).err();
        fallen.extend(why.map(|why| format!("{why}\n    {input:?}")));
        fallen.len() < MOST_SHOWN
    };
    for input in &inputs {
        try_one(input, &mut chance);
    }
    while Instant::now() < end && try_one(&changed(&inputs, words, &mut chance), &mut chance) {}
    println!("tally: inputs fuzzed ({corpus}): {tried}");
    assert!(fallen.is_empty(), "of {corpus} fall:\n  {}", fallen.join("\n  "));
}

/// The texts of a corpus.
pub fn inputs(corpus: &str) -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fuzz/corpus").join(corpus);
    let mut files: Vec<_> = fs::read_dir(&folder)
        .expect("the corpus is there")
        .map(|entry| entry.expect("it can be listed").path())
        .collect();
    files.sort();
    let texts = files.iter().map(|file| fs::read(file).expect("it can be read"));
    texts.map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).collect()
}

/// A text of the corpus with some changes: parts taken out, doubled, moved, put in from another text or from `words`.
fn changed(inputs: &[String], words: &[&str], chance: &mut Chance) -> String {
    let mut text = chance.pick(inputs).clone();
    for _ in 0..=chance.below(8) {
        let part = part(&text, chance);
        match chance.below(7) {
            0 => text.replace_range(part, ""),
            1 => text.insert_str(part.start, &text[part].to_owned().repeat(1 + chance.below(3))),
            2 => {
                let other = chance.pick(inputs);
                text.replace_range(part, &other[self::part(other, chance)]);
            }
            3 => text.truncate(part.start),
            4 => {
                let line = text[part.start..].find('\n').map_or(text.len(), |at| part.start + at);
                text.replace_range(part.start..line, "");
            }
            _ => text.insert_str(part.start, words[chance.below(words.len())]),
        }
    }
    let end = text.floor_char_boundary(LONGEST);
    text.truncate(end);
    text
}

/// A place in a text and one behind it, mostly near.
fn part(text: &str, chance: &mut Chance) -> std::ops::Range<usize> {
    let start = text.floor_char_boundary(chance.below(text.len() + 1));
    let length = if chance.one_in(4) { chance.below(text.len() + 1) } else { chance.below(24) };
    start..text.floor_char_boundary((start + length).min(text.len()))
}
