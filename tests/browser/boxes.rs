//! Boxes for numbers and days keep what was typed, letter for letter, everywhere that a sheet goes, and say what they
//! make of it.

use data_encoding::BASE64;
use testkit::Project;
use testkit::browser::{Medium, Page, Screen, Tab};
use testkit::outcome::{Outcome, because, none};

use crate::copies::CATCH;
use crate::server::serve;
use crate::sheet::{expect, holds, is_saved, kept, press, says, touch};
use crate::site::Visit;

const SHEET: &str = "\
title: Outing
fields:
  - number: Guests
  - date: First day
  - table: Bills
    rows: 15
    columns:
      - number: Price
        unit: €
      - date: Paid on
  - computed: All of it
    sum: bills.price
  - computed: Guests in all
    sum: guests
  - computed: Reminder
    days_after: {date: first-day, days: 7}
";
const PAGE: &str = "templates/outing.html";

/// What is typed as a price, and what is said beside the box.
const PRICES: &[(&str, &str)] = &[
    ("4", ""),
    ("3-4", "not counted: no number"),
    ("2,5", "counts as 2.5"),
    ("about 30", "not counted: no number"),
    ("30k", "not counted: no number"),
    ("25 euros", "not counted: no number"),
    ("2:45", "not counted: no number"),
    ("2.000.000", "counts as 2,000,000"),
    ("3,000", "counts as 3,000"),
    ("3.000", "counts as 3"),
    ("−1.5", ""),
    ("  7  ", ""),
    ("１２", "counts as 12"),
    ("</script>\"", "not counted: no number"),
];
const SUM: &str = "2,003,027 € · 8 of 14 counted";

fn outing(visit: &Visit) -> Outcome<(Project, Page)> {
    let project = Project::new().file("content/templates/outing.yaml", SHEET);
    project.build();
    let mut page = visit.new_page()?;
    page.open(&format!("{}{PAGE}", serve(&project.path("public"), "/")?.base))?;
    Ok((project, page))
}

/// Types into a box, key by key.
fn type_into(page: &mut Page, id: &str, text: &str) -> Outcome {
    page.ask::<()>("(id) => (document.getElementById(id).focus(), null)", id)?;
    page.type_text(text)
}

/// What is said beside a box; nothing where nothing is.
pub fn said(page: &mut impl Tab, id: &str) -> Outcome<String> {
    page.ask(
        "(id) => document.getElementById(id).getAttribute('aria-describedby')?.split(' ')
            .map((one) => document.getElementById(one)).filter((one) => one?.checkVisibility())
            .find((one) => one.classList.contains('heard'))?.textContent ?? ''",
        id,
    )
}

fn load_again(page: &mut Page) -> Outcome {
    let address: String = page.ask("() => location.href", ())?;
    page.open(&address)
}

fn price(row: usize) -> String {
    format!("field-bills.{}.price", row + 1)
}

pub fn what_is_typed_into_a_box_for_a_number_is_kept_and_it_is_said_what_counts(
    visit: &Visit,
) -> Outcome {
    let (_project, mut page) = outing(visit)?;
    for (row, (typed, _)) in PRICES.iter().enumerate() {
        type_into(&mut page, &price(row), typed)?;
    }
    type_into(&mut page, "field-guests", "a dozen")?;
    is_saved(&mut page)?;
    load_again(&mut page)?;
    let mut faults = Vec::new();
    let rows = &kept(&mut page)?[0]["answers"]["bills"];
    for (row, (typed, wanted)) in PRICES.iter().enumerate() {
        holds(&mut page, &price(row), typed)?;
        let said = said(&mut page, &price(row))?;
        if said != *wanted || rows[row]["cells"]["price"] != **typed {
            faults.push(format!("{typed}: {said:?} is said, and kept is {}", rows[row]));
        }
    }
    none(&faults)?;
    says(&mut page, "#field-all-of-it", SUM)?;
    says(&mut page, "#field-guests-in-all", "0 · 0 of 1 counted")
}

pub fn on_paper_and_in_every_file_stands_what_was_typed(visit: &Visit) -> Outcome {
    let (_project, mut page) = outing(visit)?;
    for (row, (typed, _)) in PRICES.iter().enumerate() {
        type_into(&mut page, &price(row), typed)?;
    }
    type_into(&mut page, "field-first-day", "29/11")?;
    is_saved(&mut page)?;
    touch(&mut page)?;
    page.ask::<()>(CATCH, ())?;
    for button in ["[data-csv=bills]", "[data-csv='']", "[data-do=markdown]", "[data-do=word]"] {
        press(&mut page, button)?;
    }
    let files: Vec<(String, String)> = page.ask("() => Promise.all(files)", ())?;
    let text = |at: usize| {
        let (name, base64) = &files[at];
        let bytes = BASE64.decode(base64.as_bytes()).map_err(because(name))?;
        Ok::<_, String>(String::from_utf8_lossy(&bytes).into_owned())
    };
    let [table, others, markdown, word] = [text(0)?, text(1)?, text(2)?, text(3)?];
    page.ask::<()>("() => (dispatchEvent(new Event('beforeprint')), null)", ())?;
    page.show_in(Medium::Print)?;
    let paper: Vec<String> = page.ask(
        "() => [...document.querySelectorAll('#sheet .on-paper, #sheet output')]
            .filter((one) => one.checkVisibility()).map((one) => one.textContent)",
        (),
    )?;
    let mut faults = Vec::new();
    for (typed, _) in PRICES {
        let xml = typed.replace('<', "&#60;").replace('>', "&#62;").replace('"', "&#34;");
        for (place, there) in [
            ("the table's CSV", table.contains(&format!("\"{}\"", typed.replace('"', "\"\"")))),
            ("Markdown", markdown.contains(&format!("| {} € |", typed.replace('<', "\\<")))),
            ("Word", word.contains(&format!(">{xml} €<"))),
            ("the print", paper.iter().any(|one| one == typed)),
        ] {
            if !there {
                faults.push(format!("{typed} is not in {place}"));
            }
        }
    }
    for (place, text) in [("CSV", &others), ("Markdown", &markdown), ("Word", &word)] {
        for words in [SUM, "29/11"] {
            if !text.contains(words) {
                faults.push(format!("{place} does not say {words}: {text}"));
            }
        }
    }
    if !paper.iter().any(|one| one == SUM) || !paper.iter().any(|one| one == "29/11") {
        faults.push(format!("the print has {paper:?}"));
    }
    none(&faults)
}

pub fn a_day_is_kept_as_it_was_typed_and_what_is_read_is_said(visit: &Visit) -> Outcome {
    let (_project, mut page) = outing(visit)?;
    for (row, (typed, wanted)) in [
        ("2026-11-29", ""),
        ("29.11.2026", "Sunday, November 29, 2026"),
        ("29/11", "not read as a date"),
        ("03/04/2026", "not read as a date"),
        ("after Easter", "not read as a date"),
    ]
    .into_iter()
    .enumerate()
    {
        let id = format!("field-bills.{}.paid-on", row + 1);
        type_into(&mut page, &id, typed)?;
        is_saved(&mut page)?;
        load_again(&mut page)?;
        holds(&mut page, &id, typed)?;
        let said = said(&mut page, &id)?;
        expect(said == wanted, &format!("{typed}: {said:?} is said"))?;
    }
    // What is worked out of a day says which it was, or that it was none.
    type_into(&mut page, "field-first-day", "29")?;
    says(&mut page, "#field-reminder", "not read as a date")?;
    page.type_text(".11.2026")?;
    says(&mut page, "#field-reminder", "Sunday, December 6, 2026")?;
    let said = said(&mut page, "field-first-day")?;
    expect(said == "Sunday, November 29, 2026", &said)
}

pub fn neither_the_wheel_nor_an_arrow_key_changes_a_number_or_a_day(visit: &Visit) -> Outcome {
    let (_project, mut page) = outing(visit)?;
    for (id, typed) in [("field-guests", "12"), ("field-first-day", "2026-11-29")] {
        type_into(&mut page, id, typed)?;
        for key in ["ArrowUp", "ArrowUp", "ArrowDown"] {
            page.press_key(key)?;
        }
        let (x, y): (f64, f64) = page.ask(
            "(id) => {
                const { left, top } = document.getElementById(id).getBoundingClientRect();
                globalThis.turned = false;
                addEventListener('wheel', () => (globalThis.turned = true), { once: true });
                return [left + 9, top + 9];
            }",
            id,
        )?;
        page.turn_wheel(x, y, 120.0)?;
        page.until("() => globalThis.turned", ())?;
        holds(&mut page, id, typed)?;
    }
    Ok(())
}

pub fn a_calendar_and_a_sign_write_what_is_pressed_and_nothing_else(visit: &Visit) -> Outcome {
    let (_project, mut page) = outing(visit)?;
    page.show_on(Screen::PHONE)?;
    let keys: (String, String) = page.ask(
        "() => ['guests', 'first-day'].map((id) => document.getElementById(`field-${id}`).inputMode)",
        (),
    )?;
    expect(keys == ("decimal".into(), String::new()), &format!("the keys are {keys:?}"))?;
    type_into(&mut page, "field-guests", "3,5")?;
    let sign = "[data-field=guests] [data-do=sign]";
    for wanted in ["-3,5", "3,5"] {
        press(&mut page, sign)?;
        page.until("(wanted) => document.getElementById('field-guests').value === wanted", wanted)?;
    }
    type_into(&mut page, "field-first-day", "in May")?;
    page.ask::<()>("() => (HTMLInputElement.prototype.showPicker = () => {}, null)", ())?;
    let calendar = "[data-field=first-day] [data-do=pick]";
    press(&mut page, calendar)?;
    page.until("() => document.querySelector('.calendar')", ())?;
    is_saved(&mut page)?;
    holds(&mut page, "field-first-day", "in May")?;
    page.ask::<()>(
        "() => {
            const calendar = document.querySelector('.calendar');
            calendar.value = '2026-05-04';
            calendar.dispatchEvent(new Event('change', { bubbles: true }));
            return null;
        }",
        (),
    )?;
    holds(&mut page, "field-first-day", "2026-05-04")?;
    is_saved(&mut page)?;
    expect(kept(&mut page)?[0]["answers"]["first-day"] == "2026-05-04", "the day is not kept")
}

pub fn cells_of_a_spreadsheet_keep_their_letters(visit: &Visit) -> Outcome {
    let (_project, mut page) = outing(visit)?;
    let cells = " 1.234,50\t29.11.2026 \n\u{a0}7\t\"later\"\n1'000\t\"two\nlines\"";
    page.ask::<()>(
        "(cells) => {
            const data = new DataTransfer();
            data.setData('text/plain', cells);
            const box = document.getElementById('field-bills.1.price');
            box.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
            return null;
        }",
        cells,
    )?;
    is_saved(&mut page)?;
    load_again(&mut page)?;
    for (id, wanted) in [
        ("1.price", " 1.234,50"),
        ("1.paid-on", "29.11.2026 "),
        ("2.price", "\u{a0}7"),
        ("2.paid-on", "\"later\""),
        ("3.price", "1'000"),
        ("3.paid-on", "two\nlines"),
    ] {
        holds(&mut page, &format!("field-bills.{id}"), wanted)?;
    }
    says(&mut page, "#field-all-of-it", "2,241.5 €")
}
