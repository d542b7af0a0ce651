//! Finding a situation by its signs, and the colours that a reader chooses.

use testkit::browser::Page;
use testkit::outcome::{Outcome, because};

use crate::sheet::{expect, open, press, says};
use crate::site::Visit;

const FINDER: &str = "finder.html";

/// Ticks the sign that has these words.
const TICK: &str = "(words) => {
    const lines = [...document.querySelectorAll('#finder .browse li')];
    const line = lines.find((one) => one.textContent.includes(words));
    line.querySelector('input').click();
    return null;
}";

pub fn ticked_signs_bring_the_situation_that_fits_best_to_the_top(visit: &Visit) -> Outcome {
    let mut page = visit.new_page()?;
    open(visit, &mut page, FINDER)?;
    let signs: Vec<String> = page.ask(
        "() => [...document.querySelectorAll('.situation:has(a[href$=\"/scope-creep.html\"]) label')].map((one) => one.textContent)",
        (),
    )?;
    for sign in &signs[..2] {
        let () = page.ask(TICK, sign.as_str())?;
    }
    says(&mut page, "#found-count", "One situation fits")?;
    says(&mut page, ".lean:not([hidden])", "leader")?;
    says(&mut page, "#found-list", &format!("2 of {} signs", signs.len()))?;
    let link: String = page.ask("() => document.querySelector('#found-list a').pathname", ())?;
    expect(link.ends_with("/scenarios/scope-creep.html"), &link)?;
    let kept: usize = page.ask("() => localStorage.length + document.cookie.length", ())?;
    expect(kept == 0, "a tick was kept")
}

/// The signs that stand below the box.
const BEST: &str =
    "() => [...document.querySelectorAll('#best label')].map((one) => one.textContent)";

fn type_what_one_sees(page: &mut Page, words: &str) -> Outcome {
    press(page, "#filter")?;
    let () = page.ask("() => (document.getElementById('filter').focus(), null)", ())?;
    page.type_text(words)
}

pub fn the_finder_brings_the_signs_that_may_be_meant_by_what_one_types(visit: &Visit) -> Outcome {
    let mut page = visit.new_page()?;
    open(visit, &mut page, FINDER)?;
    let usual: Vec<String> = page.ask(BEST, ())?;
    expect(usual.len() == 8, &format!("{usual:?}"))?;
    type_what_one_sees(&mut page, "fortnihgt")?;
    let question = "() => /fortnight/.test(document.querySelector('#best label').textContent)";
    page.until(question, "")?;
    says(&mut page, "#best-head", "one of these")?;
    press(&mut page, "#best label")?;
    says(&mut page, "#found-list", "The work keeps growing")?;
    type_what_one_sees(&mut page, " zzqxv")?;
    let kept: Vec<String> = page.ask(BEST, ())?;
    expect(kept[0].contains("fortnight"), "what was ticked is not on top")
}

pub fn everyday_words_find_signs(visit: &Visit) -> Outcome {
    let words = [
        "snapping", "late", "tired", "crying", "deadline", "rude", "promise", "quit", "blame",
        "bored", "silent", "remote", "merge", "conflict", "overload", "boss", "feedback", "shouts",
    ];
    let mut page = visit.new_page()?;
    let is_known = "() => /one of these/.test(document.getElementById('best-head').textContent)";
    for word in words {
        open(visit, &mut page, &format!("{FINDER}?q={word}"))?;
        page.until(is_known, "").map_err(because(word))?;
    }
    Ok(())
}

pub fn the_chosen_colours_hold_on_the_next_page_too(visit: &Visit) -> Outcome {
    let mut page = visit.new_page()?;
    open(visit, &mut page, "index.html")?;
    let background = "() => getComputedStyle(document.body).backgroundColor";
    let light: String = page.ask(background, ())?;
    let () = page.ask(
        "() => {
            const box = document.getElementById('_theme');
            box.value = 'dark';
            box.dispatchEvent(new Event('change'));
            return null;
        }",
        (),
    )?;
    let dark: String = page.ask(background, ())?;
    expect(dark != light, "the page stayed light")?;
    open(visit, &mut page, FINDER)?;
    let next: String = page.ask(background, ())?;
    expect(next == dark, "the next page is light again")
}
