//! Holds every rule to its manual page: the page says what the rule is, its wrong book gives exactly the
//! diagnostics that it shows, and its mended book none.
//! `cargo xtask bless` writes the diagnostics into the pages.

mod page;

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use page::Page;
use testkit::{Book, made, told};
use twohats::build::outside_links;
use twohats::diagnostic::Diagnostic;
use twohats::diagnostic::rules::{RULES, Rule};
use twohats::links::{Heard, link_faults};

/// The most characters of a summary: it shares a terminal's line with the rule's name.
const SUMMARY: usize = 80;

#[test]
fn every_rule_has_a_page_and_every_page_a_rule() {
    let listed: BTreeSet<String> = RULES.iter().map(|rule| rule.name.to_owned()).collect();
    assert_eq!(listed, names(".md"), "the rules of `RULES`, and the pages");
    assert_eq!(listed, names(".rs"), "the rules of `RULES`, and the files that hold a rule");
}

#[test]
fn every_page_opens_with_its_rule_and_one_short_sentence() {
    each_page(|rule, page| {
        let summary = &page.summary;
        let sentence = summary.ends_with('.') && !summary.contains(". ");
        match () {
            () if page.title != format!("# {}", rule.name) => {
                Err(format!("it opens with `{}`", page.title))
            }
            () if !sentence => Err(format!("its summary is no sentence: `{summary}`")),
            () if summary.chars().count() > SUMMARY => Err(format!("too long: `{summary}`")),
            // As `cargo xtask new-rule` leaves it.
            () if rule.page.contains("TODO:") => Err("a part of it waits to be written".to_owned()),
            () => Ok(()),
        }
    });
}

#[test]
fn a_wrong_book_gives_exactly_the_diagnostics_that_its_page_shows() {
    made::are_fresh(RULES.iter().map(|rule| {
        let wrong = Page::read(rule.page).wrong;
        let shown = wrong.told.clone();
        let shown = shown.unwrap_or_else(|| panic!("{} shows no block ```text", rule.name));
        let (before, after) = (&rule.page[..shown.start], &rule.page[shown.end..]);
        let page = [before, &told(&diagnostics(&wrong.book())), after].concat();
        (folder().join(format!("{}.md", rule.name)), page)
    }));
}

#[test]
fn a_wrong_book_breaks_the_rule_of_its_page_and_no_other() {
    each_page(|rule, page| {
        let told = diagnostics(&page.wrong.book());
        let broken: BTreeSet<&str> = told.iter().map(|one| one.rule.name).collect();
        let only = broken.iter().eq([&rule.name]);
        if only { Ok(()) } else { Err(format!("its wrong book breaks {broken:?}")) }
    });
}

#[test]
fn a_mended_book_is_without_fault() {
    each_page(|_, page| {
        let told = told(&diagnostics(&page.mended.book()));
        match () {
            () if page.mended.files.is_empty() => Err("it shows no mended file".to_owned()),
            () if !told.is_empty() => Err(told),
            () => Ok(()),
        }
    });
}

#[test]
fn a_book_with_nothing_but_a_title_is_without_fault() {
    assert_eq!(Book::new().told(), "");
}

/// All that is told of a book, where the web says this of the addresses that pages of rules have.
fn diagnostics(book: &Book) -> Vec<Diagnostic> {
    let mut told = book.diagnostics();
    if let Some(site) = book.make().value {
        let heard = |link: &str| match link {
            "https://www.example.org/gone" => Some(Heard::Gone(404)),
            "https://www.example.org/old" => {
                Some(Heard::Moved("https://www.example.org/new".into()))
            }
            _ => None,
        };
        let outside = outside_links(&site, &book.sources());
        told.extend(link_faults(&outside, site.plan().playbook(), heard));
    }
    told
}

/// Asks `is_well` about every page and lists all those of which it is not so.
#[track_caller]
fn each_page(is_well: impl Fn(&Rule, &Page) -> Result<(), String>) {
    let fault = |rule: &Rule| {
        let fault = is_well(rule, &Page::read(rule.page)).err()?;
        Some(format!("\n{}.md:\n{fault}\n", rule.name))
    };
    let faults: Vec<String> = RULES.iter().copied().filter_map(fault).collect();
    assert!(faults.is_empty(), "{}", faults.concat());
}

/// The names of the rules that have a file with this ending.
fn names(ending: &str) -> BTreeSet<String> {
    let files = fs::read_dir(folder()).expect("the folder of the rules can be listed");
    let names = files.map(|file| file.expect("it can be listed").file_name());
    names
        .filter_map(|name| name.to_str()?.strip_suffix(ending).map(|name| name.replace('_', "-")))
        .filter(|name| name != "mod")
        .collect()
}

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("src/diagnostic/rules")
}
