//! What stands by title stands in the order of the readers' own alphabet, wherever it stands.

use testkit::Book;

const GERMAN: [&str; 8] = [
    "9 Fragen",
    "10 Fragen",
    "Apfel teilen",
    "Ärger im Team",
    "„Nein“ sagen",
    "Öfter fragen",
    "Ordnung halten",
    "Zorn im Team",
];

/// A book of templates with these titles, whose files are in another order.
fn book(language: &str, titles: &[&str]) -> Book {
    let settings = format!("[book]\ntitle = \"Depot\"\nlanguage = \"{language}\"\n");
    titles.iter().rev().enumerate().fold(
        Book::new().file("book.toml", settings),
        |book, (at, title)| {
            let template = format!("title: \"{title}\"\nfields:\n  - text: Name\n");
            book.file(format!("content/templates/sheet-{at}.yaml"), template)
        },
    )
}

/// The titles in the order in which the main part of a page names them first.
fn named<'t>(page: &str, titles: &[&'t str]) -> Vec<&'t str> {
    let main = page.split_once("<main").map_or(page, |(_, main)| main);
    let place = |title: &str| main.find(title).unwrap_or_else(|| panic!("no `{title}`: {main}"));
    let mut titles = titles.to_vec();
    titles.sort_by_key(|title| place(title));
    titles
}

#[test]
fn pages_stand_in_the_order_of_the_alphabet_in_every_list() {
    let book = book("de", &GERMAN);
    for page in ["templates/index.html", "print/templates.html", "print.html"] {
        assert_eq!(named(&book.page(page), &GERMAN), GERMAN, "{page}");
    }
    // The first page has no room for more.
    assert_eq!(named(&book.page("index.html"), &GERMAN[..6]), GERMAN[..6]);
}

#[test]
fn the_language_of_the_book_decides() {
    for (language, titles) in [
        ("sv", &["Ask", "Zon", "Ål", "Ärta", "Öl"][..]),
        ("es", &["Nube", "Ñandú", "Oso"]),
        ("cs", &["Cena", "Hlas", "Chata", "Jaro"]),
        ("da", &["Zoo", "Ære", "Øl", "Aalborg"]),
        ("tr", &["Irmak", "İyi", "Jale"]),
        ("zh", &["阿姨", "北京", "中国"]),
    ] {
        assert_eq!(named(&book(language, titles).page("templates/index.html"), titles), titles);
    }
}

#[test]
fn an_edition_has_the_order_of_its_own_language() {
    let settings = "[book]\ntitle = \"Depot\"\n[languages.sv]\nname = \"Svenska\"\n";
    let titles = ["Ask", "Zon", "Ärta"];
    let book = titles.iter().fold(Book::new().file("book.toml", settings), |book, title| {
        let id = title.to_lowercase();
        let guide = format!("---\ntitle: {title}\n---\n\nText.\n");
        book.file(format!("content/guidance/{id}.md"), &guide)
            .file(format!("content/sv/guidance/{id}.md"), &guide)
    });
    assert_eq!(named(&book.page("sv/guidance/index.html"), &titles), titles);
    assert_eq!(named(&book.page("guidance/index.html"), &titles), ["Ärta", "Ask", "Zon"]);
}

#[test]
fn topics_stand_by_title_and_order_comes_before_titles() {
    let titles = ["10 Wege", "Ärger", "Zorn"];
    let settings = "[book]\ntitle = \"Depot\"\nlanguage = \"de\"\n[topics]\na = \"Zorn\"\nb = \"Ärger\"\nc = \"10 Wege\"\n";
    let book = Book::new()
        .file("book.toml", settings)
        .file("content/guidance/a.md", "---\ntitle: Eins\ntopics: [a, b, c]\n---\n\nText.\n")
        .file("content/guidance/b.md", "---\ntitle: Zwei\norder: 1\n---\n\nText.\n");
    assert_eq!(named(&book.page("index.html"), &titles), titles);
    assert_eq!(named(&book.page("guidance/index.html"), &["Eins", "Zwei"]), ["Zwei", "Eins"]);
}
