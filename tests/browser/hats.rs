//! One hat or both: the switch, links to a part, what can be copied.

use testkit::browser::{Page, Screen};
use testkit::outcome::{Outcome, none};

use crate::layout::SCOPE_CREEP;
use crate::sheet::{expect, open, press, says};
use crate::site::Visit;

const COMPARISON: &str = "comparisons/ten-differences.html";
const SEEN: &str = "(selector) => [...document.querySelectorAll(`main ${selector}`)].filter((one) => one.checkVisibility()).length";

/// How many answers of the leader and of the manager are seen.
fn answers(page: &mut Page) -> Outcome<(usize, usize)> {
    Ok((page.ask(SEEN, ".leader.answer")?, page.ask(SEEN, ".manager.answer")?))
}

fn query(page: &mut Page) -> Outcome<String> {
    page.ask("() => location.search + location.hash", ())
}

pub fn one_hat_can_be_read_alone_and_linked_to(visit: &Visit) -> Outcome {
    for name in [SCOPE_CREEP, COMPARISON] {
        let mut page = visit.new_page()?;
        open(visit, &mut page, name)?;
        let (leader, manager) = answers(&mut page)?;
        expect(leader > 2 && manager > 2, "both are seen at first")?;
        press(&mut page, ".show [value=manager]")?;
        expect(answers(&mut page)? == (0, manager), "the manager is read alone")?;
        expect(query(&mut page)? == "?role=manager", "the address says so")?;
        open(visit, &mut page, &format!("{name}?role=leader"))?;
        expect(answers(&mut page)? == (leader, 0), "a link shows the leader alone")?;
        press(&mut page, ".show [value=both]")?;
        expect(answers(&mut page)? == (leader, manager), "both are back")?;
        expect(query(&mut page)?.is_empty(), "the address is plain again")?;
    }
    Ok(())
}

pub fn the_switch_works_by_keyboard_and_without_scripts(visit: &Visit) -> Outcome {
    let mut page = visit.new_page()?;
    page.switch_scripts_off()?;
    open(visit, &mut page, &format!("{SCOPE_CREEP}?role=manager"))?;
    let (leader, manager) = answers(&mut page)?;
    expect(leader > 2 && manager > 2, "without scripts everything shows")?;
    page.ask::<()>("() => (document.querySelector('.show [value=both]').focus(), null)", ())?;
    page.press_key("ArrowRight")?;
    expect(answers(&mut page)? == (leader, 0), "an arrow key shows the leader alone")
}

pub fn a_link_to_a_part_selects_its_hat_on_a_phone_scrolls_and_moves_the_focus(
    visit: &Visit,
) -> Outcome {
    let focus = "(id) => document.activeElement.id === id
        && document.activeElement.getBoundingClientRect().top < innerHeight
        && document.activeElement.getBoundingClientRect().top >= 40";
    for (id, hat) in
        [("manager", "manager"), ("leader-do", "leader"), ("manager-step-2", "manager")]
    {
        let mut page = visit.new_page()?;
        page.show_on(Screen::PHONE)?;
        open(visit, &mut page, &format!("{SCOPE_CREEP}#{id}"))?;
        page.until(focus, id)?;
        let (leader, manager) = answers(&mut page)?;
        expect((leader > 0) == (hat == "leader") && (manager > 0) == (hat == "manager"), id)?;
        page.show_on(Screen::LAPTOP)?;
        open(visit, &mut page, &format!("{SCOPE_CREEP}?role=leader"))?;
        page.ask::<()>("(id) => (location.hash = id, null)", id)?;
        page.until(focus, id)?;
        expect(page.ask::<usize>(SEEN, format!("#{id}"))? == 1, "it is hidden on a laptop")?;
    }
    Ok(())
}

pub fn a_script_and_a_link_can_be_copied_by_keyboard(visit: &Visit) -> Outcome {
    let mut page = visit.new_page()?;
    let address = format!("{}{SCOPE_CREEP}", visit.site.below_a_path.base);
    page.open(&address)?;
    page.ask::<()>(
        "() => (navigator.clipboard.writeText = async (text) => { window.copied = text; }, null)",
        (),
    )?;
    for (control, wanted) in [
        ("#manager-say [data-copy]", "This is what we open with".to_owned()),
        ("#manager-say .hand a", format!("{address}#manager")),
        ("#manager-step-2 .hand a", format!("{address}#manager-step-2")),
    ] {
        page.ask::<()>("(one) => (document.querySelector(one).focus(), null)", control)?;
        page.press_key("Enter")?;
        says(&mut page, ".said", "opied.")?;
        let copied: String = page.ask("() => window.copied", ())?;
        expect(copied.starts_with(&wanted), &format!("{control} copied {copied:?}"))?;
        let focus: bool =
            page.ask("(one) => document.activeElement === document.querySelector(one)", control)?;
        expect(focus, "the focus stays where it was")?;
        page.ask::<()>("() => (document.querySelector('.said').textContent = '', null)", ())?;
    }
    Ok(())
}

pub fn where_nothing_can_be_copied_the_words_are_selected(visit: &Visit) -> Outcome {
    let mut page = visit.new_page()?;
    open(visit, &mut page, SCOPE_CREEP)?;
    page.ask::<()>(
        "() => (navigator.clipboard.writeText = () => Promise.reject(new Error('no')), null)",
        (),
    )?;
    press(&mut page, "#leader-say [data-copy]")?;
    says(&mut page, ".said", "Selected")?;
    let selected: String = page.ask("() => getSelection().toString()", ())?;
    expect(selected.starts_with("Everything people have asked for"), &selected)
}

pub fn a_bar_names_the_moment_in_view_on_a_phone(visit: &Visit) -> Outcome {
    let mut page = visit.new_page()?;
    page.show_on(Screen::PHONE)?;
    open(visit, &mut page, SCOPE_CREEP)?;
    let mut faults = Vec::new();
    for (id, name) in [("avoid", "Avoid"), ("steps", "Steps"), ("mistakes", "Mistakes and fixes")] {
        page.ask::<()>("(id) => (document.getElementById(id).scrollIntoView(), null)", id)?;
        says(&mut page, ".now", name)?;
        let bar: (f64, f64) = page.ask(
            "() => { const { top, height } = document.querySelector('.show').getBoundingClientRect(); return [top, height]; }",
            (),
        )?;
        if bar.0.abs() > 1.0 || bar.1 > 48.0 {
            faults.push(format!("{name}: the bar is at {bar:?}"));
        }
    }
    none(&faults)
}
