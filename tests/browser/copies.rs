//! What readers write is theirs: it is there tomorrow, in as many copies as they like, and leaves only
//! when they take it.

use data_encoding::BASE64;
use serde_json::Value;
use testkit::browser::{Page, Screen};
use testkit::outcome::{Outcome, because, none};

use crate::sheet::{
    CHANGE_LOG, COPIES, change_log, expect, holds, is_saved, kept, open, press, press_words, says,
    touch, value, write,
};
use crate::site::Visit;

const WORK: &str = "field-piece-of-work";

/// Three rows, as a reader writes them.
pub fn fill(page: &mut Page) -> Outcome {
    write(page, WORK, "Clinic bookings")?;
    for (row, request, days, answer) in [
        (1, "Export", "3", "In"),
        (2, "=SUM(A1)", "2,5", "In"),
        (3, "Colours | more", "4", "Waiting"),
    ] {
        write(page, &format!("field-requests.{row}.request"), request)?;
        write(page, &format!("field-requests.{row}.cost-in-days"), &days.replace(',', "."))?;
        write(page, &format!("field-requests.{row}.decision"), answer)?;
    }
    is_saved(page)
}

pub fn what_is_written_is_there_again_in_another_window(visit: &Visit) -> Outcome {
    let mut page = change_log(visit)?;
    says(&mut page, "[data-show=name]", "A blank sheet")?;
    page.ask::<()>("(id) => (document.getElementById(id).focus(), null)", WORK)?;
    page.type_text("Booking")?;
    is_saved(&mut page)?;
    press(&mut page, "[data-do=add-row]")?;
    page.type_text("fourth")?;
    is_saved(&mut page)?;
    let mut again = page.beside(&visit.site.chromium)?;
    open(visit, &mut again, CHANGE_LOG)?;
    holds(&mut again, WORK, "Booking")?;
    holds(&mut again, "field-requests.4.request", "fourth")?;
    is_saved(&mut again)
}

pub fn nothing_is_requested_while_filling_saving_and_taking_away(visit: &Visit) -> Outcome {
    let mut page = change_log(visit)?;
    // The site's own second script comes with the first touch; from then on there is nothing to ask for.
    touch(&mut page)?;
    page.settle()?;
    page.listen_anew();
    page.ask::<()>("() => (window.print = () => {}, null)", ())?;
    fill(&mut page)?;
    page.ask::<()>(
        "async () => {
            const buttons = '.bar [data-do]:not([data-do=clear], [data-do=send], [data-do=look], [data-do=blank], [data-do=next], [data-do=example], [data-do=take])';
            for (const button of document.querySelectorAll(buttons)) button.click();
            return null;
        }",
        (),
    )?;
    press(&mut page, "[data-do=send]")?;
    page.until("(id) => document.getElementById(id).open", "send-dialog")?;
    let heard = page.heard();
    // What is sent is drawn as a code, and that drawing is asked for then.
    let asked = heard
        .requests
        .into_iter()
        .filter(|address| !address.starts_with("blob:") && !address.contains("/assets/code."));
    none(&asked.chain(heard.complaints).collect::<Vec<_>>())
}

/// Leaving at once is no reason to lose the last word.
pub fn what_is_typed_last_is_kept_when_the_page_is_left_at_once(visit: &Visit) -> Outcome {
    let mut page = change_log(visit)?;
    write(&mut page, WORK, "The last word")?;
    open(visit, &mut page, COPIES)?;
    expect(kept(&mut page)?[0]["answers"]["piece-of-work"] == "The last word", "it is lost")?;
    open(visit, &mut page, CHANGE_LOG)?;
    holds(&mut page, WORK, "The last word")?;
    let said: String =
        page.ask("() => document.querySelector('[data-show=saved]').textContent", ())?;
    let time = said.strip_prefix("Saved ").and_then(|rest| rest.strip_suffix(", on this device"));
    let time = time.unwrap_or_default();
    expect(time.len() == 5 && time.as_bytes()[2] == b':', &format!("no time is said: {said}"))
}

pub fn one_copy_is_cleared_after_it_is_named_and_comes_back(visit: &Visit) -> Outcome {
    let mut page = change_log(visit)?;
    write(&mut page, WORK, "Mine")?;
    is_saved(&mut page)?;
    press(&mut page, "[data-do=clear]")?;
    says(&mut page, "#clear-dialog [data-about]", "Change log")?;
    press(&mut page, "#clear-dialog [data-answer=yes]")?;
    says(&mut page, "#sheet-notice", "Cleared: 1")?;
    holds(&mut page, WORK, "")?;
    expect(kept(&mut page)?.is_empty(), "it is still kept")?;
    press_words(&mut page, "Undo")?;
    is_saved(&mut page)?;
    holds(&mut page, WORK, "Mine")
}

pub fn the_text_goes_to_the_clipboard_or_into_a_box_to_copy_from(visit: &Visit) -> Outcome {
    let mut page = change_log(visit)?;
    write(&mut page, WORK, "Mine")?;
    let stand_in = "() => (navigator.clipboard.writeText = async (text) => { globalThis.copied = text; }, null)";
    page.ask::<()>(stand_in, ())?;
    press(&mut page, "[data-do=text]")?;
    page.until("(words) => globalThis.copied?.includes(words)", "Piece of work: Mine")?;
    says(&mut page, "#sheet-notice", "Copied")?;
    let refused =
        "() => (navigator.clipboard.writeText = () => Promise.reject(new Error('no')), null)";
    page.ask::<()>(refused, ())?;
    press(&mut page, "[data-do=text]")?;
    page.until("(id) => document.getElementById(id).value.includes('Mine')", "text-box")
}

pub fn rows_are_a_table_from_900_pixels_on_and_cards_with_labels_on_a_phone(
    visit: &Visit,
) -> Outcome {
    let mut page = change_log(visit)?;
    // Whether the second cell stands below the first, and how wide its label is shown.
    let look = "() => {
        const [first, second] = document.querySelectorAll('.rows tbody tr:first-child td');
        const box = (one) => one.getBoundingClientRect();
        return [box(second).top >= box(first).bottom, getComputedStyle(second.querySelector('label')).position === 'static'];
    }";
    let wide: (bool, bool) = page.ask(look, ())?;
    page.show_on(Screen { width: 900, ..Screen::LAPTOP })?;
    let tablet: (bool, bool) = page.ask(look, ())?;
    page.show_on(Screen::PHONE)?;
    let narrow: (bool, bool) = page.ask(look, ())?;
    let so = wide == (false, false) && tablet == wide && narrow == (true, true);
    expect(so, &format!("{wide:?}, {tablet:?}, {narrow:?}"))
}

pub fn rows_come_and_go_and_sums_follow(visit: &Visit) -> Outcome {
    let mut page = change_log(visit)?;
    fill(&mut page)?;
    let added = "#field-days-added-by-accepted-requests";
    says(&mut page, added, "5.5 days")?;
    press(&mut page, "tbody tr:nth-child(1) [data-do=remove-row]")?;
    says(&mut page, added, "2.5 days")?;
    holds(&mut page, "field-requests.1.request", "=SUM(A1)")?;
    press_words(&mut page, "Undo")?;
    says(&mut page, added, "5.5 days")?;
    holds(&mut page, "field-requests.1.request", "Export")?;
    is_saved(&mut page)?;
    let rows = kept(&mut page)?[0]["answers"]["requests"].as_array().map_or(0, Vec::len);
    expect(rows == 3, &format!("{rows} rows are kept"))
}

pub fn rows_of_a_spreadsheet_can_be_pasted(visit: &Visit) -> Outcome {
    let mut page = change_log(visit)?;
    page.ask::<()>(
        "() => {
            const data = new DataTransfer();
            data.setData('text/plain', 'A\\tAda\\t2026-01-02\\t3\\tin\\r\\nB\\tBo\\tsoon\\t4\\tWaiting\\r\\nC\\r\\nD\\r\\n');
            const box = document.getElementById('field-requests.1.request');
            box.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
            return null;
        }",
        (),
    )?;
    is_saved(&mut page)?;
    for (id, wanted) in [
        ("1.asked-on", "2026-01-02"),
        ("1.decision", "In"),
        ("2.asked-on", "soon"),
        ("4.request", "D"),
    ] {
        holds(&mut page, &format!("field-requests.{id}"), wanted)?;
    }
    press_words(&mut page, "Undo")?;
    holds(&mut page, "field-requests.1.request", "")
}

pub fn the_example_is_shown_and_can_be_a_start(visit: &Visit) -> Outcome {
    let mut page = change_log(visit)?;
    write(&mut page, WORK, "Mine")?;
    press(&mut page, "[data-do=example]")?;
    says(&mut page, "#sheet-banner", "how it can look")?;
    expect(value(&mut page, WORK)?.len() > 5, "the example is empty")?;
    let locked: bool = page.ask("(id) => document.getElementById(id).disabled", WORK)?;
    expect(locked, "the example can be written in")?;
    let height: f64 =
        page.ask("() => document.querySelector('.rows tbody').getBoundingClientRect().height", ())?;
    expect(height > 60.0, &format!("the table of the example is {height} px high"))?;
    press_words(&mut page, "Back")?;
    holds(&mut page, WORK, "Mine")?;
    press(&mut page, "[data-do=example]")?;
    press_words(&mut page, "Use as a start")?;
    is_saved(&mut page)?;
    expect(kept(&mut page)?.len() == 2, "the example did not become a second copy")
}

/// As the cards in lists link to them.
pub fn an_address_can_ask_for_the_example_or_for_a_blank_sheet(visit: &Visit) -> Outcome {
    let mut page = change_log(visit)?;
    write(&mut page, WORK, "Mine")?;
    is_saved(&mut page)?;
    open(visit, &mut page, &format!("{CHANGE_LOG}?example"))?;
    says(&mut page, "#sheet-banner", "how it can look")?;
    open(visit, &mut page, &format!("{CHANGE_LOG}?start"))?;
    holds(&mut page, WORK, "")?;
    expect(kept(&mut page)?.len() == 1, "something else is kept than what was written")
}

pub fn the_next_one_starts_from_this_and_all_are_listed(visit: &Visit) -> Outcome {
    let mut page = change_log(visit)?;
    fill(&mut page)?;
    press(&mut page, "[data-do=next]")?;
    let keys = "() => Object.keys(localStorage).filter((key) => key.startsWith('twohats:'))";
    page.until(&format!("() => ({keys})().length === 2"), ())?;
    is_saved(&mut page)?;
    holds(&mut page, WORK, "Clinic bookings")?;
    open(visit, &mut page, COPIES)?;
    let names = "() => [...document.querySelectorAll('.copy a')].map((link) => link.textContent)";
    let listed: Vec<String> = page.ask(names, ())?;
    expect(listed.len() == 2 && listed[0].ends_with("(2)"), &format!("listed: {listed:?}"))?;
    press(&mut page, "[data-act=delete]")?;
    expect(kept(&mut page)?.len() == 1, "it was not deleted")?;
    press_words(&mut page, "Undo")?;
    expect(kept(&mut page)?.len() == 2, "it did not come back")?;
    press(&mut page, "[data-act=duplicate]")?;
    press(&mut page, "[data-act=rename]")?;
    page.ask::<()>("() => (document.getElementById('name-box').value = 'Renamed', null)", ())?;
    press(&mut page, "#name-dialog [data-answer=yes]")?;
    says(&mut page, ".copy a", "Renamed")?;
    press(&mut page, "[data-do=clear-all]")?;
    says(&mut page, "#clear-list", "Renamed")?;
    press(&mut page, "#clear-dialog [data-answer=yes]")?;
    says(&mut page, "#sheet-notice", "Cleared: 3")?;
    expect(kept(&mut page)?.is_empty(), "something is still kept")?;
    press_words(&mut page, "Undo")?;
    expect(kept(&mut page)?.len() == 3, "they did not come back")
}

pub fn what_is_needed_and_empty_is_a_gentle_list(visit: &Visit) -> Outcome {
    let mut page = change_log(visit)?;
    let shown = "() => document.querySelector('.needed').checkVisibility()";
    expect(!page.ask::<bool>(shown, ())?, "a blank sheet is nagged about")?;
    write(&mut page, WORK, "x")?;
    expect(page.ask(shown, ())?, "nothing is said to be empty")?;
    let broken: Vec<String> = page.ask(
        "() => [...document.querySelectorAll('.needed a')].map((link) => link.hash)
            .filter((hash) => !document.getElementById(hash.slice(1)))",
        (),
    )?;
    none(&broken)
}

/// Catches what would be downloaded: `[name, base64]` of each file.
pub const CATCH: &str = "() => {
    globalThis.files = [];
    let last = null;
    URL.createObjectURL = (blob) => ((last = blob), 'blob:caught');
    const { click } = HTMLAnchorElement.prototype;
    HTMLAnchorElement.prototype.click = function () {
        if (!this.download) return click.call(this);
        const [name, blob] = [this.download, last];
        files.push(new Response(blob).arrayBuffer().then((bytes) =>
            [name, btoa(Array.from(new Uint8Array(bytes), (byte) => String.fromCharCode(byte)).join(''))]));
    };
    return null;
}";

pub fn every_file_holds_what_was_written(visit: &Visit) -> Outcome {
    let mut page = change_log(visit)?;
    fill(&mut page)?;
    touch(&mut page)?;
    page.ask::<()>(CATCH, ())?;
    for button in ["json", "markdown", "word"] {
        press(&mut page, &format!("[data-do={button}]"))?;
    }
    press(&mut page, "[data-csv=requests]")?;
    let files: Vec<(String, String)> = page.ask("() => Promise.all(files)", ())?;
    let mut endings = Vec::new();
    for (name, base64) in &files {
        let bytes = BASE64.decode(base64.as_bytes()).map_err(because(name))?;
        let ending = name.rsplit('.').next().unwrap_or_default();
        endings.push(ending);
        // What is stored in a .docx is stored as it is.
        let text = String::from_utf8_lossy(&bytes);
        let words: &[&str] = match ending {
            "json" => {
                let json: Value = serde_json::from_str(&text).map_err(because(name))?;
                expect(json["answers"]["requests"][2]["cells"]["cost-in-days"] == "4", &text)?;
                &["twohats-copy", "Clinic bookings", "template_hash"]
            }
            "md" => &["**Piece of work:** Clinic bookings", "| Colours \\| more |", "5.5 days"],
            "docx" => &["PK", "[Content_Types].xml", "<w:tblHeader/>", "Colours | more"],
            _ => &["\u{feff}\"Request\"", "\"'=SUM(A1)\"", "\"2.5\"", "\r\n"],
        };
        for word in words {
            expect(text.contains(word), &format!("{name} has no {word:?}:\n{text}"))?;
        }
    }
    expect(endings == ["json", "md", "docx", "csv"], &format!("given: {endings:?}"))?;
    // The same file opens again, and nothing is written over without a question.
    let json = &files[0].1;
    write(&mut page, WORK, "Changed since")?;
    is_saved(&mut page)?;
    open(visit, &mut page, COPIES)?;
    press(&mut page, "[data-do=take]")?;
    page.ask::<()>(
        "(base64) => (document.getElementById('take-box').value = atob(base64), null)",
        json,
    )?;
    press(&mut page, "#take-dialog [data-answer=yes]")?;
    page.until("(id) => document.getElementById(id).open", "same-dialog")?;
    press(&mut page, "#same-dialog [data-answer=both]")?;
    says(&mut page, "#sheet-notice", "Opened: 1")?;
    expect(kept(&mut page)?.len() == 2, "it did not become a copy of its own")
}

pub fn on_paper_nothing_that_was_written_is_cut_off(visit: &Visit) -> Outcome {
    let mut page = change_log(visit)?;
    let long = "word ".repeat(400);
    write(&mut page, "field-what-must-work-on-the-first-day", &long)?;
    write(&mut page, "field-who-decides", &long)?;
    page.ask::<()>("() => (dispatchEvent(new Event('beforeprint')), null)", ())?;
    page.show_in(testkit::browser::Medium::Print)?;
    let cut: Vec<String> = page.ask(
        "() => [...document.querySelectorAll('#sheet .on-paper')]
            .filter((text) => !text.checkVisibility() || text.scrollHeight > text.clientHeight + 1 || text.previousElementSibling.checkVisibility())
            .map((text) => text.textContent.slice(0, 20))
            .concat(document.querySelectorAll('#sheet .on-paper').length === 2 ? [] : ['not two'])",
        (),
    )?;
    none(&cut)
}

pub fn the_scripts_of_a_sheet_are_small(visit: &Visit) -> Outcome {
    const MOST: u64 = 40 * 1024;
    let folder = &visit.site.on_disk.folder;
    let page = std::fs::read_to_string(folder.join(CHANGE_LOG)).map_err(because(CHANGE_LOG))?;
    let scripts = page.split("<script ").skip(1).filter_map(|tag| tag.split("src=\"../").nth(1));
    let mut size = 0;
    for name in scripts.filter_map(|rest| rest.split('"').next()) {
        size += std::fs::metadata(folder.join(name)).map_err(because(name))?.len();
    }
    expect(size > 1024 && size < MOST, &format!("{size} bytes, at most {MOST}"))
}
