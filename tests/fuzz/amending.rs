//! One text of a spoilt file that can be read is written anew: it is read back, and nothing else changes.

use std::sync::Arc;

use testkit::chance::Chance;
use twohats::amend::{Change, Listed, Signs, amend, values};
use twohats::load::File;
use twohats::model::Kind;
use twohats::source::Source;

use crate::harness::fuzz;

/// What files are spoilt with, and what texts are made of.
const WORDS: [&str; 40] = [
    "\n", "\n  ", "\n    ", "\n\n", "\t", " ", ": ", ":", "- ", "\n- ", "\n  - ", "#", " # why",
    "\"", "'", "\\", "[", "]", "{", "}", ", ", "|\n", "|2-\n", "|+\n\n\n", ">\n", "? ", "---\n",
    "...\n", "~", "yes", "1.10", "\u{feff}", "\u{a0}", "\u{2028}", "\u{85}", "\u{0}", "'''",
    "\"\"\"", " = ", "\n[a]\n",
];

/// The kind of a file of the corpus, by a word that it has.
fn kind(text: &str) -> File {
    match text {
        _ if text.contains("[book]") => File::Book,
        _ if text.starts_with("---") => File::Content(Kind::Guide),
        _ if text.contains("fields:") => File::Content(Kind::Template),
        _ if text.contains("results:") => File::Content(Kind::SelfCheck),
        _ if text.contains("rows:") => File::Content(Kind::Comparison),
        _ if text.contains("sayings:") => File::Home,
        _ => File::Content(Kind::Scenario),
    }
}

fn others(rows: &[Listed], but: &Listed) -> Vec<(String, Option<String>)> {
    let others = rows.iter().filter(|row| row.span.is_some() && row.place != but.place);
    others.map(|row| (row.place.to_string(), row.text.clone())).collect()
}

#[test]
#[ignore = "slow: `cargo xtask test` runs it"]
fn a_text_that_is_written_is_read_back_and_nothing_else_changes() {
    let attempt = |text: &str, chance: &mut Chance| {
        let (source, kind) = (Arc::new(Source::new("content/a", text)), kind(text));
        let Ok(rows) = values(&source, kind) else { return Ok(()) };
        let texts: Vec<&Listed> = rows.iter().filter(|row| row.text.is_some()).collect();
        if texts.is_empty() {
            return Ok(());
        }
        let row = *chance.pick(&texts);
        let typed: String = (0..=chance.below(6)).map(|_| *chance.pick(&WORDS)).collect();
        let change = |text: &str| [Change::Set(row.place.clone(), format!("a{text}"))];
        let made = amend(&source, kind, &change(&typed), Signs::Kept);
        // A key behind a `?` may stand without a colon, and nothing can be put behind it.
        if made.is_err() && text.contains("? ") {
            return Ok(());
        }
        let made = made.map_err(|why| format!("{} {typed:?}: {why}", row.place))?;
        let told = |why: &str| format!("{} {typed:?}: {why}: {:?}", row.place, made.source.text());
        let read = values(&made.source, kind).map_err(|_| told("it cannot be read"))?;
        if others(&rows, row) != others(&read, row) {
            return Err(told("another value changes"));
        }
        let found = read.iter().find(|one| one.place == row.place);
        let found = found.and_then(|one| one.text.as_deref()).ok_or_else(|| told("it is gone"))?;
        let again = amend(&made.source, kind, &change(&found[1..]), Signs::Kept);
        let again = again.map_err(|why| told(&why.to_string()))?;
        if again.edits.is_empty() { Ok(()) } else { Err(told("it is written twice")) }
    };
    fuzz("sources", &WORDS, attempt);
}
