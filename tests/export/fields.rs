//! Every type of field has real form fields, with names, tooltips and the right kind.

use testkit::Book;

use crate::paper::{kinds, pdf};

#[test]
fn every_type_of_field_becomes_form_fields_of_its_kind() {
    let fields = "
  - heading: First
  - note: Read this.
  - text: Line
  - long: Lines
  - number: Amount
    unit: days
  - date: Day
  - choice: Few
    options: [In, Out]
  - choice: Many
    options: [a, b, c, d, e, f]
  - choices: Several
    options: [x, y]
  - check: Agreed
  - checks: Before
    items: [one, two]
  - rating: Mood
  - person: Who
  - computed: Later
    days_after:
      date: day
      days: 7
  - computed: Rows
    count: requests
";
    let table = "
  - table: Requests
    rows: 1
    columns:
      - text: What
      - long: Why
      - number: Cost in days
      - date: When
      - choice: Answer
        options: [Yes, No]
      - check: Told
      - rating: Worth
      - person: Asked by
";
    assert_eq!(
        kinds(&format!("{fields}{}", &table[1..])),
        [
            "agreed tick",
            "amount text",
            "before.1 tick",
            "before.2 tick",
            "day text",
            "few radio",
            "later text",
            "line text",
            "lines lines",
            "many combo",
            "mood radio",
            "requests.1.answer combo",
            "requests.1.asked-by lines",
            "requests.1.cost-in-days text",
            "requests.1.told tick",
            "requests.1.what lines",
            "requests.1.when text",
            "requests.1.why lines",
            "requests.1.worth combo",
            "rows text",
            "several.1 tick",
            "several.2 tick",
            "who text",
        ]
    );
}

#[test]
fn buttons_and_lists_hold_the_options() {
    let pdf = pdf(
        "\n  - choice: Few\n    options: [In, Out]\n  - rating: Mood\n  - choice: Many\n    options: [a, b, c, d, e, f]\n",
    );
    let fields = pdf.fields();
    assert_eq!(fields["few"].options, ["In", "Out"]);
    assert_eq!(fields["mood"].options, ["1", "2", "3", "4", "5"]);
    assert_eq!(fields["many"].options, ["a", "b", "c", "d", "e", "f"]);
    assert!(pdf.texts()[0].contains("a / b / c / d / e / f"), "on paper no list can be opened");
}

#[test]
fn tooltips_say_the_label_as_typed_with_table_row_and_unit() {
    let pdf = pdf(
        "\n  - number: Größe Ёж\n    unit: days\n  - table: Requests\n    rows: 2\n    columns:\n      - text: What\n  - checks: Before\n    items: [one]\n",
    );
    let fields = pdf.fields();
    let tip = |name: &str| fields[name].tip.as_str();
    assert_eq!(tip("größe-ёж"), "Größe Ёж (days)");
    assert_eq!(tip("requests.2.what"), "Requests, Row 2, What");
    assert_eq!(tip("before.1"), "Before: one");
}

#[test]
fn labels_hints_units_and_advice_are_on_the_paper_and_no_key_of_the_wording() {
    let sheet = "title: Plan\nsummary: In short.\nuse_when: It rains.\ntime: 5 minutes\nsensitive: yes\nfields:\n  - text: Name\n    hint: A *role* will do.\n  - date: Day\n  - number: Cost\n    unit: days\n  - computed: Weeks\n    days_after: {date: day, days: 14}\n";
    let book = Book::new().file("content/templates/plan.yaml", sheet);
    let texts = crate::paper::read(&book, "templates/plan.pdf").texts().concat();
    for words in [
        "Plan\n",
        "In short.\n",
        "Use it when: It rains.\n",
        "5 minutes\n",
        "This sheet is about a person\n",
        "Name\n",
        "A role will do.\n",
        "YYYY-MM-DD\n",
        "days\n",
        "Worked out: 14 days after",
        "Page 1 of 1\n",
    ] {
        assert!(texts.contains(words), "{words} is missing in\n{texts}");
    }
    for key in ["template.", "computed.", "sensitive.", "{"] {
        assert!(!texts.contains(key), "{key} is in\n{texts}");
    }
}

#[test]
fn the_page_links_to_the_sheet_and_the_site_has_it() {
    let book =
        Book::new().file("content/templates/a/plan.yaml", "title: P\nfields:\n  - text: N\n");
    assert!(book.page("templates/a/plan.html").contains("href=\"plan.pdf\""));
    assert!(book.page("templates/a/plan.html").contains("href=\"plan.docx\""));
    crate::paper::read(&book, "templates/a/plan.pdf");
}

#[test]
fn a_file_that_would_lie_where_the_sheet_goes_is_told_of() {
    for ending in ["pdf", "docx"] {
        let book = Book::new()
            .file("content/templates/plan.yaml", "title: P\nfields:\n  - text: N\n")
            .file(format!("content/templates/plan.{ending}"), "mine");
        assert!(book.told().contains("error[unplaced-file]"), "{}", book.told());
    }
}
