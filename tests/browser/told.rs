//! What the preview tells over a page: how it comes, goes, is mended, and how it looks.

use std::fs;

use serde_json::Value;
use testkit::browser::{Medium, Page, Screen};
use testkit::outcome::{Outcome, none};

use crate::preview::{
    Desk, SCENARIO, SCENARIO_FILE, SHEET, quiet, until_no_overlay, until_overlay,
};
use crate::site::Visit;

const GUIDE_FILE: &str = "content/guidance/alone.md";

/// A guide and a scenario whose titles YAML cuts short, and the scenario as it is when it is mended.
fn with_warnings() -> (Desk, String) {
    let desk = Desk::new();
    desk.project.write(GUIDE_FILE, "---\ntitle: Alone #1\n---\n\nNothing else.\n");
    let text = fs::read_to_string(desk.project.path(SCENARIO_FILE)).expect("it can be read");
    let title = text.lines().find(|line| line.starts_with("title: ")).expect("it has a title");
    desk.edit(SCENARIO_FILE, title, "title: Scope #creep");
    desk.preview.until(SCENARIO, "<h1>Scope</h1>");
    (desk, text.replacen(title, "title: \"Scope #creep\"", 1))
}

const FOOT: &str = "document.querySelector('twohats-notes').shadowRoot";

fn until_open(page: &mut Page, open: bool) -> Outcome {
    let is_open = "document.querySelector('twohats-notes')?.shadowRoot.querySelector('.foot')
        && !document.querySelector('twohats-notes').shadowRoot.querySelector('.panel').hidden";
    page.until(&format!("(open) => Boolean({is_open}) === open"), open)
}

/// Presses a part of the foot as a reader does.
fn press(page: &mut Page, selector: &str) -> Outcome {
    page.until(
        &format!("(selector) => {FOOT}.querySelector(selector)?.checkVisibility() === true"),
        selector,
    )?;
    let (x, y): (f64, f64) = page.ask(
        &format!(
            "(selector) => {{ const part = {FOOT}.querySelector(selector);
                part.scrollIntoView({{ block: 'nearest', behavior: 'instant' }});
                const {{ left, top, width, height }} = part.getBoundingClientRect();
                return [left + width / 2, top + height / 2] }}"
        ),
        selector,
    )?;
    page.click(x, y)
}

fn file(desk: &Desk) -> String {
    fs::read_to_string(desk.project.path(SCENARIO_FILE)).expect("it can be read")
}

pub fn warnings_are_counted_at_the_foot_and_told_on_a_click(visit: &Visit) -> Outcome {
    let (desk, _) = with_warnings();
    let mut page = desk.open(visit, SCENARIO)?;
    until_overlay(&mut page, "2 warnings")?;
    until_open(&mut page, false)?;
    press(&mut page, ".count")?;
    until_open(&mut page, true)?;
    let told: Vec<String> = page.ask(
        &format!(
            "() => [...{FOOT}.querySelectorAll('h2, h3, .place a')].map((one) => one.textContent)"
        ),
        (),
    )?;
    let wanted = [
        "What could be better",
        "On this page",
        &format!("{SCENARIO_FILE}:1:14"),
        "Elsewhere in the book",
        &format!("{GUIDE_FILE}:2:14"),
    ];
    if told != wanted {
        return Err(format!("it tells {told:?}"));
    }
    let link: String =
        page.ask(&format!("() => {FOOT}.querySelector('.place a').getAttribute('href')"), ())?;
    if !link.starts_with("vscode://file/") || !link.ends_with(&format!("{SCENARIO_FILE}:1:14")) {
        return Err(format!("the place leads to {link}"));
    }
    press(&mut page, ".count")?;
    until_open(&mut page, false)?;
    // What is mended is told of no more.
    desk.edit(SCENARIO_FILE, "Scope #creep", "Scope creep");
    until_overlay(&mut page, "1 warning")?;
    desk.project.remove(GUIDE_FILE);
    until_no_overlay(&mut page)?;
    quiet(&page)
}

pub fn a_fault_that_was_folded_away_comes_back_with_the_next_new_one(visit: &Visit) -> Outcome {
    let desk = Desk::new();
    let mut page = desk.open(visit, SCENARIO)?;
    let good = file(&desk);
    desk.project.write(SCENARIO_FILE, &format!("wrong: yes\n{good}"));
    until_open(&mut page, true)?;
    until_overlay(&mut page, "The page above is the last one that was without faults")?;
    press(&mut page, ".count")?;
    until_open(&mut page, false)?;
    // The same fault on another line is no new one, nor is it on the next page.
    desk.project.write(SCENARIO_FILE, &format!("# A note.\nwrong: yes\n{good}"));
    until_overlay(&mut page, &format!("{SCENARIO_FILE}:2:1"))?;
    until_open(&mut page, false)?;
    page.open(&desk.address(SHEET))?;
    until_overlay(&mut page, "1 error")?;
    until_open(&mut page, false)?;
    desk.project.write(SCENARIO_FILE, &format!("worse: yes\nwrong: yes\n{good}"));
    until_open(&mut page, true)?;
    // When all is mended it goes, and when the first fault comes again it is new.
    desk.project.write(SCENARIO_FILE, &good);
    until_no_overlay(&mut page)?;
    desk.project.write(SCENARIO_FILE, &format!("wrong: yes\n{good}"));
    until_open(&mut page, true)?;
    quiet(&page)
}

pub fn a_fault_is_mended_by_its_button_and_by_keyboard(visit: &Visit) -> Outcome {
    let (desk, mended) = with_warnings();
    let mut page = desk.open(visit, SCENARIO)?;
    until_overlay(&mut page, "2 warnings")?;
    let said = "mended content/scenarios/scope-creep.yaml:1: `\"Scope #creep\"`";
    // The foot is the last stop of the keyboard on a page.
    page.ask::<Value>(
        "() => { const stops = document.body.querySelectorAll('a[href], button, input, select, summary');
            [...stops].filter((one) => one.checkVisibility()).at(-1).focus(); return null }",
        (),
    )?;
    for key in ["Tab", "Enter", "Tab", "Tab"] {
        page.press_key(key)?;
    }
    let focus: String = page.ask(&format!("() => {FOOT}.activeElement.textContent"), ())?;
    if focus != "Mend it" {
        return Err(format!("the focus is on {focus:?}"));
    }
    page.press_key("Enter")?;
    until_overlay(&mut page, said)?;
    until_overlay(&mut page, "1 warning")?;
    page.until("() => document.querySelector('h1').textContent === 'Scope #creep'", ())?;
    // Whoever mends by keyboard stays where the faults are.
    let stays: bool = page.ask(&format!("() => {FOOT}.activeElement?.id === 'panel'"), ())?;
    if !stays {
        return Err("the focus is lost".to_owned());
    }
    if file(&desk) != mended {
        return Err(format!("the file is\n{}", file(&desk)));
    }
    // The last one is said too, and goes when it was read.
    desk.project.remove(GUIDE_FILE);
    until_overlay(&mut page, "All is well")?;
    press(&mut page, ".count")?;
    until_no_overlay(&mut page)?;
    quiet(&page)
}

pub fn a_page_from_elsewhere_has_nothing_mended(visit: &Visit) -> Outcome {
    let (desk, _) = with_warnings();
    let before = file(&desk);
    let told = desk.preview.events().until(|message| !message["notes"].is_null());
    let notes = told["notes"].as_str().expect("notes are a text");
    let (_, rest) = notes.split_once("data-mend=\"").expect("a fix is offered");
    let fix = desk.address(&format!("/.twohats/mend/{}", &rest[..16]));
    let mut page = visit.new_page()?;
    page.open(&visit.site.at_the_root.base)?;
    // It is told no word, and would be refused if it knew it.
    let tries = "async ([fix, events, token]) => {
        const headers = { 'X-Twohats-Token': token };
        const ask = (options) => fetch(fix, { method: 'POST', ...options }).then((answer) => answer.status, () => 'refused');
        const heard = await new Promise((done) => {
            const source = new EventSource(events);
            source.onmessage = ({ data }) => done(data);
            source.onerror = () => { source.close(); done('refused') };
        });
        return [heard, await ask({ mode: 'no-cors' }), await ask({ headers }), await ask({ mode: 'no-cors', headers })].map(String);
    }";
    let events = desk.address("/.twohats/events");
    let answers: Vec<String> = page.ask(tries, (fix, events, &told["token"]))?;
    // The status of what a page may not read is 0.
    let is_refused = |answer: &String| answer == "refused" || answer == "0";
    if !answers.iter().all(is_refused) || file(&desk) != before {
        return Err(format!("it heard {answers:?}, and the file is\n{}", file(&desk)));
    }
    Ok(())
}

/// What is wrong with the look of the foot: it leaves the screen, its text is small or faint, or a target is.
const LOOK: &str = "(screen) => {
    const root = document.querySelector('twohats-notes').shadowRoot;
    const faults = [];
    const width = document.documentElement.clientWidth;
    const seen = (one) => one.checkVisibility();
    for (const one of [...root.querySelectorAll('.foot *')].filter(seen)) {
        const { left, right } = one.getBoundingClientRect();
        if (left < 0 || right > width + .5) faults.push(`${one.tagName} leaves the screen`);
        if (parseFloat(getComputedStyle(one).fontSize) < 13) faults.push(`${one.tagName} is small`);
    }
    for (const one of [...root.querySelectorAll('button, a')].filter(seen)) {
        const { height } = one.getBoundingClientRect();
        if (height < 43.5) faults.push(`${one.textContent} is ${height} high`);
    }
    const type = getComputedStyle(document.body).fontFamily;
    for (const one of root.querySelectorAll('h2, .list p')) {
        if (getComputedStyle(one).fontFamily !== type) faults.push(`${one.tagName} is set in another type`);
    }
    const { backgroundColor } = getComputedStyle(root.querySelector('.foot'));
    const page = getComputedStyle(document.body).backgroundColor;
    if (page !== backgroundColor) faults.push(`it lies on ${backgroundColor}, the page on ${page}`);
    return faults.map((fault) => `${screen}: ${fault}`);
}";

pub fn what_is_told_is_legible_on_every_screen_and_on_no_paper(visit: &Visit) -> Outcome {
    let (desk, _) = with_warnings();
    desk.project.write("content/guidance/broken.md", "---\ntitel: Broken\n---\n\nText.\n");
    let mut faults = Vec::new();
    for (name, screen) in [("a laptop", Screen::LAPTOP), ("a phone", Screen::PHONE)] {
        for medium in [Medium::LightScreen, Medium::DarkScreen, Medium::ForcedColours] {
            let mut page = desk.open(visit, SCENARIO)?;
            page.show_on(screen)?;
            page.show_in(medium)?;
            until_open(&mut page, true)?;
            faults.extend(page.ask::<Vec<String>>(LOOK, name)?);
            page.show_in(Medium::Print)?;
            let printed: bool =
                page.ask(&format!("() => {FOOT}.querySelector('.foot').checkVisibility()"), ())?;
            if printed {
                faults.push(format!("{name}: it is printed"));
            }
        }
    }
    none(&faults)
}

pub fn the_foot_covers_nothing_that_stays_at_the_foot_of_a_page(visit: &Visit) -> Outcome {
    let (desk, _) = with_warnings();
    let mut page = desk.open(visit, SHEET)?;
    until_overlay(&mut page, "2 warnings")?;
    let mut faults = Vec::new();
    for (name, screen) in [("a laptop", Screen::LAPTOP), ("a phone", Screen::PHONE)] {
        page.show_on(screen)?;
        let covered: Vec<String> = page.ask(
            &format!(
                "async (name) => {{
                    const foot = {FOOT}.querySelector('.foot').getBoundingClientRect();
                    const faults = [];
                    const strip = document.querySelector('.strip');
                    strip.previousElementSibling.scrollIntoView({{ block: 'start', behavior: 'instant' }});
                    if (strip.getBoundingClientRect().bottom > foot.top + .5) faults.push('the strip of a sheet');
                    scrollTo({{ top: document.documentElement.scrollHeight, behavior: 'instant' }});
                    if (document.querySelector('.footer').getBoundingClientRect().bottom > foot.top + .5) faults.push('the end of the page');
                    return faults.map((fault) => `${{name}}: it covers ${{fault}}`);
                }}"
            ),
            name,
        )?;
        faults.extend(covered);
    }
    none(&faults)
}
