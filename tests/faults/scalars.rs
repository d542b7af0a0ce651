//! Text stays text: what a YAML reader could take for a number, a date or a truth is shown as typed.

use testkit::Book;

const SCALARS: [&str; 34] = [
    "No",
    "no",
    "yes",
    "Yes",
    "on",
    "off",
    "y",
    "N",
    "true",
    "False",
    "NULL",
    "null",
    "~",
    "1",
    "007",
    "1.10",
    ".5",
    "5.",
    "1e3",
    "+1",
    "-0",
    "1_000",
    "0x1F",
    "0o17",
    "0b11",
    ".inf",
    "-.INF",
    ".NaN",
    "2025-09-02",
    "2025-09-02T10:00:00Z",
    "12:30",
    "190:20:30",
    "=",
    "1,5",
];

#[test]
fn options_of_a_choice_are_shown_as_they_were_typed() {
    let page = Book::new().file("content/templates/x.yaml", template(str::to_owned));
    assert_shown(&page.page("templates/x.html"));
}

#[test]
fn quotes_round_an_option_are_no_part_of_it() {
    let page = Book::new().file("content/templates/x.yaml", template(|one| format!("\"{one}\"")));
    assert_shown(&page.page("templates/x.html"));
}

#[test]
fn options_in_square_brackets_are_shown_as_they_were_typed() {
    let one_line: Vec<&str> = SCALARS.into_iter().filter(|one| !one.contains(',')).collect();
    let template = format!(
        "title: Plan\nfields:\n  - choice: Answer\n    options: [{}]\n",
        one_line.join(", ")
    );
    let page = Book::new().file("content/templates/x.yaml", template).page("templates/x.html");
    for option in one_line {
        assert!(page.contains(&format!("<option>{option}</option>")), "`{option}` is not shown");
    }
}

#[test]
fn titles_and_labels_are_shown_as_they_were_typed() {
    for text in SCALARS {
        let template = format!("title: {text}\nfields:\n  - text: {text}\n");
        let page = Book::new().file("content/templates/x.yaml", template).page("templates/x.html");
        assert!(page.contains(&format!(">{text}</h1>")), "the title `{text}` is not shown");
        assert!(page.contains(&format!(">{text}</label>")), "the label `{text}` is not shown");
    }
}

fn template(written: impl Fn(&str) -> String) -> String {
    let options = SCALARS.map(|option| format!("      - {}\n", written(option)));
    let head = "title: Plan\nfields:\n  - choice: Answer\n    options:\n";
    format!("{head}{}", options.concat())
}

#[track_caller]
fn assert_shown(page: &str) {
    let missing: Vec<&str> = SCALARS
        .into_iter()
        .filter(|option| !page.contains(&format!("<option>{option}</option>")))
        .collect();
    assert!(missing.is_empty(), "not shown as typed: {missing:?}");
}
