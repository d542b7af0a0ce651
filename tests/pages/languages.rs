//! A book in more than one language: what is translated, what is not yet, and what both share.

use testkit::Book;

/// A book in English with one situation, half of it in German, and a page that has no German.
fn half_translated() -> Book {
    Book::new()
        .file(
            "book.toml",
            "[book]\ntitle = \"Two hats\"\nsite_url = \"https://example.org/\"\n\n[topics]\nwork = \"Work\"\nteam = \"Team\"\n\n\
             [languages.en]\nname = \"English\"\n\n[languages.de]\nname = \"Deutsch\"\ntitle = \"Zwei Hüte\"\ntopics = { work = \"Arbeit\" }\n",
        )
        .file(
            "content/scenarios/late.yaml",
            "title: It is late\nsummary: The date has passed.\ntopics: [work, team]\nlevel: core\nfirst: leader\n\
             signs:\n  - Nobody asks\nsituation: Read [the guide](../guidance/why.md#the-reason) first.\n\
             leader:\n  say: Why does it matter?\nmanager:\n  say: Who does what?\nmeasures: [It is done]\nmistakes:\n  - if: You wait\n    then: Ask\n",
        )
        .file(
            "content/de/scenarios/late.yaml",
            "title: Es ist spät\nsummary: Der Termin ist vorbei.\n\
             leader:\n  say: Warum ist es [wichtig](../guidance/why.md)?\nmanager:\n  say: Wer macht was?\nmeasures: [Es ist fertig]\n",
        )
        .file("content/guidance/why.md", "---\ntitle: Why\n---\n\n## The reason\n\n![A hat](../hat.png)\n")
        .file("content/guidance/more.md", "---\ntitle: More\n---\n\nSee [why](why.md#the-reason).\n")
        .file("content/de/guidance/why.md", "---\ntitle: Warum\n---\n\n## Der Grund\n\n![Ein Hut](../hat.png)\n")
        .file("content/hat.png", b"png")
}

#[track_caller]
fn assert_has(page: &str, parts: &[&str]) {
    for part in parts {
        assert!(page.contains(part), "there is no `{part}` in:\n{page}");
    }
}

#[test]
fn a_half_translated_situation_says_of_every_other_passage_that_it_is_english() {
    let page = half_translated().page("de/scenarios/late.html");
    assert_has(
        &page,
        &[
            "<html lang=\"de\">",
            "<h1>Es ist spät</h1>",
            "<p class=\"lede\">Der Termin ist vorbei.</p>",
            "<li>Es ist fertig</li>",
            // Passages, one line or several.
            "<li><span lang=\"en\" dir=\"ltr\">Nobody asks</span></li>",
            "<div lang=\"en\" dir=\"ltr\"><p>Read <a href=\"../guidance/why.html\">the guide</a> first.</p>",
            "<span><span lang=\"en\" dir=\"ltr\">You wait</span></span></p>",
            "<b>Dann</b> <span><span lang=\"en\" dir=\"ltr\">Ask</span></span>",
            // Facts and words of the interface need no translation.
            "</svg><b>Führen</b>",
            "<h2 id=\"say-title\">Sagen</h2>",
            ">Arbeit</a>",
            "<span lang=\"en\" dir=\"ltr\">Team</span></a>",
        ],
    );
    let main = page.split("<main").nth(1).expect("a page has a main part");
    assert_eq!(main.matches(" lang=\"en\"").count(), 5, "{main}");
    assert!(!half_translated().page("scenarios/late.html").contains("<span lang"));
}

#[test]
fn coverage_counts_the_texts_of_the_original() {
    let site = half_translated().make().value.expect("the book is without fault");
    let coverage: Vec<_> = site.plans().map(|plan| plan.playbook().coverage).collect();
    let [_, german] = coverage[..] else { panic!("there are two languages") };
    assert_eq!((german.files.some, german.files.all), (2, 3));
    // The situation has title, summary, sign, story, two speeches, measure, slip and fix; a guide two texts.
    assert_eq!((german.texts.some, german.texts.all), (5 + 2, 9 + 2 + 2));
    assert_eq!(german.texts.per_cent(), 53);
}

#[test]
fn a_page_that_is_not_translated_shows_the_original_below_a_notice() {
    let book = half_translated();
    let page = book.page("de/guidance/more.html");
    assert_has(
        &page,
        &[
            "<html lang=\"de\">",
            "<main id=\"_main\" tabindex=\"-1\" lang=\"en\" dir=\"ltr\">",
            "<p class=\"untranslated\" lang=\"de\" dir=\"ltr\">Diese Seite ist noch nicht übersetzt.</p>",
            // Its links stay among the pages of this language.
            "See <a href=\"why.html#the-reason\">why</a>",
            "<summary>Menü</summary>",
            "<span lang=\"en\" dir=\"ltr\">More</span>",
            "<link rel=\"canonical\" href=\"https://example.org/guidance/more.html\">",
        ],
    );
    assert!(!page.contains("hreflang=\"de\" href=\"https:"), "it is no German page:\n{page}");
    let original = book.page("guidance/more.html");
    let (_, main) =
        original.split_once("<main id=\"_main\" tabindex=\"-1\">").expect("a main part");
    let (main, _) = main.split_once("</main>").expect("it ends");
    assert!(page.contains(main.trim()), "the original is shown as it is:\n{page}");
}

#[test]
fn every_page_leads_to_itself_in_the_other_language_and_to_what_both_share() {
    let book = half_translated();
    let page = book.page("de/guidance/why.html");
    assert_has(
        &page,
        &[
            "<a href=\"../../guidance/why.html\" lang=\"en\" hreflang=\"en\">English</a>",
            "<a href=\"why.html\" lang=\"de\" hreflang=\"de\" aria-current=\"true\">Deutsch</a>",
            "<link rel=\"alternate\" hreflang=\"en\" href=\"https://example.org/guidance/why.html\">",
            "<link rel=\"alternate\" hreflang=\"de\" href=\"https://example.org/de/guidance/why.html\">",
            "<link rel=\"canonical\" href=\"https://example.org/de/guidance/why.html\">",
            "href=\"../../assets/style.",
            "src=\"../../hat.png\"",
            "<h2 id=\"der-grund\">",
            "<a class=\"brand\" href=\"../index.html\">",
        ],
    );
    let site = book.make().value.expect("the book is without fault");
    let inside = site.paths().into_iter().filter_map(|path| path.below("de"));
    for path in inside.filter(|path| !path.is_in("social")) {
        assert!(site.has(path.as_str()), "only the translation has {path}");
    }
    for path in ["de/hat.png", "de/404.html", "de/sitemap.xml", "de/assets/style.css"] {
        assert!(!site.has(path), "{path} is there twice");
    }
    let sitemap = book.page("sitemap.xml");
    assert_has(&sitemap, &["/de/guidance/why.html</loc>", "/de/scenarios/index.html</loc>"]);
    assert!(!sitemap.contains("/de/guidance/more.html"), "{sitemap}");
}

#[test]
fn a_picture_of_a_language_takes_the_place_of_the_one_that_all_share() {
    let page = half_translated().file("content/de/hat.png", b"de").page("de/guidance/why.html");
    assert_has(&page, &["src=\"../hat.png\""]);
}

#[test]
fn a_book_in_one_language_has_no_switch() {
    let page =
        Book::new().file("content/guidance/a.md", "---\ntitle: A\n---\n").page("guidance/a.html");
    assert!(!page.contains("hreflang"), "{page}");
}

#[test]
fn the_whole_interface_is_german_when_the_book_is() {
    let book = Book::new()
        .file("book.toml", "[book]\ntitle = \"Zwei Hüte\"\nlanguage = \"de-AT\"\n")
        .file("content/guidance/a.md", "---\ntitle: A\n---\n\nText.\n");
    assert_has(
        &book.page("guidance/a.html"),
        &["<html lang=\"de-AT\">", "Zum Inhalt", "Fehlt das Warum"],
    );
    assert_eq!(book.told(), "");
}

const SHEET: &str = "title: Log\nrepeat: weekly\nfields:\n  - choice: State\n    options: [Open, Done]\n    example: Done\n\
     \n  - table: Requests\n    columns:\n      - choice: Answer\n        options: [In, Out]\n      - number: Cost\n        unit: days\n\
     \n  - computed: Added\n    sum: requests.cost\n    where:\n      answer: In\n";

const BLATT: &str = "title: Protokoll\nfields:\n  - choice: Stand\n    options: [Offen, Fertig]\n\
     \n  - table: Wünsche\n    columns:\n      - choice: Antwort\n        options: [Ja, Nein]\n      - number: Preis\n\
     \n  - computed: Dazu\n    sum: wuensche.preis\n";

#[test]
fn a_translated_sheet_keeps_the_ids_of_its_original() {
    let book = half_translated()
        .file("content/templates/log.yaml", SHEET)
        .file("content/de/templates/log.yaml", BLATT);
    let (original, page) = (book.page("templates/log.html"), book.page("de/templates/log.html"));
    assert_has(
        &page,
        &[
            "<legend>Stand</legend>",
            "data-field=\"state\"",
            "data-field=\"requests\" data-kind=\"table\"",
            ">Antwort</th>",
            // Options are matched by their place, also where an example or a sum names one.
            "<span>Fertig</span>",
            "value=\"Fertig\" data-also=\"Done\">",
            "<option data-also=\"In\">Ja</option>",
            "data-of=\"requests.cost\"",
            "data-filter=\"answer&#9;Ja\"",
            // A unit that has no translation says so.
            "<span class=\"unit\" id=\"field-requests.1.cost.unit\" lang=\"en\" dir=\"ltr\">days</span>",
            "data-repeat=\"weekly\"",
            "Wiederkehrend: wöchentlich",
            "data-site=\"two-hats\" data-root=\"../../\"",
        ],
    );
    assert_has(&original, &["value=\"Done\" data-also=\"Fertig\">"]);
    let ids = |page: &str| -> Vec<String> {
        page.split(" id=\"field-")
            .skip(1)
            .map(|rest| rest.split('"').next().unwrap_or("").to_owned())
            .collect()
    };
    assert_eq!(ids(&original), ids(&page));
}

#[test]
fn links_of_a_translation_are_held_to_its_own_pages() {
    let told = half_translated()
        .file(
            "content/de/guidance/more.md",
            "---\ntitle: Mehr\n---\n\n[Warum](why.md#the-reason)\n",
        )
        .told();
    assert!(told.contains("error[broken-anchor]"), "{told}");
    assert!(told.contains("content/de/guidance/more.md:5"), "{told}");
}

#[test]
fn a_draft_of_a_translation_is_not_shown() {
    let draft = "---\ntitle: Mehr\ndraft: yes\n---\n\nNoch nicht.\n";
    let page =
        half_translated().file("content/de/guidance/more.md", draft).page("de/guidance/more.html");
    assert_has(&page, &["Diese Seite ist noch nicht übersetzt.", "See <a"]);
}

#[test]
fn a_language_that_is_not_named_is_told_of() {
    let told = Book::new()
        .file("content/guidance/a.md", "---\ntitle: A\n---\n")
        .file("content/fr/guidance/a.md", "---\ntitle: A\n---\n")
        .told();
    assert!(told.contains("name it in `book.toml`: `[languages.fr]`"), "{told}");
}

#[test]
fn words_that_are_written_from_the_right_say_so() {
    let book = Book::new()
        .file("book.toml", "[book]\ntitle = \"Two hats\"\n[languages.he]\nname = \"עברית\"\n")
        .file("content/guidance/why.md", "---\ntitle: Why\n---\n")
        .file("themes/default/wording/he.toml", "leader = \"מנהיג\"\n");
    assert_has(
        &book.page("he/guidance/why.html"),
        &["<html lang=\"he\" dir=\"rtl\">", "lang=\"en\" dir=\"ltr\">"],
    );
    assert_has(&book.page("guidance/why.html"), &["hreflang=\"he\" dir=\"rtl\">עברית</a>"]);
}

#[test]
fn an_old_address_leads_on_in_every_language() {
    let settings = "[book]\ntitle = \"Two hats\"\nsite_url = \"https://example.org/\"\n[languages.de]\nname = \"Deutsch\"\n\
                    [redirects]\n\"guidance/old.html\" = \"guidance/why.html\"\n";
    let book = Book::new()
        .file("book.toml", settings)
        .file("content/guidance/why.md", "---\ntitle: Why\n---\n")
        .file("content/de/guidance/why.md", "---\ntitle: Warum\n---\n");
    let page = book.page("de/guidance/old.html");
    assert_has(
        &page,
        &[
            "<link rel=\"canonical\" href=\"https://example.org/de/guidance/why.html\">",
            "<a href=\"why.html\">Warum</a>",
        ],
    );
    assert_has(&book.page("guidance/old.html"), &["<a href=\"why.html\">Why</a>"]);
}

#[test]
fn a_translation_of_the_titles_alone_shows_all_else_in_the_originals_language() {
    let kinds = [
        ("scenarios/late.yaml", "title: Spät\n"),
        ("templates/sheet.yaml", "title: Blatt\n"),
        ("comparisons/two.yaml", "title: Zwei\n"),
        ("checks/which.yaml", "title: Welcher\n"),
        ("guidance/why.md", "---\ntitle: Warum\n---\n"),
    ];
    let book = kinds
        .iter()
        .fold(five_kinds(), |book, (path, text)| book.file(format!("content/de/{path}"), text));
    assert_eq!(book.told(), "");
    let english = " lang=\"en\" dir=\"ltr\">";
    for (path, _) in kinds {
        let page = format!("de/{}.html", path.rsplit_once('.').expect("it has an ending").0);
        let html = book.page(&page);
        assert!(html.contains(english), "{page} does not say what is English:\n{html}");
    }
    assert_has(
        &book.page("de/templates/sheet.html"),
        &[
            "<label for=\"field-name\"><span lang=\"en\" dir=\"ltr\">Name</span></label>",
            "<span lang=\"en\" dir=\"ltr\">Yes</span>",
        ],
    );
    let comparison = book.page("de/comparisons/two.html");
    assert_has(&comparison, &["<span lang=\"en\" dir=\"ltr\">Main question</span></h2>"]);
    let site = book.make().value.expect("the book is without fault");
    let coverage = site.plans().nth(1).expect("there is German").playbook().coverage;
    assert_eq!((coverage.texts.some, coverage.files.some), (5, 5), "only titles count");
}

/// A book with one page of each kind, in English and not yet in German.
fn five_kinds() -> Book {
    Book::new()
        .file(
            "book.toml",
            "[book]\ntitle = \"Two hats\"\n\n[languages.en]\nname = \"English\"\n\n[languages.de]\nname = \"Deutsch\"\n",
        )
        .file(
            "content/scenarios/late.yaml",
            "title: Late\nsummary: It is late.\nsigns: [One, Two, Three]\nleader:\n  say: Why?\nmanager:\n  say: Who?\n\
             templates: [sheet]\nguidance: [why]\n",
        )
        .file(
            "content/templates/sheet.yaml",
            "title: Sheet\nfields:\n  - text: Name\n    hint: Yours\n  - choice: State\n    options: [\"Yes\", \"No\"]\n\
             \x20 - table: Rows\n    columns:\n      - number: Days\n        unit: days\n",
        )
        .file(
            "content/comparisons/two.yaml",
            "title: Two\nrows:\n  - on: Main question\n    leader: Why?\n    manager: How?\n",
        )
        .file(
            "content/checks/which.yaml",
            "title: Which\nask: Tick.\nleader: [Tired]\nmanager: [Late]\nresults:\n  leader: Lead.\n  manager: Manage.\n  even: Both.\n",
        )
        .file("content/guidance/why.md", "---\ntitle: Why\n---\n\nOne.\n\nTwo.\n\nThree.\n")
}

#[test]
fn one_of_three_items_and_one_of_three_paragraphs_are_a_third() {
    let late = "title: Spät\nsummary: Es ist spät.\nsigns: [Eins]\nleader:\n  say: Warum?\nmanager:\n  say: Wer?\n";
    let book = five_kinds()
        .file("content/de/scenarios/late.yaml", late)
        .file("content/de/guidance/why.md", "---\ntitle: Warum\n---\n\nEins.\n");
    let site = book.make().value.expect("the book is without fault");
    let coverage = site.plans().nth(1).expect("there is German").playbook().coverage;
    assert_eq!(
        coverage.texts.some,
        5 + 2,
        "title, summary, a sign of three, two speeches; title, a paragraph"
    );
    let told = book.told();
    assert!(told.contains("the translation has 1 item, the original has 3 items"), "{told}");
}
