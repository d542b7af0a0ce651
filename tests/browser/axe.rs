//! axe finds nothing on a situation, on a sheet or in the search, whatever state they are in. The program is npm's `axe-core`, which
//! `cargo xtask test` gets for `tests/scripts`.

use std::fs;
use std::path::Path;

use testkit::browser::{Medium, Page, Screen};
use testkit::outcome::{Outcome, because, none};

use crate::kinds::Kinds;
use crate::layout::SCOPE_CREEP;
use crate::sheet::{CHANGE_LOG, COPIES, is_saved, open, press, says, write};
use crate::site::{MISSING, Visit};

const RUN: &str = "async (state) => (await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }))
    .violations.flatMap((rule) => rule.nodes.map((node) => `${state}: ${rule.id}: ${node.html.slice(0, 150)}`))";

const IS_OPEN: &str = "(id) => document.getElementById(id).open";

/// Looks at a page in a state that has a name.
pub type Look<'a> = dyn FnMut(&mut Page, &str) -> Outcome + 'a;

/// Goes `way` on a laptop in light and on a phone in dark colours, and fails when axe finds anything.
pub fn axe(visit: &Visit, way: impl Fn(&mut Page, &mut Look) -> Outcome) -> Outcome {
    let file = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/scripts/node_modules/axe-core/axe.min.js");
    let axe = fs::read_to_string(&file)
        .map_err(because("axe-core is missing: `cargo xtask test` gets it"))?;
    let mut faults = Vec::new();
    let screens = [(Screen::LAPTOP, Medium::LightScreen), (Screen::PHONE, Medium::DarkScreen)];
    for (screen, medium) in screens {
        let mut page = visit.new_page()?;
        page.show_on(screen)?;
        page.show_in(medium)?;
        way(&mut page, &mut |page: &mut Page, state: &str| -> Outcome {
            // What has been scrolled below a bar that stays is not what a reader would press.
            page.ask::<()>(&format!("() => {{ {axe}; scrollTo(0, 0); return null; }}"), ())?;
            faults.extend(page.ask::<Vec<String>>(RUN, state)?);
            Ok(())
        })?;
    }
    none(&faults)
}

/// Looks at pages as they open.
fn look_at(visit: &Visit, page: &mut Page, look: &mut Look, names: &[&str]) -> Outcome {
    for name in names {
        open(visit, page, name)?;
        look(page, name)?;
    }
    Ok(())
}

pub fn axe_finds_nothing_in_any_state_of_a_situation(visit: &Visit) -> Outcome {
    axe(visit, |page, look| {
        open(visit, page, SCOPE_CREEP)?;
        look(page, "a situation")?;
        press(page, ".show [value=manager]")?;
        look(page, "one hat")?;
        press(page, "[data-do=practise]")?;
        page.until("(id) => document.getElementById(id).checkVisibility()", "own.manager")?;
        look(page, "practising")?;
        press(page, "[value=manager][data-do=compare]")?;
        look(page, "compared")?;
        open(visit, page, &format!("{SCOPE_CREEP}?workshop"))?;
        for step in 1..=6 {
            page.until("(id) => document.getElementById(id) !== null", "workshop")?;
            look(page, &format!("workshop, {step}"))?;
            press(page, "#workshop [data-do=next]")?;
        }
        let names = [
            "comparisons/ten-differences.html",
            "practise.html",
            "cards.html",
            "checks/what-does-my-team-need.html",
        ];
        look_at(visit, page, look, &names)?;
        press(page, "[data-do=result]")?;
        look(page, "a result")
    })
}

pub fn axe_finds_nothing_on_a_page_of_each_kind(visit: &Visit) -> Outcome {
    axe(visit, |page, look| {
        let names = [
            "index.html",
            "scenarios/index.html",
            "topics/people.html",
            "guidance/which-hat-when.html",
            "finder.html",
            "group.html",
            "lists/cards-2.html",
            "print/checks.html",
        ];
        look_at(visit, page, look, &names)?;
        page.open(&format!("{}{MISSING}", visit.site.at_the_root.base))?;
        look(page, MISSING)
    })
}

pub fn axe_finds_nothing_while_the_search_is_open(visit: &Visit) -> Outcome {
    axe(visit, |page, look| {
        open(visit, page, "scenarios/scope-creep.html")?;
        page.type_text("/")?;
        page.until("() => document.querySelector('dialog [role=combobox]')", "")?;
        look(page, "search, empty")?;
        page.type_text("sponsor")?;
        page.until("() => document.querySelector('dialog mark')", "")?;
        look(page, "search, found")?;
        page.press_key("ArrowDown")?;
        look(page, "search, chosen")?;
        page.type_text("zzqxv")?;
        page.until("() => document.querySelector('[data-state=none]')", "")?;
        look(page, "search, nothing found")?;
        open(visit, page, "search.html?q=date")?;
        page.until("() => document.querySelector('main [role=option]')", "")?;
        look(page, "page to search on")
    })
}

pub fn axe_finds_nothing_in_any_state_of_a_sheet(visit: &Visit) -> Outcome {
    let kinds = Kinds::build()?;
    axe(visit, |page, look| {
        open(visit, page, CHANGE_LOG)?;
        look(page, "empty")?;
        write(page, "field-piece-of-work", "Bookings")?;
        press(page, "[data-do=add-item]")?;
        is_saved(page)?;
        look(page, "half filled")?;
        press(page, "[popovertarget]")?;
        look(page, "what else can be done")?;
        press(page, "[data-do=look]")?;
        page.until(IS_OPEN, "look-dialog")?;
        look(page, "look at what was written")?;
        press(page, "#look-dialog [data-answer='']")?;
        press(page, "[data-do=take]")?;
        page.until(IS_OPEN, "take-dialog")?;
        look(page, "file dialog on the sheet")?;
        press(page, "#take-dialog [data-answer='']")?;
        press(page, "[data-do=send]")?;
        page.until(IS_OPEN, "send-dialog")?;
        look(page, "link dialog")?;
        let link: String = page.ask("() => document.getElementById('link-box').value", ())?;
        press(page, "#send-dialog [data-answer='']")?;
        press(page, "[data-do=clear]")?;
        page.until(IS_OPEN, "clear-dialog")?;
        look(page, "clear dialog")?;
        press(page, "#clear-dialog [data-answer='']")?;
        press(page, "[data-do=example]")?;
        says(page, "#sheet-banner", "how it can look")?;
        look(page, "example")?;
        page.open("about:blank")?;
        page.open(&link)?;
        says(page, "#sheet-banner", "shared")?;
        look(page, "shared")?;
        page.open(&format!("{}{}", kinds.place.base, Kinds::PAGE))?;
        look(page, "every kind of field, empty")?;
        write(page, "field-line", "x")?;
        write(page, "field-requests.1.what", "Lamp")?;
        press(page, "[data-do=add-row]")?;
        press(page, "tr:nth-child(3) [data-do=remove-row]")?;
        says(page, "#sheet-notice", "removed")?;
        look(page, "every kind of field, half filled")?;
        press(page, "[data-do=example]")?;
        says(page, "#sheet-banner", "how it can look")?;
        look(page, "every kind of field, the example")?;
        open(visit, page, COPIES)?;
        look(page, "copies")?;
        press(page, "#memory")?;
        says(page, "#sheet-banner", "Nothing is kept")?;
        look(page, "copies, with nothing kept")?;
        press(page, "[data-do=take]")?;
        look(page, "file dialog")
    })
}
