//! What leaves a sheet is read by programs that are not ours, and compared value by value: LibreOffice for
//! Word and CSV, cmark-gfm for Markdown, lopdf for PDF. `cargo xtask test` gets the programs.

use std::fs;
use std::path::Path;

use data_encoding::BASE64;
use serde_json::{Value, json};
use tempfile::TempDir;
use testkit::browser::{Medium, Page};
use testkit::outcome::{Outcome, because, none};

use crate::copies::CATCH;
use crate::kinds::Kinds;
use crate::pdf::{self, Form};
use crate::read_back::{with_cmark, with_office};
use crate::sheet::{is_saved, press, touch, write};
use crate::site::Visit;

const STORY: &str = "First “line” & more\n\n**Bold** <b>tag</b> é 😀";
const NASTY: &str = "a | b <c> *d* _e_ `f` [g](h) & \"i\"";

pub fn other_programs_read_every_value_in_every_file(visit: &Visit) -> Outcome {
    let kinds = Kinds::build()?;
    let page = &mut kinds.open(visit)?;
    fill(page)?;
    let folder = TempDir::with_prefix("twohats-readers-").map_err(because("no folder"))?;
    give(page, folder.path())?;
    page.show_in(Medium::Print)?;
    fs::write(folder.path().join("printed.pdf"), page.pdf()?).map_err(because("printed.pdf"))?;
    for ending in ["pdf", "docx"] {
        let blank = kinds.place.folder.join(format!("templates/kinds.{ending}"));
        let copy = folder.path().join(format!("blank.{ending}"));
        fs::copy(blank, copy).map_err(because(ending))?;
    }
    let folder = folder.path();
    let mut faults = Vec::new();
    of_json(&folder.join("copy.json"), &mut faults)?;
    let [table, answers] = with_office(page, folder, ["table.csv", "answers.csv"])?;
    of_csv(&table, &answers, &mut faults);
    of_markdown(&with_cmark(page, &folder.join("copy.md"))?, &mut faults);
    let [copy, blank] = with_office(page, folder, ["copy.docx", "blank.docx"])?;
    of_word(&copy, &blank, &mut faults);
    of_print(&pdf::words(&folder.join("printed.pdf"))?, &mut faults);
    of_form(&Form::read(&folder.join("blank.pdf"))?, &mut faults);
    none(&faults)
}

fn fill(page: &mut Page) -> Outcome {
    for (id, value) in [
        ("line", NASTY),
        ("story", STORY),
        ("amount", "-3.5"),
        ("day", "2026-03-04"),
        ("many", "Cats"),
        ("who", "Zoë, R. A."),
        ("requests.1.what", NASTY),
        ("requests.1.why", "one\ntwo"),
        ("requests.1.cost", "2.5"),
        ("requests.1.when", "2026-03-05"),
        ("requests.1.state", "Done"),
        ("requests.1.worth", "5"),
        ("requests.1.by", "@B"),
        ("requests.2.what", "=1+1"),
        ("requests.2.cost", "4"),
    ] {
        write(page, &format!("field-{id}"), value)?;
    }
    for tick in [
        "few.2",
        "several.1",
        "several.3",
        "agreed",
        "before-you-start.2",
        "mood.4",
        "requests.1.told",
    ] {
        press(page, &format!("[id='field-{tick}']"))?;
    }
    is_saved(page)
}

/// Has every file handed over, and writes them where the other programs find them.
fn give(page: &mut Page, folder: &Path) -> Outcome {
    touch(page)?;
    page.ask::<()>(CATCH, ())?;
    for button in [
        "[data-do=json]",
        "[data-do=markdown]",
        "[data-do=word]",
        "[data-csv=requests]",
        "[data-csv='']",
    ] {
        press(page, button)?;
    }
    let files: Vec<(String, String)> = page.ask("() => Promise.all(files)", ())?;
    for (number, (name, base64)) in files.iter().enumerate() {
        let bytes = BASE64.decode(base64.as_bytes()).map_err(because(name))?;
        let ending = name.rsplit('.').next().unwrap_or_default();
        let name = ["copy", "copy", "copy", "table", "answers"].get(number).unwrap_or(&"more");
        fs::write(folder.join(format!("{name}.{ending}")), bytes).map_err(because(name))?;
    }
    Ok(())
}

fn same(what: &str, found: &Value, wanted: &Value, faults: &mut Vec<String>) {
    if found != wanted {
        faults.push(format!("{what}\n  is     {found}\n  wanted {wanted}"));
    }
}

fn of_json(copy: &Path, faults: &mut Vec<String>) -> Outcome {
    let copy = fs::read(copy).map_err(because("the copy"))?;
    let copy: Value = serde_json::from_slice(&copy).map_err(because("the copy"))?;
    let mut answers = copy["answers"].clone();
    for row in answers["requests"].as_array_mut().into_iter().flatten() {
        row.as_object_mut().map(|row| row.remove("id"));
    }
    let wanted = json!({
        "line": NASTY, "story": STORY, "amount": "-3.5", "day": "2026-03-04", "few": "Out", "many": "Cats",
        "several": ["North", "East"], "agreed": true, "mood": "4", "who": "Zoë, R. A.",
        "before-you-start": {"ticked": ["Lights on"], "own": []},
        "requests": [
            {"cells": {"what": NASTY, "why": "one\ntwo", "cost": "2.5", "when": "2026-03-05", "state": "Done", "told": true, "worth": "5", "by": "@B"}},
            {"cells": {"what": "=1+1", "why": "", "cost": "4", "when": "", "state": "", "told": false, "worth": "", "by": ""}},
        ],
    });
    same("JSON", &answers, &wanted, faults);
    Ok(())
}

/// The one table of a CSV file. What could be a formula has an apostrophe before it, and stays a text.
fn of_csv(table: &Value, answers: &Value, faults: &mut Vec<String>) {
    let wanted = json!([[
        ["What", "Why", "Cost (days)", "When", "State", "Told", "Worth", "By"],
        [NASTY, "one\ntwo", "2.5", "2026-03-05", "Done", "yes", "5", "'@B"],
        ["'=1+1", "", "4", "", "", "", "", ""],
    ]]);
    same("CSV of the table", &table["tables"], &wanted, faults);
    let wanted = json!([[
        ["What was asked", "Answer"],
        ["Line", NASTY],
        ["Story", STORY.replace("\n\n", "\n")],
        ["Amount (days)", "-3.5"],
        ["Day", "2026-03-04"],
        ["Few", "Out"],
        ["Many", "Cats"],
        ["Several", "North, East"],
        ["Agreed", "yes"],
        ["Before you start: Doors shut", ""],
        ["Before you start: Lights on", "yes"],
        ["Mood", "4"],
        ["Who", "Zoë, R. A."],
        ["Asked for", "2"],
        ["Cost of all", "6.5 days"],
    ]]);
    same("CSV of the answers", &answers["tables"], &wanted, faults);
}

/// The paragraphs and the table of a document, as both Markdown and Word have them.
fn rows() -> Value {
    json!([[
        ["What", "Why", "Cost", "When", "State", "Told", "Worth", "By"],
        [NASTY, "one\ntwo", "2.5 days", "2026-03-05", "Done", "☑", "5", "@B"],
        ["=1+1", "", "4 days", "", "", "☐", "", ""],
    ]])
}

/// What stands outside the table, in both; `story` is the long answer.
fn answers(story: &[&str]) -> Value {
    let line = format!("Line: {NASTY}");
    let before = ["First part", &line, "Story"];
    let after = [
        "Amount: -3.5 days",
        "Day: 2026-03-04",
        "Few: Out",
        "Many: Cats",
        "Several",
        "☑ North",
        "☐ South",
        "☑ East",
        "☑ Agreed",
        "Before you start",
        "☐ Doors shut",
        "☑ Lights on",
        "Mood: 4",
        "Who: Zoë, R. A.",
        "Requests",
        "Asked for: 2",
        "Cost of all: 6.5 days",
    ];
    json!([&before, story, &after].concat())
}

/// All paragraphs below the name of the copy.
fn below_the_title(document: &Value) -> Value {
    json!(texts(&document["paragraphs"]).get(1..))
}

fn of_markdown(copy: &Value, faults: &mut Vec<String>) {
    same("table in Markdown", &copy["tables"], &rows(), faults);
    let story = ["First “line” & more", "Bold tag é 😀"];
    same("Markdown", &below_the_title(copy), &answers(&story), faults);
}

fn of_word(copy: &Value, blank: &Value, faults: &mut Vec<String>) {
    same("table in Word", &copy["tables"], &rows(), faults);
    let story = STORY.replace("\n\n", "\n");
    same("Word", &below_the_title(copy), &answers(&[&story]), faults);
    let head = json!([
        "What",
        "Why",
        "Cost\ndays",
        "When\nYYYY-MM-DD",
        "State\nWaiting / Done",
        "Told",
        "Worth\n1 / 5",
        "By"
    ]);
    let empty = json!(["", "", "", "", "", "☐", "", ""]);
    same(
        "table of the blank sheet in Word",
        &blank["tables"],
        &json!([[head, empty, empty]]),
        faults,
    );
    for words in [
        "Every kind",
        "First part",
        "Read this first.",
        "In one line.",
        "☐ Later",
        "☐ Fish",
        "☐ Agreed",
        "☐ Lights on",
        "☐ 1 (low) ☐ 2 ☐ 3 ☐ 4 ☐ 5 (high)",
    ] {
        if !texts(&blank["paragraphs"]).contains(&words) {
            faults.push(format!(
                "the blank sheet in Word does not say {words:?}: {}",
                blank["paragraphs"]
            ));
        }
    }
}

fn of_print(text: &str, faults: &mut Vec<String>) {
    for words in [
        NASTY,
        "First “line” & more",
        "<b>tag</b>",
        "2026-03-04",
        "Zoë, R. A.",
        "2.5",
        "=1+1",
        "6.5 days",
    ] {
        // A column is narrow: its words stand on lines of their own.
        if !words.split(' ').all(|word| text.contains(word)) {
            faults.push(format!("the print does not say {words:?}: {text}"));
        }
    }
}

fn of_form(blank: &Form, faults: &mut Vec<String>) {
    for name in &blank.lost {
        faults.push(format!("the blank PDF's field {name} loses what is written"));
    }
    for (name, kind) in [
        ("line", "Tx"),
        ("many", "Ch"),
        ("few", "Btn"),
        ("agreed", "Btn"),
        ("requests.2.what", "Tx"),
        ("requests.1.told", "Btn"),
    ] {
        let found = blank.kinds.get(name);
        if found.is_none_or(|found| found != kind) {
            faults.push(format!("PDF field {name} is {found:?} and not {kind}"));
        }
    }
}

fn texts(list: &Value) -> Vec<&str> {
    list.as_array().into_iter().flatten().filter_map(Value::as_str).collect()
}
