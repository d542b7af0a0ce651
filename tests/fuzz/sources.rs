//! Every kind of file, spoilt: all that is told stands in the file and can be shown, and whatever passes has its pages.

use testkit::Book;
use testkit::chance::Chance;
use twohats::diagnostic::{Severity, Style, count, github, human, json, sarif};

use crate::harness::fuzz;

/// Where each kind of file stands, and a word by which the corpus knows it.
const PATHS: [(&str, &str); 8] = [
    ("[book]", "book.toml"),
    ("leader:\n", "content/scenarios/a.yaml"),
    ("fields:", "content/templates/a.yaml"),
    ("results:", "content/checks/a.yaml"),
    ("rows:", "content/comparisons/a.yaml"),
    ("---\n", "content/guidance/a.md"),
    ("scenarios/late:", "content/queries.yaml"),
    ("", "content/de/scenarios/late.yaml"),
];

const WORDS: [&str; 48] = [
    "\n",
    "\n  ",
    "\n    ",
    "\t",
    ": ",
    ":",
    "- ",
    "\n- ",
    "\n  - ",
    "#",
    " #",
    "\"",
    "'",
    "[",
    "]",
    "{",
    "}",
    "|\n",
    ">\n",
    "|2-\n",
    "&a ",
    "*a",
    "!!str ",
    "? ",
    "<<: ",
    "---\n",
    "...\n",
    "%YAML 1.2\n",
    "@",
    "`",
    "~",
    "null",
    "yes",
    "\u{feff}",
    "\u{a0}",
    "\u{2028}",
    "\u{200b}",
    "\u{e000}",
    "\u{0}",
    "\r\n",
    "é",
    "e\u{301}",
    "title: A\n",
    "was: [a, b]\n",
    "draft: yes\n",
    "\\u12",
    "<<<<<<< ours\n",
    "https://a.b",
];

#[test]
#[ignore = "slow: `cargo xtask test` runs it"]
fn whatever_a_file_holds_is_told_where_it_stands_or_has_its_page() {
    fuzz("sources", &WORDS, attempt);
}

fn attempt(text: &str, chance: &mut Chance) -> Result<(), String> {
    let known =
        PATHS.iter().find(|(mark, _)| text.contains(mark)).map_or("book.toml", |(_, path)| path);
    let path = if chance.one_in(10) { chance.pick(&PATHS).1 } else { known };
    let settings = "[book]\ntitle = \"Test\"\n\n[languages.en]\nname = \"English\"\n\n[languages.de]\nname = \"Deutsch\"\n";
    let book = Book::small().file("book.toml", settings).file(path, text);
    let notes = book.diagnostics();
    for note in &notes {
        let spans = note.labels.iter().map(|label| &label.span).chain([&note.span]);
        for span in spans {
            if span.source().text().get(span.range()).is_none() {
                return Err(format!("{path}: {} stands nowhere", note.rule.name));
            }
        }
        if !human(note, Style::Coloured).contains(note.rule.name) {
            return Err(format!("{path}: {} is not shown", note.rule.name));
        }
    }
    for shown in [json(&notes), sarif(&notes, ""), github(&notes, "")] {
        if !shown.is_empty() && !shown.ends_with('\n') {
            return Err(format!("{path}: a list of faults has no end"));
        }
    }
    let made = book.make();
    if (count(&made.notes, Severity::Error) == 0) != made.value.is_some() {
        return Err(format!("{path}: it has a site and errors, or neither"));
    }
    if let Some(site) = &made.value {
        for page in site.paths() {
            if site.render(page.as_str()).is_none_or(|page| page.is_err()) {
                return Err(format!("{path}: `{page}` is not made"));
            }
        }
    }
    Ok(())
}
