//! What the owner of a site adds and leaves out: pages of their own, links in the menu, parts that are switched off.

use testkit::{Book, scenario};

fn book(settings: &str) -> Book {
    let more = "first: leader\nsigns: [Vans wait]\npractice:\n  ask: Say it.\n";
    Book::new()
        .file("book.toml", format!("[book]\ntitle = \"Depot\"\n{settings}"))
        .file(
            "content/pages/imprint.md",
            "---\ntitle: Imprint\nsummary: Who publishes this.\n---\n\nThe depot.\n",
        )
        .file("content/pages/privacy.md", "# Privacy\n\nSee the [imprint](imprint.md).\n")
        .file(
            "content/guidance/start.md",
            "---\ntitle: Start\n---\n\nSee the [imprint](../pages/imprint.md).\n",
        )
        .file("content/scenarios/late.yaml", scenario("Late") + more)
}

#[test]
fn pages_of_the_owners_own_stand_at_the_foot_of_every_page_on_screen_and_in_no_list() {
    let book = book("");
    let site = book.make().value.expect("it is well");
    let pages = site.paths();
    for path in pages.iter().filter(|path| path.is_page() && !path.is_in("print")) {
        let page = book.page(path.as_str());
        let links =
            page.matches("pages/imprint.html").count() + page.matches("\"imprint.html\"").count();
        assert!(links > 0, "{path}");
    }
    assert!(book.page("404.html").contains("href=\"/pages/imprint.html\""));
    for list in ["guidance/index.html", "print/guidance.html"] {
        let page = book.page(list);
        let main = page.split_once("<main").and_then(|(_, rest)| rest.split_once("</main>"));
        assert!(!main.expect("it has a main part").0.contains("Privacy"), "{page}");
    }
    let own = book.page("pages/privacy.html");
    assert!(
        own.contains("<h1>Privacy</h1>") && own.contains("<a href=\"imprint.html\">imprint</a>")
    );
    assert!(!own.contains("class=\"chapters\"") && !own.contains("class=\"neighbours\""), "{own}");
}

#[test]
fn the_menu_leads_where_the_book_says() {
    let book = book(
        "[menu]\n\"Staff handbook\" = \"https://intranet.example.org/\"\n\"First steps\" = \"guidance/start.md\"\n",
    );
    let page = book.page("scenarios/late.html");
    assert!(page.contains("<li><a href=\"https://intranet.example.org/\">Staff handbook</a></li>"));
    assert!(page.contains("<li><a href=\"../guidance/start.html\">First steps</a></li>"), "{page}");
    assert!(book.page("404.html").contains("<a href=\"/guidance/start.html\">First steps</a>"));
    let told = self::book("[menu]\n\"First steps\" = \"guidance/strat.md\"\n").told();
    assert!(told.contains("broken-link") && told.contains("book.toml:4"), "{told}");
}

#[test]
fn what_is_switched_off_is_not_there_and_nothing_leads_to_it() {
    let parts = [
        ("finder", &["finder.html"][..]),
        ("drill", &["practise.html"]),
        ("group", &["group.html", "cards.html"]),
        ("print", &["print.html", "print/"]),
    ];
    let on = book("").make().value.expect("it is well").paths();
    for (part, pages) in parts {
        assert!(
            pages.iter().all(|page| on.iter().any(|path| path.as_str().starts_with(page))),
            "{part}"
        );
        let book = book(&format!("[site]\n{part} = false\n"));
        let site = book.make().value.expect("it is well");
        for path in site.paths().iter().filter(|path| path.is_page()) {
            let page = book.page(path.as_str());
            for gone in pages {
                assert!(!path.as_str().starts_with(gone), "{path} is there");
                let leads = page.split("href=\"").skip(1).any(|link| {
                    let link = link.split(['"', '?', '#']).next().unwrap_or_default();
                    link.trim_start_matches("../").trim_start_matches('/').starts_with(gone)
                });
                assert!(!leads, "{path} leads to {gone}");
            }
        }
        let told = book
            .file("content/guidance/more.md", format!("# More\n\n[there](/{})\n", pages[0]))
            .told();
        assert!(told.contains("broken-link"), "{part}: {told}");
    }
}

#[test]
fn an_old_address_of_what_is_switched_off_leads_on() {
    let toml = "[book]\ntitle = \"T\"\n[site]\nfinder = false\n[redirects]\n\"finder.html\" = \"scenarios/late.html\"\n";
    let page = Book::small().file("book.toml", toml).page("finder.html");
    assert!(page.contains("scenarios/late.html"), "{page}");
}

#[test]
fn other_sites_may_show_pages_in_a_frame_where_the_book_names_them() {
    let host = |frames: &str| book(&format!("[host]\nheaders = true\nframes = \"{frames}\"\n"));
    let headers = host("https://wiki.example.org/ https://*.example.com:8443").page("_headers");
    assert!(
        headers.contains(
            "frame-ancestors 'self' https://wiki.example.org https://*.example.com:8443\n"
        ),
        "{headers}"
    );
    for wrong in [
        "wiki.example.org",
        "https://wiki.example.org/depot",
        "*",
        "https://a.example.org; script-src *",
        "https://a.example.org,https://b.example.org",
    ] {
        let told = host(wrong).told();
        assert!(
            told.contains("unknown-value") && told.contains("whole addresses without a path"),
            "{wrong}: {told}"
        );
    }
}

#[test]
fn links_of_the_menu_stand_in_its_line_while_they_are_few_and_short() {
    let menu = |titles: &[&str]| {
        let links = titles.iter().map(|title| format!("\"{title}\" = \"https://example.org/\"\n"));
        book(&format!("[menu]\n{}", links.collect::<String>())).page("index.html")
    };
    assert!(menu(&["Staff handbook", "Payroll", "IT help"]).contains("<li class=\"links few\">"));
    assert!(menu(&["A", "B", "C", "D"]).contains("<li class=\"links\">"));
    assert!(menu(&["Occupational health and safety", "IT"]).contains("<li class=\"links\">"));
    assert!(!book("").page("index.html").contains("links.css"));
}

#[test]
fn a_name_that_nobody_could_see_and_a_place_on_no_page_are_told() {
    for wrong in [
        "[menu]\n\"\" = \"https://example.org/\"\n",
        "[menu]\n\"Depot\" = \" \"\n",
        "[menu]\n\"Depot\" = \"#top\"\n",
        "[owners]\nguidance = \"\"\n",
        "[reviewers]\n\" \" = \"Council\"\n",
    ] {
        let told = book(wrong).told();
        assert!(told.contains("unknown-value") && told.contains("book.toml:4"), "{wrong}: {told}");
    }
}
