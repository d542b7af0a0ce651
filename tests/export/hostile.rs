//! Labels that nobody would write, and that somebody will.

use testkit::Book;

use crate::paper::{is_well_laid, pdf};

pub const ODD: [&str; 9] = [
    "🎉👩‍👩‍👧",
    "Žluťoučký kůň",
    "Ξεσκεπάζω την ψυχή",
    "Съешь же ещё",
    "e\u{301}\u{302}\u{303}",
    "(a) \\ <b> /c% [d]",
    "Ω→≥ naïve “quoted” €5",
    "\u{200b}\u{200d}",
    "..",
];

#[test]
fn odd_letters_in_every_place_make_a_sound_sheet() {
    for odd in ODD {
        let quoted = serde_json::to_string(odd).expect("a string");
        let fields = format!(
            "
  - text: {quoted}
    id: a
    hint: {quoted}
  - number: {quoted}
    id: b
    unit: {quoted}
  - choice: {quoted}
    id: c
    options: [{quoted}, Off]
  - choices: {quoted}
    id: d
    options: [{quoted}, Off]
  - check: {quoted}
    id: e
  - rating: {quoted}
    id: f
    low: {quoted}
    high: {quoted}
  - heading: {quoted}
  - table: {quoted}
    id: g
    columns:
      - text: {quoted}
        id: h
      - choice: {quoted}
        id: i
        options: [{quoted}, Off]
"
        );
        let pdf = pdf(&fields);
        is_well_laid(&pdf);
        let fields = pdf.fields();
        assert_eq!(fields.len(), 13, "{odd}: {:?}", fields.keys());
        assert_eq!(fields["c"].options.len(), 2, "{odd}");
        assert!(!fields["c"].options.contains(&"Off".to_owned()), "`Off` is the name of no choice");
    }
}

/// The Word document has every letter, and is on the page alone.
#[test]
fn a_sheet_with_letters_of_another_script_has_no_pdf() {
    for odd in ["שם מלא", "الاسم الكامل", "日本語の名前", "ชื่อ", "नाम"]
    {
        for field in [
            format!("text: {odd}"),
            format!("text: A\n    hint: {odd}"),
            format!("choice: A\n    options: [{odd}, B]"),
        ] {
            let template = format!("title: Sheet\nfields:\n  - {field}\n");
            let book = Book::new().file("content/templates/sheet.yaml", template);
            let page = book.page("templates/sheet.html");
            assert!(!page.contains("sheet.pdf") && page.contains("href=\"sheet.docx\""), "{odd}");
            let site = book.make().value.expect("it has no errors");
            assert!(site.render("templates/sheet.pdf").is_none(), "{odd}");
            let told = book.told();
            assert_eq!(told.matches("undrawn-letter").count(), 1, "{told}");
        }
    }
}

#[test]
fn words_without_end_are_cut_and_labels_of_many_pages_go_on() {
    let word = "m".repeat(3000);
    let label = "What do you want to say about it? ".repeat(400);
    let fields = format!(
        "
  - text: {word}
    id: a
  - long: {label}
    id: b
  - checks: {label}
    id: c
    items: [{word}, {label}]
  - rating: Mood
    low: {label}
    high: {word}
  - table: {word}
    id: d
    rows: 2
    columns:
      - text: {word}
        id: e
        hint: {label}
      - text: Short
  - choice: Many
    options: [{word}, b, c, d, e, f, g]
"
    );
    let pdf = pdf(&fields);
    is_well_laid(&pdf);
    let fields = pdf.fields();
    let texts = pdf.texts();
    let page = fields["b"].spots[0].0;
    let before = texts[page].matches("What do you want").count();
    assert!(before > 0, "the end of a label stays with its field");
    assert!(fields.contains_key("d.2.short"), "{:?}", fields.keys());
}
