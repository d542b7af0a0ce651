//! Any text of any page of our own book becomes any text: it is read back as it was typed, every other line stays, and what
//! is served is what a clean build makes.

use std::env;
use std::fs;
use std::ops::Range;
use std::path::Path;

use serde_json::{Value, json};
use testkit::Project;
use testkit::chance::Chance;
use testkit::preview::Preview;
use testkit::writer::{Writer, set};

use crate::deaf::copy;
use crate::same_bytes::{clean_build, serves};

/// How many texts are written when nobody says.
const EDITS: usize = 120;

/// After how many the whole site is compared.
const ROUND: usize = 60;

/// What texts are made of.
const PARTS: [&str; 30] = [
    "a",
    "word",
    "Two words",
    "é",
    "😀",
    "日本",
    " ",
    ": ",
    ":",
    " #",
    "#",
    "- ",
    "\"",
    "'",
    "\\",
    "|",
    ">",
    "[",
    "]",
    "{",
    "}",
    ", ",
    "&a",
    "*b",
    "!c",
    "%",
    "@",
    "`",
    "---",
    "\u{2028}",
];

/// The kinds of fields that take any words.
const WORDS: [&str; 4] = ["text", "line", "prose", "body"];

#[test]
#[ignore = "slow: `cargo xtask test` runs it"]
fn any_text_of_our_book_becomes_any_text_and_nothing_else_changes() {
    let edits = env::var("TWOHATS_EDITS").ok().and_then(|edits| edits.parse().ok());
    let edits: usize = edits.unwrap_or(EDITS);
    let project = ours();
    let preview = Preview::start(&project);
    let writer = Writer::at(&preview);
    let (_, titles) = writer.get("titles");
    let paths = titles["pages"].as_array().expect("pages are a list").iter();
    let paths: Vec<&str> = paths.filter_map(|page| page["path"].as_str()).collect();
    assert!(paths.len() > 90, "{} pages", paths.len());
    let mut chance = Chance::new(7);
    let mut kept = 0;
    for number in 1..=edits {
        kept += usize::from(write_one(&project, &writer, &mut chance, &paths));
        if number % ROUND == 0 || number == edits {
            // A book with faults has no new site; what was wrong is taken back.
            if clean_build(&project).is_none() {
                let (status, told) = writer.post("undo", &json!({ "since": 0 }));
                assert_eq!(status, 200, "{told}");
            }
            let built = clean_build(&project).expect("all is as it was");
            serves(&preview, &built, &built.keys().cloned().collect(), &format!("{number} edits"));
        }
    }
    println!("tally: texts written on pages {kept}");
    assert!(kept * 2 > edits, "{kept} of {edits} were written");
}

/// Writes a text over another one of a page. Whether it was.
#[track_caller]
fn write_one(project: &Project, writer: &Writer, chance: &mut Chance, paths: &[&str]) -> bool {
    let path = chance.pick(paths);
    let (status, page) = writer.get(&format!("page?path={path}"));
    if status != 200 {
        return false;
    }
    let fields = page["fields"].as_array().expect("fields are a list");
    let is_text = |field: &&Value| {
        field["text"].is_string() && WORDS.iter().any(|kind| field["kind"] == *kind)
    };
    let texts: Vec<&Value> = fields.iter().filter(is_text).collect();
    let field = *chance.pick(&texts);
    let key = field["key"].as_str().expect("a key is a text");
    let is_prose = field["kind"] == "prose" || field["kind"] == "body";
    let typed = text(chance, is_prose);
    let file = page["file"].as_str().expect("a file is a text");
    let before = fs::read_to_string(project.path(file)).expect("it is there");
    let edit = if field["kind"] == "body" {
        json!({ "do": "body", "was": field["was"], "value": typed })
    } else {
        set(&page, key, &typed)
    };
    let (status, told) = writer.save(&page, &json!([edit]));
    let after = fs::read_to_string(project.path(file)).expect("it is there");
    let context = format!("{file} {key} {typed:?}: {told}");
    if status != 200 {
        assert_eq!(status, 422, "{context}");
        assert_eq!(after, before, "{context}");
        return false;
    }
    let (status, now) = writer.get(&format!("page?path={path}"));
    // A page that no file can make any more is not told of; the file is.
    if status == 200 && now["file"] == page["file"] {
        let fields = now["fields"].as_array().expect("fields are a list");
        let read = fields.iter().find(|field| field["key"] == key).map(|field| &field["text"]);
        assert_eq!(read, Some(&json!(typed)), "{context}\n{after}");
    }
    let lines = field["line"].as_u64().zip(field["to"].as_u64()).expect("it has lines");
    let lines = usize::try_from(lines.0).expect("few")..usize::try_from(lines.1).expect("few") + 1;
    stays(&before, &after, &lines, &context);
    true
}

/// Every line stays but for these, counted from 1.
#[track_caller]
fn stays(before: &str, after: &str, lines: &Range<usize>, context: &str) {
    let all: Vec<&str> = before.split_inclusive('\n').collect();
    let head: String = all[..lines.start - 1].concat();
    let tail: String = all[(lines.end - 1).min(all.len())..].concat();
    assert!(after.starts_with(&head), "{context}\nwhat stands above changed:\n{after}");
    assert!(after.ends_with(&tail), "{context}\nwhat stands below changed:\n{after}");
}

/// Some text, as it is read where it is typed so.
fn text(chance: &mut Chance, is_prose: bool) -> String {
    let words = 1 + chance.below(9);
    let mut text: String = (0..words).map(|_| *chance.pick(&PARTS)).collect();
    if is_prose && chance.one_in(2) {
        text = format!("First.\n\n- {}\n\nLast: {text}", text.trim());
    }
    let text = text.trim_matches([' ', '\n']);
    // What holds nothing but white space is nothing.
    if text.trim().is_empty() { "x".to_owned() } else { text.to_owned() }
}

/// A copy of our own book.
fn ours() -> Project {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let project = Project::new();
    fs::copy(root.join("book.toml"), project.path("book.toml")).expect("it is there");
    copy(&root.join("content"), &project.path("content"));
    project
}
