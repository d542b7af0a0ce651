//! Follows every link from the home page, as a reader with much patience. To open a page takes longer
//! than to look at it, so each is opened once and all checks are made while it is open.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::path::PathBuf;

use serde::Deserialize;
use testkit::browser::Heard;
use testkit::browser::Page;
use testkit::outcome::Outcome;

use crate::pictures;

/// A folder of pages and the address at which it is served.
pub struct Place {
    pub folder: PathBuf,
    /// Ends in `/`.
    pub base: String,
}

/// A test that holds for each page by itself: its name, and how it finds what is wrong with a page.
pub type Check = (&'static str, fn(&mut Page, &Facts) -> Outcome<Vec<String>>);

/// What one page holds (`ask/facts.js`).
#[derive(Deserialize)]
pub struct Facts {
    /// Its path in the site, such as `scenarios/scope-creep.html`.
    #[serde(skip)]
    pub name: String,
    /// Where it was opened.
    #[serde(skip)]
    pub address: String,
    #[serde(skip)]
    pub heard: Heard,
    /// The pieces of text that are seen with scripts on (`ask/shown_text.js`).
    #[serde(skip)]
    pub shown: Vec<String>,
    /// What each check found wrong.
    #[serde(skip)]
    pub faults: BTreeMap<&'static str, Vec<String>>,
    pub title: String,
    pub description: String,
    pub mains: usize,
    pub headings: Vec<Heading>,
    pub ids: BTreeSet<String>,
    pub references: Vec<Reference>,
    /// Controls that neither a label nor ARIA names.
    pub nameless: Vec<String>,
}

#[derive(Deserialize)]
pub struct Heading {
    pub level: u8,
    pub text: String,
}

/// Something that an element refers to by an address.
#[derive(Deserialize)]
pub struct Reference {
    pub tag: String,
    /// `rel`.
    pub relation: String,
    /// As it stands in the page.
    pub written: String,
    /// In full, without what follows `?` or `#`.
    pub address: String,
    /// What follows `#`.
    pub fragment: String,
}

/// Every page that can be reached from `index.html`.
pub fn crawl(page: &mut Page, place: &Place, checks: &[Check]) -> Outcome<Vec<Facts>> {
    let mut known = BTreeSet::from(["index.html".to_owned()]);
    let mut waiting: VecDeque<String> = known.iter().cloned().collect();
    let mut found = Vec::new();
    while let Some(name) = waiting.pop_front() {
        let facts = examine(page, place, &name, checks)?;
        for link in facts.references.iter().filter(|reference| reference.tag == "a") {
            let Some(name) = link.address.strip_prefix(&place.base) else { continue };
            // A link to a page that is not there is a fault that the tests of links tell.
            let file = place.folder.join(name);
            let is_page = file.extension().is_some_and(|kind| kind == "html") && file.is_file();
            if is_page && known.insert(name.to_owned()) {
                waiting.push_back(name.to_owned());
            }
        }
        found.push(facts);
    }
    Ok(found)
}

/// Opens one page, notes what it holds and makes the checks.
pub fn examine(page: &mut Page, place: &Place, name: &str, checks: &[Check]) -> Outcome<Facts> {
    let address = format!("{}{name}", place.base);
    page.open(&address)?;
    page.settle()?;
    let mut facts: Facts = page.ask(include_str!("ask/facts.js"), ())?;
    facts.shown = page.ask(include_str!("ask/shown_text.js"), ())?;
    facts.heard = page.heard();
    (facts.name, facts.address) = (name.to_owned(), address);
    for (test, check) in checks {
        let faults = check(page, &facts)?;
        let faults = pictures::named(faults, page, test, name)?;
        facts.faults.insert(test, faults);
        page.show_plainly()?;
    }
    Ok(facts)
}
