//! A guide: its front matter, and the text below it.

use twohats::amend::Change;

use crate::{GUIDE, made, set};

fn body(text: &str) -> Change {
    Change::Body(text.to_owned())
}

const FILE: &str = "---\ntitle: T # why\ntopics: [a]\n---\n\n# Heading\n\nsummary: no key\n";

#[test]
fn keys_are_written_between_the_two_lines() {
    let made = |change| made(FILE, GUIDE, change);
    assert_eq!(made(set("title", "A: b")), FILE.replace("T #", "\"A: b\" #"));
    assert_eq!(made(set("summary", "S")), FILE.replace("why\n", "why\nsummary: S\n"));
    assert_eq!(made(set("order", "1")), FILE.replace("[a]\n", "[a]\norder: 1\n"));
    assert_eq!(
        crate::made("---\n---\nText\n", GUIDE, set("title", "T")),
        "---\ntitle: T\n---\nText\n"
    );
}

#[test]
fn a_file_without_front_matter_gets_it() {
    let file = "# Heading\r\n\r\nText\r\n";
    let after = "---\r\ntitle: T\r\n---\r\n\r\n# Heading\r\n\r\nText\r\n";
    assert_eq!(made(file, GUIDE, set("title", "T")), after);
}

#[test]
fn a_text_changes_where_it_is_not_the_same() {
    let made = |text| made(FILE, GUIDE, body(text));
    assert_eq!(made("\n# Heading\n\nno key"), FILE.replace("summary: ", ""));
    assert_eq!(made("---\nnew"), "---\ntitle: T # why\ntopics: [a]\n---\n---\nnew\n");
    assert_eq!(made("é"), "---\ntitle: T # why\ntopics: [a]\n---\né\n");
    let source = std::sync::Arc::new(twohats::source::Source::new("a.md", FILE));
    let text = "\n# Heading\n\nsummary: one key\n";
    let signs = twohats::amend::Signs::TakenOut;
    let amended = twohats::amend::amend(&source, GUIDE, &[body(text)], signs);
    let edits = amended.expect("it is made").edits;
    assert_eq!(edits.len(), 1);
    let range = edits[0].span.range();
    assert!(range.len() + edits[0].text.len() <= 5, "{edits:?}");
}

#[test]
fn a_text_that_begins_as_front_matter_does_is_none() {
    let after = made("Text\n", GUIDE, body("---\nText\n---\n"));
    assert_eq!(after, "---\n---\n---\nText\n---\n");
}
