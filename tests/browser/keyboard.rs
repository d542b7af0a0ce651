//! A sheet by keyboard alone: what is pressed are keys, and nothing else is ever done to the page.

use serde::Deserialize;
use testkit::browser::Page;
use testkit::outcome::Outcome;

use crate::copies::CATCH;
use crate::kinds::Kinds;
use crate::sheet::{expect, is_saved, kept, says};
use crate::site::Visit;

/// What has the focus.
#[derive(Deserialize)]
struct Focus {
    is_it: bool,
    name: String,
    /// Why it could not be seen.
    hidden: Option<String>,
}

const FOCUS: &str = "(wanted) => {
    const one = document.activeElement;
    const box = one.getBoundingClientRect();
    const strip = document.querySelector('.strip:not([hidden])')?.getBoundingClientRect();
    const inStrip = one.closest('.strip');
    const hidden = one === document.body || one === document.documentElement ? null
        : !one.matches(':focus-visible') ? 'no ring'
        : box.bottom <= 0 || box.top >= innerHeight ? 'out of the window'
        : !inStrip && !one.closest('dialog, [popover]') && strip && box.top >= strip.top && box.bottom <= strip.bottom ? 'below the strip' : null;
    return { is_it: one.matches(wanted), name: one.outerHTML.slice(0, 120), hidden };
}";

/// Presses Tab until this has the focus, and fails where a reader would not see where they are.
fn tab_to(page: &mut Page, wanted: &str) -> Outcome {
    for _ in 0..200 {
        page.press_key("Tab")?;
        let focus: Focus = page.ask(FOCUS, wanted)?;
        if let Some(fault) = focus.hidden {
            return Err(format!("the focus is {fault}: {}", focus.name));
        }
        if focus.is_it {
            return Ok(());
        }
    }
    Err(format!("Tab never comes to {wanted}"))
}

fn go(page: &mut Page, wanted: &str, key: &str) -> Outcome {
    tab_to(page, wanted)?;
    page.press_key(key)
}

/// The button of the bar that opens what else can be done.
const MENU: &str = "[popovertarget]";

fn of_the_menu(page: &mut Page, wanted: &str) -> Outcome {
    go(page, MENU, "Enter")?;
    go(page, wanted, "Enter")
}

fn write(page: &mut Page, wanted: &str, text: &str) -> Outcome {
    tab_to(page, wanted)?;
    page.type_text(text)
}

pub fn a_sheet_is_filled_kept_and_taken_away_by_keyboard_alone(visit: &Visit) -> Outcome {
    let kinds = Kinds::build()?;
    let page = &mut kinds.open(visit)?;
    page.ask::<()>(CATCH, ())?;
    write(page, "#field-line", "A line")?;
    write(page, "#field-story", "One")?;
    page.press_key("Enter")?;
    page.type_text("Two")?;
    write(page, "#field-amount", "3")?;
    write(page, "#field-day", "2026-03-04")?;
    // Of radio buttons the arrows choose.
    go(page, "[name=few]", "ArrowDown")?;
    write(page, "#field-many", "Cats")?;
    go(page, "[name=several]", " ")?;
    go(page, "#field-agreed", " ")?;
    go(page, "[name=before-you-start]", " ")?;
    go(page, "[data-do=add-item]", "Enter")?;
    page.type_text("Kettle on")?;
    go(page, "[name=mood]", "ArrowRight")?;
    write(page, "#field-who", "R. A.")?;
    for (column, text) in [("what", "Lamp"), ("why", "It is dark"), ("cost", "2")] {
        write(page, &format!("[id='field-requests.1.{column}']"), text)?;
    }
    write(page, "[id='field-requests.1.when']", "2026-03-05")?;
    write(page, "[id='field-requests.1.state']", "Done")?;
    go(page, "[id='field-requests.1.told']", " ")?;
    write(page, "[id='field-requests.1.worth']", "5")?;
    write(page, "[id='field-requests.1.by']", "B. B.")?;

    // A row more, where the next key goes into it; a row less, and back again.
    go(page, "[data-do=add-row]", "Enter")?;
    page.type_text("Chair")?;
    is_saved(page)?;
    go(page, "tr:nth-child(3) [data-do=remove-row]", "Enter")?;
    let rows = "() => document.querySelectorAll('.rows tbody tr').length";
    expect(page.ask::<usize>(rows, ())? == 2, "the row is still there")?;
    go(page, "#sheet-notice button", "Enter")?;
    expect(page.ask::<usize>(rows, ())? == 3, "the row did not come back")?;

    // What was written is looked at, and a way leads back to one answer.
    of_the_menu(page, "[data-do=look]")?;
    says(page, "#look-list", "Kettle on")?;
    page.press_key("Escape")?;
    let back: bool = page.ask("(menu) => document.activeElement.matches(menu)", MENU)?;
    expect(back, "the focus does not return to the button that opened the menu")?;
    // No reader is so quick that the dialog opens again before the page has heard that it closed.
    page.settle()?;
    page.press_key("Enter")?;
    go(page, "[data-do=look]", "Enter")?;
    go(page, "#look-list [data-answer=field-who]", "Enter")?;
    page.until("(id) => document.activeElement.id === id", "field-who")?;

    write(page, "#copy-name", " of mine")?;
    of_the_menu(page, "[data-do=markdown]")?;
    of_the_menu(page, "[data-do=json]")?;
    page.until("() => files.length === 2", "")?;
    is_saved(page)?;
    let copy = &kept(page)?[0];
    let answers = &copy["answers"];
    for (path, wanted) in [
        ("/name", "of mine"),
        ("/answers/line", "A line"),
        ("/answers/story", "One\nTwo"),
        ("/answers/amount", "3"),
        ("/answers/day", "2026-03-04"),
        ("/answers/many", "Cats"),
        ("/answers/several/0", "North"),
        ("/answers/before-you-start/ticked/0", "Doors shut"),
        ("/answers/before-you-start/own/0", "Kettle on"),
        ("/answers/who", "R. A."),
        ("/answers/requests/0/cells/what", "Lamp"),
        ("/answers/requests/0/cells/when", "2026-03-05"),
        ("/answers/requests/0/cells/state", "Done"),
        ("/answers/requests/0/cells/worth", "5"),
        ("/answers/requests/0/cells/by", "B. B."),
        ("/answers/requests/2/cells/what", "Chair"),
    ] {
        let found = copy.pointer(path).and_then(serde_json::Value::as_str).unwrap_or_default();
        expect(found.contains(wanted), &format!("{path} is {found:?}, not {wanted:?}"))?;
    }
    expect(answers["agreed"] == true && answers["requests"][0]["cells"]["told"] == true, "ticks")?;
    let chosen = [&answers["few"], &answers["mood"]];
    expect(chosen.iter().all(|one| *one != ""), &format!("not chosen: {chosen:?}"))?;

    of_the_menu(page, "#copies")?;
    says(page, ".copy a", "of mine")?;
    go(page, "[data-act=delete]", "Enter")?;
    expect(kept(page)?.is_empty(), "it was not deleted")?;
    go(page, "#sheet-notice button", "Enter")?;
    expect(kept(page)?.len() == 1, "it did not come back")
}
