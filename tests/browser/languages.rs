//! A book in English and Hebrew: the leader stands where reading begins, and readers change languages
//! without losing what they have written.

use std::path::Path;

use serde_json::json;
use testkit::Project;
use testkit::browser::{Page, Screen};
use testkit::outcome::{Outcome, because};

use crate::server::serve;
use crate::sheet::{expect, holds, press, says, write};
use crate::site::Visit;

/// The book, built, and where it is served.
fn book() -> Outcome<(Project, String)> {
    let project = Project::new()
        .file(
            "book.toml",
            "[book]\ntitle = \"Two hats\"\n[languages.en]\nname = \"English\"\n[languages.he]\nname = \"עברית\"\n",
        )
        .file("themes/default/wording/he.toml", "leader = \"מוביל\"\nmanager = \"מנהל\"\n")
        .file(
            "content/scenarios/late.yaml",
            "title: Late again\nsummary: It happens.\nsigns: [Nobody asks]\nfirst: leader\nbecause: Reasons first.\n\
             leader:\n  aim: Calm\n  say: Why?\n  do: [Ask]\nmanager:\n  say: By when?\n  do: [Write]\n\
             sequence:\n  - leader: Ask\n  - manager: Plan\ntemplates: [log]\n",
        )
        .file(
            "content/he/scenarios/late.yaml",
            "title: שוב באיחור\nsummary: זה קורה.\nleader:\n  say: למה?\nmanager:\n  say: עד מתי?\n  do: [לכתוב]\n",
        )
        .file(
            "content/templates/log.yaml",
            "title: Log\nfields:\n  - text: Work\n  - table: Requests\n    columns:\n      - choice: Answer\n        options: [In, Out]\n\
             \n  - computed: Accepted\n    count: requests\n    where:\n      answer: In\n",
        )
        .file(
            "content/he/templates/log.yaml",
            "title: יומן\nfields:\n  - text: עבודה\n  - table: בקשות\n    columns:\n      - choice: תשובה\n        options: [כן, לא]\n\
             \n  - computed: התקבלו\n    count: requests\n",
        )
        .file(
            "content/scenarios/other.yaml",
            "title: Other\nsummary: It happens.\nsigns: [Nobody asks]\nsituation: A case.\ncaution: Mind.\n\
             leader:\n  say: Why?\nmanager:\n  say: By when?\n",
        )
        .file("content/guidance/why.md", "---\ntitle: Why\n---\n\n## A reason\n\nWords.\n");
    project.build();
    let base = serve(Path::new(&project.path("public")), "/a/")?.base;
    Ok((project, base))
}

pub fn where_words_run_from_the_right_the_leader_stands_there(visit: &Visit) -> Outcome {
    let (_project, base) = book()?;
    let mut page = visit.new_page()?;
    page.show_on(Screen::LAPTOP)?;
    page.open(&format!("{base}he/scenarios/late.html"))?;
    let sides = "(ids) => ids.map((id) => {
        const element = document.getElementById(id);
        const { borderLeftWidth: left, borderRightWidth: right } = getComputedStyle(element);
        return [element.getBoundingClientRect().left, left, right];
    })";
    let ids = json!(["leader-say", "manager-say"]);
    let [leader, manager]: [(f64, String, String); 2] = page.ask(sides, &ids)?;
    expect(leader.0 > manager.0, "the leader is to the left of the manager")?;
    expect(leader.1 == "0px" && leader.2 != "0px", "the leader's bar is not at the right")?;
    // A page that is not translated is read from the left, in a frame that is not, below a notice.
    page.open(&format!("{base}he/scenarios/other.html"))?;
    let tops: Vec<f64> = page.ask(
        "() => ['.untranslated', 'h1', '.moment h2'].map((part) => document.querySelector(part).getBoundingClientRect().top)",
        (),
    )?;
    let close = tops.windows(2).all(|pair| pair[0] < pair[1] && pair[1] < pair[0] + 500.0);
    expect(close, &format!("notice, title and first heading are at {tops:?}"))?;
    page.open(&format!("{base}he/guidance/why.html"))?;
    let directions: Vec<String> = page.ask(
        "() => ['html', 'main', '.untranslated'].map((part) => getComputedStyle(document.querySelector(part)).direction)",
        (),
    )?;
    expect(directions == ["rtl", "ltr", "rtl"], &format!("the directions are {directions:?}"))
}

pub fn nothing_sticks_out_where_words_run_from_the_right(visit: &Visit) -> Outcome {
    let (_project, base) = book()?;
    let mut page = visit.new_page()?;
    for name in [
        "index.html",
        "scenarios/late.html",
        "templates/log.html",
        "guidance/why.html",
        "finder.html",
    ] {
        page.open(&format!("{base}he/{name}"))?;
        for width in [320, 736, 992, 1184, 1680] {
            page.show_on(Screen { width, ..Screen::LAPTOP })?;
            let over: Vec<String> = page.ask(include_str!("ask/sideways.js"), ())?;
            expect(over.is_empty(), &format!("{name}, {width} px wide: {over:?}"))?;
        }
    }
    Ok(())
}

pub fn a_reader_takes_a_filled_sheet_to_another_language(visit: &Visit) -> Outcome {
    let (_project, base) = book()?;
    let mut page = visit.new_page()?;
    page.open(&format!("{base}templates/log.html"))?;
    write(&mut page, "field-work", "Bookings")?;
    write(&mut page, "field-requests.1.answer", "In")?;
    says(&mut page, "[data-show=saved]", "Saved")?;
    press(&mut page, ".languages [lang=he]")?;
    arrives(&mut page, "he/templates/log.html")?;
    holds(&mut page, "field-work", "Bookings")?;
    holds(&mut page, "field-requests.1.answer", "כן")?;
    says(&mut page, "#field-accepted", "1")?;
    press(&mut page, ".languages [lang=en]")?;
    arrives(&mut page, "/a/templates/log.html")?;
    holds(&mut page, "field-requests.1.answer", "In")
}

/// Waits until the tab is at a page whose scripts have done their work.
fn arrives(page: &mut Page, end: &str) -> Outcome {
    let question = "(end) => location.href.endsWith(end) && document.readyState === 'complete'";
    page.until(question, end).map_err(because("the page did not open"))
}
