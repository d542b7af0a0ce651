//! What a hat says: its first sentence stands by itself, and words of the case alone are marked as gaps.

use testkit::Book;

use crate::has::{holds, lacks};

fn book(say: &str) -> Book {
    let scenario = format!(
        "title: It is late\nsummary: The date has passed.\nfirst: manager\ncaution: |\n  Call for help now. Then read on.\nleader:\n  say: |\n    {say}\nmanager:\n  say: Who does what?\n"
    );
    Book::new().file("content/scenarios/late.yaml", scenario)
}

#[test]
fn the_first_sentence_of_what_is_said_stands_by_itself_and_what_follows_goes_on() {
    let page =
        book("I am *late*. You know why.\n\n    Now [we](#say) act.").page("scenarios/late.html");
    holds(&page, "<p class=\"opening goes-on\">I am <em>late</em>.</p><p>You know why.</p>");
    holds(&page, "<p>Now <a href=\"#say\">we</a> act.</p>");
    let page = book("What now?\n\n    Tell me.").page("scenarios/late.html");
    holds(&page, "<p class=\"opening\">What now?</p><p>Tell me.</p>");
}

#[test]
fn how_to_say_it_is_no_first_sentence() {
    let page = book("*Sit down first.*\n\n    What now?").page("scenarios/late.html");
    holds(&page, "<div class=\"text\"><p><em>Sit down first.</em></p>");
}

#[test]
fn a_sentence_that_ends_within_words_that_stand_out_is_not_parted() {
    let page = book("**Stop. Now** I speak.").page("scenarios/late.html");
    holds(&page, "<p><strong>Stop. Now</strong> I speak.</p>");
}

#[test]
fn of_a_caution_the_first_sentence_is_open_and_the_rest_a_press_away() {
    let page = book("Why?").page("scenarios/late.html");
    holds(
        &page,
        "<p><b>Call for help now.</b></p><details><summary>What else to know</summary><p>Then read on.</p>",
    );
}

#[test]
fn the_hat_that_goes_first_carries_a_one_and_is_first_on_a_phone() {
    let page = book("Why?").page("scenarios/late.html");
    holds(&page, "<div class=\"pair manager-first\">");
    let label =
        |role: &str, turn: &str| format!("id=\"{role}\"><span class=\"turn\">{turn}</span>");
    holds(&page, &label("leader", "2"));
    holds(&page, &label("manager", "1"));
}

#[test]
fn words_of_the_case_alone_are_gaps_in_what_is_said_and_plain_words_to_the_search() {
    let book = book("Where is [Kaya]{the person} & \"co\"?");
    let page = book.page("scenarios/late.html");
    holds(&page, "Where is <span class=\"case\" data-gap=\"the person\">Kaya</span> &amp;");
    let all = format!("{:?}", crate::search::texts(&book));
    assert!(all.contains("Where is Kaya") && !all.contains("the person"), "{all}");
}

#[test]
fn in_other_words_brackets_and_braces_are_shown_as_they_are() {
    let book = Book::new()
        .file("content/guidance/why.md", "---\ntitle: Why\n---\n\nAsk [Kaya]{the person}.\n");
    lacks(&book.page("guidance/why.html"), "data-gap");
}
