//! Many pages as one, for paper.

use std::collections::BTreeSet;

use testkit::Book;

fn book() -> Book {
    let scenario = "title: Late\nsummary: See [why](../guidance/why.md#reason).\nleader:\n  say: Why now?\n\
        manager:\n  say: By when?\n  do: [Ask for help]\n";
    Book::new()
        .file("content/scenarios/late.yaml", scenario)
        .file("content/scenarios/early.yaml", scenario.replace("Late", "Early"))
        .file("content/guidance/why.md", "---\ntitle: Why\n---\n\n## Reason\n\nText.\n")
        .file("content/templates/log.yaml", "title: Log\nfields:\n  - text: Name\n  - table: Rows\n    columns:\n      - text: What\n")
}

fn ids(page: &str) -> Vec<&str> {
    page.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

#[test]
fn the_whole_book_is_on_one_page_with_both_hats() {
    let page = book().page("print.html");
    for words in ["Why now?", "By when?", "Ask for help", "Text.", "Late", "Early", "Log"] {
        assert!(page.contains(words), "{words}");
    }
}

#[test]
fn every_link_between_its_pages_stays_on_it() {
    let page = book().page("print.html");
    let ids: BTreeSet<&str> = ids(&page).into_iter().collect();
    let inside = page.split(" href=\"#").skip(1).filter_map(|rest| rest.split('"').next());
    let lost: Vec<&str> = inside.filter(|id| !ids.contains(id)).collect();
    assert!(lost.is_empty(), "{lost:?} of {ids:?}");
    assert!(page.contains("href=\"#guidance/why.reason\""), "{page}");
}

#[test]
fn no_id_is_there_twice() {
    let page = book().page("print.html");
    let mut seen = BTreeSet::new();
    let twice: Vec<&str> = ids(&page).into_iter().filter(|id| !seen.insert(*id)).collect();
    assert!(twice.is_empty(), "{twice:?}");
}

#[test]
fn a_section_links_to_what_is_not_on_its_page() {
    let page = book().page("print/scenarios.html");
    assert!(page.contains("href=\"../guidance/why.html#reason\""), "{page}");
    assert!(!page.contains("Text."));
}
