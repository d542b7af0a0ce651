//! On paper: how many sheets, and what is on them.

use std::process::Command;

use tempfile::TempDir;
use testkit::browser::{Medium, Page, find_chromium};
use testkit::outcome::{Outcome, because};

use crate::layout::SCOPE_CREEP;
use crate::pdf;
use crate::sheet::{expect, open, press, says};
use crate::site::Visit;

/// How many pages a PDF has: each is an object of its own.
fn sheets(page: &mut Page) -> Outcome<usize> {
    let pdf = String::from_utf8_lossy(&page.pdf()?).into_owned();
    Ok(pdf.matches("/Type /Page\n").count())
}

pub fn a_situation_takes_one_sheet_for_3000_characters(visit: &Visit) -> Outcome {
    visit.on_every_page(visit.new_page()?, |page, facts| {
        if !facts.name.starts_with("scenarios/")
            || page.ask("() => !document.querySelector('.scenario')", ())?
        {
            return Ok(Vec::new());
        }
        page.show_in(Medium::Print)?;
        let characters: usize =
            page.ask("() => document.querySelector('main').innerText.length", ())?;
        let (sheets, most) = (sheets(page)?, characters.div_ceil(3000));
        let is_right = (1..=most).contains(&sheets);
        Ok(if is_right {
            Vec::new()
        } else {
            vec![format!("{sheets} sheets for {characters} characters")]
        })
    })
}

pub fn both_hats_are_printed_whichever_is_shown(visit: &Visit) -> Outcome {
    let mut page = visit.new_page()?;
    open(visit, &mut page, SCOPE_CREEP)?;
    press(&mut page, ".show [value=leader]")?;
    page.show_in(Medium::Print)?;
    let seen: usize = page.ask(
        "() => [...document.querySelectorAll('#leader-say, #manager-say, #manager-step-2')].filter((one) => one.checkVisibility()).length",
        (),
    )?;
    expect(seen == 3, "a hat is not printed")
}

/// Notes that the page is handed to the printer, and hands it to none.
const PRINTED: &str = "globalThis.printed = 0; globalThis.print = () => { printed += 1; };";

pub fn what_is_ticked_is_printed_and_all_where_nothing_is(visit: &Visit) -> Outcome {
    let mut page = visit.new_page()?;
    page.before_each_page(PRINTED)?;
    for (button, shown) in [("scenarios", ".printed"), ("cards", ".set")] {
        open(visit, &mut page, "group.html")?;
        press(&mut page, "#choose [value=client-lost]")?;
        press(&mut page, "#choose [value=scope-creep]")?;
        says(&mut page, "#chosen", "2 of")?;
        page.leave(|page| press(page, &format!("#choose [value='print/{button}.html']")))?;
        page.until("() => printed === 1", "")?;
        says(&mut page, "#chosen", "2 of")?;
        page.show_in(Medium::Print)?;
        let titles: Vec<String> = page.ask(
            "(shown) => [...document.querySelectorAll(shown)].filter((one) => one.checkVisibility()).map((one) => one.id.split('/').at(-1))",
            shown,
        )?;
        expect(titles == ["scope-creep", "client-lost"], &format!("{titles:?} are printed"))?;
        if button == "cards" {
            let sheets = sheets(&mut page)?;
            expect(sheets == 2, &format!("two sets of cards are {sheets} sheets"))?;
        }
        page.show_in(Medium::LightScreen)?;
    }
    open(visit, &mut page, "print.html")?;
    let left_out = "() => document.querySelectorAll('.printed.left-out').length";
    let none: usize = page.ask(left_out, ())?;
    expect(none == 0, &format!("{none} are left out where nothing is ticked"))?;
    press(&mut page, ".toc [value='templates/change-log']")?;
    let most: usize = page.ask(left_out, ())?;
    let all: usize = page.ask("() => document.querySelectorAll('.printed').length", ())?;
    expect(most + 1 == all, &format!("{most} of {all} are left out where one is ticked"))?;
    page.show_in(Medium::Print)?;
    let listed: Vec<String> = page.ask(
        "() => [...document.querySelectorAll('.toc :is(h3, li)')].filter((one) => one.checkVisibility()).map((one) => one.innerText)",
        (),
    )?;
    expect(listed == ["Sheets", "Change log"], &format!("the contents are {listed:?}"))
}

pub fn the_cards_of_a_situation_are_one_sheet(visit: &Visit) -> Outcome {
    let mut page = visit.new_page()?;
    // The button on its page leads to the part of the cards on which they are.
    open(visit, &mut page, SCOPE_CREEP)?;
    page.leave(|page| press(page, ".practise .ways a[href*=cards]"))?;
    let one = sheets(&mut page)?;
    expect(one == 1, &format!("the cards of one situation are {one} sheets"))?;
    open(visit, &mut page, "print/cards.html")?;
    let sets: usize = page.ask("() => document.querySelectorAll('.set').length", ())?;
    let sheets = sheets(&mut page)?;
    expect(sheets == sets, &format!("{sheets} sheets for {sets} situations"))
}

/// What the author guide gives to make a PDF with.
fn recipe() -> Outcome<Vec<String>> {
    let guide = include_str!("../../docs/guide/content/guidance/publishing.md");
    let line = guide.lines().find_map(|line| line.strip_prefix("chromium "));
    let line = line.ok_or("the guide gives no command line")?;
    Ok(line.split(' ').map(str::to_owned).collect())
}

pub fn the_guides_recipe_makes_a_book_with_a_cover_bookmarks_and_heads(visit: &Visit) -> Outcome {
    let folder = TempDir::new().map_err(because("no folder"))?;
    let pdf = folder.path().join("playbook.pdf");
    let from = visit.site.below_a_path.folder.join("print/guidance.html");
    let chromium = find_chromium().ok_or("no Chromium")?;
    let mut command = Command::new(chromium);
    // As root, in which CI runs, there is no sandbox; and it shall ask nothing of the network.
    command.args(["--no-sandbox", "--disable-gpu", "--disable-background-networking"]);
    command.arg(format!("--user-data-dir={}", folder.path().join("profile").display()));
    command.args(recipe()?.into_iter().map(|part| match part.as_str() {
        "--print-to-pdf=playbook.pdf" => format!("--print-to-pdf={}", pdf.display()),
        "public/print.html" => from.display().to_string(),
        _ => part,
    }));
    let ended = command.output().map_err(because("Chromium"))?;
    expect(ended.status.success(), &String::from_utf8_lossy(&ended.stderr))?;
    let book = pdf::Book::read(&pdf)?;
    expect(
        book.bookmarks.iter().any(|title| title == "Start here"),
        &format!("{:?}", book.bookmarks),
    )?;
    let cover = &book.sheets[0];
    expect(cover.contains("Two hats") && cover.contains("Reviewed"), cover)?;
    // A page of two sheets has its number and title at the head of the second one too, and each sheet has a number.
    let second =
        book.sheets.iter().enumerate().skip(2).filter(|(_, sheet)| sheet.contains("Start here"));
    let second: Vec<usize> = second.map(|(at, _)| at).collect();
    expect(second.len() > 1 && second[1] == second[0] + 1, &format!("{second:?}"))?;
    let at = second[1];
    let sheet = &book.sheets[at];
    expect(
        sheet.contains("Guidance 1") && sheet.lines().any(|line| line == (at + 1).to_string()),
        sheet,
    )?;
    let thin =
        book.sheets.iter().enumerate().filter(|(at, sheet)| *at > 0 && sheet.lines().count() < 4);
    let thin: Vec<usize> = thin.map(|(at, _)| at + 1).collect();
    expect(thin.is_empty(), &format!("sheets with a line or two: {thin:?}"))
}
