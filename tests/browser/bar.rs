//! The one line that stays while a sheet is filled in, and what stands before the first field.

use std::fs;

use testkit::browser::{Medium, Page, Screen};
use testkit::outcome::{Outcome, because, none};

use crate::copies::CATCH;
use crate::sheet::{change_log, expect, open, press, says, touch, write};
use crate::site::Visit;

const WORK: &str = "field-piece-of-work";

/// Asks each sheet of the book what is wrong with it.
fn of_every_sheet(visit: &Visit, page: &mut Page, question: &str) -> Outcome {
    let folder = visit.site.on_disk.folder.join("templates");
    let (mut faults, mut sheets) = (Vec::new(), 0);
    for file in fs::read_dir(&folder).map_err(because("templates"))? {
        let name =
            file.map_err(because("templates"))?.file_name().into_string().unwrap_or_default();
        if name.strip_suffix(".html").is_some_and(|sheet| sheet != "index") {
            open(visit, page, &format!("templates/{name}"))?;
            let found: Vec<String> = page.ask(question, ())?;
            faults.extend(found.iter().map(|fault| format!("{name}: {fault}")));
            sheets += 1;
        }
    }
    expect(sheets > 30, &format!("only {sheets} sheets were looked at"))?;
    none(&faults)
}

pub fn the_first_field_of_every_sheet_is_in_the_first_screen_of_a_phone(visit: &Visit) -> Outcome {
    let mut page = visit.new_page()?;
    page.show_on(Screen::PHONE)?;
    let question = "() => {
        const { bottom } = document.querySelector('#sheet :is(input, select, textarea)').getBoundingClientRect();
        return bottom > innerHeight ? [`the first field ends at ${bottom}`] : [];
    }";
    of_every_sheet(visit, &mut page, question)
}

pub fn no_table_of_a_sheet_loses_an_edge_on_paper(visit: &Visit) -> Outcome {
    let mut page = visit.new_page()?;
    page.show_on(Screen::PAPER)?;
    page.show_in(Medium::Print)?;
    let question = "() => [...document.querySelectorAll('.rows')].flatMap((table) => [...table.rows].flatMap((row) => {
        const last = [...row.cells].filter((cell) => cell.checkVisibility()).at(-1);
        const { right } = last.getBoundingClientRect();
        const edge = parseFloat(getComputedStyle(last).borderInlineEndWidth);
        return right <= innerWidth && edge >= 1 ? [] : [`row ${row.rowIndex} ends at ${right} with an edge of ${edge}`];
    }))";
    of_every_sheet(visit, &mut page, question)
}

pub fn a_printed_sheet_says_which_copy_it_is_and_of_which_book(visit: &Visit) -> Outcome {
    let mut page = change_log(visit)?;
    write(&mut page, WORK, "Bookings")?;
    page.ask::<()>(
        "() => {
            const name = document.getElementById('copy-name');
            name.value = 'Booking system';
            name.dispatchEvent(new Event('change', { bubbles: true }));
            dispatchEvent(new Event('beforeprint'));
            return null;
        }",
        (),
    )?;
    page.show_in(Medium::Print)?;
    let seen: (String, String) =
        page.ask("() => [document.querySelector('.bar').innerText, document.title]", ())?;
    let lines: Vec<&str> = seen.0.lines().filter(|line| !line.is_empty()).collect();
    expect(lines == ["Booking system", "Two hats"], &format!("on paper stands {lines:?}"))?;
    expect(seen.1 == "Booking system", &format!("the file would be called {:?}", seen.1))?;
    page.ask::<()>("() => (dispatchEvent(new Event('afterprint')), null)", ())?;
    let title: String = page.ask("() => document.title", ())?;
    expect(title.starts_with("Change log"), &format!("the page is called {title:?} from then on"))
}

/// What is wrong with the bar when the reader is far down: it is not at the top, is not alone there, is not 44 pixels
/// high, or cuts off what it offers.
const BAR: &str = "() => {
    scrollTo({ top: 1500, behavior: 'instant' });
    const box = (one) => one.getBoundingClientRect();
    const bar = document.querySelector('.bar');
    const { top, height, right } = box(bar);
    const offered = [...bar.children].filter((one) => one.matches('button, a') && one.checkVisibility());
    const faults = offered.filter((one) => box(one).right > right + .5 || one.scrollWidth > one.clientWidth)
        .map((one) => `${one.textContent} is cut off`);
    // 44 px where letters are as large as the browser's own; a theme may have smaller ones on a laptop.
    const letters = parseFloat(getComputedStyle(document.documentElement).fontSize);
    if (top !== 0 || Math.abs(height - 2.75 * letters) > .5 || (innerWidth < 500 && height !== 44)) faults.push(`it stands at ${top}, ${height} high`);
    if (box(document.querySelector('.top')).bottom > 0) faults.push('the masthead stays too');
    const words = offered.map((one) => one.textContent).join(' ');
    if (words !== 'Print PDF Word Send More') faults.push(`it offers ${words}`);
    if (box(bar.querySelector('input')).width < 60) faults.push('the name has no room');
    return faults;
}";

pub fn one_line_stays_with_the_name_of_the_copy_and_the_ways_out(visit: &Visit) -> Outcome {
    let mut page = change_log(visit)?;
    write(&mut page, WORK, "Bookings")?;
    says(&mut page, ".bar [data-show=saved]", "Saved ")?;
    for screen in [Screen::LAPTOP, Screen::PHONE, Screen { width: 360, ..Screen::PHONE }] {
        page.show_on(screen)?;
        let faults: Vec<String> = page.ask(BAR, ())?;
        none(
            &faults
                .iter()
                .map(|fault| format!("{} wide: {fault}", screen.width))
                .collect::<Vec<_>>(),
        )?;
    }
    Ok(())
}

pub fn the_menu_of_a_sheet_closes_when_something_of_it_is_done(visit: &Visit) -> Outcome {
    let mut page = change_log(visit)?;
    touch(&mut page)?;
    let shown = "() => document.querySelector('[data-do=example]').checkVisibility()";
    expect(!page.ask::<bool>(shown, ())?, "the menu is open")?;
    press(&mut page, "[popovertarget]")?;
    expect(page.ask(shown, ())?, "the menu does not open")?;
    press(&mut page, "[data-do=example]")?;
    says(&mut page, "#sheet-banner", "how it can look")?;
    expect(!page.ask::<bool>(shown, ())?, "the menu stays open")
}

/// Both links lead to the blank file until something is written: then it is in what they give.
pub fn the_blank_files_become_the_filled_ones(visit: &Visit) -> Outcome {
    let mut page = change_log(visit)?;
    touch(&mut page)?;
    let leads = "(selector) => {
        const link = document.querySelector(selector);
        const event = new MouseEvent('click', { bubbles: true, cancelable: true });
        addEventListener('click', (last) => { event.led = !last.defaultPrevented; last.preventDefault(); }, { once: true });
        link.dispatchEvent(event);
        return event.led;
    }";
    page.ask::<()>(CATCH, ())?;
    page.ask::<()>("() => (window.print = () => { globalThis.printed = true; }, null)", ())?;
    for link in ["[data-do=pdf]", "[data-do=word]"] {
        expect(page.ask(leads, link)?, &format!("{link} does not lead to the blank file"))?;
    }
    write(&mut page, WORK, "Bookings")?;
    for link in ["[data-do=pdf]", "[data-do=word]"] {
        expect(!page.ask::<bool>(leads, link)?, &format!("{link} leads to the blank file"))?;
    }
    page.until("() => globalThis.printed && files.length === 1", ())?;
    let name: String = page.ask("async () => (await files[0])[0]", ())?;
    expect(name.rsplit('.').next() == Some("docx"), &format!("given: {name}"))
}

pub fn each_step_leads_to_its_heading_and_says_what_is_still_empty(visit: &Visit) -> Outcome {
    let mut page = change_log(visit)?;
    touch(&mut page)?;
    let steps = "() => [...document.querySelectorAll('.way a')].map((link) => [link.textContent, document.querySelector(link.hash).textContent])";
    let told: Vec<(String, String)> = page.ask(steps, ())?;
    let wanted =
        [("What people have asked for", "1 still empty"), ("The weekly review", "3 still empty")];
    for ((step, heading), (name, left)) in told.iter().zip(wanted) {
        expect(
            step == &format!("{name} {left}") && heading == name,
            &format!("{step:?} leads to {heading:?}"),
        )?;
    }
    expect(told.len() == wanted.len(), &format!("{told:?}"))?;
    write(&mut page, "field-requests.1.request", "Export")?;
    says(&mut page, ".way li:first-child", "all filled in")
}
