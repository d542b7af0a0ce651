//! Twelve faults of twelve rules in five files, told in one run.

use serde_json::Value;
use testkit::Book;
use twohats::diagnostic::json;

/// Rule, path, line and column of every fault of `book()`, in the order in which they are shown.
const FAULTS: [(&str, &str, usize, usize); 12] = [
    ("invalid-yaml", "content/comparisons/two-vans.yaml", 5, 22),
    ("broken-link", "content/guidance/delivery-days.md", 18, 41),
    ("broken-anchor", "content/guidance/delivery-days.md", 20, 12),
    ("unsafe-link", "content/guidance/delivery-days.md", 20, 56),
    ("missing-field", "content/scenarios/late-parcels.yaml", 1, 1),
    ("wrong-type", "content/scenarios/late-parcels.yaml", 1, 8),
    ("cut-by-hash", "content/scenarios/late-parcels.yaml", 2, 34),
    ("unknown-field", "content/scenarios/late-parcels.yaml", 6, 3),
    ("dangling-reference", "content/scenarios/late-parcels.yaml", 7, 28),
    ("unknown-value", "content/templates/delivery-plan.yaml", 4, 13),
    ("duplicate-id", "content/templates/delivery-plan.yaml", 6, 11),
    ("not-utf8", "content/templates/orders.yaml", 2, 21),
];

fn book() -> Book {
    let scenario = "\
title: [Parcels go out a day late]
summary: After the café stop van #2 is full, and the rest stays behind.
leader:
  aim: Agree what was promised.
  say: What did we promise the people who are waiting?
  agree: The date.
templates: [delivery-plan, stock-list]
";
    let guide = "\
---
title: Delivery days
summary: What to do on the days when the vans go out.
topics:
  - delivery
also:
  - vans
  - rounds
  - parcels
order: 3
reviewed: 2026-11
draft: no
extra:
  for: Inés
---

## Before the van leaves
Naïve or not, we read the café's [list](no-such-list.md) first.

See [here](#before-the-van-goes) and the team's [rota](file:///S:/rota.txt).
";
    let template = "\
title: Delivery plan
fields:
  - text: Driver
    needed: perhaps
  - date: Day
  - text: Driver
";
    let comparison = "\
title: Two vans
rows:
  - on: Who fills it?
    leader: Whoever drives it.
    manager: The plan: one name a day.
";
    Book::new()
        .file("content/scenarios/late-parcels.yaml", scenario)
        .file("content/guidance/delivery-days.md", guide)
        .file("content/templates/delivery-plan.yaml", template.replace('\n', "\r\n"))
        .file("content/comparisons/two-vans.yaml", comparison)
        .file("content/templates/orders.yaml", b"title: Orders\nsummary: For the caf\xE9\n")
}

#[test]
fn twelve_faults_in_five_files_are_told_in_one_run_each_at_its_place() {
    let told = book().diagnostics();
    let found: Vec<(&str, &str, usize, usize)> = told
        .iter()
        .map(|one| {
            let (line, column) = one.span.line_and_column();
            (one.rule.name, one.span.source().path(), line, column)
        })
        .collect();
    assert_eq!(found, FAULTS, "\n{}", book().told());
}

#[test]
fn machines_are_told_the_same_as_people() {
    let told = book().diagnostics();
    let records: Vec<Value> = serde_json::from_str(&json(&told)).expect("it is JSON");
    assert_eq!(records.len(), FAULTS.len());
    for ((record, one), (rule, path, line, column)) in records.iter().zip(&told).zip(FAULTS) {
        assert_eq!(record["rule"], rule);
        assert_eq!(record["path"], path);
        assert_eq!((&record["line"], &record["column"]), (&line.into(), &column.into()));
        assert_eq!(record["severity"], one.severity().name());
        assert_eq!(record["message"], one.message);
        assert_eq!(record["key"], one.key);
        assert_eq!(record["help"].as_str(), one.help.as_deref());
        assert_eq!(record["labels"].as_array().map(Vec::len), Some(one.labels.len()));
    }
}

#[test]
fn machines_are_told_where_a_fault_ends_in_characters() {
    let told = json(&book().diagnostics());
    let records: Vec<Value> = serde_json::from_str(&told).expect("it is JSON");
    let broken_link = &records[1];
    assert_eq!((&broken_link["end_line"], &broken_link["end_column"]), (&18.into(), &56.into()));
}

#[test]
fn a_book_without_faults_is_an_empty_array() {
    assert_eq!(json(&Book::new().diagnostics()), "[]\n");
}
