//! The first page leads to the words: what stands on it by itself, and what a book writes for it.

use testkit::Book;

use crate::has::{holds, lacks};

const SETTINGS: &str = "[book]\ntitle = \"Depot\"\ndescription = \"What to say.\"\n\n[languages.en]\nname = \"English\"\n[languages.de]\nname = \"Deutsch\"\n";

fn scenario(title: &str, more: &str) -> String {
    format!(
        "title: {title}\nsummary: Of {title}.\n{more}leader:\n  say: Why {title}? And more.\nmanager:\n  say: How {title}?\n"
    )
}

/// Six situations, of which two are with one person, and two say nothing.
fn depot() -> Book {
    let with =
        ["with: person\n", "topics: [conflict]\n", "with: work\n", "topics: [strategy]\n", "", ""];
    let files = with.iter().zip(["a", "b", "c", "d", "e", "f"]);
    files.fold(Book::new().file("book.toml", SETTINGS), |book, (more, name)| {
        book.file(format!("content/scenarios/{name}.yaml"), scenario(&format!("Case {name}"), more))
    })
}

/// The titles of groups and of situations, in the order of the page.
fn outline(page: &str) -> Vec<String> {
    let (_, body) = page.split_once("class=\"groups").expect("the page has groups");
    let (body, _) = body.split_once("class=\"band\"").unwrap_or((body, ""));
    let lines = body.split('>').filter_map(|piece| piece.split('<').next());
    let lines = lines.filter(|words| {
        words.starts_with("Case ") || words.starts_with("With ") || *words == "And more"
    });
    lines.map(str::to_owned).collect()
}

#[test]
fn situations_stand_in_groups_by_whom_they_are_with_and_topics_say_it_where_a_file_does_not() {
    let wanted = [
        "With one person",
        "Case a",
        "Case b",
        "With work and customers",
        "Case c",
        "With people above and beside you",
        "Case d",
        "And more",
        "Case e",
        "Case f",
    ];
    assert_eq!(outline(&depot().page("index.html")), wanted);
    let list = depot().page("scenarios/index.html");
    holds(&list, "<section class=\"rows named\" id=\"with-person\"");
    holds(
        &depot().page("scenarios/b.html"),
        "<a href=\"index.html#with-person\">With one person</a>",
    );
}

#[test]
fn a_book_of_few_situations_shows_each_with_its_summary() {
    let book = Book::new()
        .file("book.toml", SETTINGS)
        .file("content/scenarios/a.yaml", scenario("Case a", "with: team\n"));
    let page = book.page("index.html");
    holds(&page, "<p>Of Case a.</p>");
    lacks(&page, "With the whole team");
}

#[test]
fn without_a_word_of_its_own_the_page_shows_a_moment_with_the_first_sentence_of_each_hat() {
    let page = depot().page("index.html");
    holds(&page, "<blockquote>Why Case a?</blockquote>");
    holds(&page, "<blockquote>How Case a?</blockquote>");
    holds(&page, "<h1>What is happening?</h1>");
    holds(&page, "<p class=\"lede\">What to say.</p>");
}

#[test]
fn a_book_writes_its_own_first_page() {
    let home = "title: What is wrong?\nsummary: Look here.\nsayings:\n  c: it is all late\n\
        moment:\n  scenario: c\n  leader: What for?\n  manager: By when?\n\
        groups:\n  - scenarios: [f, c]\n    title: With the depot\n  - with: person\n\
        before:\n  title: Before\n  steps: [Read it. Aloud.]\nsheets: [two]\n";
    let sheet = |title: &str| format!("title: {title}\nfields:\n  - text: Name\n");
    let page = depot()
        .file("content/home.yaml", home)
        .file("content/templates/one.yaml", sheet("One"))
        .file("content/templates/two.yaml", sheet("Two"))
        .page("index.html");
    for part in [
        "<h1>What is wrong?</h1>",
        "<p class=\"lede\">Look here.</p>",
        "<a href=\"scenarios/c.html\">it is all late</a>",
        "<blockquote>What for?</blockquote>",
        "<li><b>Read it.</b> Aloud.</li>",
        "<h3><a href=\"templates/two.html\">Two</a></h3>",
    ] {
        holds(&page, part);
    }
    lacks(&page, ">One</a></h3>");
    let wanted = [
        "With the depot",
        "Case f",
        "Case c",
        "With one person",
        "Case a",
        "Case b",
        "And more",
        "Case d",
        "Case e",
    ];
    assert_eq!(outline(&page), wanted);
}

#[test]
fn a_translation_says_the_first_page_in_its_own_words_and_marks_what_it_leaves_out() {
    let home = "title: What is wrong?\nsummary: Look here.\nsayings:\n  c: it is late\ngroups:\n  - with: person\n    title: One of yours\n";
    let own =
        "title: Was ist los?\nsayings:\n  c: es ist spät\ngroups:\n  - title: Mit deinen Leuten\n";
    let book = depot().file("content/home.yaml", home).file("content/de/home.yaml", own);
    let page = book.page("de/index.html");
    holds(&page, "<h1>Was ist los?</h1>");
    holds(&page, ">es ist spät</a>");
    holds(&page, "Mit deinen Leuten");
    holds(&page, "<span lang=\"en\" dir=\"ltr\">Look here.</span>");
}

#[test]
fn a_group_that_is_long_leads_to_its_part_of_the_list() {
    let many = (0..90).map(|number| {
        let with = if number < 60 { "with: person\n" } else { "with: work\n" };
        (
            format!("content/scenarios/c-{number:02}.yaml"),
            scenario(&format!("Case {number:02}"), with),
        )
    });
    let book = Book::new().file("book.toml", SETTINGS).files(many);
    let page = book.page("index.html");
    holds(&page, "<a href=\"scenarios/index.html#with-person\">All 60");
    holds(&page, "<a href=\"lists/scenarios-2.html#with-work\">All 30");
    holds(&book.page("lists/scenarios-2.html"), "id=\"with-work\"");
}

#[test]
fn no_two_parts_of_a_first_page_have_one_name_where_there_is_guidance_alone() {
    let book = Book::new().file("content/guidance/why.md", "---\ntitle: Why\n---\n\nWords.\n");
    let page = book.page("index.html");
    holds(&page, "<a href=\"guidance/why.html\">Why</a>");
    let named = page.split("aria-labelledby=\"").skip(1).filter_map(|rest| rest.split('"').next());
    let mut named: Vec<&str> = named.collect();
    named.sort_unstable();
    let all = named.len();
    named.dedup();
    assert_eq!(named.len(), all, "{named:?}");
}
