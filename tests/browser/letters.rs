//! Whatever is written in a sheet, in any field and any script, is there again letter for letter: after a reload, from a
//! file and from a link.

use std::env;

use serde_json::{Value, json};
use testkit::browser::Page;
use testkit::chance::Chance;
use testkit::outcome::{Outcome, because, none};

use crate::kinds::Kinds;
use crate::sheet::{is_saved, kept, press, press_words, says, touch};
use crate::site::Visit;

/// How many sheets are filled in; each is filled in otherwise.
const TURNS: &str = "TWOHATS_SHEETS";
const FEW: u64 = 4;

/// What a text is put together from: letters of many scripts and planes, signs that mean something elsewhere, and words
/// that a script could take for its own.
#[rustfmt::skip]
const PIECES: &[&str] = &[
    "a", "Z", "7", "1,5", "2-3", "1.000", "−4", " ", "  ", "\t", ".", ",", "'", "\"", "`", "<", ">", "&", "&amp;", "</script>",
    "</textarea>", "<!--", "]]>", "{name}", "{{", "${x}", "\\", "\\n", "%", "#", "%23", "=", "+", "@", "|", "*", "_", "[x]",
    "__proto__", "constructor", "toString", "null", "true", "yes", "ä", "e\u{301}", "ﬁ", "ß", "İ", "漢", "か\u{3099}", "한",
    "\u{1112}\u{1161}\u{11ab}", "א", "ب", "\u{202e}", "\u{200f}", "\u{200d}", "\u{200b}", "\u{feff}", "\u{a0}", "\u{2028}",
    "\u{ad}", "😀", "👩\u{200d}🚒", "🇩🇪", "𝒳", "𠀀", "\u{e000}", "\u{f0000}", "\u{10ffff}", "\u{fffd}", "\u{fffe}", "\u{7f}",
    "\u{1}", "\0",
];

/// The boxes to write in, by what they are kept under, and whether they take line breaks. Those of a table are columns.
pub const BOXES: &[(&str, bool)] =
    &[("line", true), ("story", true), ("amount", false), ("day", false), ("who", false)];
pub const COLUMNS: &[(&str, bool)] =
    &[("what", true), ("why", true), ("cost", false), ("when", false), ("by", false)];

pub fn text(chance: &mut Chance, lines: bool) -> String {
    let mut text = String::new();
    for _ in 0..=chance.below(7) {
        text += *chance.pick(PIECES);
        if lines && chance.one_in(5) {
            text.push('\n');
        }
    }
    text
}

fn several(chance: &mut Chance, offered: &[&str]) -> Vec<String> {
    let mut all: Vec<String> =
        offered.iter().filter(|_| chance.one_in(2)).map(|&one| one.to_owned()).collect();
    all.extend((0..chance.below(3)).map(|at| format!("{at}{}", text(chance, true))));
    all
}

fn one_of(chance: &mut Chance, offered: &[&str]) -> String {
    if chance.one_in(2) { (*chance.pick(offered)).to_owned() } else { text(chance, true) }
}

/// Answers as a file of any origin may hold them: texts anywhere, with lines anywhere, and options nobody offers.
fn answers(chance: &mut Chance) -> Value {
    let rows: Vec<Value> = (0..=chance.below(4))
        .map(|row| {
            let mut cells: serde_json::Map<String, Value> = COLUMNS
                .iter()
                .map(|(id, _)| ((*id).to_owned(), text(chance, true).into()))
                .collect();
            cells.insert("state".into(), one_of(chance, &["Waiting", "Done"]).into());
            cells.insert("worth".into(), one_of(chance, &["1", "5"]).into());
            cells.insert("told".into(), chance.one_in(2).into());
            json!({"id": format!("r{row}"), "cells": cells})
        })
        .collect();
    let own = (0..chance.below(3)).map(|at| format!("own {at}{}", text(chance, true)));
    let own: Vec<String> = own.collect();
    let mut ticked = several(chance, &["Doors shut", "Lights on"]);
    ticked.extend(own.iter().filter(|_| chance.one_in(2)).cloned());
    let mut all = json!({
        "few": one_of(chance, &["In", "Out"]), "many": one_of(chance, &["Ants", "Fish"]),
        "mood": one_of(chance, &["1", "5"]), "several": several(chance, &["North", "East"]),
        "agreed": chance.one_in(2), "before-you-start": {"ticked": ticked, "own": own}, "requests": rows,
    });
    for (id, _) in BOXES {
        all[id] = text(chance, true).into();
    }
    all
}

/// Answers so that they can be compared: in which order boxes were ticked is nowhere written down.
fn sorted(answers: &Value) -> Value {
    let mut answers = answers.clone();
    for list in ["/several", "/before-you-start/ticked"] {
        if let Some(Value::Array(list)) = answers.pointer_mut(list) {
            list.sort_by_key(Value::to_string);
        }
    }
    for row in answers["requests"].as_array_mut().into_iter().flatten() {
        row.as_object_mut().map(|row| row.remove("id"));
    }
    answers
}

/// Where two values differ.
fn differences(place: &str, is: &Value, was: &Value) -> Vec<String> {
    let (is, was) = (sorted(is), sorted(was));
    let fields = was.as_object().into_iter().flatten();
    let lost = fields.filter(|(id, value)| is[*id] != **value);
    lost.map(|(id, value)| format!("{place}: {id}\n  is  {}\n  was {value}", is[id])).collect()
}

fn turns() -> Outcome<u64> {
    let turns = env::var(TURNS).unwrap_or_else(|_| FEW.to_string());
    turns.parse().map_err(because(TURNS))
}

/// Has the sheet given as a file.
fn file(page: &mut Page) -> Outcome<String> {
    page.ask(
        "async () => {
            let given = null;
            const real = URL.createObjectURL;
            URL.createObjectURL = (blob) => ((given = blob), 'blob:caught');
            HTMLAnchorElement.prototype.click = () => {};
            document.querySelector('[data-do=json]').click();
            URL.createObjectURL = real;
            return given.text();
        }",
        (),
    )
}

/// Opens a file in a profile of its own.
fn take(kinds: &Kinds, visit: &Visit, file: &str) -> Outcome<Page> {
    let mut page = kinds.open(visit)?;
    touch(&mut page)?;
    press(&mut page, "[data-do=take]")?;
    page.ask::<()>("(text) => (document.getElementById('take-box').value = text, null)", file)?;
    press(&mut page, "#take-dialog [data-answer=yes]")?;
    says(&mut page, "#sheet-notice", "Opened: 1")?;
    Ok(page)
}

/// Every answer as the boxes hold it now.
fn shown(page: &mut Page) -> Outcome<Value> {
    page.ask("() => Twohats.page.filled().answers", ())
}

pub fn whatever_is_written_is_there_again_from_the_device_a_file_and_a_link(
    visit: &Visit,
) -> Outcome {
    let kinds = Kinds::build()?;
    let mut faults = Vec::new();
    for seed in 0..turns()? {
        let chance = &mut Chance::new(seed);
        let mut page = kinds.open(visit)?;
        let mut written: Vec<(String, String)> = Vec::new();
        for (id, lines) in BOXES {
            written.push((format!("field-{id}"), text(chance, *lines)));
        }
        for row in 1..=2 {
            for (id, lines) in COLUMNS {
                written.push((format!("field-requests.{row}.{id}"), text(chance, *lines)));
            }
        }
        page.ask::<()>(
            "(written) => {
                const write = (box, text) => {
                    box.value = text;
                    box.dispatchEvent(new Event('input', { bubbles: true }));
                };
                for (const [id, text] of written) write(document.getElementById(id), text);
                document.querySelector('[data-do=add-item]').click();
                write(document.querySelector('[data-own] [type=text]'), written[2][1]);
                return null;
            }",
            &written,
        )?;
        is_saved(&mut page)?;
        let was = kept(&mut page)?[0]["answers"].clone();
        for (id, text) in &written {
            let parts: Vec<&str> = id.trim_start_matches("field-").split('.').collect();
            let found = match parts[..] {
                [_, row, column] => {
                    let row: usize = row.parse().map_err(because(id))?;
                    &was["requests"][row - 1]["cells"][column]
                }
                _ => &was[parts[0]],
            };
            if found != text {
                faults.push(format!("{seed}: {id} keeps {found} of {}", json!(text)));
            }
        }
        let address: String = page.ask("() => location.href", ())?;
        page.open(&address)?;
        faults.extend(differences(&format!("{seed}, loaded again"), &shown(&mut page)?, &was));
        let mut taken = take(&kinds, visit, &file(&mut page)?)?;
        faults.extend(differences(&format!("{seed}, from a file"), &shown(&mut taken)?, &was));
        press(&mut page, "[data-do=send]")?;
        page.until("(id) => document.getElementById(id).open", "send-dialog")?;
        let link: String = page.ask("() => document.getElementById('link-box').value", ())?;
        let mut fresh = visit.new_page()?;
        fresh.open(&link)?;
        press_words(&mut fresh, "Save it here")?;
        is_saved(&mut fresh)?;
        faults.extend(differences(&format!("{seed}, by a link"), &shown(&mut fresh)?, &was));
    }
    none(&faults)
}

pub fn a_copy_from_anywhere_keeps_what_no_box_was_made_for(visit: &Visit) -> Outcome {
    let kinds = Kinds::build()?;
    let mut page = kinds.open(visit)?;
    page.ask::<()>(
        "() => {
            const box = document.getElementById('field-line');
            box.value = 'x';
            box.dispatchEvent(new Event('input', { bubbles: true }));
            return null;
        }",
        (),
    )?;
    is_saved(&mut page)?;
    let copy = kept(&mut page)?[0].clone();
    let mut faults = Vec::new();
    for seed in 0..turns()? {
        let was = answers(&mut Chance::new(seed));
        let mut other = copy.clone();
        other["answers"] = was.clone();
        let mut page = take(&kinds, visit, &other.to_string())?;
        faults.extend(differences(&format!("{seed}, shown"), &shown(&mut page)?, &was));
        // It is written anew, from the boxes, when anything changes.
        page.ask::<()>(
            "() => {
                const box = document.getElementById('field-line');
                box.dispatchEvent(new Event('input', { bubbles: true }));
                return null;
            }",
            (),
        )?;
        let saved = kept(&mut page)?[0]["revision"].clone();
        page.until(
            "(before) => Object.entries(localStorage)
                .some(([key, json]) => key.startsWith('twohats:') && JSON.parse(json).revision > before)",
            saved,
        )?;
        faults.extend(differences(
            &format!("{seed}, saved"),
            &kept(&mut page)?[0]["answers"],
            &was,
        ));
        faults.extend(page.heard().complaints);
    }
    none(&faults)
}
