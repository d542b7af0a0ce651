//! A class that an author gives is theirs to style, and none by which a script would take their words for a part of the
//! page.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use testkit::written::Written;
use testkit::{Book, difference};
use twohats::markdown::TAKEN_CLASSES;
use twohats::model::Kind;

use crate::has::{holds, lacks};
use crate::raw_ids::sorted;

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
        let words = written.markdown();
        assert!(words.len() > 1, "{kind:?}");
        let all = |html: &str| {
            written.page(&words.iter().fold(plain.clone(), |text, word| text.replace(*word, html)))
        };
        let with: String = TAKEN_CLASSES.map(|class| format!("<b class='{class}'>x</b>")).concat();
        let without = "<b>x</b>".repeat(TAKEN_CLASSES.len());
        let (with, without) = (all(&with), all(&without));
        // The lines of a self-check are mixed by lot, which is drawn of their words.
        let is_same = sorted(&with) == sorted(&without);
        assert!(is_same, "{kind:?}: {}", difference(&without, &with));
    }
}

/// The classes that a selector names: what stands behind a point that no name stands before, but for one of an element
/// that begins the selector, as in `'form.ask'`.
fn classes(script: &str) -> impl Iterator<Item = &str> {
    script.match_indices('.').filter_map(|(at, _)| {
        let before = script[..at].trim_end_matches(|sign: char| sign.is_ascii_lowercase());
        let is_of_element = before.ends_with(['\'', '`']);
        let is_first = script[..at].ends_with([' ', '(', ',', '>']);
        let rest = &script[at + 1..];
        let is_of_name = |sign: char| sign.is_ascii_lowercase() || sign == '-';
        let end = rest.find(|sign| !is_of_name(sign))?;
        let is_whole = end > 0 && rest[end..].starts_with(['\'', '`', ' ', ',', ')', '[', ':']);
        ((is_of_element || is_first) && is_whole).then_some(&rest[..end])
    })
}

#[test]
fn they_are_those_that_scripts_look_for() {
    let theme = Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/default");
    let folders = fs::read_dir(theme.join("scripts")).expect("there are scripts");
    let files = folders.flat_map(|entry| {
        let path = entry.expect("it can be listed").path();
        match fs::read_dir(&path) {
            Ok(files) => files.map(|file| file.expect("it can be listed").path()).collect(),
            Err(_) => vec![path],
        }
    });
    let ours = files.filter(|file| !file.to_string_lossy().contains("lean-qr"));
    let mut scripts: String =
        ours.map(|file| fs::read_to_string(file).expect("it is text")).collect();
    // A layout names what a script takes from the page.
    let layout = theme.join("layouts/components/workshop.html");
    let layout = fs::read_to_string(layout).expect("it is text");
    for from in layout.split("data-from=\"").skip(1) {
        scripts.extend(["'", from.split('"').next().expect("it ends"), "'"]);
    }
    let mut found: BTreeSet<&str> = classes(&scripts).collect();
    // `.${role}`.
    found.extend(["leader", "manager"]);
    // How many there are of something.
    found.remove("length");
    assert!(found.iter().eq(&TAKEN_CLASSES), "it should be {found:?}");
}
