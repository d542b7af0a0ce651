//! What looks like a mistake and is none: it is on the page as it was written, and nothing is told of it.

use testkit::Book;

/// A scenario with some more lines.
fn scenario(lines: &str) -> String {
    format!(
        "title: Late\nsummary: The van is full.\n{lines}\
         leader:\n  say: Why does it matter?\nmanager:\n  say: Who counts them?\n"
    )
}

#[track_caller]
fn is_silent(book: &Book) {
    assert_eq!(book.told(), "");
}

#[test]
fn lines_may_end_as_on_an_old_mac() {
    let guide = "---\ntitle: Round\n---\n\n## Who comes\n\n- The driver\n- The depot\n";
    let book = |guide: &str| Book::new().file("content/guidance/round.md", guide);
    let page = book(guide).page("guidance/round.html");
    assert!(page.contains("<h2 id=\"who-comes\">Who comes</h2>"), "{page}");
    assert_eq!(page, book(&guide.replace('\n', "\r")).page("guidance/round.html"));
}

#[test]
fn signs_in_sentences_lines_and_comments_are_left_alone() {
    for lines in [
        "time: 5\u{a0}km, or\u{2009}so:\u{a0}half an hour\n",
        "situation: |\n  \u{a0}A van.\n  One\u{ad}more: so\u{2060}it is\n",
        "signs:\n  - \u{a0}Late again,\u{202f}twice\n",
        "topics:   # which ones?\nalso: #  none yet\n",
        "signs:   #\n  - Late\n",
        "topics: #delivery\n  - delivery\n",
        "also: [C#, 'F #2'] # languages\n",
    ] {
        is_silent(&Book::new().file("content/scenarios/late.yaml", scenario(lines)));
    }
}

#[test]
fn words_with_which_marks_of_other_programs_begin_are_left_alone() {
    for text in [
        "- import the list from \"Contacts\"\n- export default rules first\n",
        "import figures from 'Sales'\n",
        "export the list\n",
        "$$ means a mid-range place, $$$ a dear one.\n",
        "$$$ is dear; $$ is mid-range.\n",
        "Write to <Team A/Team B/> first.\n",
        "Where 2 + 2 == 4 and 3 == 3 hold.\n",
        "In 【brackets】 words stand.\n",
        "```markdown\n## Who comes\n```\n\nis a heading.\n\n```\nx\n```\n",
    ] {
        let guide = format!("---\ntitle: Round\n---\n\n{text}");
        is_silent(&Book::new().file("content/guidance/round.md", guide));
    }
}

#[test]
fn sentences_with_numbers_and_dashes_are_no_lists() {
    for lines in [
        "situation:\n  It is between\n  1. and\n  3. of May that vans are late.\n",
        "situation: >\n  The van is late\n  – as it was in May – and full\n  of parcels.\n",
        "situation: >\n  Two vans:\n\n  - one is old\n\n  - one is new\n",
        "situation: |\n  Two vans:\n\n  - one is old\n  - one is new\n",
        "situation: >\n  Two vans:\n\n    - one is old\n    - one is new\n",
        "signs: Late, full, and nobody knows why\n",
        "signs: Late again; nobody knows why\n",
        "signs:\n  Nobody knows why the van that was full by nine came back at noon with all of\n  Monday’s parcels in it.\n",
        "signs:\n  - 1. Mai\n  - 2. Mai\n",
        "signs:\n  - – and then nothing\n  - I. Newton was right\n",
        "signs:\n  - ✓ Ask first\n  - ✗ Answer first\n",
        "topics: [health and safety, people]\n",
        "also: late, and then later\n",
        "situation: |\n  # The depot\n\n  Two vans.\n",
        "situation: C:\\new and C:\\News\n",
    ] {
        is_silent(&Book::new().file("content/scenarios/late.yaml", scenario(lines)));
    }
}

#[test]
fn headings_quotes_and_examples_are_no_conflicts_of_git() {
    let guide = "---\ntitle: Round\n---\n\nThe round\n=======\n\n>> quoted twice\n\n\
                 ```\n<<<<<<< HEAD\na\n=======\nb\n>>>>>>> spring\n```\n";
    let book = Book::new().file("content/guidance/round.md", guide);
    is_silent(&book);
    assert!(book.page("guidance/round.html").contains("&lt;&lt;&lt;&lt;&lt;&lt;&lt; HEAD"));
}

#[test]
fn a_translation_may_say_the_facts_of_its_original_again() {
    let facts = "order: 2\nlevel: core\nfirst: leader\nbecause: So it is.\ntopics: [delivery]\n";
    let languages = "[book]\ntitle = \"Test\"\n[languages.en]\nname = \"English\"\n\
                     [languages.de]\nname = \"Deutsch\"\n";
    let book = Book::new()
        .file("book.toml", languages)
        .file("content/scenarios/late.yaml", scenario(facts))
        .file("content/de/scenarios/late.yaml", scenario(facts));
    is_silent(&book);
}
