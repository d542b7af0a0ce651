//! What the two hats are called: two names change every sentence of the interface, and no page keeps the old ones.

use testkit::Book;

use crate::has::holds;

/// A small book with these settings besides its title.
fn book(settings: &str) -> Book {
    let scenario = "title: Late\nsummary: S.\nfirst: leader\nbecause: It is so.\nleader:\n  say: Why?\nmanager:\n  say: When?\n\
        practice:\n  ask: And?\n";
    Book::new()
        .file("book.toml", format!("[book]\ntitle = \"T\"\n{settings}"))
        .file("content/scenarios/late.yaml", scenario)
        .file("content/templates/sheet.yaml", "title: Sheet\nfields:\n  - text: Name\n")
        .file(
            "content/comparisons/two.yaml",
            "title: Two\nsummary: S.\nrows:\n  - on: A\n    leader: B\n    manager: C\n",
        )
}

/// The words of every page, without their tags.
fn pages(book: &Book) -> Vec<(String, String)> {
    let site = book.make().value.unwrap_or_else(|| panic!("{}", book.told()));
    let paths = site.paths().into_iter().filter(twohats::model::SitePath::is_page);
    let words = |page: &str| -> String {
        let parts = page.split('<').filter_map(|part| part.split_once('>'));
        parts.map(|(_, words)| words).collect::<Vec<_>>().join(" ")
    };
    paths.map(|path| (path.to_string(), words(&book.page(path.as_str())))).collect()
}

#[test]
fn two_names_change_every_sentence_and_leave_the_old_ones_nowhere() {
    let names = "[roles]\nleader = { name = \"guide\", verb = \"guide\" }\n\
        manager = { name = \"organiser\", verb = \"organise\" }\n";
    let book = book(names);
    for (path, words) in pages(&book) {
        for old in ["eader", "anager", "{"] {
            assert!(!words.contains(old), "{path} says `{old}`: {words}");
        }
    }
    holds(&book.page("scenarios/late.html"), "Why guide first?");
    holds(&book.page("cards.html"), "a guide and an organiser");
    holds(&book.page("cards.html"), "You wear the organiser’s hat");
    holds(&book.page("search.html"), "Guide’s answer");
    holds(&book.page("index.html"), "Organise: name who");
}

#[test]
fn a_form_that_the_book_gives_holds_over_the_one_that_is_made() {
    let book =
        book("[roles]\nleader = { name = \"host\", verb = \"host\", as = \"as your host\" }\n");
    holds(&book.page("scenarios/late.html"), "As your host I would say");
    holds(&book.page("scenarios/late.html"), "As manager I would say");
}

#[test]
fn each_language_has_names_of_its_own() {
    let book = book(
        "[roles]\nleader = { name = \"guide\", verb = \"guide\" }\n[languages.en]\nname = \"English\"\n\
         [languages.de]\nname = \"Deutsch\"\n[languages.de.roles]\n\
         leader = { name = \"Begleitung\", verb = \"begleiten\", possessive = \"der Begleitung\" }\n",
    )
    .file("content/de/scenarios/late.yaml", "title: Spät\n");
    holds(&book.page("cards.html"), "You wear the guide’s hat");
    holds(&book.page("de/cards.html"), "Du trägst den Hut der Begleitung");
    holds(&book.page("de/cards.html"), "Du trägst den Hut des Managements");
}

#[test]
fn a_book_that_calls_the_hats_what_we_call_them_is_the_same_book() {
    let named = book(
        "[roles]\nleader = { name = \"leader\", verb = \"lead\" }\n\
         manager = { name = \"manager\", verb = \"manage\" }\n",
    );
    assert_eq!(pages(&named), pages(&book("")));
}

#[test]
fn a_form_that_a_theme_misspells_is_told_with_the_one_that_was_meant() {
    let told = book("theme = \"ours\"\n")
        .file(
            "themes/ours/wording/en.toml",
            "leader = \"A {Leader.nam}\"\nmanager = \"{Manager.the}\"\n",
        )
        .told();
    assert!(
        told.contains("warning[different-places]") && told.contains("`{Leader.name}`?"),
        "{told}"
    );
    assert!(!told.contains("Manager.the"), "{told}");
}
