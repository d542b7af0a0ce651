//! What a page says of itself to those who have not opened it: search engines, and chats that show a link.

use twohats::build::{Memory, Options, build};
use twohats::model::{HOME, Kind, NOT_FOUND};
use twohats::plan::Destination;
use twohats::source::Sources;

use testkit::Book;

#[test]
fn every_page_says_what_it_is_where_it_stands_and_which_picture_goes_with_it() {
    let book = Book::new()
        .file("book.toml", "[book]\ntitle = \"T\"\nsite_url = \"https://example.org/b/\"\n")
        .file("content/scenarios/a.yaml", "title: A\nsummary: S.\ntopics: [work]\nfirst: leader\nleader:\n  say: Why?\nmanager:\n  say: When?\npractice:\n  ask: And?\n")
        .file("content/templates/b.yaml", "title: B\nsummary: S.\nfields:\n  - text: Name\n")
        .file("content/guidance/c.md", "---\ntitle: C\n---\n\nText.\n");
    let site = book.make().value.expect("the book is whole");
    let mut pages = 0;
    for path in site.plan().pages().keys() {
        // The 404 page stands for addresses that are not known.
        if !path.is_page() || *path == NOT_FOUND {
            continue;
        }
        let page = book.page(path.as_str());
        let own = if *path == HOME { "" } else { path.as_str() };
        let own = format!("https://example.org/b/{own}");
        let canonical = format!("<link rel=\"canonical\" href=\"{own}\">");
        for wanted in [
            "<html lang=\"en\"",
            "name=\"viewport\" content=\"width=device-width",
            "<meta name=\"description\" content=\"",
            "property=\"og:title\" content=\"",
            "property=\"og:description\" content=\"",
            "property=\"og:type\" content=\"",
            "property=\"og:image\" content=\"https://example.org/b/social/",
            "<link rel=\"icon\"",
            canonical.as_str(),
        ] {
            assert!(page.contains(wanted), "{path} lacks {wanted}\n{}", &page[..1500]);
        }
        pages += 1;
    }
    assert!(pages > 12, "{pages}");
}

#[test]
fn a_site_that_is_built_for_another_address_names_that_one() {
    let book = "[book]\ntitle = \"T\"\nsite_url = \"https://example.org/b/\"\n";
    let sources = Sources::in_memory([
        ("book.toml", book),
        ("content/guidance/c.md", "---\ntitle: C\n---\n\nText.\n"),
    ]);
    let site_url = Some("https://trial.example.org/".to_owned());
    let destination = Destination { site_url, is_staging: false };
    let options = Options { destination, ..Options::default() };
    let made = build(&sources, &options, &mut Memory::default());
    let site = made.value.expect("the book is whole");
    for (path, wanted) in [
        ("guidance/c.html", "rel=\"canonical\" href=\"https://trial.example.org/guidance/c.html\""),
        ("guidance/c.html", "https://trial.example.org/social/guidance/c.png"),
        ("404.html", "href=\"/assets/style."),
        ("sitemap.xml", "<loc>https://trial.example.org/guidance/c.html</loc>"),
    ] {
        let bytes = site.render(path).expect("the site has this file").expect("it is rendered");
        let text = String::from_utf8_lossy(&bytes);
        assert!(text.contains(wanted), "{path} lacks {wanted}");
        assert!(!text.contains("//example.org"), "{path} names the book's own address");
    }
}

#[test]
fn a_title_knows_the_place_where_it_was_written() {
    let book = Book::new()
        .file(
            "content/templates/b.yaml",
            "# Ours\nsummary: S.\ntitle: \"B\"\nfields:\n  - text: Name\n",
        )
        .file("content/guidance/c.md", "---\nsummary: S.\ntitle: C\n---\n\nText.\n");
    let site = book.make().value.expect("the book is whole");
    for (kind, id, place) in [(Kind::Template, "b", (3, 8)), (Kind::Guide, "c", (3, 8))] {
        let entry = site.plan().playbook().get(kind, id).expect("it is there");
        assert_eq!(entry.head.title.span.line_and_column(), place, "{id}");
    }
}

#[test]
fn every_page_says_what_it_may_load_before_it_loads_anything() {
    let site = Book::small().on_disk().build();
    let pages = site.iter().filter(|(path, _)| path.rsplit('.').next() == Some("html"));
    for (path, page) in pages {
        let page = String::from_utf8_lossy(page);
        let begins = "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src 'self'; ";
        let (before, policy) =
            page.split_once(begins).unwrap_or_else(|| panic!("`{path}` says nothing"));
        assert!(!before.contains("<script") && !before.contains("<link"), "`{path}` loads first");
        let policy = policy.split('"').next().unwrap_or_default();
        let is_sheet = ["templates/sheet.html", "copies.html"].contains(&path.as_str());
        assert_eq!(policy.contains("connect-src 'none'; form-action 'none'"), is_sheet, "{path}");
    }
}
