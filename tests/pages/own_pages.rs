//! What the owner of a site adds and leaves out: pages of their own, links in the menu, parts that are switched off.

use std::collections::BTreeMap;

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

/// The parts of a site, as the schema of `book.toml` has them: one that is new is tried without being named here.
fn parts() -> Vec<String> {
    let schema: serde_json::Value =
        serde_json::from_str(include_str!("../../schema/book.json")).expect("it is JSON");
    let parts = schema["properties"]["site"]["properties"].as_object().expect("it has parts");
    parts.keys().cloned().collect()
}

/// A book with all that may lead to a part.
fn with_everything(site: &str) -> Book {
    let more = "first: leader\nsigns: [Vans wait]\npractice:\n  ask: Say it.\n  listen_for: [A question]\n";
    let settings = format!(
        "site_url = \"https://example.org/depot/\"\n[host]\nheaders = true\nkind = \"netlify\"\n[languages.de]\nname = \"Deutsch\"\n\
         [redirects]\n\"old.html\" = \"scenarios/late.html\"\n[look]\nfooter = [\"[Why](guidance/start.md)\"]\n[site]\n{site}"
    );
    (0..14)
        .fold(book(&settings), |book, number| {
            let path = format!("content/scenarios/case-{number}.yaml");
            book.file(path, scenario(&format!("Case {number}")) + more)
        })
        .file("content/templates/log.yaml", "title: Log\nfields:\n  - text: Name\n")
        .file(
            "content/guidance/news.md",
            "---\ntitle: News\nchanged:\n  - date: 2026-01-02\n    what: The vans are new.\n---\n\nWords.\n",
        )
        .file(
            "content/checks/which.yaml",
            "title: Which\nask: Tick.\nleader: [Tired]\nmanager: [Late]\nresults:\n  leader: Lead.\n  manager: Manage.\n  even: Both.\n",
        )
}

/// All files of a site that are text.
fn texts(book: &Book) -> BTreeMap<String, String> {
    let site = book.make().value.unwrap_or_else(|| panic!("{}", book.told()));
    let text = |path: &str| {
        let bytes = site.render(path)?.expect("it is rendered");
        String::from_utf8(bytes.into_owned()).ok()
    };
    let texts = site.paths().into_iter().map(|path| {
        let path = path.as_str().to_owned();
        // What is drawn names nothing, and takes long.
        let is_drawn = [".png", ".pdf", ".docx"].iter().any(|ending| path.ends_with(ending));
        let text = if is_drawn { None } else { text(&path) };
        let text = text.unwrap_or_default();
        (path, text)
    });
    texts.collect()
}

/// Whether a text names a path, and not one of which this is the end or the beginning.
fn names(text: &str, path: &str) -> bool {
    let is_of_a_name = |letter: char| letter.is_alphanumeric() || "-_.".contains(letter);
    text.match_indices(path).any(|(at, _)| {
        let (before, after) =
            (text[..at].chars().next_back(), text[at + path.len()..].chars().next());
        !before.is_some_and(is_of_a_name) && !after.is_some_and(is_of_a_name)
    })
}

#[test]
fn what_is_switched_off_is_not_there_and_nothing_leads_to_it() {
    let whole = texts(&with_everything(""));
    let parts = parts();
    let mut settings: Vec<String> = parts.iter().map(|part| format!("{part} = false\n")).collect();
    settings.push(settings.concat());
    for off in settings {
        let left = texts(&with_everything(&off));
        let gone: Vec<&String> = whole.keys().filter(|path| !left.contains_key(*path)).collect();
        assert!(!gone.is_empty(), "{off} takes nothing away");
        for path in &gone {
            for (file, text) in &left {
                assert!(!names(text, path), "{off}{file} names {path}");
                let entry = format!("\"{}\"", path.trim_end_matches(".html"));
                let is_found = file.starts_with("assets/search/pages-") && text.contains(&entry);
                assert!(!is_found, "{off}the search finds {path}");
            }
        }
        let is_named = |path: &&&String| !path.starts_with("lists/") && !path.starts_with("de/");
        let pages: Vec<&&String> = gone.iter().filter(is_named).collect();
        let [mut guide, mut menu, mut queries] =
            [String::from("# More\n\n"), format!("{off}[menu]\n"), String::new()];
        for path in &pages {
            let stem = path.trim_end_matches(".html");
            guide.extend(["[there](/", path.as_str(), ")\n"]);
            menu.extend(["\"", stem, "\" = \"", path.as_str(), "\"\n"]);
            queries.extend([stem, ":\n  - there\n"]);
        }
        let book = with_everything(&menu).file("content/guidance/more.md", guide);
        let told = book.file("content/queries.yaml", queries).told();
        for path in &pages {
            let stem = path.trim_end_matches(".html");
            let [link, of_menu, query] =
                [format!("link `/{path}`"), format!("link `{path}`"), format!("called `{stem}`")];
            for told_of in [link, of_menu, query] {
                assert!(told.contains(&told_of), "{off}{told_of}: {told}");
            }
        }
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

#[test]
fn a_link_of_the_menu_without_its_scheme_is_told() {
    let told = book("[menu]\nWiki = \"//wiki.example.org/depot\"\n").told();
    assert!(told.contains("write `https://wiki.example.org/depot`"), "{told}");
}

#[test]
fn no_shelf_has_a_page_of_the_owners_own() {
    let late = scenario("Late") + "guidance: [/pages/imprint]\n";
    let told = book("").file("content/scenarios/late.yaml", late).told();
    assert!(told.contains("dangling-reference") && told.contains("`/pages/imprint`"), "{told}");
}

#[test]
fn a_title_puts_no_line_into_the_head_of_a_mail() {
    let guide = "---\ntitle: \"Vans\\r\\nBcc: one@example.org\"\n---\n\nWords.\n";
    let book = Book::new()
        .file("book.toml", "[book]\ntitle = \"T\"\ncontact = \"help@example.org\"\n")
        .file("content/guidance/vans.md", guide);
    let page = book.page("guidance/vans.html");
    let mail = page.split("mailto:").nth(1).and_then(|rest| rest.split('"').next());
    assert_eq!(mail, Some("help@example.org?subject=Vans%20Bcc%3A%20one@example.org"));
}
