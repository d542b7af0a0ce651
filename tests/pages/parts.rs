//! Long lists are cut into parts, and nothing is lost between them.

use std::collections::BTreeSet;

use testkit::Book;

const MANY: usize = 150;

fn book() -> Book {
    (0..MANY)
        .fold(Book::new(), |book, number| {
            let scenario = format!(
                "title: Case {number}\nsummary: S.\ntopics: [work]\nsigns: [Sign {number}]\n\
             templates: [log]\nleader:\n  say: Why?\nmanager:\n  say: When?\n"
            );
            book.file(format!("content/scenarios/case-{number:03}.yaml"), scenario)
        })
        .file("content/templates/log.yaml", "title: Log\nfields:\n  - text: Name\n")
}

/// The cases that are linked to from the main part of these pages.
fn cases(pages: &[&str], most: usize) -> BTreeSet<String> {
    let book = book();
    let mut cases = BTreeSet::new();
    for page in pages {
        let page = book.page(page);
        let main = page.split_once("<main").expect("a page has a main part").1;
        let links = main.split("case-").skip(1);
        let found: BTreeSet<String> = links.map(|rest| rest[..3].to_owned()).collect();
        assert!(found.len() <= most, "{} on one page", found.len());
        cases.extend(found);
    }
    cases
}

#[test]
fn every_situation_is_on_a_part_of_the_list_of_its_topic_and_of_the_finder() {
    let lists = [
        ["scenarios/index.html", "lists/scenarios-2.html", "lists/scenarios-3.html"],
        ["topics/work.html", "lists/topics/work-2.html", "lists/topics/work-3.html"],
    ];
    for pages in lists {
        assert_eq!(cases(&pages, 60).len(), MANY, "{pages:?}");
    }
    assert_eq!(cases(&["finder.html", "lists/finder-2.html"], 120).len(), MANY);
}

#[test]
fn a_part_leads_to_the_next_and_says_where_it_is() {
    let page = book().page("lists/scenarios-2.html");
    assert!(page.contains("<h1>Situations, 51 to 100 of 150</h1>"), "{page}");
    assert!(page.contains("rel=\"prev\" href=\"../scenarios/index.html\""));
    assert!(page.contains("rel=\"next\" href=\"scenarios-3.html\""));
    assert!(page.contains("<a href=\"../scenarios/index.html\">1–50 Case 0</a>"), "{page}");
    assert!(page.contains("<a href=\"scenarios-3.html\">101–150 Case 100</a>"));
}

#[test]
fn a_template_that_many_use_names_some_and_says_how_many_more() {
    let page = book().page("templates/log.html");
    let used = page.split_once("id=\"used-in\"").expect("it says where it is used").1;
    assert_eq!(used.matches("class=\"card\"").count(), 24);
    assert!(used.contains("126 more"), "{used}");
}

#[test]
fn the_cards_of_every_situation_stand_on_a_part_and_once_more_on_the_page_for_paper() {
    let book = (0..30).fold(Book::new(), |book, number| {
        let scenario = format!(
            "title: Case {number}\nsummary: S.\nleader:\n  say: Why?\nmanager:\n  say: When?\n\
             practice:\n  ask: And now?\n  listen_for: [A question]\n"
        );
        book.file(format!("content/scenarios/case-{number:03}.yaml"), scenario)
    });
    let sets = |path: &str| -> BTreeSet<String> {
        let page = book.page(path);
        let sets = page.split("class=\"set\" id=\"").skip(1);
        sets.map(|rest| rest.split('"').next().unwrap_or_default().to_owned()).collect()
    };
    let parts = ["cards.html", "lists/cards-2.html", "lists/cards-3.html"].map(sets);
    assert!(parts.iter().all(|part| part.len() <= 12), "{parts:?}");
    let all: BTreeSet<String> = parts.iter().flatten().cloned().collect();
    assert_eq!(all.len(), 30);
    assert_eq!(sets("print/cards.html"), all);
    // Each situation leads to the part that has its own.
    for (part, path) in parts.iter().zip(["cards.html", "cards-2.html", "cards-3.html"]) {
        for id in part {
            let page = book.page(&format!("scenarios/{id}.html"));
            assert!(page.contains(&format!("{path}#{id}\"")), "{id} does not lead to {path}");
        }
    }
}
