//! What comes into a sheet, and the second script, which does what is asked for rarely.

use std::fs;

use tempfile::TempDir;
use testkit::browser::Chromium;
use testkit::browser::Page;
use testkit::browser::find_chromium;
use testkit::outcome::{Outcome, because, none};

use crate::copies::CATCH;
use crate::kinds::Kinds;
use crate::sheet::{
    CHANGE_LOG, COPIES, change_log, expect, holds, is_saved, kept, open, press, press_words, says,
    touch, value, write,
};
use crate::site::Visit;

const WORK: &str = "field-piece-of-work";
const BANNER: &str = "#sheet-banner";
const NOTICE: &str = "#sheet-notice";
const IS_OPEN: &str = "(id) => document.getElementById(id).open";

/// The only copy, as the file to open again has it.
fn file(page: &mut Page) -> Outcome<String> {
    page.ask(
        "() => localStorage[Object.keys(localStorage).find((key) => key.startsWith('twohats:'))]",
        (),
    )
}

fn paste(page: &mut Page, text: &str) -> Outcome {
    press(page, "[data-do=take]")?;
    page.until(IS_OPEN, "take-dialog")?;
    // What was said before is not taken for an answer to this.
    page.ask::<()>(
        "() => (document.querySelector('#sheet-notice span').textContent = '', null)",
        (),
    )?;
    page.ask::<()>("(text) => (document.getElementById('take-box').value = text, null)", text)?;
    press(page, "#take-dialog [data-answer=yes]")
}

pub fn drop_file(page: &mut Page, text: &str) -> Outcome {
    page.ask(
        "(text) => {
            const data = new DataTransfer();
            data.items.add(new File([text], 'copy.json', { type: 'application/json' }));
            document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
            return null;
        }",
        text,
    )
}

pub fn a_file_that_is_chosen_dropped_or_pasted_becomes_a_copy(visit: &Visit) -> Outcome {
    let mut page = change_log(visit)?;
    write(&mut page, WORK, "From a file")?;
    is_saved(&mut page)?;
    let json = file(&mut page)?;
    let folder = TempDir::with_prefix("twohats-file-").map_err(because("no folder"))?;
    let path = folder.path().join("copy.json");
    fs::write(&path, &json).map_err(because("copy.json"))?;

    let mut fresh = change_log(visit)?;
    write(&mut fresh, WORK, "Mine")?;
    press(&mut fresh, "[data-do=take]")?;
    fresh.until(IS_OPEN, "take-dialog")?;
    fresh.choose_file("#take-file", &path)?;
    says(&mut fresh, NOTICE, "Opened: 1")?;
    holds(&mut fresh, WORK, "From a file")?;
    expect(kept(&mut fresh)?.len() == 2, "what was on the page is gone")?;
    // The same again changes nothing; with other answers it asks.
    drop_file(&mut fresh, &json)?;
    says(&mut fresh, NOTICE, "Opened: 1")?;
    expect(kept(&mut fresh)?.len() == 2, "the same copy came twice")?;
    let changed = json.replace("From a file", "Changed elsewhere");
    drop_file(&mut fresh, &changed)?;
    fresh.until(IS_OPEN, "same-dialog")?;
    press(&mut fresh, "#same-dialog [data-answer=both]")?;
    fresh.until("(id) => document.getElementById(id).value === 'Changed elsewhere'", WORK)?;
    expect(kept(&mut fresh)?.len() == 3, "it did not become a copy of its own")?;
    paste(&mut fresh, &json.replace("From a file", "Pasted"))?;
    fresh.until(IS_OPEN, "same-dialog")?;
    press(&mut fresh, "#same-dialog [data-answer=replace]")?;
    fresh.until("(id) => document.getElementById(id).value === 'Pasted'", WORK)?;
    expect(kept(&mut fresh)?.len() == 3, "it was kept beside the one it replaces")
}

pub fn what_is_no_copy_is_refused_and_what_belongs_elsewhere_goes_there(visit: &Visit) -> Outcome {
    let mut page = change_log(visit)?;
    write(&mut page, WORK, "Mine")?;
    is_saved(&mut page)?;
    let json = file(&mut page)?;
    for (text, said) in [
        ("{\"a\": 1}", "no copy of a sheet"),
        ("not JSON", "no copy of a sheet"),
        (&json.replace("\"version\":1", "\"version\":9"), "newer version"),
    ] {
        paste(&mut page, text)?;
        says(&mut page, NOTICE, said)?;
        holds(&mut page, WORK, "Mine")?;
    }
    // Nothing of what comes in is taken for HTML.
    let hostile =
        json.replace("Mine", "<img src=x onerror=alert(1)>").replace("\"id\":\"", "\"id\":\"h");
    paste(&mut page, &hostile)?;
    page.until("(id) => document.getElementById(id).value.startsWith('<img')", WORK)?;
    press(&mut page, "[data-do=look]")?;
    says(&mut page, "#look-list", "<img src=x")?;
    let images: usize = page.ask("() => document.querySelectorAll('#look-list img').length", ())?;
    expect(images == 0, "an answer became HTML")?;
    press(&mut page, "#look-dialog [data-answer='']")?;
    // A copy of another sheet is kept for its own page, and one of no sheet can be read.
    paste(&mut page, &hostile.replace("change-log", "weekly-plan"))?;
    says(&mut page, "#sheet-notice button", "See it")?;
    open(visit, &mut page, COPIES)?;
    says(&mut page, "[data-template=weekly-plan]", "Change log")?;
    paste(&mut page, &json.replace("change-log", "no-such-sheet"))?;
    page.until(IS_OPEN, "read-dialog")?;
    says(&mut page, "#read-list", "Mine")
}

pub fn all_copies_go_into_one_file_and_come_back(visit: &Visit) -> Outcome {
    let mut page = change_log(visit)?;
    write(&mut page, WORK, "One")?;
    is_saved(&mut page)?;
    press(&mut page, "[data-do=blank]")?;
    write(&mut page, WORK, "Two")?;
    is_saved(&mut page)?;
    open(visit, &mut page, COPIES)?;
    page.ask::<()>(CATCH, ())?;
    press(&mut page, "[data-do=all]")?;
    let all: String = page.ask(
        "async () => new TextDecoder().decode(Uint8Array.from(atob((await files[0])[1]), (letter) => letter.charCodeAt(0)))",
        (),
    )?;
    says(&mut page, ".copy small", "downloaded")?;
    let mut fresh = visit.new_page()?;
    open(visit, &mut fresh, COPIES)?;
    paste(&mut fresh, &all)?;
    says(&mut fresh, NOTICE, "Opened: 2")?;
    expect(kept(&mut fresh)?.len() == 2, "not all came back")
}

pub fn a_copy_that_was_not_taken_away_says_for_how_long(visit: &Visit) -> Outcome {
    let mut page = change_log(visit)?;
    write(&mut page, WORK, "Old")?;
    is_saved(&mut page)?;
    page.ask::<()>(
        "() => {
            const key = Object.keys(localStorage).find((one) => one.startsWith('twohats:'));
            const copy = JSON.parse(localStorage[key]);
            copy.created = new Date(Date.now() - 9.5 * 864e5).toISOString();
            localStorage[key] = JSON.stringify(copy);
            return null;
        }",
        (),
    )?;
    open(visit, &mut page, COPIES)?;
    says(&mut page, ".copy small", "not downloaded for 9 days")
}

/// Makes the only copy so many days old.
fn age(page: &mut Page, days: f64) -> Outcome {
    page.ask(
        "(days) => {
            const key = Object.keys(localStorage).find((one) => one.startsWith('twohats:'));
            const copy = JSON.parse(localStorage[key]);
            copy.created = new Date(Date.now() - days * 864e5).toISOString();
            localStorage[key] = JSON.stringify(copy);
            return null;
        }",
        days,
    )
}

pub fn a_copy_that_was_not_taken_away_for_a_fortnight_says_so_once(visit: &Visit) -> Outcome {
    let mut page = change_log(visit)?;
    write(&mut page, WORK, "Old")?;
    is_saved(&mut page)?;
    let is_reminded = |page: &mut Page, days: f64| -> Outcome<bool> {
        age(page, days)?;
        open(visit, page, CHANGE_LOG)?;
        is_saved(page)?;
        page.until("() => Twohats.page.actions.look", ())?;
        page.ask("() => document.getElementById('sheet-notice').textContent.includes('on this device alone')", ())
    };
    expect(!is_reminded(&mut page, 13.5)?, "it is reminded too early")?;
    expect(is_reminded(&mut page, 14.5)?, "nobody is reminded")?;
    expect(!is_reminded(&mut page, 15.5)?, "it is reminded twice")?;
    // What the reminder notes is nobody's edit.
    write(&mut page, WORK, "Older")?;
    is_saved(&mut page)
}

pub fn all_copies_say_what_they_take_and_what_is_left(visit: &Visit) -> Outcome {
    let mut page = change_log(visit)?;
    write(&mut page, WORK, &"x".repeat(1 << 20))?;
    is_saved(&mut page)?;
    open(visit, &mut page, COPIES)?;
    says(&mut page, "#room", "All copies take 1 MB.")?;
    let said: String = page.ask("() => document.getElementById('room').textContent", ())?;
    let left = said.split("About ").nth(1).and_then(|rest| rest.split(' ').next());
    let left: f64 = left.and_then(|left| left.parse().ok()).ok_or(said)?;
    // So much does fit, and not much more.
    let fits = "(letters) => {
        try {
            localStorage.probe = 'x'.repeat(letters);
            return true;
        } catch {
            return false;
        } finally {
            delete localStorage.probe;
        }
    }";
    let letters = |megabytes: f64| (megabytes * f64::from(1 << 20)).round();
    expect(page.ask(fits, letters(left - 0.2))?, &format!("{left} MB are not left"))?;
    expect(!page.ask::<bool>(fits, letters(left + 0.2))?, &format!("more than {left} MB are left"))
}

/// However many there are.
pub fn a_file_with_thousands_of_copies_comes_in_whole(visit: &Visit) -> Outcome {
    let mut page = visit.new_page()?;
    open(visit, &mut page, COPIES)?;
    let all: String = page.ask(
        "() => JSON.stringify({ format: 'twohats-copies', version: 1, copies: Array.from({ length: 4000 }, (_, at) => (
            { format: 'twohats-copy', version: 1, id: `c${at}`, revision: 1, template: 'change-log', name: `Copy ${at}`, answers: { 'piece-of-work': `${at}` } })) })",
        (),
    )?;
    paste(&mut page, &all)?;
    says(&mut page, NOTICE, "Opened: 4,000")?;
    expect(kept(&mut page)?.len() == 4000, "not all of them are kept")?;
    let listed: usize = page.ask("() => document.querySelectorAll('.copy').length", ())?;
    expect(listed == 4000, &format!("{listed} are listed"))
}

/// Also what no page can read, and what belongs to a sheet that is gone.
pub fn one_file_holds_everything_that_is_kept(visit: &Visit) -> Outcome {
    let mut page = change_log(visit)?;
    write(&mut page, WORK, "One")?;
    is_saved(&mut page)?;
    page.ask::<()>(
        "() => {
            const key = Object.keys(localStorage).find((one) => one.startsWith('twohats:'));
            localStorage[key.replace(/\\w+$/, 'half')] = localStorage[key].slice(0, 40);
            localStorage[key.replace(/\\w+$/, 'newer')] = localStorage[key].replace('\"version\":1', '\"version\":2');
            localStorage[key.replace('change-log', 'gone')] = localStorage[key].replace('change-log', 'gone');
            return null;
        }",
        (),
    )?;
    let kept = "() => Object.keys(localStorage).filter((key) => key.startsWith('twohats:')).map((key) => key.split(':').slice(2).join(':')).sort()";
    let before: Vec<String> = page.ask(kept, ())?;
    open(visit, &mut page, COPIES)?;
    page.ask::<()>(CATCH, ())?;
    press(&mut page, "[data-do=all]")?;
    let all: String = page.ask(
        "async () => new TextDecoder().decode(Uint8Array.from(atob((await files[0])[1]), (letter) => letter.charCodeAt(0)))",
        (),
    )?;
    let mut fresh = visit.new_page()?;
    open(visit, &mut fresh, COPIES)?;
    paste(&mut fresh, &all)?;
    says(&mut fresh, NOTICE, "Opened: 4")?;
    let after: Vec<String> = fresh.ask(kept, ())?;
    expect(before.len() == 4 && after == before, &format!("{after:?}, not {before:?}"))
}

pub fn without_the_second_script_it_is_said_and_nothing_is_lost(visit: &Visit) -> Outcome {
    let mut page = visit.new_page()?;
    page.block(&["assets/ways."])?;
    open(visit, &mut page, CHANGE_LOG)?;
    write(&mut page, WORK, "Offline")?;
    is_saved(&mut page)?;
    page.ask::<()>(CATCH, ())?;
    press(&mut page, "[data-do=markdown]")?;
    says(&mut page, NOTICE, "could not be loaded")?;
    press_words(&mut page, "Download now")?;
    let names: Vec<(String, String)> = page.ask("() => Promise.all(files)", ())?;
    expect(names.len() == 1 && names[0].0.contains(".json"), "the file was not given")?;
    // A link that is opened then is not lost either.
    page.ask::<()>("() => (location.hash = 'c1.1.1.abc', null)", ())?;
    says(&mut page, BANNER, "could not be loaded")?;
    page.block(&[])?;
    press_words(&mut page, "Try again")?;
    says(&mut page, BANNER, "changed on its way")?;
    press(&mut page, "[data-do=markdown]")?;
    page.until("() => files.length === 2", "")?;
    holds(&mut page, WORK, "Offline")
}

pub fn what_was_written_is_looked_at_before_it_is_printed(visit: &Visit) -> Outcome {
    let mut page = change_log(visit)?;
    write(&mut page, WORK, "Bookings")?;
    write(&mut page, "field-requests.1.request", "Export")?;
    press(&mut page, "[data-do=look]")?;
    says(&mut page, "#look-list", "Bookings")?;
    says(&mut page, "#look-list td", "Export")?;
    says(&mut page, "#look-list .empty", "Nothing written")?;
    press(&mut page, "#look-list [data-answer=field-agreed-date]")?;
    page.until("(id) => document.activeElement.id === id", "field-agreed-date")?;
    page.ask::<()>("() => (window.print = () => { globalThis.printed = true; }, null)", ())?;
    press(&mut page, "[data-do=look]")?;
    press(&mut page, "#look-dialog [data-answer=print]")?;
    page.until("() => globalThis.printed", "")
}

/// The browser is really closed, and starts anew with nothing but what its profile keeps.
pub fn when_the_browser_was_closed_everything_is_there_again(visit: &Visit) -> Outcome {
    let program = find_chromium().ok_or("no Chromium")?;
    let chromium = Chromium::launch(&program)?;
    let mut page = Page::of_profile(&chromium)?;
    open(visit, &mut page, CHANGE_LOG)?;
    for row in 1..=3 {
        write(&mut page, &format!("field-requests.{row}.request"), &format!("Request {row}"))?;
    }
    is_saved(&mut page)?;
    drop(page);
    let chromium = chromium.restart(&program)?;
    let mut page = Page::of_profile(&chromium)?;
    open(visit, &mut page, CHANGE_LOG)?;
    for row in 1..=3 {
        holds(&mut page, &format!("field-requests.{row}.request"), &format!("Request {row}"))?;
    }
    Ok(())
}

/// The book gets an id, another title and another address, and its template another name.
pub fn a_playbook_with_an_id_finds_its_copies_after_it_moved(visit: &Visit) -> Outcome {
    let Kinds { project, place } = Kinds::build()?;
    let book =
        |more: &str| project.write("book.toml", &format!("[book]\ntitle = \"Test\"\n{more}"));
    let build = |name: &str| {
        let run = project.run(&["build", "--output", &format!("public/{name}")]);
        expect(run.code == 0, &run.err)
    };
    let mut page = visit.new_page()?;
    // Before it had an id, and then with one at another address.
    let (old, new) = (place.base.clone(), format!("{}new/", place.base));
    page.open(&format!("{old}{}", Kinds::PAGE))?;
    write(&mut page, "field-line", "From before")?;
    is_saved(&mut page)?;
    book("id = \"test\"\n");
    build("new")?;
    page.open(&format!("{new}{}", Kinds::PAGE))?;
    holds(&mut page, "field-line", "From before")?;
    press(&mut page, "[data-do=blank]")?;
    write(&mut page, "field-line", "With an id")?;
    is_saved(&mut page)?;
    // With the id another title does no harm, nor another name of the template that says what it was.
    let sheet = fs::read_to_string(project.path("content/templates/kinds.yaml"))
        .map_err(because("kinds.yaml"))?;
    project.remove("content/templates/kinds.yaml");
    project.write(
        "content/templates/renamed.yaml",
        &sheet.replace("summary:", "was: kinds\nsummary:"),
    );
    project.write("book.toml", "[book]\ntitle = \"Renamed\"\nid = \"test\"\n");
    build("third")?;
    page.open(&format!("{}third/templates/renamed.html", place.base))?;
    holds(&mut page, "field-line", "With an id")?;
    write(&mut page, "field-line", "Changed")?;
    is_saved(&mut page)?;
    expect(kept(&mut page)?.len() == 2, "it was not kept where it lies")?;
    page.open(&format!("{}third/{COPIES}", place.base))?;
    says(&mut page, "[data-template=renamed] .count, [data-template=renamed]", "Every kind")?;
    let found: usize =
        page.ask("() => document.querySelectorAll('[data-template=renamed] .copy').length", ())?;
    expect(found == 2, &format!("{found} copies are listed"))?;
    // Who has no id shares nothing.
    book("");
    build("fourth")?;
    page.open(&format!("{}fourth/templates/renamed.html", place.base))?;
    expect(value(&mut page, "field-line")?.is_empty(), "two books without ids share copies")
}

pub fn the_second_script_comes_once_and_with_the_first_touch(visit: &Visit) -> Outcome {
    let mut page = change_log(visit)?;
    page.settle()?;
    let ways = |asked: &[String]| asked.iter().filter(|one| one.contains("assets/ways.")).count();
    expect(ways(&page.heard().requests) == 0, "who only reads has to wait for it")?;
    touch(&mut page)?;
    touch(&mut page)?;
    let asked = page.heard().requests;
    expect(ways(&asked) == 1, &format!("it was asked for {} times", ways(&asked)))?;
    let outside: Vec<String> =
        asked.into_iter().filter(|one| !one.starts_with(&visit.site.below_a_path.base)).collect();
    none(&outside)
}
