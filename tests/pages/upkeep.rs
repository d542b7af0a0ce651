//! Who answers for a page, when its review was due, what was changed, and where to say what is wrong.

use testkit::{Book, scenario};

const SETTINGS: &str = "[book]\ntitle = \"Depot\"\n";

/// A guide with these lines of front matter.
fn guide(lines: &str) -> String {
    format!("---\ntitle: How to load\n{lines}---\n\nHeavy ones first.\n")
}

/// The page of that guide, in a book with these settings.
fn page(settings: &str, lines: &str) -> String {
    let book = Book::new().file("book.toml", format!("{SETTINGS}{settings}"));
    book.file("content/guidance/vans/load.md", guide(lines)).page("guidance/vans/load.html")
}

#[test]
fn the_nearest_of_those_who_answer_for_a_page_is_named() {
    let settings = "[owners]\nguidance = \"Office\"\n\"guidance/vans\" = \"Depot team\"\n";
    assert!(page(settings, "").contains("Page owner: Depot team"));
    assert!(page(settings, "owner: Loading bay\n").contains("Page owner: Loading bay"));
    let by_topic = "[owners]\nice = \"Winter crew\"\n[reviewers]\nguidance = \"Works council\"\n";
    let page = page(by_topic, "topics: [ice]\n");
    assert!(page.contains("Page owner: Winter crew · Reviewers: Works council"), "{page}");
}

#[test]
fn readers_are_told_when_a_review_was_due_where_the_book_says_how_long_it_holds() {
    let said = page("review_months = 6\n", "reviewed: 2026-06\n");
    assert!(said.contains("data-due=\"2026-12-30\""), "{said}");
    assert!(said.contains("data-past hidden"), "it is shown by the day alone: {said}");
    assert!(page("", "reviewed: 2026-06\nowner: Bay\n").contains("data-due=\"2027-06-30\""));
    assert!(!page("", "reviewed: 2026-06\n").contains("data-due"));
}

#[test]
fn the_foot_leads_to_the_file_and_to_whoever_hears_of_faults() {
    let settings = "contact = \"depot@example.org\"\nedit_url = \"https://git.example.org/edit/main/{path}?x\"\n";
    let page = page(settings, "");
    let edit = "https://git.example.org/edit/main/content/guidance/vans/load.md?x";
    assert!(page.contains(&format!("href=\"{edit}\"")), "{page}");
    assert!(page.contains("href=\"mailto:depot@example.org?subject=How%20to%20load\""), "{page}");
}

#[test]
fn a_book_that_says_nothing_of_it_has_a_foot_as_before() {
    let page = page("", "reviewed: 2026-06\n");
    let foot = "<p class=\"reviewed\">Reviewed <time datetime=\"2026-06\">2026-06</time></p>";
    assert!(page.contains(foot), "{page}");
    for word in ["upkeep", "data-since", "foot-links", "data-news", "atom+xml"] {
        assert!(!page.contains(word), "{word}: {page}");
    }
}

#[test]
fn what_was_changed_stands_on_the_page_and_on_what_is_new_the_newest_first() {
    let lines = "changed:\n  - date: 2026-06\n    what: The ramp is *new*.\n  - date: 2026-07-01\n    what: It has a rail.\n";
    let book = Book::new()
        .file("book.toml", format!("{SETTINGS}site_url = \"https://depot.example.org/\"\n"))
        .file("content/guidance/load.md", guide(lines))
        .file("content/scenarios/late.yaml", scenario("Late & again"));
    let of_page = book.page("guidance/load.html");
    let (rail, ramp) = (of_page.find("It has a rail."), of_page.find("The ramp is <em>new</em>."));
    assert!(rail.is_some() && rail < ramp, "{of_page}");
    let new = book.page("new.html");
    assert!(new.find("It has a rail.") < new.find("The ramp is <em>new</em>."), "{new}");
    assert!(
        book.page("scenarios/late.html")
            .contains("<a href=\"../new.html\" data-news=\"../\">What is new</a>")
    );
    assert_eq!(
        book.page("feed.xml"),
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"en\">\n\
         <title>Depot · What is new</title>\n\
         <id>https://depot.example.org/feed.xml</id>\n\
         <updated>2026-07-01T00:00:00Z</updated>\n\
         <link rel=\"self\" href=\"https://depot.example.org/feed.xml\"/>\n\
         <link rel=\"alternate\" type=\"text/html\" href=\"https://depot.example.org/new.html\"/>\n\
         <author><name>Depot</name></author>\n\
         <entry>\n\
         <title>How to load</title>\n\
         <id>https://depot.example.org/guidance/load.html#changed-2026-07-01-1</id>\n\
         <updated>2026-07-01T00:00:00Z</updated>\n\
         <link rel=\"alternate\" type=\"text/html\" href=\"https://depot.example.org/guidance/load.html\"/>\n\
         <summary>It has a rail.</summary>\n\
         </entry>\n\
         <entry>\n\
         <title>How to load</title>\n\
         <id>https://depot.example.org/guidance/load.html#changed-2026-06-1</id>\n\
         <updated>2026-06-01T00:00:00Z</updated>\n\
         <link rel=\"alternate\" type=\"text/html\" href=\"https://depot.example.org/guidance/load.html\"/>\n\
         <summary>The ramp is new.</summary>\n\
         </entry>\n\
         </feed>\n"
    );
}

#[test]
fn the_bytes_of_a_book_do_not_depend_on_the_day() {
    let lines = "reviewed: 2020-01\nowner: Bay\n";
    assert_eq!(page("", lines), page("", lines));
    assert!(page("", lines).contains("data-past hidden"), "even where it is long past");
}
