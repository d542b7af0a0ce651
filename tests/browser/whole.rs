//! What was written is kept whole, however much or odd it is, and nothing that is shown can stop that.

use std::fmt::Write as _;

use serde_json::{Value, json};
use testkit::browser::Page;
use testkit::outcome::{Outcome, none};

use crate::copies::CATCH;
use crate::kinds::Kinds;
use crate::sheet::{
    CHANGE_LOG, COPIES, change_log, expect, holds, is_saved, kept, open, press, says, touch, value,
    write,
};
use crate::site::Visit;
use crate::taking::drop_file;

const WORK: &str = "field-piece-of-work";

/// The text of the file that was given last.
pub const GIVEN: &str = "async () => new TextDecoder().decode(Uint8Array.from(atob((await files.at(-1))[1]), (letter) => letter.charCodeAt(0)))";

/// Pastes text into a box of a table.
fn paste(page: &mut Page, id: &str, text: &str) -> Outcome {
    touch(page)?;
    page.ask(
        "([id, text]) => {
            const data = new DataTransfer();
            data.setData('text/plain', text);
            document.getElementById(id).dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
            return null;
        }",
        (id, text),
    )
}

/// Keeps a copy on the device as no page of ours would have written it.
fn plant(page: &mut Page, id: &str, change: &Value) -> Outcome {
    page.ask(
        "([id, change]) => {
            const { schema } = Twohats.page;
            const copy = { ...Twohats.page.newCopy(), id, revision: 1, answers: { 'piece-of-work': `Of ${id}` }, ...change };
            localStorage[`twohats:${schema.site}:${schema.template}:${id}`] = JSON.stringify(copy);
            return null;
        }",
        (id, change),
    )
}

pub fn a_long_answer_many_rows_and_many_items_are_kept_whole(visit: &Visit) -> Outcome {
    let kinds = Kinds::build()?;
    let mut page = kinds.open(visit)?;
    let long = format!("{}Z", "y".repeat(149_999));
    write(&mut page, "field-story", &long)?;
    let rows: String = (1..=501).fold(String::new(), |mut rows, at| {
        let _ = writeln!(rows, "row {at}\treason {at}");
        rows
    });
    paste(&mut page, "field-requests.1.what", &rows)?;
    page.ask::<()>(
        "() => {
            const box = document.querySelector('[data-field=before-you-start]');
            for (let at = 1; at <= 501; at += 1) Twohats.ownItem(box, `item ${at}`);
            box.querySelector('[data-own]:last-child [type=text]').dispatchEvent(new Event('input', { bubbles: true }));
            return null;
        }",
        (),
    )?;
    is_saved(&mut page)?;
    let all_is_there = |page: &mut Page| {
        expect(value(page, "field-story")? == long, "the long answer was cut")?;
        holds(page, "field-requests.501.why", "reason 501")?;
        let items: (usize, String) = page.ask(
            "() => {
                const items = [...document.querySelectorAll('[data-own] [type=text]')];
                return [items.length, items.at(-1)?.value ?? ''];
            }",
            (),
        )?;
        expect(items == (501, "item 501".to_owned()), &format!("items: {items:?}"))
    };
    let address = format!("{}{}", kinds.place.base, Kinds::PAGE);
    // After the next edit too, also in the storage.
    for line in ["once", "again"] {
        page.open(&address)?;
        all_is_there(&mut page)?;
        write(&mut page, "field-line", line)?;
        is_saved(&mut page)?;
    }
    // More than a megabyte goes out as a file and comes in again.
    write(&mut page, "field-line", &"x".repeat(1 << 20))?;
    is_saved(&mut page)?;
    page.ask::<()>(CATCH, ())?;
    press(&mut page, "[data-do=json]")?;
    let file: String = page.ask(GIVEN, ())?;
    let mut fresh = kinds.open(visit)?;
    touch(&mut fresh)?;
    drop_file(&mut fresh, &file)?;
    says(&mut fresh, "#sheet-notice", "Opened: 1")?;
    is_saved(&mut fresh)?;
    expect(value(&mut fresh, "field-line")?.len() == 1 << 20, "the file was cut")?;
    all_is_there(&mut fresh)
}

pub fn all_rows_of_a_spreadsheet_are_there_and_cells_without_a_place_are_told(
    visit: &Visit,
) -> Outcome {
    let mut page = change_log(visit)?;
    let rows: Vec<String> = (0..700).map(|at| format!("request {at}\tteam {at}")).collect();
    paste(&mut page, "field-requests.1.request", &rows.join("\n"))?;
    says(&mut page, "#sheet-notice", "Rows pasted.")?;
    is_saved(&mut page)?;
    open(visit, &mut page, CHANGE_LOG)?;
    holds(&mut page, "field-requests.700.request", "request 699")?;
    let last = value(&mut page, "field-requests.700.asked-by")?;
    expect(last == "team 699", &format!("the last row has {last:?}"))?;
    let line = ["a"; 40].join("\t");
    paste(&mut page, "field-requests.1.request", &line)?;
    says(&mut page, "#sheet-notice", "Left out")
}

/// What is too much for the device stays on the page, and comes in again from the file.
pub fn what_the_device_has_no_room_for_comes_in_again_and_is_told(visit: &Visit) -> Outcome {
    let mut page = change_log(visit)?;
    touch(&mut page)?;
    write(&mut page, WORK, &"w".repeat(6 << 20))?;
    says(&mut page, "#sheet-banner", "no room left")?;
    says(&mut page, "[data-show=saved]", "Not saved")?;
    page.ask::<()>(CATCH, ())?;
    press(&mut page, "#sheet-banner button")?;
    let file: String = page.ask(GIVEN, ())?;
    let mut fresh = change_log(visit)?;
    touch(&mut fresh)?;
    write(&mut fresh, WORK, "Mine")?;
    is_saved(&mut fresh)?;
    drop_file(&mut fresh, &file)?;
    says(&mut fresh, "#sheet-banner", "no room left")?;
    says(&mut fresh, "#sheet-notice", "no room left")?;
    expect(value(&mut fresh, WORK)?.len() == 6 << 20, "the file was not opened")?;
    expect(kept(&mut fresh)?[0]["answers"]["piece-of-work"] == "Mine", "it took another's place")
}

pub fn an_odd_copy_is_shown_kept_and_hides_no_other(visit: &Visit) -> Outcome {
    let odd = [
        json!({"changed": "29.11.2026"}),
        json!({"downloaded": "soon"}),
        json!({"created": 5, "changed": ["2026-01-05"], "downloaded": {"a": 1}}),
        json!({"id": "../x", "template": "weekly-plan", "revision": 1e308}),
        json!({"name": {"a": "b"}, "site": 7, "earlier": [{"id": [], "value": {"x": null}}, 3]}),
        json!({"answers": {"piece-of-work": ["Of", {"odd": 1}], "constructor": "x", "requests": [{"cells": {"constructor": 1, "toString": []}}]}}),
    ];
    let mut page = change_log(visit)?;
    for (at, change) in odd.iter().enumerate() {
        plant(&mut page, &format!("odd{at}"), change)?;
    }
    page.listen_anew();
    open(visit, &mut page, COPIES)?;
    let listed: (usize, usize) = page.ask(
        "() => [document.querySelectorAll('[data-template=change-log] .copy').length, document.querySelectorAll('[data-template=change-log] .copy button').length]",
        (),
    )?;
    expect(listed == (odd.len(), 4 * odd.len()), &format!("listed: {listed:?}"))?;
    none(&page.heard().complaints)?;
    for at in 0..odd.len() {
        page.open(&format!("{}{CHANGE_LOG}?{at}#copy-odd{at}", visit.site.below_a_path.base))?;
        says(&mut page, "[data-show=saved]", "on this device")?;
        expect(value(&mut page, WORK)?.starts_with("Of"), "another copy was opened")?;
        let words = format!("Written into {at}");
        write(&mut page, WORK, &words)?;
        page.until(
            "([id, words]) => Object.entries(localStorage).some(([key, text]) => key.endsWith(id) && text.includes(words))",
            (format!(":odd{at}"), &words),
        )?;
        is_saved(&mut page)?;
        none(&page.heard().complaints)?;
    }
    expect(kept(&mut page)?.len() == odd.len(), "an odd copy became two")
}

pub fn a_fault_in_what_is_shown_stops_no_saving(visit: &Visit) -> Outcome {
    let broken = [
        "Twohats.names = () => { throw new Error('names'); }",
        "Twohats.say.time = () => { throw new Error('time'); }",
        "Twohats.worked = null",
        "document.getElementById('names').remove()",
        "document.addEventListener('input', () => { throw new Error('input'); }, true)",
    ];
    for fault in broken {
        let mut page = change_log(visit)?;
        page.ask::<()>(&format!("() => {{ {fault}; return null; }}"), ())?;
        write(&mut page, WORK, "first")?;
        write(&mut page, WORK, "second")?;
        page.until("() => Object.entries(localStorage).some(([key, text]) => key.startsWith('twohats:') && text.includes('second'))", "")
            .map_err(|why| format!("{fault}: {why}"))?;
    }
    Ok(())
}

pub fn where_saving_itself_fails_the_page_says_so(visit: &Visit) -> Outcome {
    let mut page = change_log(visit)?;
    write(&mut page, WORK, "kept")?;
    is_saved(&mut page)?;
    page.ask::<()>("() => (globalThis.sound = Twohats.held, Twohats.held = null, null)", ())?;
    write(&mut page, WORK, "in doubt")?;
    says(&mut page, "#sheet-banner", "may not be saved")?;
    says(&mut page, "[data-show=saved]", "Not saved")?;
    page.ask::<()>("() => (Twohats.held = sound, null)", ())?;
    write(&mut page, WORK, "kept again")?;
    is_saved(&mut page)?;
    // And a script that breaks off before it can save anything.
    page.before_each_page("Object.defineProperty(HTMLElement.prototype, 'dataset', { get() { if (this.id === 'sheet') throw new Error('no'); return { no_start: 'went wrong' }; } });")?;
    open(visit, &mut page, CHANGE_LOG)?;
    says(&mut page, "#sheet-banner", "went wrong")
}

pub fn what_came_by_a_link_is_kept_with_the_first_letter(visit: &Visit) -> Outcome {
    let mut page = change_log(visit)?;
    touch(&mut page)?;
    write(&mut page, WORK, "Shared")?;
    press(&mut page, "[data-do=send]")?;
    page.until("(id) => document.getElementById(id).open", "send-dialog")?;
    let link: String = page.ask("() => document.getElementById('link-box').value", ())?;
    let mut fresh = visit.new_page()?;
    fresh.open(&link)?;
    says(&mut fresh, "#sheet-banner", "until you write in it")?;
    fresh.ask::<()>("(id) => (document.getElementById(id).focus(), null)", "field-who-decides")?;
    fresh.type_text("A")?;
    says(&mut fresh, "#sheet-notice", "a copy of your own")?;
    is_saved(&mut fresh)?;
    fresh.type_text("da")?;
    open(visit, &mut fresh, CHANGE_LOG)?;
    holds(&mut fresh, WORK, "Shared")?;
    holds(&mut fresh, "field-who-decides", "Ada")
}

/// How often the page is asked for an element, or changes one, until it shows a copy with so many rows, and for a
/// letter that is typed then.
fn work(visit: &Visit, rows: usize) -> Outcome<(f64, f64)> {
    let mut page = change_log(visit)?;
    let rows: Vec<Value> =
        (0..rows).map(|at| json!({"id": format!("r{at}"), "cells": {"request": "x"}})).collect();
    plant(&mut page, "many", &json!({"answers": {"requests": rows}}))?;
    page.before_each_page(
        "globalThis.steps = 0;
        for (const [owner, names] of [[Element, ['querySelector', 'querySelectorAll', 'setAttribute', 'closest', 'matches']], [Node, ['cloneNode', 'appendChild']]]) {
            for (const name of names) {
                const own = owner.prototype[name];
                owner.prototype[name] = function (...given) { globalThis.steps += 1; return own.apply(this, given); };
            }
        }",
    )?;
    open(visit, &mut page, CHANGE_LOG)?;
    let loading: f64 = page.ask("() => globalThis.steps", ())?;
    page.ask::<()>("() => (globalThis.steps = 0, null)", ())?;
    write(&mut page, "field-requests.2.request", "y")?;
    is_saved(&mut page)?;
    let typing: f64 = page.ask("() => globalThis.steps", ())?;
    Ok((loading, typing))
}

pub fn twice_the_rows_are_twice_the_work(visit: &Visit) -> Outcome {
    let (few, many) = (work(visit, 100)?, work(visit, 400)?);
    let grown = (many.0 / few.0, many.1 / few.1);
    expect(grown.0 < 4.5 && grown.1 < 4.5, &format!("four times the rows: {grown:?} the work"))
}
