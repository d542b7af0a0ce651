//! A class that an author gives is theirs to style, and none by which a script would take their words for a part of the
//! page.

use testkit::Book;
use testkit::written::{Origin, Written, named_pages, path};
use twohats::markdown::TAKEN_CLASSES;
use twohats::model::Kind;

use crate::has::{holds, lacks};

fn guide(text: &str) -> Book {
    Book::new().file("content/guidance/a.md", format!("---\ntitle: A\n---\n\n{text}\n"))
}

#[test]
fn a_class_that_scripts_look_for_is_left_out_and_told_and_any_other_stays() {
    for (written, shown) in [
        ("<b class=\"copies\">word</b>", "<b>word</b>"),
        ("<b class=copies>word</b>", "<b>word</b>"),
        ("<b class='loud copies own'>word</b>", "<b class=\"loud own\">word</b>"),
        (
            "<b title=\"a\" class=\"copies\" lang=\"de\">word</b>",
            "<b title=\"a\" lang=\"de\">word</b>",
        ),
        ("<div CLASS=\"copies\">\n\nword\n\n</div>", "<div>\n<p>word</p>\n</div>"),
    ] {
        let book = guide(written);
        holds(&book.page("guidance/a.html"), shown);
        let told = book.told();
        assert_eq!(told.matches("warning[taken-class]").count(), 1, "{written}: {told}");
        holds(&told, "the class `copies` will not be on the page");
    }
    let book = guide("## Costs {.copies .own}\n\n<b class=\"own\">word</b>");
    let page = book.page("guidance/a.html");
    holds(&page, "<h2 id=\"costs\" class=\"own\">");
    holds(&page, "<b class=\"own\">word</b>");
    assert_eq!(book.told().matches("warning[taken-class]").count(), 1, "{}", book.told());
}

#[test]
fn no_other_way_to_write_a_letter_makes_such_a_class() {
    for written in ["cop&#105;es", "cop&#x69;es", "&#99;opies", "copies&#32;own", "own&Tab;copies"]
    {
        let page = guide(&format!("<b class=\"{written}\">word</b>")).page("guidance/a.html");
        holds(&page, &format!("<b class=\"{}\">word</b>", written.replace('&', "&amp;")));
    }
    lacks(
        &guide("<b data-part=\"list\" data-do=\"send\">word</b>").page("guidance/a.html"),
        "data-part",
    );
}

/// A page of every kind with all its keys, whose texts give classes that scripts look for: the page is as it is without.
#[test]
fn no_class_of_an_author_changes_anything_of_a_page() {
    for kind in Kind::ALL {
        let written = Written::new(kind);
        let plain = written.text(&written.value);
        let page = |text: &str| {
            let book = Book::new().files(named_pages()).file(path(kind, "full"), text);
            book.page(&format!("{}/full.html", kind.folder()))
        };
        let is_asked = |key: &Origin| !key.is_example && !key.path.ends_with("note.note");
        let words = written.texts.iter().filter(|text| is_asked(&text.key)).map(|text| &text.word);
        // Texts that are Markdown.
        let words: Vec<&String> = words
            .filter(|word| {
                let page = page(&plain.replace(*word, "<b>x</b>"));
                page.contains("<b>x</b>") && !page.contains("&lt;b&gt;")
            })
            .collect();
        assert!(words.len() > 1, "{kind:?}");
        let all = |html: &str| {
            page(&words.iter().fold(plain.clone(), |text, word| text.replace(*word, html)))
        };
        let with: String = TAKEN_CLASSES.map(|class| format!("<b class='{class}'>x</b>")).concat();
        let without = "<b>x</b>".repeat(TAKEN_CLASSES.len());
        assert_eq!(all(&with), all(&without), "{kind:?}");
    }
}
