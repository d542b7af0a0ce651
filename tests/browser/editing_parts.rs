//! All parts of a page at its side: lines of lists, what is not there yet, and pages that are named.

use testkit::outcome::Outcome;

use crate::editing::{ask_of, in_file, kept, press, until_of, write_on};
use crate::preview::{Desk, SCENARIO, SCENARIO_FILE, quiet};
use crate::sheet::expect;
use crate::site::Visit;

const SIGNS: &str = "[data-part=signs]";

const SIGN: [&str; 4] = [
    "The list of work is longer than it was a fortnight ago, and the date is the same",
    "Someone started a piece of work because a colleague asked them in passing",
    "Time set aside for testing or checking has been cut at least once",
    "Two people give different answers when asked what is included",
];

/// The part of the file that holds these signs.
fn signs(lines: &[&str]) -> String {
    let lines: Vec<String> = lines.iter().map(|line| format!("  - {line}\n")).collect();
    format!("signs:\n{}\n", lines.concat())
}

pub fn lines_of_a_list_come_go_and_move(visit: &Visit) -> Outcome {
    let desk = Desk::new();
    let mut page = write_on(&desk, visit, SCENARIO)?;
    press(&mut page, &format!("{SIGNS} summary"))?;
    let [one, two, three, four] = SIGN;
    // By a button, which keeps the focus, and the place is spoken.
    press(&mut page, &format!("{SIGNS} [aria-label^='Move down: The list']"))?;
    until_of(&mut page, "[role=log]", "(one, said) => one.textContent === said", "Place 2 of 4")?;
    in_file(&desk, SCENARIO_FILE, &signs(&[two, one, three, four]))?;
    // By Alt and an arrow.
    page.press_with_alt("ArrowUp")?;
    until_of(&mut page, "[role=log]", "(one, said) => one.textContent === said", "Place 1 of 4")?;
    in_file(&desk, SCENARIO_FILE, &signs(&SIGN))?;
    let at: String = page.ask(
        "() => document.activeElement.shadowRoot.activeElement.closest('li').querySelector('.words').textContent",
        (),
    )?;
    expect(at == one, &format!("the focus went to {at}"))?;
    // One more, by Enter, and then another.
    press(&mut page, &format!("{SIGNS} .add"))?;
    for words in ["A fifth sign", "A sixth sign"] {
        page.type_text(words)?;
        page.press_key("Enter")?;
        until_of(
            &mut page,
            SIGNS,
            "(one, words) => [...one.querySelectorAll('.words')].some((line) => line.textContent === words)",
            words,
        )?;
        kept(&mut page)?;
        until_of(
            &mut page,
            &format!("{SIGNS} .draft textarea"),
            "(one) => one?.value === '' && one.getRootNode().activeElement === one",
            "",
        )?;
    }
    in_file(
        &desk,
        SCENARIO_FILE,
        &signs(&[one, two, three, four, "A fifth sign", "A sixth sign"]),
    )?;
    page.press_key("Escape")?;
    // And one goes.
    press(&mut page, &format!("{SIGNS} [aria-label='Take out: A fifth sign']"))?;
    until_of(&mut page, SIGNS, "(one) => one.querySelectorAll('.words').length === 5", "")?;
    in_file(&desk, SCENARIO_FILE, &signs(&[one, two, three, four, "A sixth sign"]))?;
    page.until("() => document.querySelector('#signs').textContent.includes('A sixth sign')", ())?;
    quiet(&page)
}

pub fn a_part_that_is_not_there_is_begun_at_the_side(visit: &Visit) -> Outcome {
    let desk = Desk::new();
    desk.edit(SCENARIO_FILE, "time: An hour to reset, then 15 minutes a week\n", "");
    let mut page = write_on(&desk, visit, SCENARIO)?;
    press(&mut page, ".adds [data-focus='add:time']")?;
    until_of(
        &mut page,
        "[data-part=time] textarea",
        "(one) => one && one.getRootNode().activeElement === one",
        "",
    )?;
    page.type_text("Two hours")?;
    kept(&mut page)?;
    in_file(&desk, SCENARIO_FILE, "level: core\ntime: Two hours\npeople: few\n")?;
    // The box stays where it is while the file gets its key.
    page.type_text(" at most")?;
    kept(&mut page)?;
    in_file(&desk, SCENARIO_FILE, "time: Two hours at most\n")?;
    // A list of groups asks for what one of them needs.
    press(&mut page, "[data-part=mistakes] summary")?;
    press(&mut page, "[data-part=mistakes] .add")?;
    page.type_text("Nobody looks at the log")?;
    page.press_key("Tab")?;
    page.type_text("Read it aloud")?;
    page.press_key("Enter")?;
    until_of(
        &mut page,
        "[data-part=mistakes]",
        "(one) => one.querySelectorAll('.lines > li').length === 3",
        "",
    )?;
    in_file(&desk, SCENARIO_FILE, "  - if: Nobody looks at the log\n    then: Read it aloud\n")?;
    quiet(&page)
}

pub fn a_page_is_named_by_its_title(visit: &Visit) -> Outcome {
    let desk = Desk::new();
    let mut page = write_on(&desk, visit, SCENARIO)?;
    press(&mut page, "[data-part=related] summary")?;
    until_of(
        &mut page,
        "[data-part=related] .chips",
        "(one) => one?.textContent.includes('The launch is slipping')",
        "",
    )?;
    press(&mut page, "[data-part=related] input")?;
    page.type_text("flat")?;
    until_of(&mut page, "[data-part=related] [role=option]", "(one) => one", "")?;
    let title: String =
        ask_of(&mut page, "[data-part=related] [role=option]", "(one) => one.firstChild.data")?;
    page.press_key("Enter")?;
    until_of(
        &mut page,
        "[data-part=related] .chips",
        "(one, title) => one.textContent.includes(title)",
        &title,
    )?;
    kept(&mut page)?;
    let id: String = ask_of(
        &mut page,
        "[data-part=related] summary small",
        "(one) => one.textContent.split(', ').at(-1)",
    )?;
    in_file(&desk, SCENARIO_FILE, &format!("  - trade-offs-to-executives\n  - {id}\n"))?;
    press(&mut page, &format!("[data-part=related] [aria-label='Take out: {title}']"))?;
    until_of(
        &mut page,
        "[data-part=related] .chips",
        "(one, title) => !one.textContent.includes(title)",
        &title,
    )?;
    in_file(&desk, SCENARIO_FILE, "  - trade-offs-to-executives\n\n")?;
    quiet(&page)
}
