//! One fault is one diagnostic: a slip is not told a second time under another name or in another file.

use testkit::Book;

const SCENARIO: &str = "title: A\nsummary: B\nleader:\n  say: C\nmanager:\n  say: D\n";
const TEMPLATE: &str = "title: Plan\nfields:\n  - text: Driver\n  - number: Days\n";

/// The rule and path of each diagnostic.
fn told(book: &Book) -> Vec<(&'static str, String)> {
    let told = book.diagnostics();
    told.iter().map(|one| (one.rule.name, one.span.source().path().to_owned())).collect()
}

#[track_caller]
fn assert_told_once(path: &str, text: &str, rule: &str) {
    let book = Book::new().file(path, text);
    assert_eq!(told(&book), [(rule, path.to_owned())], "\n{text}\n{}", book.told());
}

#[test]
fn a_misspelt_key_is_not_told_as_missing_too() {
    for (key, typo) in [("title", "titel"), ("summary", "summery"), ("manager", "manger")] {
        let text = SCENARIO.replace(&format!("{key}:"), &format!("{typo}:"));
        assert_told_once("content/scenarios/a.yaml", &text, "unknown-field");
    }
    let step = format!("{SCENARIO}sequence:\n  - leadr: Agree\n    when: Today\n");
    assert_told_once("content/scenarios/a.yaml", &step, "unknown-field");
    let guide = "---\ntitel: A\n---\n\nB\n";
    assert_told_once("content/guidance/a.md", guide, "unknown-field");
    assert_told_once("book.toml", "[book]\ntitel = \"A\"\n", "unknown-field");
}

#[test]
fn a_misspelt_type_of_a_field_is_not_told_as_missing_too() {
    for typo in ["texxt", "persn", "chioce", "tabel"] {
        let text = TEMPLATE.replace("text:", &format!("{typo}:"));
        assert_told_once("content/templates/a.yaml", &text, "unknown-field");
    }
    let text = format!("{TEMPLATE}  - computed: All days\n    summ: days\n");
    assert_told_once("content/templates/a.yaml", &text, "unknown-field");
}

#[test]
fn a_key_written_twice_is_not_told_as_unknown_too() {
    let text = format!("{SCENARIO}  say: E\n");
    assert_told_once("content/scenarios/a.yaml", &text, "duplicate-key");
}

#[test]
fn a_key_with_nothing_behind_it_is_empty() {
    for key in ["title", "summary"] {
        let value = if key == "title" { " A" } else { " B" };
        let text = SCENARIO.replace(&format!("{key}:{value}"), &format!("{key}:"));
        assert_told_once("content/scenarios/a.yaml", &text, "missing-field");
    }
    let text = SCENARIO.replace("  say: C\n", "  say:\n");
    assert_told_once("content/scenarios/a.yaml", &text, "missing-field");
}

/// A book whose scenario and guide name a template in every way there is.
fn book_that_names(path: &str, template: &[u8]) -> Book {
    let guide = "---\ntitle: A\n---\n\nSee the [plan](../templates/plan.yaml#field-driver).\n";
    Book::new()
        .file("content/scenarios/a.yaml", format!("{SCENARIO}templates: [plan]\n"))
        .file("content/guidance/a.md", guide)
        .file(path, template)
}

#[test]
fn a_fault_in_a_file_makes_no_second_one_in_a_file_that_names_it() {
    let faults: [(&str, &[u8]); 5] = [
        ("invalid-yaml", b"title: [Plan\n"),
        ("invalid-yaml", b"title: Plan: of the day\n"),
        ("missing-field", b"title: Plan\n"),
        ("wrong-type", b"title: [Plan]\nfields:\n  - text: Driver\n"),
        ("not-utf8", b"title: Caf\xE9\nfields:\n  - text: Driver\n"),
    ];
    let whole = book_that_names("content/templates/plan.yaml", TEMPLATE.as_bytes());
    assert_eq!(whole.told(), "");
    for (rule, template) in faults {
        let book = book_that_names("content/templates/plan.yaml", template);
        let path = "content/templates/plan.yaml".to_owned();
        assert_eq!(told(&book), [(rule, path)], "\n{}", book.told());
    }
}

#[test]
fn a_file_that_is_called_or_placed_wrongly_makes_no_second_fault_elsewhere() {
    for (rule, path) in [
        ("bad-file-name", "content/templates/Plan.yaml"),
        ("unplaced-file", "content/templates/plan.yml"),
        ("unplaced-file", "content/template/plan.yaml"),
    ] {
        let book = book_that_names(path, TEMPLATE.as_bytes());
        assert_eq!(told(&book), [(rule, path.to_owned())], "\n{}", book.told());
    }
}

#[test]
fn a_fault_in_a_column_makes_no_second_one_in_a_field_computed_from_it() {
    let text = "\
title: Plan
fields:
  - table: Stops
    columns:
      - number: Parcels
        needed: [yes]
      - choice: State
  - computed: All parcels
    sum: stops.parcels
    where: {state: Open}
";
    let book = Book::new().file("content/templates/a.yaml", text);
    let rules: Vec<&str> = told(&book).into_iter().map(|(rule, _)| rule).collect();
    assert_eq!(rules, ["wrong-type", "missing-field"], "\n{}", book.told());
}

#[test]
fn a_place_that_a_fault_takes_away_is_not_told_where_a_link_names_it() {
    let plan = TEMPLATE.replace("text:", "texxt:");
    let guide = "---\ntitle: A\n---\n\n[there](../templates/plan.yaml#field-driver)\n";
    let book = |plan: &str| {
        Book::new().file("content/templates/plan.yaml", plan).file("content/guidance/a.md", guide)
    };
    assert_eq!(told(&book(TEMPLATE)), [], "{}", book(TEMPLATE).told());
    let path = "content/templates/plan.yaml".to_owned();
    assert_eq!(told(&book(&plan)), [("unknown-field", path)], "{}", book(&plan).told());
}
