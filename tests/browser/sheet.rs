//! A sheet in a reader's hands: what the tests of copies, of ways out and of failures have in common.

use testkit::browser::{Page, Tab};
use testkit::outcome::Outcome;

use crate::site::Visit;

pub const CHANGE_LOG: &str = "templates/change-log.html";
pub const COPIES: &str = "copies.html";

/// Opens a page of the site in a tab.
pub fn open(visit: &Visit, page: &mut Page, name: &str) -> Outcome {
    page.open(&format!("{}{name}", visit.site.below_a_path.base))
}

/// A new profile with the change log open in it.
pub fn change_log(visit: &Visit) -> Outcome<Page> {
    let mut page = visit.new_page()?;
    open(visit, &mut page, CHANGE_LOG)?;
    Ok(page)
}

/// Writes into a box, as typing or choosing does.
pub fn write(page: &mut impl Tab, id: &str, value: &str) -> Outcome {
    page.ask(
        "([id, value]) => {
            const box = document.getElementById(id);
            box.value = value;
            box.dispatchEvent(new Event('input', { bubbles: true }));
            return null;
        }",
        (id, value),
    )
}

/// Touches the page, which brings its second script.
pub fn touch(page: &mut impl Tab) -> Outcome {
    page.ask::<()>("() => (dispatchEvent(new Event('pointerdown')), null)", ())?;
    page.until("() => Twohats.page.actions.look", ())
}

/// Presses a button or a link.
pub fn press(page: &mut impl Tab, selector: &str) -> Outcome {
    page.ask("(selector) => (document.querySelector(selector).click(), null)", selector)
}

/// Presses the button that has these words.
pub fn press_words(page: &mut impl Tab, words: &str) -> Outcome {
    page.until("(words) => {
            const shown = [...document.querySelectorAll('button')].filter((one) => one.checkVisibility());
            const button = shown.find((one) => one.textContent.trim() === words);
            button?.click();
            return button !== undefined;
        }",
        words,
    )
}

/// Waits until an element says something.
pub fn says(page: &mut impl Tab, selector: &str, words: &str) -> Outcome {
    let question =
        "([selector, words]) => document.querySelector(selector)?.textContent.includes(words)";
    page.until(question, (selector, words))
}

pub fn is_saved(page: &mut impl Tab) -> Outcome {
    says(page, "[data-show=saved]", "on this device")
}

pub fn value(page: &mut impl Tab, id: &str) -> Outcome<String> {
    page.ask("(id) => document.getElementById(id).value", id)
}

pub fn holds(page: &mut impl Tab, id: &str, wanted: &str) -> Outcome {
    let found = value(page, id)?;
    if found == wanted { Ok(()) } else { Err(format!("`{id}` holds {found:?}, not {wanted:?}")) }
}

/// Every copy that is kept, as JSON, by the order of their keys.
pub fn kept(page: &mut impl Tab) -> Outcome<Vec<serde_json::Value>> {
    page.ask(
        "() => Object.keys(localStorage).filter((key) => key.startsWith('twohats:')).sort()
            .map((key) => JSON.parse(localStorage[key]))",
        (),
    )
}

/// Fails unless it is so.
pub fn expect(so: bool, fault: &str) -> Outcome {
    if so { Ok(()) } else { Err(fault.to_owned()) }
}
