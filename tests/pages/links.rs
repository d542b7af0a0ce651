//! Links are written to sources and lead to pages, whatever page they are shown on.

use testkit::Book;

const SCENARIO: &str = "title: Late\nsummary: See [why](../guidance/deep/why.md#the-reason).\n\
    leader:\n  say: Why?\nmanager:\n  say: By when?\n";

fn book() -> Book {
    Book::new()
        .file("content/scenarios/late.yaml", SCENARIO)
        .file("content/guidance/deep/why.md", "---\ntitle: Why\n---\n\n## The reason\n\nText.\n")
}

#[test]
fn a_link_is_relative_to_the_page_that_shows_it() {
    let on_its_page = book().page("scenarios/late.html");
    assert!(on_its_page.contains("href=\"../guidance/deep/why.html#the-reason\""), "{on_its_page}");
    let in_a_list = book().page("index.html");
    assert!(in_a_list.contains("href=\"guidance/deep/why.html#the-reason\""), "{in_a_list}");
}

#[test]
fn good_links_of_every_form_are_accepted() {
    let good = [
        "why.md",
        "./why.md",
        "why.md#the-reason",
        "why.html",
        "../deep/why.md",
        "/guidance/deep/why.md",
        "../../scenarios/late.yaml#say",
        "../../scenarios/late.yaml#leader-say",
        "../../scenarios/",
        "../../",
        "../../index.html",
        "#the-reason",
        "#top",
        "why.md#:~:text=Text",
        "why.md?print",
        "../picture.png",
        "https://example.org/a.md#b",
        "http://example.org",
        "mailto:a@example.org",
        "tel:+4912345",
        "//example.org/x",
    ];
    let links: Vec<String> = good.iter().map(|link| format!("- [x]({link})\n")).collect();
    let text = format!("---\ntitle: Why\n---\n\n## The reason\n\n{}", links.concat());
    let book = book()
        .file("content/guidance/deep/why.md", text)
        .file("content/guidance/picture.png", [137, 80]);
    assert_eq!(book.told(), "");
}

#[test]
fn bad_links_are_faults_each_at_its_place() {
    let bad = [
        ("nope.md", "broken-link"),
        ("Why.md", "broken-link"),
        ("why.yaml", "broken-link"),
        ("../../../outside.md", "broken-link"),
        ("why.md#the-season", "broken-anchor"),
        ("#nowhere", "broken-anchor"),
        ("../../scenarios/late.yaml#step-1", "broken-anchor"),
        ("javascript:alert(1)", "unsafe-link"),
        ("data:text/html,x", "unsafe-link"),
    ];
    for (link, rule) in bad {
        let text = format!("---\ntitle: Why\n---\n\n## The reason\n\nA [x]({link}) b.\n");
        let told = book().file("content/guidance/deep/why.md", text).diagnostics();
        let found: Vec<_> =
            told.iter().map(|one| (one.rule.name, one.span.line_and_column())).collect();
        assert_eq!(found, [(rule, (7, 7))], "{link}");
    }
}

#[test]
fn a_link_to_a_draft_is_a_fault_and_one_in_a_draft_is_not() {
    let draft =
        "---\ntitle: Why\ndraft: yes\n---\n\n## The reason\n\n[back](../../scenarios/late.yaml)\n";
    let told = book().file("content/guidance/deep/why.md", draft).told();
    assert!(told.contains("leads to a draft"), "{told}");
    let other = "---\ntitle: Other\ndraft: yes\n---\n\n[draft](why.md)\n";
    let book =
        Book::new().file("content/guidance/why.md", "---\ntitle: Why\ndraft: yes\n---\n\nText.\n");
    assert_eq!(book.file("content/guidance/other.md", other).told(), "");
}

#[test]
fn links_in_raw_html_are_followed_too() {
    let text = "---\ntitle: Why\n---\n\n## The reason\n\n<p><a href=\"../../scenarios/late.yaml\">late</a></p>\n";
    let page = book().file("content/guidance/deep/why.md", text).page("guidance/deep/why.html");
    assert!(page.contains("href=\"../../scenarios/late.html\""), "{page}");
}

#[test]
fn addresses_with_odd_letters_lead_to_their_files() {
    let text = "---\ntitle: Why\n---\n\n## The reason\n\n![x](<../übersicht 1.png>) [y](../%C3%BCbersicht%201.png)\n";
    let book = book()
        .file("content/guidance/deep/why.md", text)
        .file("content/guidance/übersicht 1.png", [137, 80]);
    let page = book.page("guidance/deep/why.html");
    assert_eq!(page.matches("=\"../übersicht%201.png\"").count(), 2, "{page}");
}
