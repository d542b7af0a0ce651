//! axe finds nothing on a sheet, whatever state it is in. The program is npm's `axe-core`, which
//! `cargo xtask test` gets for `tests/scripts`.

use std::fs;
use std::path::Path;

use crate::outcome::{Outcome, because, none};
use crate::page::{Medium, Page, Screen};
use crate::sheet::{CHANGE_LOG, COPIES, is_saved, open, press, wait_for, write};
use crate::site::Visit;

const RUN: &str = "async (state) => (await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }))
    .violations.flatMap((rule) => rule.nodes.map((node) => `${state}: ${rule.id}: ${node.html.slice(0, 150)}`))";

pub fn axe_finds_nothing_in_any_state_of_a_sheet(visit: &Visit) -> Outcome {
    let file = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/scripts/node_modules/axe-core/axe.min.js");
    if !file.exists() && std::env::var_os("TWOHATS_BROWSER").is_none() {
        return Ok(());
    }
    let axe = fs::read_to_string(&file)
        .map_err(because("axe-core is missing: `cargo xtask test` gets it"))?;
    let mut faults = Vec::new();
    let screens = [(Screen::LAPTOP, Medium::LightScreen), (Screen::PHONE, Medium::DarkScreen)];
    for (screen, medium) in screens {
        let mut page = visit.new_page()?;
        page.show_on(screen)?;
        page.show_in(medium)?;
        let mut look = |page: &mut Page, state: &str| -> Outcome {
            page.ask::<()>(&format!("() => {{ {axe}; return null; }}"), ())?;
            faults.extend(page.ask::<Vec<String>>(RUN, state)?);
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
