//! The finder, as it is without a script: every situation by topic, with its signs.

use testkit::Book;

fn scenario(title: &str, topic: &str) -> String {
    format!(
        "title: {title}\nsummary: S.\n{topic}signs:\n  - Sign of {title}\nleader:\n  say: Why?\n\
         manager:\n  say: When?\n"
    )
}

#[test]
fn situations_stand_by_their_first_topic_and_those_without_one_come_last() {
    let page = Book::new()
        .file("content/scenarios/a.yaml", scenario("Apple", ""))
        .file("content/scenarios/b.yaml", scenario("Bear", "topics: [zoo, art]\n"))
        .file("content/scenarios/c.yaml", scenario("Cod", "topics: [art]\n"))
        .page("finder.html");
    let order = [">Art<", ">Cod<", "Sign of Cod", ">Zoo<", ">Bear<", ">Also<", ">Apple<"];
    let main = page.split_once("id=\"finder\"").expect("the page has a finder").1;
    let places = order.map(|words| main.find(words).unwrap_or_else(|| panic!("{words}: {main}")));
    assert!(places.is_sorted(), "{places:?}");
}

#[test]
fn self_checks_that_lead_to_situations_are_linked() {
    let check = |scenarios: &str| {
        format!(
            "title: T\nask: Tick.\nleader:\n  - No reason\nmanager:\n  - No plan\nresults:\n  \
             leader: L\n  manager: M\n  even: E\n{scenarios}"
        )
    };
    let book = |more| {
        Book::new()
            .file("content/scenarios/a.yaml", scenario("Apple", ""))
            .file("content/checks/c.yaml", check(more))
            .page("finder.html")
    };
    let finder = |book: String| book.split_once("id=\"finder\"").expect("a finder").1.to_owned();
    assert!(finder(book("scenarios: [a]\n")).contains("<li><a href=\"checks/c.html\">T</a></li>"));
    assert!(!finder(book("")).contains("checks/c.html"));
}

#[test]
fn prose_may_link_to_the_finder_and_to_the_copies_when_there_is_something_to_find() {
    let guide = "---\ntitle: G\n---\n\n[Find](../finder.html), [copies](../copies.html)\n";
    let book = Book::new().file("content/guidance/g.md", guide);
    assert_eq!(book.diagnostics().len(), 2);
    let book = book
        .file("content/scenarios/a.yaml", scenario("Apple", ""))
        .file("content/templates/t.yaml", "title: T\nfields:\n  - text: Name\n");
    assert!(book.page("guidance/g.html").contains("<a href=\"../finder.html\">"));
    assert!(book.page("index.html").contains("href=\"finder.html\""));
}
