//! What a page says can be read by everyone: without scripts, by outline, and by its name in a list of
//! results.

use std::collections::{BTreeMap, BTreeSet};

use testkit::outcome::{Outcome, none};

use crate::crawl::Facts;
use crate::site::Visit;

pub fn everything_is_readable_without_javascript(visit: &Visit) -> Outcome {
    let mut page = visit.new_page()?;
    page.switch_scripts_off()?;
    visit.on_every_page(page, |page, with_scripts| {
        let shown: Vec<String> = page.ask(include_str!("ask/shown_text.js"), ())?;
        let shown: BTreeSet<&String> = shown.iter().collect();
        let hidden = with_scripts.shown.iter().filter(|text| !shown.contains(text));
        let dead: Vec<String> = page.ask(include_str!("ask/dead_controls.js"), ())?;
        let hidden = hidden.map(|text| format!("only seen with scripts: {text:?}"));
        Ok(hidden.chain(dead.iter().map(|control| format!("dead: {control}"))).collect())
    })
}

pub fn one_main_one_h1_and_no_skipped_heading(visit: &Visit) -> Outcome {
    visit.of_every_page(|page| {
        let mut faults = Vec::new();
        let titles = page.headings.iter().filter(|heading| heading.level == 1).count();
        for (element, count) in [("main", page.mains), ("h1", titles)] {
            if count != 1 {
                faults.push(format!("{count} <{element}>"));
            }
        }
        let mut above = 0;
        for heading in &page.headings {
            if heading.level > above + 1 {
                faults.push(format!("h{} after h{above}: {:?}", heading.level, heading.text));
            }
            above = heading.level;
        }
        faults
    })
}

pub fn every_page_has_a_title_and_a_description_of_its_own(visit: &Visit) -> Outcome {
    let pages = visit.site.pages()?;
    let mut faults = shared("title", pages, |page| &page.title);
    faults.extend(shared("description", pages, |page| &page.description));
    none(&faults)
}

/// Pages that have no such text, or that of another page.
fn shared(what: &str, pages: &[Facts], text: impl Fn(&Facts) -> &str) -> Vec<String> {
    let mut faults = Vec::new();
    let mut owners = BTreeMap::new();
    for page in pages {
        if text(page).is_empty() {
            faults.push(format!("{}: no {what}", page.name));
        } else if let Some(other) = owners.insert(text(page), &page.name) {
            faults.push(format!("{}: the {what} of {other}", page.name));
        }
    }
    faults
}
