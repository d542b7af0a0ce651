//! The letters of a sheet: each is drawn, and is itself when somebody copies it.

use lopdf::Document;
use testkit::Book;

use crate::paper::{bytes, rendered};

/// What a reader copies from the first page.
fn copied(pdf: &[u8]) -> String {
    let document = Document::load_mem(pdf).expect("it is a PDF");
    document.extract_text(&[1]).expect("it has text")
}

fn fonts(pdf: &[u8]) -> Vec<String> {
    let text = String::from_utf8_lossy(pdf);
    let names = text.split("/BaseFont /").skip(1).map(|rest| rest.split_whitespace().next());
    names.map(|name| name.unwrap_or_default().to_owned()).collect()
}

#[test]
fn latin_greek_and_cyrillic_letters_are_drawn_and_can_be_copied() {
    for words in [
        "Zażółć gęślą jaźń",
        "Příliš žluťoučký kůň, őű",
        "Ștefan, ți-e sete; Ćevapčići; ğışİ",
        "Ξεσκεπάζω την ψυχοφθόρα βδελυγμία",
        "Съешь же ещё этих мягких булок, Їжак",
        "Łódź, Αθήνα and Москва",
    ] {
        let pdf = bytes(&format!("\n  - text: \"{words}\"\n    hint: \"{words}\"\n"));
        assert_eq!(copied(&pdf).matches(words).count(), 2, "{}", copied(&pdf));
        let fonts = fonts(&pdf);
        assert!(fonts.iter().any(|font| font == "TWOHAT+Inter-Bold"), "{fonts:?}");
    }
}

#[test]
fn a_sheet_in_western_letters_needs_no_font_of_ours() {
    for words in ["Größe, naïve “quoted” €5 → b ≥ c", "Done 🎉", "e\u{301}"] {
        let fonts = fonts(&bytes(&format!("\n  - text: \"{words}\"\n")));
        assert_eq!(fonts, ["Helvetica", "Helvetica-Bold", "ZapfDingbats"], "{words}");
    }
}

#[test]
fn one_letter_in_the_title_of_the_book_is_enough() {
    let book = Book::new()
        .file("book.toml", "[book]\ntitle = \"Žena\"\n")
        .file("content/templates/sheet.yaml", "title: Sheet\nfields:\n  - text: Name\n");
    assert!(copied(&rendered(&book, "templates/sheet.pdf")).contains("Sheet · Žena"));
}
