//! Whatever goes wrong, nothing that a reader wrote is lost, and nothing is written over unasked.

use testkit::browser::Page;
use testkit::outcome::Outcome;

use crate::sheet::{
    CHANGE_LOG, COPIES, change_log, expect, holds, is_saved, kept, open, press, press_words, says,
    write,
};
use crate::site::Visit;

const WORK: &str = "field-piece-of-work";
const BANNER: &str = "#sheet-banner";

pub fn a_full_device_is_told_and_editing_goes_on(visit: &Visit) -> Outcome {
    let mut page = change_log(visit)?;
    let fail = "() => {
        globalThis.keep = Storage.prototype.setItem;
        Storage.prototype.setItem = () => { throw new Error('NS_ERROR_FILE_NO_DEVICE_SPACE'); };
        return null;
    }";
    page.ask::<()>(fail, ())?;
    write(&mut page, WORK, "Kept in memory")?;
    says(&mut page, BANNER, "no room left")?;
    holds(&mut page, WORK, "Kept in memory")?;
    let buttons: Vec<String> = page.ask(
        "() => [...document.querySelectorAll('#sheet-banner button')].map((one) => one.textContent)",
        (),
    )?;
    expect(buttons == ["Download now", "Free space"], &format!("offered: {buttons:?}"))?;
    page.ask::<()>("() => (Storage.prototype.setItem = keep, null)", ())?;
    write(&mut page, WORK, "Kept again")?;
    is_saved(&mut page)?;
    let shown: bool = page.ask("() => document.getElementById('sheet-banner').hidden", ())?;
    expect(shown, "the banner stays")
}

pub fn where_nothing_can_be_kept_it_is_said(visit: &Visit) -> Outcome {
    let mut page = visit.new_page()?;
    page.before_each_page(
        "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } });",
    )?;
    open(visit, &mut page, CHANGE_LOG)?;
    says(&mut page, BANNER, "keeps nothing for this page")?;
    write(&mut page, WORK, "x")?;
    says(&mut page, "[data-show=saved]", "Held on this page only")?;
    let warns: bool =
        page.ask("() => !dispatchEvent(new Event('beforeunload', { cancelable: true }))", ())?;
    expect(warns, "leaving is not warned of")
}

pub fn on_a_shared_computer_nothing_is_kept(visit: &Visit) -> Outcome {
    let mut page = visit.new_page()?;
    open(visit, &mut page, COPIES)?;
    press(&mut page, "#memory")?;
    says(&mut page, BANNER, "Nothing is kept on this device")?;
    open(visit, &mut page, CHANGE_LOG)?;
    says(&mut page, BANNER, "Nothing is kept on this device")?;
    write(&mut page, WORK, "secret")?;
    says(&mut page, "[data-show=saved]", "Held on this page only")?;
    expect(kept(&mut page)?.is_empty(), "it was kept")
}

pub fn a_cleared_storage_does_not_take_the_page_along(visit: &Visit) -> Outcome {
    let mut page = change_log(visit)?;
    write(&mut page, WORK, "Still here")?;
    is_saved(&mut page)?;
    page.ask::<()>("() => (localStorage.clear(), dispatchEvent(new Event('focus')), null)", ())?;
    says(&mut page, BANNER, "no longer on the device")?;
    holds(&mut page, WORK, "Still here")?;
    press_words(&mut page, "Save it again")?;
    is_saved(&mut page)?;
    expect(kept(&mut page)?.len() == 1, "it was not saved again")
}

/// Changes what is kept of the only copy, as an older version of the template would have written it.
fn rewrite(page: &mut Page, change: &str) -> Outcome {
    page.ask(
        &format!(
            "() => {{
                const key = Object.keys(localStorage).find((one) => one.startsWith('twohats:'));
                const copy = JSON.parse(localStorage[key]);
                const answers = copy.answers;
                {change}
                localStorage[key] = JSON.stringify(copy);
                return null;
            }}"
        ),
        (),
    )
}

pub fn a_template_that_changed_drops_no_answer(visit: &Visit) -> Outcome {
    let mut page = change_log(visit)?;
    write(&mut page, WORK, "x")?;
    write(&mut page, "field-requests.1.request", "Export")?;
    is_saved(&mut page)?;
    rewrite(
        &mut page,
        "copy.template_hash = 'older';
         delete answers['who-decides'];
         answers['sponsor-of-the-work'] = 'R. A.';
         answers['review-day'] = 'Sunday';
         answers['agreed-date'] = 'in spring';
         answers.requests[0].cells.decision = 'Perhaps';
         answers.requests[0].cells.priority = 'high';",
    )?;
    open(visit, &mut page, CHANGE_LOG)?;
    says(&mut page, "[data-field=who-decides] label", "new")?;
    says(&mut page, "[data-show=earlier]", "Sponsor of the work")?;
    says(&mut page, "[data-show=earlier]", "1. high")?;
    says(&mut page, "[data-field=review-day] [data-gone]", "Sunday (no longer offered)")?;
    holds(&mut page, "field-agreed-date", "in spring")?;
    holds(&mut page, "field-requests.1.decision", "Perhaps")?;
    write(&mut page, WORK, "y")?;
    is_saved(&mut page)?;
    let copy = &kept(&mut page)?[0];
    expect(copy["earlier"].as_array().map_or(0, Vec::len) == 2, &copy.to_string())?;
    expect(copy["answers"]["review-day"] == "Sunday", &copy.to_string())
}

pub fn two_windows_on_one_copy_ask_before_one_wins(visit: &Visit) -> Outcome {
    let mut page = change_log(visit)?;
    write(&mut page, WORK, "first")?;
    is_saved(&mut page)?;
    let mut other = page.beside(&visit.site.chromium)?;
    open(visit, &mut other, CHANGE_LOG)?;
    holds(&mut other, WORK, "first")?;
    // Without edits of its own, a window follows quietly.
    write(&mut other, WORK, "second")?;
    is_saved(&mut other)?;
    page.until("(id) => document.getElementById(id).value === 'second'", WORK)?;
    // With edits, it asks.
    page.ask::<()>("() => (globalThis.addEventListener('storage', (event) => event.stopImmediatePropagation(), true), null)", ())?;
    write(&mut page, WORK, "mine")?;
    write(&mut other, WORK, "theirs")?;
    press(&mut other, "[data-do=blank]")?;
    says(&mut page, BANNER, "changed in another window")?;
    press_words(&mut page, "Keep mine as a second copy")?;
    is_saved(&mut page)?;
    let mut works: Vec<String> = kept(&mut page)?
        .iter()
        .map(|copy| copy["answers"]["piece-of-work"].as_str().unwrap_or_default().to_owned())
        .collect();
    works.sort();
    expect(works == ["mine", "theirs"], &format!("kept: {works:?}"))
}

pub fn a_damaged_or_newer_copy_is_set_aside(visit: &Visit) -> Outcome {
    let mut page = change_log(visit)?;
    write(&mut page, WORK, "x")?;
    is_saved(&mut page)?;
    page.ask::<()>(
        "() => {
            const key = Object.keys(localStorage).find((one) => one.startsWith('twohats:'));
            localStorage[key.replace(/\\w+$/, 'newer')] = localStorage[key].replace('\"version\":1', '\"version\":2');
            localStorage[key] = localStorage[key].slice(0, 40);
            return null;
        }",
        (),
    )?;
    open(visit, &mut page, CHANGE_LOG)?;
    says(&mut page, BANNER, "nothing was deleted")?;
    holds(&mut page, WORK, "")?;
    open(visit, &mut page, COPIES)?;
    says(&mut page, ".copies", "could not be read")?;
    says(&mut page, ".copies", "newer version")?;
    let raw: usize =
        page.ask("() => document.querySelectorAll('[data-act=download]').length", ())?;
    expect(raw == 2, "what is there cannot be downloaded")
}

pub fn a_page_from_the_cache_looks_before_it_writes(visit: &Visit) -> Outcome {
    let mut page = change_log(visit)?;
    write(&mut page, WORK, "old")?;
    is_saved(&mut page)?;
    page.ask::<()>(
        "() => (addEventListener('pageshow', (event) => (globalThis.persisted = event.persisted)), null)",
        (),
    )?;
    page.open(&format!("{}templates/index.html", visit.site.below_a_path.base))?;
    rewrite(&mut page, "copy.revision += 3; answers['piece-of-work'] = 'newer';")?;
    page.go_back()?;
    page.until("() => globalThis.persisted === true", "")?;
    holds(&mut page, WORK, "newer")
}

pub fn from_the_disk_a_sheet_keeps_or_says_that_it_does_not(visit: &Visit) -> Outcome {
    let mut page = visit.new_page()?;
    let address = format!("{}{CHANGE_LOG}", visit.site.on_disk.base);
    page.open(&address)?;
    write(&mut page, WORK, "from disk")?;
    is_saved(&mut page)?;
    let keys: Vec<String> = page.ask("() => Object.keys(localStorage)", ())?;
    let is_ours = |key: &String| key.starts_with("twohats:two-hats:change-log:");
    expect(keys.iter().all(is_ours), &format!("{keys:?} are not of our book"))?;
    page.open(&address)?;
    holds(&mut page, WORK, "from disk")
}

pub fn a_browser_that_hands_over_no_file_shows_the_text(visit: &Visit) -> Outcome {
    let mut page = change_log(visit)?;
    write(&mut page, WORK, "Take me along")?;
    page.ask::<()>("() => (URL.createObjectURL = () => { throw new Error('no'); }, null)", ())?;
    press(&mut page, "[data-do=markdown]")?;
    page.until("(id) => document.getElementById(id).value.includes('Take me along')", "text-box")
}
