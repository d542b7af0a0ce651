//! The blank sheet as a Word document. What other programs read in one is `tests/browser/readers.rs`.

use testkit::Book;

use crate::hostile::ODD;
use crate::paper::rendered;

const FIELDS: &str = "
  - heading: First part
  - note: Read **this**.
  - text: Line
    hint: One line.
  - long: Story
  - choice: Few
    options: [In, Out]
  - checks: Before
    items: [one, two]
  - check: Agreed
  - rating: Mood
    low: bad
  - computed: Later
    days_after: {date: day, days: 7}
  - date: Day
  - table: Requests
    rows: 2
    columns:
      - text: What
      - check: Told
      - choice: State
        options: [Waiting, Done]
";

fn document(title: &str, fields: &str) -> Vec<u8> {
    let sheet = format!("title: {title}\nfields:{fields}");
    let book = Book::new().file("content/templates/sheet.yaml", sheet);
    rendered(&book, "templates/sheet.docx")
}

/// A file of the zip; they are stored as they are.
fn part(zip: &[u8], name: &str) -> String {
    let number = |at: usize, size: usize| {
        zip[at..at + size].iter().rev().fold(0, |sum, byte| (sum << 8) + usize::from(*byte))
    };
    let mut at = 0;
    while zip[at..].starts_with(b"PK\x03\x04") {
        let (size, long, more) = (number(at + 18, 4), number(at + 26, 2), number(at + 28, 2));
        let body = at + 30 + long + more;
        if zip[at + 30..at + 30 + long] == *name.as_bytes() {
            return String::from_utf8(zip[body..body + size].to_owned()).expect("it is UTF-8");
        }
        at = body + size;
    }
    panic!("no `{name}` in the zip");
}

/// What each paragraph says.
fn paragraphs(document: &str) -> Vec<String> {
    let texts = |paragraph: &str| {
        let runs = paragraph.split("<w:t xml:space=\"preserve\">").skip(1);
        runs.filter_map(|run| run.split("</w:t>").next()).collect::<String>()
    };
    document.split("<w:p>").skip(1).map(texts).filter(|words| !words.is_empty()).collect()
}

#[test]
fn labels_hints_boxes_and_ticks_stand_in_their_order() {
    let zip = document("Sheet", FIELDS);
    let body = part(&zip, "word/document.xml");
    let wanted = [
        "Sheet",
        "First part",
        "Read this.",
        "Line",
        "One line.",
        "Story",
        "Few",
        "☐ In",
        "☐ Out",
        "Before",
        "☐ one",
        "☐ two",
        "☐ Agreed",
        "Mood",
        "☐ 1 (bad)   ☐ 2   ☐ 3   ☐ 4   ☐ 5",
        "Later",
        "Worked out: 7 days after “Day”.",
        "Day",
        "YYYY-MM-DD",
        "Requests",
        "What",
        "Told",
        "State",
        "Waiting / Done",
        "☐",
        "☐",
    ];
    assert_eq!(paragraphs(&body), wanted);
    assert_eq!(body.matches("<w:tbl>").count(), 1);
    assert_eq!(body.matches("<w:tr>").count(), 3, "a head and two rows");
    assert_eq!(body.matches("<w:tblHeader/>").count(), 1, "the head is repeated on each page");
    assert_eq!(body.matches("Heading1").count() + body.matches("Heading2").count(), 2);
}

#[test]
fn the_same_template_gives_the_same_document() {
    assert_eq!(document("Sheet", FIELDS), document("Sheet", FIELDS));
}

#[test]
fn odd_letters_make_a_sound_document() {
    for odd in ODD.into_iter().chain(["a\u{1}b", "]]>", "\u{feff}"]) {
        let quoted = serde_json::to_string(odd).expect("a string");
        let fields = format!(
            "\n  - text: {quoted}\n    id: a\n    hint: {quoted}\n  - table: {quoted}\n    id: b\n    columns:\n      - choice: {quoted}\n        id: c\n        options: [{quoted}]\n"
        );
        let zip = document("Sheet", &fields);
        let body = part(&zip, "word/document.xml");
        assert_eq!(body.matches('<').count(), body.matches('>').count(), "{odd:?}");
        let forbidden =
            |letter: char| letter.is_control() || matches!(letter, '\u{fffe}' | '\u{ffff}');
        assert!(!body.contains(forbidden), "{odd:?}");
    }
}

#[test]
fn the_items_of_a_note_keep_their_numbers() {
    let note = "\n  - note: |\n      Before you go:\n\n      3. Lock up\n         - the van\n      4. Call\n\n      * keys\n";
    let document = part(&document("Sheet", note), "word/document.xml");
    let words = paragraphs(&document).join("\n");
    assert!(words.contains("Before you go:\n3. Lock up\n• the van\n4. Call\n• keys"), "{words}");
}
