//! What an author writes behind a key reaches readers: it is on the page, the search finds it and leads to its
//! place, the report counts it, and a translation translates it. The keys are those of `src/load/`, so a new one
//! that is read and goes nowhere is told of here by its name.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;
use twohats::model::{Kind, Title};
use twohats::render::Site;
use twohats::report::report;
use twohats::source::Day;

use crate::search::texts;
use testkit::Book;
use testkit::written::{Told, Written, named_pages, path};

/// Where an author's words come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    Page,
    Search,
    Report,
    /// What is to be translated.
    Coverage,
    /// The page of a translation.
    Translation,
}
use Place::{Coverage, Page, Report, Search, Translation};

/// Keys whose words do not come everywhere: how their paths end, where the words are missing, and why.
const MISSING: [(&str, &[Place], &str); 14] = [
    ("original", &[Page, Search, Report, Coverage, Translation], "it is noted for the check alone"),
    ("also", &[Page, Report, Coverage, Translation], "it is said for the search alone"),
    ("topics", &[Report, Coverage, Translation], "it is an id, whose titles `book.toml` says"),
    (
        "owner",
        &[Search, Report, Coverage],
        "it says who answers for the page, and is no part of it",
    ),
    ("reviewers", &[Search, Report, Coverage], "they answer for the page, and are no part of it"),
    ("what", &[Search, Report], "it tells of the page, and is no part of it"),
    ("time", &[Search], "nobody searches for how long something takes"),
    ("repeat", &[Search, Report, Coverage, Translation], "it is a word of the interface"),
    ("number.unit", &[Search, Report], "it stands beside a box, and is no sentence"),
    ("rating.low", &[Search, Report], "it stands beside a box, and is no sentence"),
    ("rating.high", &[Search, Report], "it stands beside a box, and is no sentence"),
    ("computed.example", &[Coverage], "what is worked out is the same in all languages"),
    ("heading.example", &[Page, Coverage, Translation], "a heading holds no answer"),
    ("note.example", &[Page, Coverage, Translation], "a note holds no answer"),
];

/// Why the words of a text are not in a place.
fn why_missing(text: &Told, place: Place) -> Option<&'static str> {
    // An example shows what readers would write.
    if text.key.is_example && [Search, Report].contains(&place) {
        return Some("an example is what a reader writes");
    }
    let mut missing = MISSING
        .iter()
        .filter(|(end, places, _)| ends_with(&text.key.path, end) && places.contains(&place));
    missing.next().map(|(_, _, why)| *why)
}

fn ends_with(path: &str, end: &str) -> bool {
    path.strip_suffix(end).is_some_and(|before| before.ends_with('.'))
}

/// A book with a page of every kind that can be named, and with one file.
fn book(written: &Written, value: &Value) -> Book {
    let settings = "[book]\ntitle = \"Test\"\n[languages.en]\nname = \"English\"\n[languages.de]\nname = \"Deutsch\"\n";
    let book = Book::new().file("book.toml", settings).files(named_pages());
    book.file(path(written.kind, "full"), written.text(value))
}

/// The same with one more file for each text, which `change` makes.
fn book_of_each(written: &Written, change: impl Fn(&Told) -> Value) -> Site {
    let book = written.texts.iter().fold(book(written, &written.value), |book, text| {
        book.file(path(written.kind, &text.word), written.text(&change(text)))
    });
    site(&book)
}

fn site(book: &Book) -> Site {
    let made = book.make();
    made.value.unwrap_or_else(|| panic!("{}", book.told()))
}

/// Asserts of every text of every kind that it is in a place, unless `MISSING` says that it is not.
#[track_caller]
fn assert_all_are(place: Place, is_there: impl Fn(&Written) -> Box<dyn Fn(&Told) -> bool>) {
    let mut faults = BTreeSet::new();
    for kind in Kind::ALL {
        let written = Written::new(kind);
        let is_there = is_there(&written);
        for text in &written.texts {
            match (is_there(text), why_missing(text, place)) {
                (true, None) | (false, Some(_)) => {}
                (false, None) => {
                    faults.insert(format!("the words of `{}` are not there", text.key.path));
                }
                (true, Some(why)) => {
                    faults.insert(format!(
                        "the words of `{}` are there, although {why}",
                        text.key.path
                    ));
                }
            }
        }
    }
    let faults: Vec<String> = faults.into_iter().collect();
    assert!(faults.is_empty(), "{place:?}:\n{}", faults.join("\n"));
}

fn page(kind: Kind, name: &str) -> String {
    format!("{}/{name}.html", kind.folder())
}

#[test]
fn what_an_author_writes_is_on_the_page() {
    assert_all_are(Page, |written| {
        let page = shown(&book(written, &written.value).page(&page(written.kind, "full")));
        Box::new(move |text| page.contains(&text.word))
    });
}

#[test]
fn what_an_author_writes_is_found_by_the_search() {
    assert_all_are(Search, |written| {
        let site = site(&book(written, &written.value));
        let shards = site.plan().index().shards.iter().flatten();
        let words: BTreeSet<String> = shards.map(|term| term.word.clone()).collect();
        Box::new(move |text| words.contains(&text.word))
    });
}

/// The place is on the page, and may be linked to.
#[test]
fn the_search_leads_to_places_that_are_there() {
    for kind in Kind::ALL {
        let written = Written::new(kind);
        let book = book(&written, &written.value);
        let (page, site) = (book.page(&page(kind, "full")), site(&book));
        let entry = site.plan().playbook().get(kind, "full").expect("it was written");
        let anchors = entry.anchors();
        for [anchor, _, text, _] in &texts(&book)[entry.head.stem.as_str()] {
            if !anchor.is_empty() {
                assert!(page.contains(&format!("id=\"{anchor}\"")), "no `{anchor}` with {text}");
                assert!(anchors.contains(anchor), "no link may lead to `{anchor}`, with {text}");
            }
        }
    }
}

#[test]
fn every_kind_and_every_section_is_called_something() {
    for kind in Kind::ALL {
        let written = Written::new(kind);
        let site = site(&book(&written, &written.value));
        let entry = site.plan().playbook().get(kind, "full").expect("it was written");
        let sections = entry.sections().into_iter().filter_map(|one| match one.title {
            Title::In(group) => Some(format!("{group}.{}", one.id)),
            Title::Own(_) => None,
        });
        let lists = ["kinds", "lists"].map(|group| format!("{group}.{}", kind.folder()));
        for key in sections.chain(lists) {
            let word = site.plan().theme().wording.get(&key);
            assert_ne!(word, key, "`wording/en.toml` has no such word for a {}", kind.name());
        }
    }
}

#[test]
fn what_an_author_writes_counts_in_the_report() {
    let day = Day::last_of("2026-12-01").expect("it is a day");
    assert_all_are(Report, |written| {
        let site = book_of_each(written, |text| {
            let twice = format!("{0} {0}", text.word);
            changed(&written.value, &text.word, &twice)
        });
        let pages = report(site.plan().playbook(), day, 12).pages.into_iter();
        let words: BTreeMap<String, usize> =
            pages.map(|one| (one.page.to_string(), one.words)).collect();
        let kind = written.kind;
        Box::new(move |text| words[&page(kind, &text.word)] > words[&page(kind, "full")])
    });
}

/// A key that may be left out counts when it is there. What must be there is on the translated page.
#[test]
fn what_an_author_writes_is_to_be_translated() {
    assert_all_are(Coverage, |written| {
        let site = book_of_each(written, |text| {
            let mut without = written.value.clone();
            if let Some((at, name)) = &text.key.optional {
                let group = without.pointer_mut(at).and_then(Value::as_object_mut);
                group.expect("the group is in its file").remove(*name);
            }
            without
        });
        let all = |name: &str| {
            let entry = site.plan().playbook().get(written.kind, name).expect("it was written");
            entry.to_translate()
        };
        let is_counted =
            |text: &&Told| text.key.optional.is_none() || all(&text.word) < all("full");
        let counted = written.texts.iter().filter(is_counted);
        let counted: BTreeSet<String> = counted.map(|text| text.word.clone()).collect();
        Box::new(move |text| counted.contains(&text.word))
    });
}

#[test]
fn a_page_shows_what_its_translation_says() {
    assert_all_are(Translation, |written| {
        let german = written.text(&changed(&written.value, "umark", "uwort"));
        let path = path(written.kind, "full").replace("content/", "content/de/");
        let book = book(written, &written.value).file(path, german);
        let page = shown(&book.page(&format!("de/{}", page(written.kind, "full"))));
        Box::new(move |text| page.contains(&text.word.replace("umark", "uwort")))
    });
}

fn changed(value: &Value, from: &str, to: &str) -> Value {
    serde_json::from_str(&value.to_string().replace(from, to)).expect("it is still JSON")
}

#[test]
fn every_key_that_is_missing_somewhere_is_a_key() {
    let paths: Vec<String> = Kind::ALL.iter().flat_map(|kind| Written::new(*kind).paths).collect();
    for (end, ..) in MISSING {
        assert!(paths.iter().any(|path| ends_with(path, end)), "there is no key `{end}`");
    }
}

/// The words of a page as readers see them: what stands between tags, without the texts of scripts and styles.
fn shown(page: &str) -> String {
    let (_, main) = page.split_once("<main").expect("a page has a main part");
    let (main, _) = main.split_once("</main>").expect("the main part ends");
    main.split('<').filter_map(|part| part.split_once('>')).map(|(_, text)| text).collect()
}
