//! axe finds nothing on a situation or a sheet, whatever state it is in. The program is npm's `axe-core`, which
//! `cargo xtask test` gets for `tests/scripts`.

use std::fs;
use std::path::Path;

use crate::layout::SCOPE_CREEP;
use crate::outcome::{Outcome, because, none};
use crate::page::{Medium, Page, Screen};
use crate::sheet::{CHANGE_LOG, COPIES, is_saved, open, press, wait_for, write};
use crate::site::Visit;

const RUN: &str = "async (state) => (await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }))
    .violations.flatMap((rule) => rule.nodes.map((node) => `${state}: ${rule.id}: ${node.html.slice(0, 150)}`))";

const SCREENS: [(Screen, Medium); 2] =
    [(Screen::LAPTOP, Medium::LightScreen), (Screen::PHONE, Medium::DarkScreen)];

/// The program, or nothing where it is not there and nobody asks for it.
fn axe() -> Outcome<Option<String>> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/scripts/node_modules/axe-core/axe.min.js");
    if !file.exists() && std::env::var_os("TWOHATS_BROWSER").is_none() {
        return Ok(None);
    }
    let axe = fs::read_to_string(&file);
    axe.map(Some).map_err(because("axe-core is missing: `cargo xtask test` gets it"))
}

/// What axe finds on a page in the state that it is in.
fn look(page: &mut Page, axe: &str, state: &str) -> Outcome<Vec<String>> {
    // What has been scrolled below a bar that stays is not what a reader would press.
    page.ask::<()>(&format!("() => {{ {axe}; scrollTo(0, 0); return null; }}"), ())?;
    page.ask(RUN, state)
}

/// Walks through states of pages, in light on a laptop and in dark on a phone, and looks at each.
fn on_each_screen(
    visit: &Visit,
    walk: impl Fn(&mut Page, &mut dyn FnMut(&mut Page, &str) -> Outcome) -> Outcome,
) -> Outcome {
    let Some(axe) = axe()? else { return Ok(()) };
    let mut faults = Vec::new();
    for (screen, medium) in SCREENS {
        let mut page = visit.new_page()?;
        page.show_on(screen)?;
        page.show_in(medium)?;
        walk(&mut page, &mut |page, state| {
            faults.extend(look(page, &axe, state)?);
            Ok(())
        })?;
    }
    none(&faults)
}

pub fn axe_finds_nothing_in_any_state_of_a_situation(visit: &Visit) -> Outcome {
    on_each_screen(visit, |page, look| {
        open(visit, page, SCOPE_CREEP)?;
        look(page, "a situation")?;
        press(page, ".show [value=manager]")?;
        look(page, "one hat")?;
        press(page, "[data-do=practise]")?;
        wait_for(page, "(id) => document.getElementById(id).checkVisibility()", "own.manager")?;
        look(page, "practising")?;
        press(page, "[value=manager][data-do=compare]")?;
        look(page, "compared")?;
        open(visit, page, &format!("{SCOPE_CREEP}?workshop"))?;
        for step in 1..=6 {
            wait_for(page, "(id) => document.getElementById(id) !== null", "workshop")?;
            look(page, &format!("workshop, {step}"))?;
            press(page, "#workshop [data-do=next]")?;
        }
        for name in [
            "comparisons/ten-differences.html",
            "practise.html",
            "cards.html",
            "checks/what-does-my-team-need.html",
        ] {
            open(visit, page, name)?;
            look(page, name)?;
        }
        press(page, "[data-do=result]")?;
        look(page, "a result")?;
        Ok(())
    })
}

pub fn axe_finds_nothing_in_any_state_of_a_sheet(visit: &Visit) -> Outcome {
    on_each_screen(visit, |page, look| {
        open(visit, page, CHANGE_LOG)?;
        look(page, "empty")?;
        write(page, "field-piece-of-work", "Bookings")?;
        press(page, "[data-do=add-item]")?;
        is_saved(page)?;
        look(page, "half filled")?;
        press(page, "[data-do=share]")?;
        wait_for(page, "(id) => document.getElementById(id).open", "link-dialog")?;
        look(page, "link dialog")?;
        press(page, "#link-dialog [data-answer='']")?;
        press(page, "[data-do=example]")?;
        look(page, "example")?;
        open(visit, page, COPIES)?;
        look(page, "copies")?;
        press(page, "[data-do=take]")?;
        look(page, "file dialog")?;
        Ok(())
    })
}
