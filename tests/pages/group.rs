//! With a group: where a situation that can be played is chosen.

use testkit::Book;

fn book(scenarios: usize, practice: &str) -> Book {
    (1..=scenarios).fold(Book::new(), |book, number| {
        let text = format!(
            "title: Late {number}\nsummary: S.\nleader:\n  say: Why?\nmanager:\n  say: When?\n{practice}"
        );
        book.file(format!("content/scenarios/late-{number}.yaml"), text)
    })
}

const PRACTICE: &str = "practice:\n  ask: What now?\n";

#[test]
fn a_book_has_a_page_for_groups_where_something_can_be_played() {
    let with = book(1, PRACTICE);
    assert!(with.page("index.html").contains("<a href=\"group.html\">With a group</a>"));
    assert!(
        with.page("group.html").contains("<option value=\"scenarios/late-1.html\">Late 1</option>")
    );
    let without = book(1, "");
    assert!(!without.page("index.html").contains("group.html"));
    let site = without.make().value.expect("the book is good");
    assert!(site.render("group.html").is_none());
}

#[test]
fn a_few_cards_are_printed_from_the_page_that_they_are_on_and_many_from_that_for_paper() {
    assert!(book(2, PRACTICE).page("group.html").contains("value=\"cards.html\">Print the cards"));
    let many = book(13, PRACTICE).page("group.html");
    assert!(many.contains("value=\"print/cards.html\">Print the cards"), "{many}");
}

#[test]
fn a_large_book_has_its_situations_on_several_pages() {
    let large = book(121, PRACTICE);
    let first = large.page("group.html");
    assert!(first.contains("lists/group-2.html"));
    assert!(large.page("lists/group-2.html").contains("../scenarios/late-"));
}
