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

#[test]
fn what_a_theme_puts_in_the_place_of_a_block_is_on_paper_too() {
    let layout = "{% extends \"default/scenario.html\" %}\n\
        {% block heading %}<{{ here.h1 }} id=\"{{ here.at }}own\">Ours: {{ page.title }}</{{ here.h1 }}>{% endblock %}\n\
        {% block reviewed %}{% if here.alone %}<button>Rate</button>{% endif %}\
        <img src=\"{{ page.root }}assets/logo.png\">{% endblock %}\n";
    let book = book()
        .file("book.toml", "[book]\ntitle = \"Test\"\ntheme = \"ours\"\n")
        .file("themes/ours/layouts/scenario.html", layout);
    let own = book.page("scenarios/late.html");
    for part in
        ["<h1 id=\"own\">Ours: Late</h1>", "<button>Rate</button>", "\"../assets/logo.png\""]
    {
        assert!(own.contains(part), "{part} is not on its page:\n{own}");
    }
    for (page, logo) in
        [("print.html", "\"assets/logo.png\""), ("print/scenarios.html", "\"../assets/logo.png\"")]
    {
        let page = book.page(page);
        assert!(page.contains("<h2 id=\"scenarios/late.own\">Ours: Late</h2>"), "{page}");
        assert!(page.contains(logo) && !page.contains("Rate"), "{page}");
    }
}

#[test]
fn a_layout_without_a_block_for_the_body_leaves_paper_to_the_default_theme() {
    let book = book()
        .file("book.toml", "[book]\ntitle = \"Test\"\ntheme = \"ours\"\n")
        .file("themes/ours/layouts/guide.html", "<p>{{ page.title }}, our way</p>\n");
    assert_eq!(book.page("guidance/why.html"), "<p>Why, our way</p>\n");
    let page = book.page("print.html");
    assert!(page.contains("<h3 id=\"guidance/why.reason\">Reason</h3>"), "{page}");
}

#[test]
fn a_page_that_is_not_translated_says_so_on_paper() {
    let page = book()
        .file("book.toml", "[book]\ntitle = \"Test\"\n[languages.en]\nname = \"English\"\n[languages.de]\nname = \"Deutsch\"\n")
        .file("content/de/guidance/why.md", "---\ntitle: Warum\n---\n\n## Grund\n\nText.\n")
        .page("de/print.html");
    let late =
        page.split_once("id=\"scenarios/late\" lang=\"en\" dir=\"ltr\"").expect("it is there").1;
    let late = late.split_once("</article>").expect("it ends").0;
    for part in ["<p class=\"untranslated\" lang=\"de\"", "Why now?", "href=\"#guidance/why."] {
        assert!(late.contains(part), "{part} is not in:\n{late}");
    }
}
