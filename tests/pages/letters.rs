//! A letter with a mark is one letter, whether a program wrote it as one sign or as two.

use testkit::Book;

/// A text as Macs and zip files write it: each mark is a sign of its own.
fn apart(text: &str) -> String {
    text.replace('ü', "u\u{308}").replace('Ü', "U\u{308}").replace('ö', "o\u{308}")
}

fn book() -> Book {
    let handover = "---\ntitle: Die Übergabe\n---\n\n## Übergabe am Morgen\n\nText.\n\n\
                    ## Später {#u\u{308}brig}\n\nText.\n\n<p id=\"fu\u{308}r\">Text.</p>\n";
    Book::new()
        .file(apart("content/guidance/übergabe.md"), apart(handover))
        .file(apart("content/pictures/grün.png"), b"\x89PNG\r\n\x1a\n")
        .file("content/templates/blatt.yaml", apart("title: Blatt\nfields:\n  - number: Größe\n"))
}

fn with_plan(body: &str) -> Book {
    let plan = format!("---\ntitle: Plan\nrelated: [übergabe]\n---\n\n{body}\n");
    book().file("content/guidance/plan.md", plan)
}

#[test]
fn a_book_whose_names_and_links_are_written_in_both_ways_has_no_fault() {
    let body = "![Board](../pictures/grün.png) [a](übergabe.md#übergabe-am-morgen)\n\
                [b](u\u{308}bergabe.md#u\u{308}bergabe-am-morgen) [c](u%CC%88bergabe.html#u%CC%88brig)\n\
                [d](übergabe.md#für) [e](%C3%BCbergabe.md)";
    assert_eq!(with_plan(body).told(), "");
}

#[test]
fn an_address_is_written_in_one_way_whatever_the_name_of_the_file() {
    let body = "![Board](../pictures/gru\u{308}n.png) [a](u\u{308}bergabe.md#u\u{308}bergabe-am-morgen)\n\
                [c](u%CC%88bergabe.md#u%CC%88brig)";
    let page = with_plan(body).page("guidance/plan.html");
    for part in [
        "src=\"../pictures/grün.png\"",
        "href=\"übergabe.html#übergabe-am-morgen\"",
        "href=\"übergabe.html#übrig\"",
    ] {
        assert!(page.contains(part), "{part} is missing: {page}");
    }
    let page = with_plan("").page("guidance/übergabe.html");
    for id in ["id=\"übergabe-am-morgen\"", "id=\"übrig\"", "id=\"für\""] {
        assert!(page.contains(id), "{id} is missing: {page}");
    }
}

#[test]
fn the_id_of_a_field_does_not_change_when_its_label_is_typed_anew() {
    let label =
        "title: Blatt\nfields:\n  - number: Größe\n  - choice: Farbe\n    options: [Grün, Rot]\n";
    let sheet = |label: String| Book::new().file("content/templates/blatt.yaml", label);
    let one = sheet(label.to_owned());
    let other = sheet(apart(label));
    assert!(other.page("template-ids.json").contains("\"größe\""));
    assert_eq!(one.page("template-ids.json"), other.page("template-ids.json"));
    let published = one.page("template-ids.json");
    assert!(other.page("templates/blatt.html").contains("value=\"Grün\""));
    assert_eq!(other.file("template-ids.json", apart(&published)).told(), "");
}

#[test]
fn what_a_template_says_of_its_own_fields_is_found_in_both_ways() {
    let template = format!(
        "title: Blatt\nretired: [{}]\nfields:\n  - table: Läufe\n    columns:\n      - number: Größe\n      - choice: Tür\n        options: [Grün, Rot]\n    example:\n      - [3, {}]\n  - computed: Summe\n    sum: läufe.{}\n    where: {{{}: {}}}\n",
        apart("früher"),
        apart("Grün"),
        apart("größe"),
        apart("tür"),
        apart("Grün")
    );
    assert_eq!(Book::new().file("content/templates/blatt.yaml", template).told(), "");
}

#[test]
fn signs_of_a_letter_split_no_id_of_a_heading() {
    for (title, id) in
        [("கூட்டங்கள்", "கூட்டங்கள்"), ("අත්හදා බැලීම", "අත්හදා-බැලීම"), ("İstanbul", "istanbul")]
    {
        let text = format!("---\ntitle: Why\n---\n\n## {title}\n\n[x](#{id})\n");
        let page = Book::new().file("content/guidance/why.md", text).page("guidance/why.html");
        assert!(page.contains(&format!("id=\"{id}\"")), "{page}");
    }
    let tamil = Book::new().file("content/guidance/கூட்டங்கள்.md", "---\ntitle: Why\n---\n\nText.\n");
    assert!(tamil.page("guidance/கூட்டங்கள்.html").contains("Text."));
}
