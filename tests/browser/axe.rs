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

pub fn axe_finds_nothing_in_any_state_of_a_situation(visit: &Visit) -> Outcome {
    let Some(axe) = axe()? else { return Ok(()) };
    let mut faults = Vec::new();
    for (screen, medium) in SCREENS {
        let mut page = visit.new_page()?;
        page.show_on(screen)?;
        page.show_in(medium)?;
        let mut look = |page: &mut Page, state: &str| -> Outcome {
            faults.extend(look(page, &axe, state)?);
            Ok(())
        };
        open(visit, &mut page, SCOPE_CREEP)?;
        look(&mut page, "a situation")?;
        press(&mut page, "#_show-manager")?;
        look(&mut page, "one hat")?;
        press(&mut page, "[data-do=practise]")?;
        wait_for(
            &mut page,
            "(id) => document.getElementById(id).checkVisibility()",
            "_own-manager",
        )?;
        look(&mut page, "practising")?;
        press(&mut page, "[value=manager][data-do=compare]")?;
        look(&mut page, "compared")?;
        open(visit, &mut page, &format!("{SCOPE_CREEP}?workshop"))?;
        for step in 1..=6 {
            wait_for(&mut page, "(id) => document.getElementById(id) !== null", "workshop")?;
            look(&mut page, &format!("workshop, {step}"))?;
            press(&mut page, "#workshop [data-do=next]")?;
        }
        for name in [
            "comparisons/ten-differences.html",
            "practise.html",
            "cards.html",
            "checks/what-does-my-team-need.html",
        ] {
            open(visit, &mut page, name)?;
            look(&mut page, name)?;
        }
        press(&mut page, "[data-do=result]")?;
        look(&mut page, "a result")?;
    }
    none(&faults)
}

pub fn axe_finds_nothing_in_any_state_of_a_sheet(visit: &Visit) -> Outcome {
    let Some(axe) = axe()? else { return Ok(()) };
    let mut faults = Vec::new();
    for (screen, medium) in SCREENS {
        let mut page = visit.new_page()?;
        page.show_on(screen)?;
        page.show_in(medium)?;
        let mut look = |page: &mut Page, state: &str| -> Outcome {
            faults.extend(look(page, &axe, state)?);
            Ok(())
        };
        open(visit, &mut page, CHANGE_LOG)?;
        look(&mut page, "empty")?;
        write(&mut page, "field-piece-of-work", "Bookings")?;
        press(&mut page, "[data-do=add-item]")?;
        is_saved(&mut page)?;
        look(&mut page, "half filled")?;
        press(&mut page, "[data-do=share]")?;
        wait_for(&mut page, "(id) => document.getElementById(id).open", "link-dialog")?;
        look(&mut page, "link dialog")?;
        press(&mut page, "#link-dialog [data-answer='']")?;
        press(&mut page, "[data-do=example]")?;
        look(&mut page, "example")?;
        open(visit, &mut page, COPIES)?;
        look(&mut page, "copies")?;
        press(&mut page, "[data-do=take]")?;
        look(&mut page, "file dialog")?;
    }
    none(&faults)
}
