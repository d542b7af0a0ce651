//! What is written as other programs know it is read as it was meant: addresses, callouts, headings.

use testkit::Book;

use crate::has::{holds, lacks};

fn guide(text: &str) -> Book {
    Book::new().file("content/guidance/morning-round.md", text)
}

/// The text of a guide’s page with this body.
fn page(body: &str) -> String {
    let book = guide(&format!("---\ntitle: Morning round\n---\n\n{body}"));
    let told = book.told();
    assert_eq!(told, "", "{body}");
    book.page("guidance/morning-round.html")
}

#[test]
fn an_address_by_itself_is_a_link_and_the_sentence_goes_on_behind_it() {
    let page = page(
        "See https://example.org/a_b_c?x=1&y=2, www.example.org/plan (or http://example.org/a(b)).\n\n\
         Write to first_last@example.org. Not `https://code.example.org`, \
         [https://one.example.org](https://two.example.org) nor <https://three.example.org>.\n\n\
         ## At https://four.example.org/x\n\n    https://five.example.org\n",
    );
    for part in [
        "<a href=\"https://example.org/a_b_c?x=1&amp;y=2\">https://example.org/a_b_c?x=1&amp;y=2</a>,",
        "<a href=\"https://www.example.org/plan\">www.example.org/plan</a> (or",
        "<a href=\"http://example.org/a(b)\">http://example.org/a(b)</a>).",
        "<a href=\"mailto:first_last@example.org\">first_last@example.org</a>. Not",
        "<code>https://code.example.org</code>",
        "<a href=\"https://two.example.org\">https://one.example.org</a>",
        "<a href=\"https://three.example.org\">https://three.example.org</a>",
        "<a href=\"https://four.example.org/x\">",
    ] {
        holds(&page, part);
    }
    lacks(&page, "href=\"https://five");
}

#[test]
fn an_address_in_a_line_of_yaml_is_a_link_too() {
    let scenario = "title: Late again\nsummary: See www.example.org/late.\n\
                    leader:\n  say: Why?\nmanager:\n  say: By when?\n";
    let page =
        Book::new().file("content/scenarios/late.yaml", scenario).page("scenarios/late.html");
    holds(&page, "<a href=\"https://www.example.org/late\">www.example.org/late</a>.");
}

#[test]
fn a_callout_may_have_a_title_of_its_own() {
    let page = page(
        "> [!NOTE] Mind the *step*\n> It is high.\n>\n> Very.\n\n> [!warning]\n> Hot.\n\n\
         > [!tip]- Folded\n\n> [!Caution] **Over\n> two** lines\n\n> No callout.\n",
    );
    for part in [
        "<div class=\"alert alert-note\"><p class=\"alert-title\">Mind the <em>step</em></p>\n<p>It is high.</p>\n<p>Very.</p>\n</div>",
        "<div class=\"alert alert-warning\"><p class=\"alert-title\">Take care</p>\n<p>Hot.</p>",
        "<div class=\"alert alert-tip\"><p class=\"alert-title\">Folded</p>\n</div>",
        "<div class=\"alert alert-caution\"><p class=\"alert-title\"><strong>Over\ntwo</strong> lines</p>\n</div>",
        "<blockquote>\n<p>No callout.</p>\n</blockquote>",
    ] {
        holds(&page, part);
    }
}

#[test]
fn a_link_by_the_ids_of_other_programs_leads_to_the_heading() {
    let rules = "---\ntitle: Rules\n---\n\n## What we do & how\n\nText.\n\n## TL;DR\n\nText.\n\n## CI/CD\n\nText.\n\n\
                 ## Level 1 - Associate\n\nText.\n\n## Training\n\nText.\n\n## Training\n\nText.\n\n## Don’t wait\n\nText.\n";
    let plan = "---\ntitle: Plan\n---\n\n[1](rules.md#what-we-do--how) [2](rules.md#tldr) [3](rules.md#cicd) \
                [4](rules.md#level-1---associate) [5](rules.md#training-1) [6](rules.md#training-2) [7](rules.md#what-we-do-how) [8](rules.md#dont-wait)\n";
    let book =
        Book::new().file("content/guidance/rules.md", rules).file("content/guidance/plan.md", plan);
    let plan = book.page("guidance/plan.html");
    for (number, id) in [
        (1, "what-we-do-how"),
        (2, "tl-dr"),
        (3, "ci-cd"),
        (4, "level-1-associate"),
        (5, "training-2"),
        (6, "training-2"),
        (7, "what-we-do-how"),
        (8, "dont-wait"),
    ] {
        holds(&plan, &format!("<a href=\"rules.html#{id}\">{number}</a>"));
        holds(&book.page("guidance/rules.html"), &format!("id=\"{id}\""));
    }
}

#[test]
fn a_title_that_stands_in_the_text_too_is_shown_once() {
    let page = page(
        "# Morning Round!\n\nCome at eight.\n\n## Who comes\n\nThe driver. See [above](#morning-round).\n\n### And when\n",
    );
    assert_eq!(page.matches("</h1>").count(), 1);
    lacks(&page, "Morning Round!");
    holds(&page, "<p><span id=\"morning-round\"></span>Come at eight.</p>");
    holds(&page, "<h2 id=\"who-comes\">Who comes</h2>");
    holds(&page, "<h3 id=\"and-when\">And when</h3>");
    holds(&page, "<a href=\"#morning-round\">above</a>");
}

#[test]
fn a_heading_that_says_something_else_than_the_title_stays() {
    let page = page("# Who comes\n\n## When\n\n# Morning round\n");
    holds(&page, "<h2 id=\"who-comes\">Who comes</h2>\n<h3 id=\"when\">When</h3>");
    holds(&page, "<h2 id=\"morning-round\">Morning round</h2>");
}

#[test]
fn a_guide_without_a_title_is_called_as_its_one_first_heading() {
    for text in [
        "---\nsummary: Every day.\n---\n\n# The *morning* round\n\nCome at eight.\n\n## Who comes\n",
        "---\nsummary: Every day.\n---\nThe morning round\n=================\n\nCome at eight.\n\n## Who comes\n",
    ] {
        let book = guide(text);
        assert_eq!(book.told(), "");
        let page = book.page("guidance/morning-round.html");
        holds(&page, "<h1>The morning round</h1>");
        holds(&page, "<h2 id=\"who-comes\">Who comes</h2>");
        lacks(&page, "<h2 id=\"the-morning-round\"");
    }
}

#[test]
fn a_guide_is_called_as_its_first_heading_and_one_without_any_needs_a_title() {
    let several = guide("---\nsummary: Every day.\n---\n\n# One\n\n# Two\n");
    assert_eq!(several.told(), "");
    let told = guide("---\nsummary: Every day.\n---\n\nWords.\n\n## Two\n").told();
    assert!(told.contains("this guide has no `title`"), "{told}");
}

#[test]
fn words_that_only_look_like_a_mark_are_let_pass() {
    for body in [
        "[sic] (see above), f(x)[i], [1] (p. 5) and (a)[b].\n",
        "2 * 3 * 4, 2 ** 3 ** 4, snake_case_name, a*, __init__() and *nix.\n",
        "It costs $5* a day, and $7** at night.\n\n*without tax\n\n**at most\n",
        "## 2. Second part\n\nText.\n\n## 3.1 Third part\n\nText.\n",
        "Escaped \\*\\*stars\\*\\*, \\[text\\] (a.md), \\##no and `** code **`.\n",
        "#1 is first, and #general is a channel.\n\n#general\n",
        "1. One\n\nText between.\n\n2. Two\n\nMore text.\n\n3. Three\n",
        "We meet on the\n2. May, and again on the\n5. June.\n",
        "-- Anna\n\n-5 degrees\n\n:-) and :-D, 10:30:15 and a:b:c\n",
        "    let x = { a: 1 };\n    run(x)\n\nText.\n",
        "Who comes\n---------\n\nText.\n\nText.\n\n---\n\nText.\n",
        "Home | About | Contact\n",
        "| One |\n\n|x| is the size of x.\n",
        "A dragon`s tail is 5` long.\n",
        "[[1]](#top) and x[[2]] and ~5 to ~10 min.\n",
        "Braces {like this} and {1, 2}, and R&D.\n",
        "- [x] Done\n- [ ] Open\n\n> a > b\n",
        "Dear ____, the sum is ______.\n",
        "Ask “who goes” – and when: “now” — or never.\n",
    ] {
        page(body);
    }
}

#[test]
fn signs_in_lines_of_yaml_that_are_words_are_let_pass() {
    for summary in [
        "\"# of parcels\"",
        "\"> 5 days\"",
        "\"- 5 %\"",
        "\"* required\"",
        "\"*required\"",
        "2 * 3 * 4",
        "1. Call them",
    ] {
        let scenario = format!(
            "title: Late {{again}} R&D snake_case 5*\nsummary: {summary}\nleader:\n  say: Why?\nmanager:\n  say: By when?\n"
        );
        assert_eq!(
            Book::new().file("content/scenarios/late.yaml", scenario).told(),
            "",
            "{summary}"
        );
    }
}

#[test]
fn signs_of_the_private_range_and_words_beside_them_are_shown_as_they_were_typed() {
    for text in [
        "\u{e000}alert.note",
        "\u{e000}alert.note\u{e001}",
        "\u{e000}alert.note\u{e001} and more",
        "\u{e001}alert.tip\u{e000}",
        "`\u{e000}alert.tip\u{e001}`",
    ] {
        let page = page(&format!("{text}\n\n> [!WARNING]\n> {text}\n"));
        assert!(page.matches(text.trim_matches('`')).count() > 1, "{text:?}: {page}");
        holds(&page, "<p class=\"alert-title\">Take care</p>");
    }
}
