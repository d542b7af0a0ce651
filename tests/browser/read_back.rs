//! What programs that are not ours find in our files: LibreOffice and cmark-gfm make HTML of them, and the browser
//! reads that. What should be in the files it must not know.

use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::Value;

use testkit::browser::Page;
use testkit::other_programs::{cmark, office};
use testkit::outcome::{Outcome, because};

/// The paragraphs and tables of each file; all are of one kind.
pub fn with_office<const N: usize>(
    page: &mut Page,
    folder: &Path,
    names: [&str; N],
) -> Outcome<[Value; N]> {
    office(Command::new("soffice"), folder, &names, "html")?;
    let mut found = [const { Value::Null }; N];
    for (found, name) in found.iter_mut().zip(names) {
        let html = fs::read(folder.join(name).with_extension("html"));
        let html = html.map_err(because(name))?;
        *found = read(page, &String::from_utf8_lossy(&html))?;
    }
    Ok(found)
}

pub fn with_cmark(page: &mut Page, markdown: &Path) -> Outcome<Value> {
    read(page, &cmark(Command::new("cmark-gfm"), markdown)?)
}

fn read(page: &mut Page, html: &str) -> Outcome<Value> {
    page.ask(include_str!("ask/read_html.js"), html)
}
