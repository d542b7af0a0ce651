//! On paper: how many sheets, and what is on them.

use testkit::browser::{Medium, Page};
use testkit::outcome::Outcome;

use crate::layout::SCOPE_CREEP;
use crate::sheet::{expect, open, press};
use crate::site::Visit;

/// How many pages a PDF has: each is an object of its own.
fn sheets(page: &mut Page) -> Outcome<usize> {
    let pdf = String::from_utf8_lossy(&page.pdf()?).into_owned();
    Ok(pdf.matches("/Type /Page\n").count())
}

pub fn a_situation_of_3000_characters_is_one_sheet(visit: &Visit) -> Outcome {
    let mut page = visit.new_page()?;
    open(visit, &mut page, SCOPE_CREEP)?;
    page.show_in(Medium::Print)?;
    let characters: usize = page.ask("() => document.body.innerText.length", ())?;
    let sheets = sheets(&mut page)?;
    let most = characters.div_ceil(3000);
    expect((1..=most).contains(&sheets), &format!("{sheets} sheets for {characters} characters"))
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
