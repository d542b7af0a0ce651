//! A click with Alt held, on the page of a preview: an editor that follows goes to the word, and the page says where it is.

use std::fs;
use std::time::Instant;

use serde_json::{Value, json};
use testkit::browser::Page;
use testkit::editor::Editor;
use testkit::http::PATIENCE;
use testkit::outcome::Outcome;

use crate::editing::write_on;
use crate::preview::{Desk, SCENARIO, SCENARIO_FILE, quiet};
use crate::sheet::expect;
use crate::site::Visit;

const SHEET_FILE: &str = "content/templates/change-log.yaml";

/// Where the first of some words is on the screen, in an element that fits.
const WORD: &str = "([selector, words]) => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
        const { currentNode: text } = walker;
        const at = text.data.indexOf(words);
        if (at < 0 || !text.parentElement.closest(selector)?.checkVisibility()) continue;
        text.parentElement.scrollIntoView({ block: 'center', behavior: 'instant' });
        const range = document.createRange();
        range.setStart(text, at);
        range.setEnd(text, at + words.indexOf(' '));
        const { left, top, width, height } = range.getBoundingClientRect();
        return [left + width / 2, top + height / 2];
    }
    throw new Error(`no ${words} in ${selector}`);
}";

/// Clicks at the first of some words with Alt held.
fn point(page: &mut Page, selector: &str, words: &str) -> Outcome {
    let (x, y): (f64, f64) = page.ask(WORD, (selector, words))?;
    page.until("([x, y]) => document.elementFromPoint(x, y) !== document.documentElement", (x, y))?;
    page.click_with_alt(x, y)
}

/// What the page says of it.
const SAID: &str = "document.querySelector('twohats-pointed')?.shadowRoot.textContent";

fn until_said(page: &mut Page, words: &str) -> Outcome {
    page.until(&format!("(words) => {SAID} === words"), words)
}

/// The line of a file, from 1, that holds some words first, and how much stands before them there.
fn place_of(desk: &Desk, file: &str, words: &str) -> (usize, usize) {
    let text = fs::read_to_string(desk.project.path(file)).expect("it can be read");
    let (number, line) =
        text.lines().enumerate().find(|(_, line)| line.contains(words)).expect("it is there");
    (number + 1, line.find(words).expect("it holds them"))
}

pub fn a_click_with_alt_held_leads_the_editor_to_the_word(visit: &Visit) -> Outcome {
    let desk = Desk::new();
    let shows = json!({"capabilities": {"window": {"showDocument": {"support": true}}}});
    let mut editor = Editor::start_with(&desk.project, &shows);
    let mut page = desk.open(visit, SCENARIO)?;
    let (line, column) = place_of(&desk, SCENARIO_FILE, "help me with one thing");
    let said = format!("{SCENARIO_FILE}:{line} is shown in your editor");
    // The server looks for a preview once a second.
    let start = Instant::now();
    while start.elapsed() < PATIENCE {
        point(&mut page, "main p", "help me with one thing")?;
        page.until(&format!("() => {SAID}"), ())?;
        if page.ask::<bool>(&format!("(words) => {SAID} === words"), &said)? {
            break;
        }
    }
    until_said(&mut page, &said)?;
    let place = |message: &Value| {
        (message["method"] == "window/showDocument").then(|| message["params"].clone())
    };
    let shown = editor.until("a place", place);
    expect(shown["uri"] == editor.uri(SCENARIO_FILE), &format!("it is {shown}"))?;
    let start = json!({"line": line - 1, "character": column});
    expect(shown["selection"]["start"] == start, &format!("it is {shown} and not {start}"))?;
    quiet(&page)
}

pub fn without_an_editor_the_page_says_the_line_and_goes_nowhere(visit: &Visit) -> Outcome {
    let desk = Desk::new();
    let mut page = write_on(&desk, visit, SCENARIO)?;
    let (line, _) = place_of(&desk, SCENARIO_FILE, "summary: Small extras");
    point(&mut page, "main", "Small extras arrive")?;
    until_said(&mut page, &format!("{SCENARIO_FILE}:{line} Open it"))?;
    let link = "(file) => document.querySelector('twohats-pointed').shadowRoot.querySelector('a').href.includes(file)";
    page.until(link, format!("/{SCENARIO_FILE}:{line}:"))?;
    // A link is of the page to which it leads, and is not followed.
    point(&mut page, "main a", "Change log")?;
    until_said(&mut page, &format!("{SHEET_FILE}:1 Open it"))?;
    page.press_key("Escape")?;
    page.until("() => !document.querySelector('twohats-pointed')", ())?;
    let path: String = page.ask("() => location.pathname", ())?;
    expect(path == SCENARIO, &format!("the page is {path}"))?;
    // No text was opened to be written.
    let is_open = "() => Boolean(document.querySelector('twohats-box'))";
    expect(!page.ask::<bool>(is_open, ())?, "a text was opened")?;
    quiet(&page)
}
