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
