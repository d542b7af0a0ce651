//! Practice: write first, then compare; alone, with a group, over all situations, and on paper.

use testkit::browser::{Page, Screen};
use testkit::outcome::Outcome;

use crate::layout::SCOPE_CREEP;
use crate::sheet::{COPIES, expect, kept, open, press, says};
use crate::site::Visit;

const VISIBLE: &str = "(one) => document.querySelector(one)?.checkVisibility() === true";
const HIDDEN: &str = "(one) => document.querySelector(one)?.checkVisibility() !== true";
const WORDS: &str = "What would it be for on the first day?";

fn practising(visit: &Visit) -> Outcome<Page> {
    let mut page = visit.new_page()?;
    open(visit, &mut page, &format!("{SCOPE_CREEP}?practise"))?;
    page.until(VISIBLE, "[name=leader].own, .try [name=leader]")?;
    Ok(page)
}

/// Types into the box of one hat.
fn write(page: &mut Page, role: &str, words: &str) -> Outcome {
    page.ask::<()>(
        "(role) => (document.querySelector(`.try [name=${role}]`).focus(), null)",
        role,
    )?;
    page.type_text(words)
}

pub fn both_answers_are_hidden_until_they_are_asked_for(visit: &Visit) -> Outcome {
    let mut page = visit.new_page()?;
    open(visit, &mut page, SCOPE_CREEP)?;
    press(&mut page, "[data-do=practise]")?;
    for one in
        ["#leader-say", "#manager-say", "#steps", "[id='sample.leader']", "[id='sample.manager']"]
    {
        page.until(HIDDEN, one)?;
    }
    says(&mut page, "[data-do=compare][value=leader]", "Show me anyway")?;
    write(&mut page, "leader", WORDS)?;
    says(&mut page, "[data-do=compare][value=leader]", "Compare")?;
    press(&mut page, "[data-do=compare][value=leader]")?;
    page.until(VISIBLE, "[id='sample.leader']")?;
    says(&mut page, "[id='sample.leader']", "Everything people have asked for")?;
    page.until(HIDDEN, "[id='sample.manager']")?;
    page.until(VISIBLE, ".listen input")?;
    let beside: bool = page.ask(
        "() => {
            const [own, sample] = ['.own', '.sample'].map((one) => document.querySelector(`.try .leader ${one}`).getBoundingClientRect());
            return own.right <= sample.left && Math.abs(own.top - sample.top) < 12;
        }",
        (),
    )?;
    expect(beside, "own words do not stand beside the sample")?;
    press(&mut page, "[data-do=compare][value=manager]")?;
    page.until(VISIBLE, "[id='sample.manager']")?;
    press(&mut page, ".practise [data-do=leave]")?;
    page.until(VISIBLE, "#leader-say")
}

pub fn what_was_practised_is_there_again_and_listed_with_all_copies(visit: &Visit) -> Outcome {
    let mut page = practising(visit)?;
    write(&mut page, "leader", WORDS)?;
    write(&mut page, "manager", "Tuesday.")?;
    press(&mut page, "[data-do=compare][value=leader]")?;
    press(&mut page, ".listen input")?;
    says(&mut page, ".practise [data-show=kept]", "Kept")?;
    open(visit, &mut page, &format!("{SCOPE_CREEP}?practise"))?;
    let again = "(words) => document.querySelector('.try [name=leader]').value === words && document.querySelector('.listen input').checked";
    page.until(again, WORDS)?;
    expect(kept(&mut page)?.len() == 1, "one copy is kept")?;
    open(visit, &mut page, COPIES)?;
    says(&mut page, ".of-template:not([hidden])", "Practice")?;
    let link: String =
        page.ask("() => document.querySelector('.copy a').getAttribute('href')", ())?;
    expect(link.contains("scope-creep.html?practise"), &link)
}

pub fn where_nothing_can_be_kept_practice_goes_on_and_says_so(visit: &Visit) -> Outcome {
    let mut page = visit.new_page()?;
    page.before_each_page(
        "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } });",
    )?;
    open(visit, &mut page, &format!("{SCOPE_CREEP}?practise"))?;
    page.until(VISIBLE, ".try [name=leader]")?;
    write(&mut page, "leader", WORDS)?;
    says(&mut page, ".practise [data-show=kept]", "Not kept")?;
    press(&mut page, "[data-do=compare][value=leader]")?;
    says(&mut page, "[id='sample.leader']", "Everything people have asked for")
}

pub fn a_choice_shows_what_follows_and_all_can_be_opened(visit: &Visit) -> Outcome {
    let mut page = visit.new_page()?;
    page.switch_scripts_off()?;
    open(visit, &mut page, SCOPE_CREEP)?;
    let opened: usize = page.ask(
        "() => {
            for (const choice of document.querySelectorAll('.choices summary')) choice.click();
            return document.querySelectorAll('.choices details[open]').length;
        }",
        (),
    )?;
    expect(opened == 3, &format!("{opened} are open"))
}

pub fn a_group_is_led_through_by_keyboard_alone(visit: &Visit) -> Outcome {
    let mut page = visit.new_page()?;
    page.show_on(Screen { width: 1280, height: 800, ..Screen::LAPTOP })?;
    open(visit, &mut page, SCOPE_CREEP)?;
    page.ask::<()>("() => (document.querySelector('[data-do=workshop]').focus(), null)", ())?;
    page.press_key("Enter")?;
    for (step, minutes) in
        [("Read", "2:00"), ("Write alone", "5:00"), ("In pairs", "5:00"), ("Reveal", "8:00")]
    {
        says(&mut page, "#_stage-title", step)?;
        let time: String = page.ask("() => document.querySelector('.time').textContent", ())?;
        expect(time == minutes || step != "Read", &format!("{step} begins with {time}"))?;
        page.until(HIDDEN, ".workshop .answer")?;
        page.press_key("ArrowRight")?;
    }
    page.until(VISIBLE, ".workshop .manager.answer")?;
    says(&mut page, "#_stage-title", "Reveal")?;
    page.press_key("ArrowRight")?;
    says(&mut page, "#_stage-title", "One commitment each")?;
    page.press_key("Tab")?;
    page.type_text("Asha")?;
    page.press_key("Tab")?;
    page.type_text("Ask first")?;
    page.press_key("ArrowRight")?;
    says(&mut page, ".workshop [data-show=kept]", "Kept")?;
    let copy = &kept(&mut page)?[0];
    expect(copy["answers"]["commitments"][0]["cells"]["what"] == "Ask first", &copy.to_string())?;
    page.press_key("Escape")?;
    page.until(VISIBLE, "#leader-say")?;
    open(visit, &mut page, &format!("{SCOPE_CREEP}?workshop"))?;
    page.until("(who) => document.querySelector('.commitments textarea')?.value === who", "Asha")
}

pub fn a_group_chooses_a_situation_and_sees_what_its_minutes_become(visit: &Visit) -> Outcome {
    const TAKES: &str = "(steps) => [...document.querySelectorAll(steps)].map((one) => parseInt(one.textContent, 10))";
    let mut page = visit.new_page()?;
    for (length, first) in [(15, "2:00"), (45, "4:00"), (25, "2:00")] {
        open(visit, &mut page, "index.html")?;
        page.leave(|page| press(page, "#group a[href='group.html']"))?;
        press(&mut page, &format!(".lengths [value='{length}']"))?;
        let planned: Vec<u32> = page.ask(TAKES, ".plan .takes")?;
        expect(planned.len() == 5, &format!("{planned:?}"))?;
        expect(planned.iter().sum::<u32>() == length, &format!("{planned:?} are not {length}"))?;
        let way = "scenarios/scope-creep.html";
        page.ask::<()>("(way) => (document.getElementById('which').value = way, null)", way)?;
        page.leave(|page| press(page, "#run button"))?;
        says(&mut page, ".time", first)?;
        let taken: Vec<u32> = page.ask(TAKES, ".stages small")?;
        expect(taken == planned, &format!("{taken:?} were said to be {planned:?}"))?;
    }
    // Who came another way has 25 minutes, and takes others until the clock runs.
    press(&mut page, ".workshop .lengths [value='45']")?;
    says(&mut page, ".time", "4:00")?;
    press(&mut page, "[data-do=next]")?;
    says(&mut page, ".time", "9:00")?;
    page.until(HIDDEN, ".workshop .lengths")
}

pub fn the_drill_shows_one_card_at_a_time_and_says_in_words_how_it_went(visit: &Visit) -> Outcome {
    let mut page = visit.new_page()?;
    open(visit, &mut page, "practise.html")?;
    for card in 1..=8 {
        says(&mut page, "#drill-count", &format!("Card {card} of 8"))?;
        let shown: usize = page.ask(
            "() => [...document.querySelectorAll('.question')].filter((one) => one.checkVisibility()).length",
            (),
        )?;
        expect(shown == 1, &format!("{shown} cards are shown"))?;
        press(&mut page, ".question:not([hidden]) [value=leader]")?;
        page.until(
            "() => document.querySelector('.question:not([hidden]) .because a').checkVisibility()",
            "",
        )?;
        press(&mut page, "#drill-next")?;
    }
    says(&mut page, "#drill-score", "Four of eight as this playbook would")?;
    says(&mut page, "#drill-word", "You chose the leader nearly every time")?;
    press(&mut page, "#drill-next")?;
    says(&mut page, "#drill-count", "Card 1 of 8")
}

pub fn the_drill_answers_a_choice_without_scripts(visit: &Visit) -> Outcome {
    let mut page = visit.new_page()?;
    page.switch_scripts_off()?;
    open(visit, &mut page, "practise.html")?;
    page.until(HIDDEN, "#everything-is-urgent .because p")?;
    press(&mut page, "#everything-is-urgent [value=leader]")?;
    page.until(VISIBLE, "#everything-is-urgent .because .other")?;
    page.until(HIDDEN, "#everything-is-urgent .because .same")?;
    says(&mut page, "#everything-is-urgent .because", "Sort first")
}

pub fn a_self_check_says_in_words_where_the_ticks_lean(visit: &Visit) -> Outcome {
    let mut page = visit.new_page()?;
    let check = "checks/what-does-my-team-need.html";
    open(visit, &mut page, check)?;
    page.until(HIDDEN, "#results")?;
    press(&mut page, "[name=manager]")?;
    press(&mut page, "[data-do=result]")?;
    page.until(VISIBLE, "#manager-result")?;
    page.until(HIDDEN, "#leader-result")?;
    page.until("(id) => document.activeElement.id === id", "manager-result")?;
    let address: String = page.ask("() => location.href", ())?;
    expect(!address.contains("manager"), "the answers are in the address")?;
    page.ask::<()>("() => (location.hash = 'even-result', null)", ())?;
    page.until(VISIBLE, "#even-result")?;
    page.until(HIDDEN, "#manager-result")
}
