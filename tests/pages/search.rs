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
    pages.map(|page| site.plan().index().pages[page].stem().to_owned()).collect()
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

/// A book of scenarios, each with a title and what else stands in its file.
fn scenarios<const N: usize>(files: [(&str, &str, &str); N]) -> Book {
    files.into_iter().fold(Book::new(), |book, (name, title, rest)| {
        book.file(format!("content/scenarios/{name}.yaml"), scenario(title, rest))
    })
}

/// The same in German.
fn german<const N: usize>(files: [(&str, &str, &str); N]) -> Book {
    scenarios(files).file("book.toml", "[book]\ntitle = \"T\"\nlanguage = \"de\"\n")
}

#[test]
fn a_page_that_holds_more_of_a_query_comes_before_one_that_holds_a_word_of_it_often() {
    let often = format!("situation: {}\n", "The budget again. ".repeat(20));
    let book = scenarios([
        ("a", "Something else", &often),
        ("b", "Another thing", "situation: The budget goes on holiday.\n"),
        ("c", "A third thing", "situation: Nothing of the kind.\n"),
    ]);
    assert_eq!(found(&book, "budget holiday")[0], "scenarios/b");
}

#[test]
fn what_no_page_has_is_not_answered_with_what_every_page_has() {
    let names: Vec<String> = (0..20).map(|number| format!("s-{number}")).collect();
    let book = names.iter().fold(Book::new(), |book, name| {
        book.file(
            format!("content/scenarios/{name}.yaml"),
            scenario("The team", "also: [people]\n"),
        )
    });
    let book = book.file("content/scenarios/rota.yaml", scenario("The rota of the team", ""));
    assert_eq!(found(&book, "team zebra"), [""; 0]);
    assert_eq!(found(&book, "the people of the team and a zebra"), [""; 0]);
    assert_eq!(found(&book, "rota zebra"), ["scenarios/rota"]);
    assert_eq!(found(&book, "team").len(), 21);
}

#[test]
fn words_that_say_nothing_do_not_count_unless_there_are_no_others() {
    let book = small();
    assert_eq!(found(&book, "what is with the parcels"), found(&book, "parcels"));
    assert_eq!(found(&book, "why so"), found(&book, "why so?"));
    assert!(!found(&book, "why so").is_empty());
}

#[test]
fn short_words_have_no_slips_and_a_slip_comes_after_the_word_itself() {
    let book = scenarios([
        ("rota", "The rota", ""),
        ("rover", "The rover", ""),
        ("clover", "The clover", ""),
    ]);
    assert_eq!(found(&book, "rata"), [""; 0]);
    assert_eq!(found(&book, "rovre"), ["scenarios/rover"]);
    assert_eq!(found(&book, "clover"), ["scenarios/clover"]);
}

#[test]
fn words_that_stand_together_in_one_label_come_before_the_same_words_apart() {
    let book = scenarios([
        ("apart", "Red tape", "also: [red, blue, blue van, blue tape]\n"),
        ("more", "A blue thing", "also: [van, red]\n"),
        ("together", "Another thing", "also: [a blue and red van, noise]\n"),
    ]);
    for query in ["red blue", "the red, the blue"] {
        assert_eq!(found(&book, query)[0], "scenarios/together", "{query}");
    }
    assert_eq!(found(&book, "tape blue")[0], "scenarios/apart");
}

#[test]
fn words_without_weight_tell_labels_apart() {
    let book = scenarios([
        ("more", "One thing", "also: [work more]\n"),
        ("again", "Another thing", "also: [work again]\n"),
        ("not", "A third thing", "also: [does not work]\n"),
    ]);
    for (query, page) in
        [("it does not work", "not"), ("work it again", "again"), ("more and more work", "more")]
    {
        assert_eq!(found(&book, query)[0], format!("scenarios/{page}"), "{query}");
    }
    assert_eq!(found(&book, "not work").len(), 3);
}

#[test]
fn labels_beyond_all_bounds_do_no_harm() {
    let also: Vec<String> = (0..300).map(|number| format!("a{number} blue")).collect();
    let many = format!("also: [{}]\n", also.join(", "));
    let book = scenarios([("many", "Many", &many), ("few", "Few", "also: [a290 blue]\n")]);
    assert_eq!(found(&book, "blue a290"), ["scenarios/few", "scenarios/many"]);
    assert_eq!(found(&book, "blue a7")[0], "scenarios/many");
}

#[test]
fn letters_alone_are_found() {
    let book = scenarios([
        ("board", "The board is empty", "situation: Nobody writes on it any more.\n"),
        (
            "late",
            "The Q&A takes the whole meeting",
            "situation: R&D wants plan B, sales want plan A.\n",
        ),
    ]);
    for query in ["q&a", "Q & A", "r&d", "plan b", "q"] {
        assert_eq!(found(&book, query)[0], "scenarios/late", "{query}");
    }
    assert_eq!(found(&book, "x"), [""; 0]);
    assert_eq!(found(&book, "?"), [""; 0]);
}

#[test]
fn other_words_for_the_same_are_found_after_the_word_itself() {
    let book = scenarios([
        ("away", "A holiday in the busy week", ""),
        ("talk", "A talk each week", "also: [one-to-one]\n"),
        ("van", "The vehicle does not start", ""),
    ]);
    assert_eq!(found(&book, "vacation"), ["scenarios/away"]);
    assert_eq!(found(&book, "my 1on1"), ["scenarios/talk"]);
    assert_eq!(found(&book, "better 1:1"), ["scenarios/talk"]);
    assert_eq!(found(&book, "lorry"), [""; 0]);
    let same =
        "[book]\ntitle = \"T\"\n\n[search]\nsame = [[\"lorry\", \"motor truck\", \"vehicle\"]]\n";
    let book = book
        .file("book.toml", same)
        .file("content/scenarios/lorry.yaml", scenario("Lorries are in the yard", ""));
    assert_eq!(found(&book, "lorry"), ["scenarios/lorry", "scenarios/van"]);
    assert_eq!(found(&book, "motor truck").len(), 2);
}

#[test]
fn a_word_is_found_within_a_german_one() {
    let book = german([
        ("a", "Das Mitarbeitergespräch steht an", ""),
        ("b", "Die Lieferung kommt nicht", "signs: [Der Lieferverzug wird länger]\n"),
        ("c", "Mitarbeiter kommen nicht", "signs: [Die Ladeliste fehlt]\n"),
    ]);
    assert_eq!(found(&book, "Gespräch"), ["scenarios/a"]);
    assert_eq!(found(&book, "Gespräche führen")[0], "scenarios/a");
    assert_eq!(found(&book, "Verzug"), ["scenarios/b"]);
    assert_eq!(found(&book, "Liste"), ["scenarios/c"]);
    assert_eq!(found(&book, "mit dem Mitarbeiter")[0], "scenarios/c");
}

#[test]
fn words_are_found_within_a_line_of_thai() {
    let book = scenarios([("late", "งานส่งช้าทุกสัปดาห์", ""), ("quiet", "ทีมเงียบมาก", "")]);
    assert_eq!(found(&book, "ช้า"), ["scenarios/late"]);
    assert_eq!(found(&book, "เงียบ"), ["scenarios/quiet"]);
}

#[test]
fn what_readers_do_on_the_site_is_found() {
    let book = small().file(
        "content/scenarios/played.yaml",
        scenario("Played", "first: leader\npractice:\n  ask: What do you say?\n"),
    );
    for (query, page) in [
        ("my saved sheets", "copies"),
        ("drill", "practise"),
        ("role play", "cards"),
        ("print everything", "print"),
        ("group mode", "group"),
        ("finder", "finder"),
    ] {
        assert_eq!(found(&book, query)[0], page, "{query}");
    }
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

#[test]
fn the_words_of_the_owners_own_pages_are_found_where_they_stand() {
    let book = small().file(
        "content/pages/imprint.md",
        "---\ntitle: Imprint\n---\n\nThe depot.\n\n## Who decides\n\nThe chair is the dispatcher.\n",
    );
    assert_eq!(found(&book, "dispatcher"), ["pages/imprint"]);
    let start = book.page("assets/search/start.js");
    // They are no guidance, and a reader can look through them alone.
    assert!(start.contains("[\"pages\","), "{start}");
    assert!(start.contains("<option value=\\\"pages\\\">About this site</option>"), "{start}");
    assert!(!small().page("assets/search/start.js").contains("value=\\\"pages\\\""));
    let texts: Vec<String> = book
        .make()
        .value
        .expect("it is well")
        .paths()
        .into_iter()
        .filter(|path| path.as_str().starts_with("assets/search/texts-"))
        .map(|path| book.page(path.as_str()))
        .collect();
    assert!(texts.iter().any(|text| text.contains("The chair is the dispatcher.")), "{texts:?}");
}
