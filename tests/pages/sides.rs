//! Leader left, manager right, always; and everything that a file says is on its page.

use testkit::Book;

fn scenario(rest: &str) -> Book {
    let text = format!(
        "title: Late\nsummary: It is late.\nleader:\n  say: Why so late?\nmanager:\n  say: By when then?\n{rest}"
    );
    Book::new().file("content/scenarios/late.yaml", text)
}

#[test]
fn the_leader_stands_before_the_manager_whoever_goes_first() {
    for first in ["leader", "manager"] {
        let page =
            scenario(&format!("first: {first}\nbecause: It burns.\n")).page("scenarios/late.html");
        let leader = page.find("id=\"leader-say\"").expect("the leader's cell is there");
        let manager = page.find("id=\"manager-say\"").expect("the manager's cell is there");
        assert!(leader < manager, "{first} first");
    }
}

#[test]
fn a_scenario_without_one_side_never_becomes_a_page() {
    for side in ["leader", "manager"] {
        let text = format!("title: Late\nsummary: It is late.\n{side}:\n  say: Well?\n");
        let book = Book::new().file("content/scenarios/late.yaml", text);
        let told = book.diagnostics();
        assert_eq!(told.len(), 1, "{}", book.told());
        assert_eq!(told[0].rule.name, "missing-field");
        assert!(book.make().value.is_none());
    }
}

#[test]
fn whatever_a_scenario_says_is_on_its_page() {
    let page = scenario(
        "signs: [Sign one]\nsituation: The case.\ncaution: Call somebody.\nfirst: manager\nbecause: It burns.\n\
         sequence:\n  - manager: Step one\n    when: Now\n  - leader: Step two\nmeasures: [Measure one]\n\
         mistakes:\n  - if: Slip one\n    then: Fix one\npractice:\n  with: A boss\n  ask: What now?\n  choices:\n\
         \x20   - say: Choice one\n      then: Outcome one\n  listen_for: [Listen one]\n\
         discuss: [Discuss one]\nreading: [Book one]\nreviewed: 2026-11\n",
    )
    .page("scenarios/late.html");
    for part in [
        "Sign one",
        "The case.",
        "Call somebody.",
        "It burns.",
        "Step one",
        "Now",
        "Step two",
        "Measure one",
        "Slip one",
        "Fix one",
        "A boss",
        "What now?",
        "Choice one",
        "Outcome one",
        "Listen one",
        "Discuss one",
        "Book one",
        "2026-11",
    ] {
        assert!(page.contains(part), "`{part}` is not on the page");
    }
}

#[test]
fn a_template_knows_the_scenarios_that_use_it() {
    let book = scenario("templates: [sheet]\n")
        .file("content/templates/sheet.yaml", "title: Sheet\nfields:\n  - text: Name\n");
    let page = book.page("templates/sheet.html");
    assert!(page.contains("href=\"../scenarios/late.html\""), "{page}");
}

#[test]
fn a_topic_page_gathers_what_carries_the_topic() {
    let book = scenario("topics: [team-health]\n").file(
        "content/guidance/why.md",
        "---\ntitle: Why ask\ntopics: [Team health]\n---\n\nText.\n",
    );
    let page = book.page("topics/team-health.html");
    assert!(
        page.contains("Team health") && page.contains("Why ask") && page.contains(">Late<"),
        "{page}"
    );
}

#[test]
fn many_chapters_are_shown_as_far_as_they_are_neighbours_of_the_page() {
    let many = (0..120).map(|number| {
        let text = format!("---\ntitle: Case {number:03}\n---\n\nWords.\n");
        (format!("content/guidance/c-{number}.md"), text)
    });
    let page = Book::new().files(many).page("guidance/c-60.html");
    let menu =
        page.split("<nav class=\"chapters\"").nth(1).and_then(|rest| rest.split("</nav>").next());
    let menu = menu.expect("the page has chapters");
    assert!(
        menu.contains("Case 060") && menu.contains("Case 059") && menu.contains("Case 061"),
        "{menu}"
    );
    assert_eq!(menu.matches("Case ").count(), 20, "{menu}");
}

#[test]
fn rewording_a_step_keeps_its_id() {
    let page = |words: &str| {
        let steps = format!(
            "sequence:\n  - leader: Ask\n  - manager: {words}\n  - manager: Tell\n    id: news\n"
        );
        scenario(&steps).page("scenarios/late.html")
    };
    for page in [page("Write it down"), page("Put it on one page")] {
        for id in ["leader", "manager", "leader-step-1", "manager-step-2", "manager-step-news"] {
            let found = page.matches(&format!("id=\"{id}\"")).count();
            assert_eq!(found, 1, "`{id}` stands {found} times on the page");
        }
    }
}

#[test]
fn two_steps_or_rows_of_one_id_are_an_error() {
    let steps = "sequence:\n  - leader: Ask\n    id: talk\n  - leader: Tell\n    id: talk\n";
    let rows = "title: Two\nrows:\n  - on: A\n    id: x\n    leader: a\n    manager: b\n  - on: B\n    id: x\n    leader: a\n    manager: b\n";
    for book in [scenario(steps), Book::new().file("content/comparisons/two.yaml", rows)] {
        let told = book.diagnostics();
        let found: Vec<_> = told.iter().map(|one| one.rule.name).collect();
        assert_eq!(found, ["duplicate-id"], "{}", book.told());
    }
}

#[test]
fn practice_over_the_whole_book_is_there_when_there_is_something_to_practise() {
    let plain = scenario("").make().value.expect("the book is whole");
    assert!(!plain.has("practise.html") && !plain.has("cards.html"));
    let book =
        scenario("first: leader\nbecause: It burns.\npractice:\n  with: A boss\n  ask: And?\n");
    assert!(book.page("practise.html").contains("It burns."));
    assert!(book.page("cards.html").contains("A boss"));
}

#[test]
fn the_lines_of_a_self_check_are_mixed_and_stay_in_their_order() {
    let check = |more: &str| {
        let text = format!(
            "title: Check\nask: Tick.\nleader: [One, Two, Three, Four]\nmanager: [Five, Six, Seven{more}]\nresults:\n  leader: a\n  manager: b\n  even: c\n"
        );
        let page = Book::new().file("content/checks/check.yaml", text).page("checks/check.html");
        let lines =
            page.split("<li class=\"").skip(1).filter_map(|line| line.split_once("-line\""));
        let words = |rest: &str| {
            rest.split("<label")
                .nth(1)
                .and_then(|label| label.split('>').nth(1))
                .unwrap_or_default()[..3]
                .to_owned()
        };
        lines.map(|(role, rest)| (role.to_owned(), words(rest))).collect::<Vec<_>>()
    };
    let lines = check("");
    let roles: Vec<&str> = lines.iter().map(|(role, _)| role.as_str()).collect();
    assert!(!roles.is_sorted() && !roles.iter().rev().is_sorted(), "not mixed: {roles:?}");
    let longer: Vec<_> = check(", Eight").into_iter().filter(|(_, words)| words != "Eig").collect();
    assert_eq!(longer, lines, "a new line moved the others");
}
