//! Finding a situation by its signs, and the colours that a reader chooses.

use testkit::outcome::Outcome;

use crate::sheet::{expect, open, press, says};
use crate::site::Visit;

const FINDER: &str = "finder.html";

/// Ticks the sign that has these words.
const TICK: &str = "(words) => {
    const lines = [...document.querySelectorAll('#finder li')];
    const line = lines.find((one) => one.textContent.includes(words));
    line.querySelector('input').click();
    return null;
}";

pub fn ticked_signs_bring_the_situation_that_fits_best_to_the_top(visit: &Visit) -> Outcome {
    let mut page = visit.new_page()?;
    open(visit, &mut page, FINDER)?;
    let signs: Vec<String> = page.ask(
        "() => [...document.querySelectorAll('[data-id=scope-creep] label')].map((one) => one.textContent)",
        (),
    )?;
    let () = page.ask(TICK, "Good questions have stopped")?;
    says(&mut page, ".lean:not([hidden])", "leader")?;
    for sign in &signs[..2] {
        let () = page.ask(TICK, sign.as_str())?;
    }
    says(&mut page, "#found-count", "One situation fits")?;
    says(&mut page, "#found-list", &format!("2 of {} signs", signs.len()))?;
    let link: String = page.ask("() => document.querySelector('#found-list a').pathname", ())?;
    expect(link.ends_with("/scenarios/scope-creep.html"), &link)?;
    let kept: usize = page.ask("() => localStorage.length + document.cookie.length", ())?;
    expect(kept == 0, "a tick was kept")
}

pub fn the_finder_shows_the_signs_that_have_the_words_one_types(visit: &Visit) -> Outcome {
    let mut page = visit.new_page()?;
    open(visit, &mut page, FINDER)?;
    let shown = "() => [...document.querySelectorAll('#finder .ticks li')].filter((one) => one.checkVisibility()).length";
    let all: usize = page.ask(shown, ())?;
    press(&mut page, "#filter")?;
    let () = page.ask("() => (document.getElementById('filter').focus(), null)", ())?;
    page.type_text("fortnight")?;
    let some: usize = page.ask(shown, ())?;
    expect(0 < some && some < all / 4, &format!("{some} of {all} signs are shown"))?;
    page.type_text("xyz")?;
    page.until("() => document.getElementById('no-signs').checkVisibility()", "")
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
