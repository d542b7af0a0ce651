//! What a search finds, asked of the index as `twohats check` does.

use std::collections::BTreeMap;

use testkit::Book;
use twohats::model::SitePath;

fn scenario(title: &str, rest: &str) -> String {
    format!(
        "title: {title}\nsummary: S.\nleader:\n  say: Why so?\nmanager:\n  say: By when then?\n{rest}"
    )
}

/// The addresses of what is found, the best first.
fn found(book: &Book, query: &str) -> Vec<String> {
    let site = book.make().value.expect("the book has no faults");
    let pages = site.plan().index().find(query).into_iter();
    pages.map(|page| site.plan().index().pages[page].head.stem.to_string()).collect()
}

fn small() -> Book {
    Book::new()
        .file("content/scenarios/late.yaml", scenario("The parcels are late", "also: [tardy van]\n"))
        .file(
            "content/scenarios/quiet.yaml",
            scenario("The depot is quiet", "signs: [Nobody mentions the parcels]\n"),
        )
        .file("content/scenarios/hidden.yaml", scenario("Parcels in secret", "draft: yes\n"))
        .file("content/scenarios/cafe.yaml", scenario("Réunion au café Łódź", ""))
        .file("content/scenarios/kaigi.yaml", scenario("会議が長い", ""))
        .file(
            "content/templates/route.yaml",
            "title: Route sheet\nfields:\n  - text: Mileage\n    hint: Off the tachograph.\n",
        )
        .file(
            "content/guidance/why.md",
            "---\ntitle: Ask why\n---\n\nFirst.\n\n## Carburettors & co {#carbs}\n\nA choke &lt;valve&gt;.\n",
        )
}

#[test]
fn a_page_is_found_by_its_title_its_other_words_and_its_text() {
    let book = small();
    assert_eq!(found(&book, "parcels"), ["scenarios/late", "scenarios/quiet"]);
    assert_eq!(found(&book, "tardy"), ["scenarios/late"]);
    assert_eq!(found(&book, "tachograph"), ["templates/route"]);
    assert_eq!(found(&book, "mileage"), ["templates/route"]);
    assert_eq!(found(&book, "carburettors"), ["guidance/why"]);
    assert_eq!(found(&book, "choke valve"), ["guidance/why"]);
    assert_eq!(found(&book, "lt"), [""; 0]);
}

#[test]
fn a_beginning_and_one_slip_are_enough() {
    for query in ["parc", "parcles", "parcls", "parcals", "parrcels", "aprcels", "arcels", "parcel"]
    {
        assert_eq!(found(&small(), query)[0], "scenarios/late", "{query}");
    }
    assert_eq!(found(&small(), "xylophone"), [""; 0]);
    assert_eq!(found(&small(), " ?! "), [""; 0]);
}

#[test]
fn accents_are_no_hindrance_either_way() {
    for query in ["reunion", "réunion", "REUNION", "re\u{301}union", "lodz", "cafe"] {
        assert_eq!(found(&small(), query), ["scenarios/cafe"], "{query}");
    }
}

#[test]
fn words_of_a_script_without_spaces_are_found_within_a_line() {
    for query in ["会議", "長い", "会議 長い", "長"] {
        assert_eq!(found(&small(), query), ["scenarios/kaigi"], "{query}");
    }
}

#[test]
fn a_word_of_a_title_counts_more_than_the_same_word_all_over_a_text() {
    let often = format!("situation: {}\n", "The invoice again. ".repeat(30));
    let book = Book::new()
        .file("content/scenarios/a.yaml", scenario("Something else", &often))
        .file("content/scenarios/b.yaml", scenario("The invoice", ""));
    assert_eq!(found(&book, "invoice"), ["scenarios/b", "scenarios/a"]);
}

/// The passages of each page, from all files that hold some.
pub fn texts(book: &Book) -> BTreeMap<String, Vec<[String; 4]>> {
    let site = book.make().value.expect("the book has no faults");
    let paths = site.paths().into_iter().filter(|path| path.name().starts_with("texts-"));
    let files = paths.flat_map(|path| {
        let text = book.page(path.as_str());
        let of = text.split_once("\"\",").and_then(|(_, rest)| rest.trim_end().strip_suffix(");"));
        let pages: BTreeMap<String, Vec<[String; 4]>> =
            serde_json::from_str(of.expect("something is taken")).expect("it is JSON");
        pages
    });
    files.collect()
}

#[test]
fn passages_say_where_they_stand_and_whose_they_are() {
    let texts = texts(&small());
    let say = ["leader-say", "Say", "Why so?", "leader"].map(String::from);
    assert!(texts["scenarios/late"].contains(&say), "{texts:?}");
    let [anchor, name, ..] = &texts["guidance/why"][1];
    assert_eq!([anchor, name], ["carbs", "Carburettors & co"]);
}

#[test]
fn every_place_that_a_search_links_to_is_on_its_page() {
    let book = small()
        .file(
            "content/comparisons/two.yaml",
            "title: Two\nrows:\n  - on: Focus\n    leader: Far\n    manager: Near\n    both: Here\n",
        )
        .file(
            "content/checks/need.yaml",
            "title: Need\nask: Tick.\nleader: [One]\nmanager: [Two]\nresults:\n  leader: L.\n  manager: M.\n  even: E.\n",
        )
        .file(
            "content/scenarios/full.yaml",
            scenario(
                "Full",
                "signs: [A]\nsituation: B.\ncaution: C.\nbecause: D.\nsequence:\n  - leader: E\nmeasures: [F]\n\
                 mistakes:\n  - if: G\n    then: H\npractice:\n  ask: I?\ndiscuss: [J]\nreading: [K]\n",
            ),
        );
    let texts = texts(&book);
    for stem in
        ["comparisons/two", "checks/need", "scenarios/full", "templates/route", "guidance/why"]
    {
        let page = book.page(&format!("{stem}.html"));
        for [anchor, ..] in texts[stem].iter().filter(|[anchor, ..]| !anchor.is_empty()) {
            assert!(page.contains(&format!("id=\"{anchor}\"")), "{stem} has no `{anchor}`");
        }
    }
}

#[test]
fn a_large_book_is_cut_into_files_that_are_small_each() {
    let many = (0..400).map(|number| {
        let words: Vec<String> =
            (0..60).map(|word| format!("w{}x{word}", number * 7 % 400)).collect();
        let text =
            scenario(&format!("Case {number}"), &format!("situation: {}\n", words.join(" ")));
        (format!("content/scenarios/c-{number}.yaml"), text)
    });
    let book = Book::new().files(many);
    assert_eq!(found(&book, "w35x59"), ["scenarios/c-5"]);
    assert_eq!(found(&book, "case 377")[0], "scenarios/c-377");
    let site = book.make().value.expect("the book has no faults");
    let paths = site.paths().into_iter().filter(|path| path.name().starts_with("terms-"));
    let file = |path: &SitePath| site.render(path.as_str()).and_then(Result::ok);
    let sizes = paths.map(|path| file(&path).map_or(0, |file| file.len()));
    let sizes: Vec<usize> = sizes.collect();
    assert!(sizes.len() > 5 && sizes.iter().all(|size| *size < 40_000), "{sizes:?}");
}
