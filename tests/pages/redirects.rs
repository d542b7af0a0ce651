//! Old addresses lead on, also those that other programs made.

use testkit::{Book, scenario};

fn book(redirects: &str) -> Book {
    let settings = format!("[book]\ntitle = \"Depot\"\n[redirects]\n{redirects}");
    Book::new().file("book.toml", settings).file("content/scenarios/late.yaml", scenario("Late"))
}

#[test]
fn an_old_address_of_a_folder_leads_on() {
    for from in ["docs/late/index.html", "docs/late/", "docs/late"] {
        let book = book(&format!("\"{from}\" = \"scenarios/late.html\"\n"));
        assert_eq!(book.told(), "", "{from}");
        let page = book.page("docs/late/index.html");
        assert!(page.contains("url=../../scenarios/late.html"), "{from}: {page}");
    }
}

#[test]
fn one_old_address_in_two_forms_may_lead_to_one_page() {
    let both =
        "\"docs/late/\" = \"scenarios/late.html\"\n\"docs/late\" = \"scenarios/late.html\"\n";
    assert_eq!(book(both).told(), "");
}

#[test]
fn an_old_address_may_be_copied_from_the_address_bar() {
    let book = book("\"u%CC%88ber%20uns.html\" = \"scenarios/late.html#say\"\n");
    assert!(book.page("über uns.html").contains("scenarios/late.html#say"));
}

/// A book in two languages with old addresses, at a host.
fn hosted(host: &str, more: &str) -> Book {
    Book::new()
        .file(
            "book.toml",
            format!(
                "[book]\ntitle = \"Depot\"\n{more}[host]\nkind = \"{host}\"\n[languages.en]\nname = \"English\"\n\
                 [languages.de]\nname = \"Deutsch\"\n[redirects]\n\"scenarios/zu spät.html\" = \"scenarios/late.html\"\n\
                 \"docs/\" = \"scenarios/late.html?role=leader\"\n\"docs/say.html\" = \"scenarios/late.html#leader-say\"\n"
            ),
        )
        .file("content/scenarios/late.yaml", scenario("Late"))
}

#[test]
fn a_host_is_told_of_old_addresses_in_its_own_way() {
    let book = hosted("netlify", "");
    assert_eq!(book.told(), "");
    let lines = book.page("_redirects");
    for line in [
        "/scenarios/zu%20sp%C3%A4t.html /scenarios/late.html 301!",
        "/scenarios/zu%20sp%C3%A4t /scenarios/late.html 301!",
        "/docs/ /scenarios/late.html?role=leader 301!",
        "/docs/index.html /scenarios/late.html?role=leader 301!",
        "/de/scenarios/zu%20sp%C3%A4t.html /de/scenarios/late.html 301!",
    ] {
        assert!(lines.lines().any(|one| one == line), "{line}: {lines}");
    }
    // A place of the new page would be laid over the one that a link to the old address names.
    assert!(!lines.contains("say"), "{lines}");
    for host in ["cloudflare", "gitlab"] {
        let book = hosted(host, "site_url = \"https://us.gitlab.io/depot/\"\n");
        let lines = book.page("_redirects");
        let line = "/depot/docs/ /depot/scenarios/late.html?role=leader 301";
        assert!(lines.lines().any(|one| one == line), "{host}: {lines}");
    }
}

#[test]
fn a_host_is_told_what_to_say_beside_each_file_below_the_path_of_the_site() {
    let headers = |site_url: &str| {
        let settings = format!("[book]\ntitle = \"Depot\"\n{site_url}[host]\nheaders = true\n");
        let book = Book::new().file("book.toml", settings);
        assert_eq!(book.told(), "");
        book.page("_headers")
    };
    let lines = headers("");
    assert!(
        lines.starts_with("/*\n  Content-Security-Policy: frame-ancestors 'self'\n"),
        "{lines}"
    );
    let kept = "assets/*\n  Cache-Control: public, max-age=31536000, immutable\n";
    assert!(lines.ends_with(&format!("\n/{kept}")), "{lines}");
    let lines = headers("site_url = \"https://example.org/depot\"\n");
    assert!(
        lines.starts_with("/depot/*\n") && lines.ends_with(&format!("\n/depot/{kept}")),
        "{lines}"
    );
    // Hosts put values of rules that both hold one behind the other.
    assert_eq!(lines.matches("Cache-Control").count(), 1, "{lines}");
}

#[test]
fn a_host_is_told_of_nothing_that_nobody_asked_for() {
    let paths = book("\"old.html\" = \"scenarios/late.html\"\n")
        .make()
        .value
        .expect("the book is whole")
        .paths();
    assert!(!paths.iter().any(|path| ["_redirects", "_headers"].contains(&path.as_str())));
}
