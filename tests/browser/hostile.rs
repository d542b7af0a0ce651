//! A page from elsewhere that is open in the same browser as a preview: it reads nothing and writes nothing.

use std::fs;

use serde_json::json;
use testkit::Project;
use testkit::outcome::{Outcome, none};
use testkit::writer::Writer;

use crate::preview::{Desk, SCENARIO, SCENARIO_FILE};
use crate::server::serve_silently;
use crate::site::Visit;

/// From another port of this machine, and from a name that leads to it.
pub fn a_page_from_elsewhere_neither_reads_nor_writes_the_book(visit: &Visit) -> Outcome {
    let mut found = Vec::new();
    for desk in [Desk::new(), Desk::in_editor()] {
        found.extend(attacked(visit, &desk)?);
    }
    none(&found)
}

/// What it could do.
fn attacked(visit: &Visit, desk: &Desk) -> Outcome<Vec<String>> {
    let ours = desk.open(visit, SCENARIO)?;
    let hash = Writer::at(&desk.preview).page(SCENARIO)["hash"].clone();
    let before = fs::read(desk.project.path(SCENARIO_FILE)).expect("it is there");
    // Its pages forbid themselves nothing.
    let site = Project::new().file("index.html", "<!doctype html><title>Elsewhere</title>");
    let elsewhere = serve_silently(&site.path(""))?;
    let mut found = Vec::new();
    for base in [elsewhere.base.clone(), elsewhere.base.replace("127.0.0.1", "localhost")] {
        let mut page = visit.new_page()?;
        page.open(&base)?;
        let preview = format!("http://{}", desk.preview.address());
        let asked = json!({ "base": preview, "file": SCENARIO_FILE, "hash": hash });
        let read: Vec<String> = page.ask(include_str!("ask/attack_the_preview.js"), &asked)?;
        found.extend(read.into_iter().map(|what| format!("{base} read {what}")));
    }
    if fs::read(desk.project.path(SCENARIO_FILE)).expect("it is there") != before {
        found.push("the file was written".to_owned());
    }
    if desk.project.path(".twohats/edits").exists()
        || desk.project.path("content/pictures").exists()
    {
        found.push("something was saved".to_owned());
    }
    drop(ours);
    Ok(found)
}
