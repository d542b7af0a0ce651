//! Edits of sources at random: a page moves, faults are fixed. A book is never worse for it.

use testkit::Book;
use testkit::chance::Chance;
use twohats::diagnostic::{Severity, count};
use twohats::rename::rename;
use twohats::source::Sources;

use crate::harness::fuzz;

const WORDS: [&str; 30] = [
    "\n",
    "\n\n",
    " ",
    "  ",
    "- ",
    "\n  - ",
    "# ",
    "\"",
    "'",
    "[it](late.yaml)",
    "[it](../scenarios/late.yaml#say)",
    "../",
    "<a href=\"../scenarios/late.yaml\">it</a>",
    "[a]: ../scenarios/late.yaml\n",
    "related: [late]\n",
    "late",
    "sheet",
    "why",
    "\\",
    "|\n",
    ">\n",
    "\u{a0}",
    "• ",
    "é",
    "#",
    ":",
    "&",
    "TODO",
    "%20",
    "e\u{301}",
];

const NAMES: [&str; 12] = [
    "later",
    "late",
    "sheet",
    "scenarios/deep/later",
    "templates/later",
    "a b",
    "../x",
    "",
    "é",
    "late.yaml",
    "con",
    "x/y/z",
];

/// A book of which the parts of a text are files, each behind a line `=== path`.
fn files(text: &str) -> Vec<(String, String)> {
    let parts = format!("\n{text}");
    let parts = parts.split("\n=== ").skip(1);
    parts
        .filter_map(|part| {
            let (path, text) = part.split_once('\n')?;
            let is_of_book = path == "book.toml" || path.starts_with("content/");
            is_of_book.then(|| (path.to_owned(), format!("{text}\n")))
        })
        .collect()
}

fn errors(files: &[(String, String)]) -> usize {
    let book = Book::new().files(files.iter().map(|(path, text)| (path.as_str(), text)));
    count(&book.diagnostics(), Severity::Error)
}

#[test]
#[ignore = "slow: `cargo xtask test` runs it"]
fn a_page_that_moves_leaves_a_book_without_faults() {
    let attempt = |text: &str, chance: &mut Chance| {
        let mut files = files(text);
        if !files.iter().any(|(path, _)| path == "book.toml") {
            files.push(("book.toml".to_owned(), "[book]\ntitle = \"Test\"\n".to_owned()));
        }
        let sources =
            Sources::in_memory(files.iter().map(|(path, text)| (path.as_str(), text.as_bytes())));
        let old = chance.pick(&["scenarios/late", "templates/sheet", "guidance/why", "late"]);
        let new = chance.pick(&NAMES);
        let Ok(edits) = rename(&sources, old, new) else { return Ok(()) };
        let after = edits.sources(&sources);
        let after: Vec<(String, String)> = after
            .texts
            .iter()
            .map(|(path, source)| (path.clone(), source.text().to_owned()))
            .collect();
        match errors(&after) {
            0 => Ok(()),
            number => Err(format!("{number} errors once {old} is {new}")),
        }
    };
    fuzz("books", &WORDS, attempt);
}

#[test]
#[ignore = "slow: `cargo xtask test` runs it"]
fn what_is_fixed_is_fixed_and_brings_no_fault() {
    let attempt = |text: &str, _: &mut Chance| {
        let before = files(text);
        let book = Book::new().files(before.iter().map(|(path, text)| (path.as_str(), text)));
        let mended = book.mended();
        let mut after = before.clone();
        for (path, text) in &mut after {
            if let Some(mended) = mended.get(path) {
                text.clone_from(mended);
            }
        }
        let book = Book::new().files(after.iter().map(|(path, text)| (path.as_str(), text)));
        let left = book.diagnostics().into_iter().filter(|one| one.fix.is_some()).count();
        if left > 0 { Err(format!("{left} faults could still be fixed")) } else { Ok(()) }
    };
    fuzz("books", &WORDS, attempt);
}
