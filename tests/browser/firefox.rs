//! Sheets and pages in Firefox, where this machine has one: what is typed by its own keys is kept, goes into every
//! file and comes by a link, and nothing that a page does is refused there.

use std::fs;

use serde_json::{Value, json};
use testkit::Project;
use testkit::browser::{Firefox, Tab, find_firefox};
use testkit::chance::Chance;
use testkit::outcome::{Outcome, because, none};

use crate::boxes::said;
use crate::kinds::Kinds;
use crate::letters;
use crate::links::{ENDS, asleep};
use crate::pdf;
use crate::server::serve;
use crate::sheet::{CHANGE_LOG, COPIES, expect, holds, is_saved, kept, press, says, touch};
use crate::site::Visit;

fn launch() -> Outcome<Firefox> {
    Firefox::launch(&find_firefox().ok_or("no Firefox was found")?)
}

fn type_into(firefox: &mut Firefox, id: &str, text: &str) -> Outcome {
    firefox.ask::<()>("(id) => (document.getElementById(id).focus(), null)", id)?;
    firefox.type_text(text)
}

/// What people write where a number is asked for, and what is said of it.
const TYPED: &[(&str, &str)] = &[
    ("2-3", "not counted: no number"),
    ("1,5", "counts as 1.5"),
    ("ca. 40", "not counted: no number"),
    ("40k", "not counted: no number"),
    ("50 EUR", "not counted: no number"),
    ("1:30", "not counted: no number"),
    ("1.000.000", "counts as 1,000,000"),
    ("1,000", "counts as 1,000"),
];
const SUM: &str = "1,001,001.5 · 3 of 8 counted";

/// The kinds of fields that take letters.
const KINDS: [&str; 5] = ["text", "long", "number", "date", "person"];

/// A field of each kind for each of those texts, a table with a column of each kind, and a list for items of one's own.
fn sheet() -> String {
    let fields = KINDS
        .iter()
        .flat_map(|kind| (1..=TYPED.len()).map(move |at| format!("  - {kind}: {kind} {at}\n")));
    let columns = KINDS.map(|kind| format!("      - {kind}: A {kind}\n"));
    format!(
        "title: Typed\nfields:\n{}  - table: Bills\n    rows: {}\n    columns:\n{}  \
         - computed: All of it\n    sum: bills.a-number\n  - checks: Before\n    items: [Doors shut]\n",
        fields.collect::<String>(),
        TYPED.len(),
        columns.concat()
    )
}

pub fn in_firefox_every_box_keeps_what_is_typed_and_every_file_has_it(_: &Visit) -> Outcome {
    let project = Project::new().file("content/templates/typed.yaml", &sheet());
    project.build();
    let place = serve(&project.path("public"), "/")?;
    let mut firefox = launch()?;
    firefox.open(&format!("{}templates/typed.html", place.base))?;
    let boxes = |at: usize| {
        KINDS.map(|kind| [format!("field-{kind}-{at}"), format!("field-bills.{at}.a-{kind}")])
    };
    let mut all = Vec::new();
    for (at, (typed, said)) in TYPED.iter().enumerate() {
        all.extend(boxes(at + 1).into_iter().flatten().map(|id| (id, *typed, *said)));
    }
    for (id, typed, _) in &all {
        type_into(&mut firefox, id, typed)?;
    }
    press(&mut firefox, "[data-do=add-item]")?;
    firefox.type_text(TYPED[0].0)?;
    is_saved(&mut firefox)?;
    firefox.load_again()?;
    for (id, typed, wanted) in &all {
        holds(&mut firefox, id, typed)?;
        if id.contains("number") {
            let said = said(&mut firefox, id)?;
            expect(said == *wanted, &format!("{id}, {typed}: {said:?} is said"))?;
        }
    }
    says(&mut firefox, "#field-all-of-it", SUM)?;
    let kept = kept(&mut firefox)?[0]["answers"].clone();
    expect(kept["before"]["own"] == json!([TYPED[0].0]), "an item of one's own is lost")?;
    let files = files(&mut firefox, &project)?;
    none(&faults(&files, &kept))
}

/// All that a sheet gives, by what it is.
struct Files {
    json: Value,
    table: String,
    others: String,
    markdown: String,
    word: String,
    text: String,
    paper: String,
}

fn files(firefox: &mut Firefox, project: &Project) -> Outcome<Files> {
    touch(firefox)?;
    let mut file = |button: &str| {
        let bytes = firefox.file_of(|firefox| press(firefox, button))?;
        Ok::<_, String>(String::from_utf8_lossy(&bytes).into_owned())
    };
    let [json, table, others, markdown, word] = [
        file("[data-do=json]")?,
        file("[data-csv=bills]")?,
        file("[data-csv='']")?,
        file("[data-do=markdown]")?,
        file("[data-do=word]")?,
    ];
    let json = serde_json::from_str(&json).map_err(because("the file of a copy"))?;
    press(firefox, "[data-do=text]")?;
    says(firefox, "#sheet-notice", "Copied")?;
    press(firefox, "[data-do=take]")?;
    type_into(firefox, "take-box", "")?;
    firefox.paste()?;
    firefox.until("() => document.getElementById('take-box').value", ())?;
    let text = firefox.ask("() => document.getElementById('take-box').value", ())?;
    press(firefox, "#take-dialog [data-answer='']")?;
    let print = project.path("print.pdf");
    fs::write(&print, firefox.pdf()?).map_err(because("the print"))?;
    let paper = pdf::words(&print)?;
    Ok(Files { json, table, others, markdown, word, text, paper })
}

fn faults(files: &Files, kept: &Value) -> Vec<String> {
    let mut faults = Vec::new();
    if files.json["answers"] != *kept {
        faults.push(format!("the file has {}\nand kept is {kept}", files.json["answers"]));
    }
    for (typed, _) in TYPED {
        let quoted = format!("\"{typed}\"");
        for (place, wanted, text) in [
            ("the table's CSV", &*quoted, &files.table),
            ("the others' CSV", &*quoted, &files.others),
            ("Markdown", typed, &files.markdown),
            ("Word", &*format!(">{typed}<"), &files.word),
            ("the text", typed, &files.text),
            ("the print", typed, &files.paper),
        ] {
            let (found, least) = (text.matches(wanted).count(), KINDS.len());
            if found < least {
                faults.push(format!("{place} has {wanted} {found} times, not {least}:\n{text}"));
            }
        }
    }
    faults
}

pub fn in_firefox_whatever_is_typed_is_there_again(_: &Visit) -> Outcome {
    let kinds = Kinds::build()?;
    let mut firefox = launch()?;
    let mut faults = Vec::new();
    for seed in 0..3 {
        let chance = &mut Chance::new(seed);
        firefox.begin_afresh()?;
        firefox.open(&format!("{}{}", kinds.place.base, Kinds::PAGE))?;
        let single = letters::BOXES.iter().map(|(id, lines)| (format!("field-{id}"), *lines));
        let cells = letters::COLUMNS.iter();
        let cells = cells.map(|(id, lines)| (format!("field-requests.1.{id}"), *lines));
        let boxes: Vec<_> = single.chain(cells).collect();
        let mut typed = Vec::new();
        for (id, lines) in &boxes {
            let text = letters::text(chance, *lines);
            let text: String = text.chars().filter(|letter| has_a_key(*letter)).collect();
            type_into(&mut firefox, id, &text)?;
            typed.push((id, text));
        }
        is_saved(&mut firefox)?;
        firefox.load_again()?;
        faults.extend(typed.iter().filter_map(|(id, text)| holds(&mut firefox, id, text).err()));
    }
    none(&faults)
}

/// Whether WebDriver takes it as a key that writes it.
fn has_a_key(letter: char) -> bool {
    letter == '\n' || !letter.is_control() && !('\u{e000}'..='\u{e05d}').contains(&letter)
}

pub fn in_firefox_a_shared_sheet_is_shown_and_kept_as_a_copy_when_one_writes_in_it(
    visit: &Visit,
) -> Outcome {
    const WORK: &str = "field-piece-of-work";
    const WHO: &str = "field-who-decides";
    let mut firefox = launch()?;
    let address = format!("{}{CHANGE_LOG}", visit.site.below_a_path.base);
    firefox.open(&address)?;
    type_into(&mut firefox, WORK, "Shared, 2-3 “times”")?;
    type_into(&mut firefox, "field-requests.1.cost-in-days", "ca. 40")?;
    is_saved(&mut firefox)?;
    press(&mut firefox, "[data-do=send]")?;
    firefox.until("(id) => document.getElementById(id)?.open", "send-dialog")?;
    let link: String = firefox.ask("() => document.getElementById('link-box').value", ())?;
    firefox.begin_afresh()?;
    firefox.open(&link)?;
    says(&mut firefox, "#sheet-banner", "until you write in it")?;
    holds(&mut firefox, WORK, "Shared, 2-3 “times”")?;
    expect(kept(&mut firefox)?.is_empty(), "it was saved unasked")?;
    type_into(&mut firefox, WHO, "Ada")?;
    says(&mut firefox, "#sheet-notice", "a copy of your own")?;
    is_saved(&mut firefox)?;
    firefox.open(&address)?;
    holds(&mut firefox, WORK, "Shared, 2-3 “times”")?;
    holds(&mut firefox, "field-requests.1.cost-in-days", "ca. 40")?;
    holds(&mut firefox, WHO, "Ada")
}

pub fn in_firefox_no_page_has_anything_to_complain_of_whatever_end_its_address_has(
    visit: &Visit,
) -> Outcome {
    let mut firefox = launch()?;
    let mut faults = Vec::new();
    let place = &visit.site.below_a_path;
    for name in ["index.html", "scenarios/scope-creep.html", CHANGE_LOG, COPIES, "search.html"] {
        for (at, end) in ["", ENDS[0], ENDS[1]].into_iter().enumerate() {
            firefox.open(&format!("{}{name}?{at}{end}", place.base))?;
            firefox.settle()?;
            let said = asleep(&mut firefox)?.into_iter().chain(firefox.complaints());
            faults.extend(said.map(|fault| format!("{name}{end}: {fault}")));
        }
    }
    none(&faults)
}
