//! A template's page is a form that a reader fills in: every control takes what is typed, keeps it, and
//! says what it is for.

use serde::Deserialize;
use testkit::browser::{Medium, Page, Screen};
use testkit::outcome::Outcome;

use crate::site::Visit;

const CHANGE_LOG: &str = "templates/change-log.html";

/// A control of the form (`ask/controls.js`).
#[derive(Deserialize)]
struct Control {
    /// `type` of an `<input>`, else the element's name.
    kind: String,
    /// What the reader is told it is for.
    name: String,
    /// Of a list to choose from.
    last_option: Option<String>,
    /// What it holds, with its name, unless it is empty.
    entry: Option<String>,
}

pub fn every_control_has_a_name(visit: &Visit) -> Outcome {
    visit.of_every_page(|page| {
        let nameless = page.nameless.iter();
        nameless.map(|control| format!("no label, no ARIA: {control}")).collect()
    })
}

pub fn a_change_log_can_be_filled_in(visit: &Visit) -> Outcome {
    visit.on_page(CHANGE_LOG, visit.new_page()?, |page| {
        let mut wanted = Vec::new();
        for (at, control) in controls(page)?.iter().enumerate() {
            let value = fill(page, control, at)?;
            wanted.push(format!("{} is {value}", control.name));
        }
        if wanted.is_empty() {
            return Ok(vec!["there is nothing to fill in".to_owned()]);
        }
        // Turning a phone round or looking at the print takes nothing away.
        page.show_on(Screen::PHONE)?;
        page.show_in(Medium::Print)?;
        page.show_plainly()?;
        Ok(differences(&wanted, &entries(page)?))
    })
}

/// Fills a control in as a reader does, and says what it should hold then.
fn fill(page: &mut Page, control: &Control, at: usize) -> Outcome<String> {
    let (x, y) = page.ask(include_str!("ask/to_control.js"), at)?;
    let (typed, held) = match (control.kind.as_str(), &control.last_option) {
        ("checkbox" | "radio", _) => {
            page.click(x, y)?;
            return Ok("ticked".to_owned());
        }
        // The keyboard goes to the option that starts so.
        (_, Some(option)) => (option.clone(), option.clone()),
        _ => (format!("answer {at}"), format!("answer {at}")),
    };
    page.type_text(&typed)?;
    Ok(held)
}

fn controls(page: &mut Page) -> Outcome<Vec<Control>> {
    page.ask(include_str!("ask/controls.js"), ())
}

fn entries(page: &mut Page) -> Outcome<Vec<String>> {
    let controls = controls(page)?.into_iter();
    Ok(controls.filter_map(|control| control.entry).collect())
}

fn differences(wanted: &[String], found: &[String]) -> Vec<String> {
    let lost = wanted.iter().filter(|entry| !found.contains(entry));
    let lost = lost.map(|entry| format!("it was not kept that {entry}"));
    let strange = found.iter().filter(|entry| !wanted.contains(entry));
    let strange = strange.map(|entry| format!("nobody wrote that {entry}"));
    lost.chain(strange).collect()
}
