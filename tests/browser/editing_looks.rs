//! How the editor stands on a laptop and on a phone, and whether everybody can use it.

use testkit::browser::Screen;
use testkit::outcome::Outcome;

use crate::axe::axe;
use crate::editing::{in_file, kept, press, until_of};
use crate::preview::{Desk, SCENARIO, SCENARIO_FILE, SHEET, quiet};
use crate::sheet::expect;
use crate::site::Visit;

pub fn axe_finds_nothing_while_somebody_writes(visit: &Visit) -> Outcome {
    let desk = Desk::new();
    axe(visit, |page, look| {
        for (path, key, parts) in [
            (
                SCENARIO,
                "leader.say",
                &["topics", "level", "signs", "leader", "related", "mistakes"] as &[_],
            ),
            (SHEET, "fields[0].text", &["fields", "topics"]),
        ] {
            page.open("about:blank")?;
            page.open(&desk.address(&format!("{path}?edit")))?;
            page.until("() => document.querySelector('[data-twohats-text]')", ())?;
            look(page, &format!("{path}: texts to press"))?;
            press(page, &format!("[data-twohats-text=\"{key}\"]"))?;
            page.until("() => document.querySelector('twohats-text')", ())?;
            look(page, &format!("{path}: a text is open"))?;
            page.press_key("Escape")?;
            until_of(page, "twohats-parts", "(one) => { const { shadowRoot: root } = one;
                if (root.querySelector('aside').hidden) document.querySelector('twohats-edit').shadowRoot.querySelector('.all').click();
                return !root.querySelector('aside').hidden; }", "")?;
            for part in parts {
                until_of(
                    page,
                    &format!("[data-part={part}]"),
                    "(one) => { if (one) one.open = true; return one?.open }",
                    "",
                )?;
            }
            look(page, &format!("{path}: all parts"))?;
            press(page, "aside .add")?;
            look(page, &format!("{path}: a part that begins"))?;
            until_of(
                page,
                "twohats-edit",
                "(one) => {
                    one.shadowRoot.querySelector('.new').click();
                    return one.shadowRoot.querySelector('dialog');
                }",
                "",
            )?;
            look(page, &format!("{path}: a page that begins"))?;
            page.press_key("Escape")?;
            until_of(
                page,
                "twohats-parts",
                "(one) => {
                    const all = [...one.shadowRoot.querySelectorAll('.whole button')];
                    all.find((one) => one.textContent === 'Settings of the book…').click();
                    return true;
                }",
                "",
            )?;
            press(page, "dialog [data-focus='add:languages']")?;
            until_of(page, "dialog .form", "(one) => one", "")?;
            look(page, &format!("{path}: the settings of the book"))?;
        }
        Ok(())
    })
}

pub fn on_a_phone_a_text_and_all_parts_are_in_reach_of_a_thumb(visit: &Visit) -> Outcome {
    let desk = Desk::new();
    let mut page = visit.new_page()?;
    page.show_on(Screen::PHONE)?;
    page.open(&desk.address(&format!("{SCENARIO}?edit")))?;
    page.until("() => document.querySelector('[data-twohats-text]')", ())?;
    let shown: Vec<String> = page.ask(
        "() => { const roots = ['twohats-edit', 'twohats-parts'].map((name) => document.querySelector(name).shadowRoot);
            return roots.flatMap((root) => [...root.querySelectorAll('.bar button, .thumb button')]).filter((one) => one.checkVisibility()).map((one) => one.textContent); }",
        (),
    )?;
    expect(
        shown == ["Edit", "Done", "Take back", "All parts", "New…"],
        &format!("the bars have {shown:?}"),
    )?;
    press(&mut page, "[data-twohats-text=\"leader.aim\"]")?;
    page.until("() => document.querySelector('twohats-text')", ())?;
    page.type_text(" Soon.")?;
    kept(&mut page)?;
    in_file(&desk, SCENARIO_FILE, "the first day. Soon.\n")?;
    let sideways: bool = page.ask("() => document.documentElement.scrollWidth > innerWidth", ())?;
    expect(!sideways, "the page scrolls sideways")?;
    // The parts come from below, and a text that is pressed there is opened on the page.
    press(&mut page, ".thumb .all")?;
    press(&mut page, "[data-part=summary] summary")?;
    press(&mut page, "[data-part=summary] .jump")?;
    until_of(&mut page, "aside.parts", "(one) => one.hidden", "")?;
    page.type_text(" Later.")?;
    kept(&mut page)?;
    in_file(&desk, SCENARIO_FILE, "sinking the date. Later.\n")?;
    press(&mut page, ".thumb .undo")?;
    page.until("() => !document.querySelector('main').textContent.includes('Later.')", ())?;
    press(&mut page, ".bar .chief")?;
    page.until("() => !document.querySelector('twohats-edit')", ())?;
    quiet(&page)
}
