//! Pictures: what every browser shows, how much it weighs, and its words for those who cannot see it.

use testkit::Book;

const PNG: &[u8] = b"\x89PNG\r\n\x1a\n";

/// What is told of a guide that shows `van.png` with these bytes in this way.
fn told(text: &str, name: &str, bytes: &[u8]) -> String {
    let guide = format!("---\ntitle: Guide\n---\n\n{text}\n");
    let book = Book::new().file("content/guidance/guide.md", guide);
    book.file(format!("content/guidance/{name}"), bytes).told()
}

#[test]
fn a_picture_that_browsers_show_is_without_fault_whatever_the_case_of_its_ending() {
    for (name, bytes) in [
        ("van.png", PNG),
        ("van.PNG", PNG),
        ("van.jpg", b"\xff\xd8\xff\xe0"),
        ("van.jpeg", b"\xff\xd8\xff\xe1"),
        ("van.gif", b"GIF89a"),
        ("van.webp", b"RIFF\x10\0\0\0WEBPVP8 "),
        ("van.avif", b"\0\0\0\x1cftypavif"),
        ("van.svg", b"<?xml version='1.0'?><svg/>"),
        ("van.bmp", b"BM"),
        ("van.ico", b"\0\0\x01\0"),
    ] {
        let text = format!("![The van at the depot]({name})");
        assert_eq!(told(&text, name, bytes), "", "{name}");
    }
}

#[test]
fn a_picture_of_another_kind_than_its_name_is_told_with_the_right_name() {
    let told = told("![The van at the depot](van.png)", "van.png", b"\xff\xd8\xff\xe0");
    assert!(told.contains("is a JPEG picture, whatever its name says"), "{told}");
    assert!(told.contains("rename it to `content/guidance/van.jpg`"), "{told}");
}

#[test]
fn a_picture_from_a_telephone_is_no_jpeg_by_its_name() {
    let told = told("![The van](van.jpg)", "van.jpg", b"\0\0\0\x24ftypheic");
    assert!(told.contains("is a HEIC picture"), "{told}");
}

#[test]
fn a_picture_above_one_megabyte_is_told_with_its_size() {
    let bytes = [PNG, &vec![0; 3_449_992]].concat();
    let found =
        told("![The van at the depot](van.png)\n\n![The van again](van.png)", "van.png", &bytes);
    assert_eq!(
        found.matches("the picture `content/guidance/van.png` has 3.4 MB").count(),
        1,
        "{found}"
    );
    let exact = [PNG, &vec![0; 1_000_000 - PNG.len()]].concat();
    assert_eq!(told("![The van at the depot](van.png)", "van.png", &exact), "");
    assert_eq!(
        told("The [van](van.png), large.", "van.png", &bytes),
        "",
        "who follows a link waits for it"
    );
}

#[test]
fn a_file_that_is_linked_and_not_shown_may_be_of_any_kind() {
    for name in ["van.tiff", "van.heic", "van.psd", "van.pdf"] {
        assert_eq!(told(&format!("The [van]({name})."), name, b"anything"), "", "{name}");
    }
    let told = told("The [van](van.png).", "van.png", b"<!doctype html>");
    assert!(told.contains("is a web page"), "{told}");
}

#[test]
fn words_for_those_who_cannot_see_are_missing_only_where_they_are() {
    for text in [
        "![The van at the depot](van.png)",
        "![Van](van.png)",
        "![van](van.png)",
        "![Screenshot of the rota](van.png)",
        "<img src=\"van.png\" alt=\"\">",
        "<img alt src='van.png'>",
        "<img src=\"van.png\" alt=\"The van\">",
        "`![](van.png)` and ![The van](van.png)",
        "![**The** van \"at\" <the> depot](van.png)",
        "[![The van, larger](van.png)](van.png)",
    ] {
        assert_eq!(told(text, "van.png", PNG), "", "{text}");
    }
    for text in [
        "![](van.png)",
        "![ ](van.png)",
        "![][van]\n\n[van]: van.png",
        "<img src=van.png>",
        "![image](van.png)",
        "![van.png](van.png)",
        "![Bild 3](van.png)",
    ] {
        let told = told(text, "van.png", PNG);
        assert!(told.contains("[wordless-picture]"), "{text}: {told}");
    }
}

#[test]
fn the_words_of_a_translation_are_looked_at_too() {
    let told = Book::new()
        .file("book.toml", "[book]\ntitle = \"T\"\n\n[languages.de]\nname = \"Deutsch\"\n")
        .file("content/guidance/a.md", "---\ntitle: A\n---\n\n![The van](van.svg)\n")
        .file("content/de/guidance/a.md", "---\ntitle: A\n---\n\n![](van.svg)\n")
        .file("content/guidance/van.svg", "<svg/>")
        .told();
    assert!(told.contains("content/de/guidance/a.md:5:5"), "{told}");
    assert_eq!(told.matches("[wordless-picture]").count(), 1, "{told}");
}
