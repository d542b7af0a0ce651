//! A word of sixty letters, or an address as long, behind every key and in every box: no page is pushed sideways by it.

use serde_json::{Value, json};
use testkit::browser::{Kind as Device, Page, Screen};
use testkit::outcome::{Outcome, none};
use testkit::written::{Written, named_pages, path};
use testkit::{Book, Project};
use twohats::model::Kind;

use crate::crawl::Place;
use crate::pictures;
use crate::server::serve;
use crate::sheet::{press, touch};
use crate::site::Visit;

const WORD: &str = "Donaudampfschifffahrtselektrizitaetenhauptbetriebswerkbauunter";
const ADDRESS: &str = "https://example.org/a_path_that_has_no_place_to_be_broken_at_and_is_long";

/// The smallest phone, a common one, and a window in which two hats stand side by side.
const SCREENS: [Screen; 4] = [
    Screen { width: 320, height: 640, kind: Device::Phone },
    Screen::PHONE,
    Screen { width: 768, height: 1024, kind: Device::Desk },
    Screen::LAPTOP,
];

/// Waits until an element is to be seen.
const VISIBLE: &str = "(one) => document.querySelector(one)?.checkVisibility() === true";

/// Writes the word into every box, and chooses the longest of what can be chosen.
const TYPE: &str = "(word) => {
    for (const box of document.querySelectorAll('main :is(textarea, select, input:not([type=checkbox], [type=radio], [type=file]))')) {
        if (box.matches('select')) box.selectedIndex = box.options.length - 1;
        else if (box.type === 'number') box.value = '9'.repeat(60);
        else if (box.type === 'date') box.value = '2026-11-29';
        else box.value = word;
        box.dispatchEvent(new Event('input', { bubbles: true }));
        box.dispatchEvent(new Event('change', { bubbles: true }));
    }
    return null;
}";

/// What Markdown can hold besides the words of a paragraph.
fn guide() -> String {
    format!(
        "---\ntitle: Parts of a text\n---\n\n## {WORD}\n\n### `{WORD}`\n\n\
         {ADDRESS} and [{WORD}]({ADDRESS}), `{WORD}`, **{WORD}**, {WORD}[^1].\n\n\
         > {WORD}\n\n> [!NOTE]\n> {ADDRESS}\n\n- {WORD}\n  1. {WORD}\n\n```\n{WORD}{WORD}\n```\n\n```text\n{WORD}{WORD}\n```\n\n\
         | {WORD} | Second |\n|---|---|\n| {ADDRESS} | {WORD} |\n| Responsibilities | Why it is so |\n\n\
         | {WORD} | Second | Third |\n|---|---|---|\n| {ADDRESS} | {WORD} | `{WORD}` |\n\n\
         | {WORD} | | | |\n|---|---|---|---|\n| {ADDRESS} | {WORD} | `{WORD}` | {WORD} |\n\n\
         <table><tr><td>{WORD}</td><td>{ADDRESS}</td></tr></table>\n\n\
         <details><summary>{WORD}</summary>\n\n{WORD}\n\n</details>\n\n<kbd>{WORD}</kbd>\n\n\
         {WORD}\n:   {WORD}\n\n[^1]: {WORD} {ADDRESS}\n"
    )
}

/// A book with a long word and a long address behind every key.
struct Long {
    /// The folder of the site goes with it.
    _project: Project,
    place: Place,
    pages: Vec<String>,
}

impl Long {
    fn build() -> Outcome<Self> {
        let settings = format!(
            "[book]\ntitle = \"{WORD}\"\ndescription = \"{WORD} {ADDRESS}\"\n\
             [topics]\nfiller = \"{WORD}\"\n\
             [markdown]\nhtml = \"clean\"\n\
             [languages.en]\nname = \"{WORD}\"\n[languages.de]\nname = \"{WORD}\"\ntitle = \"{WORD}\"\n"
        );
        let mut book = Book::new().file("book.toml", settings).files(named_pages());
        book = book.file("content/guidance/parts.md", guide());
        for kind in Kind::ALL {
            let written = Written::new(kind);
            let mut json = written.value.to_string();
            for text in &written.texts {
                json = json.replace(&text.word, &format!("{} {WORD} {ADDRESS}", text.word));
            }
            let mut value: Value = serde_json::from_str(&json).expect("it is still JSON");
            // Topics are named, and called something in `book.toml`.
            if let Some(topics) = value.get_mut("topics") {
                *topics = json!(["filler"]);
            }
            book = book.file(path(kind, "full"), written.text(&value));
        }
        let project = book.on_disk();
        let pages = project
            .build()
            .into_keys()
            .filter(|name| name.rsplit('.').next() == Some("html"))
            .collect();
        let place = serve(&project.path("public"), "/")?;
        Ok(Self { _project: project, place, pages })
    }

    fn open(&self, page: &mut Page, name: &str) -> Outcome {
        page.open(&format!("{}{name}", self.place.base))?;
        page.settle()
    }
}

/// What pushes the page sideways on any of the screens, as it is now.
fn faults(page: &mut Page, visit: &Visit, name: &str) -> Outcome<Vec<String>> {
    let mut faults = Vec::new();
    for screen in SCREENS {
        page.show_on(screen)?;
        let over: Vec<String> = page.ask(include_str!("ask/sideways.js"), ())?;
        let width = screen.width;
        let over = over.into_iter().map(|what| format!("{width} px wide: {what}")).collect();
        faults.extend(pictures::named(over, page, visit.test, &format!("{name}-{width}"))?);
    }
    Ok(faults)
}

pub fn what_an_author_writes_pushes_no_page_sideways(visit: &Visit) -> Outcome {
    let long = Long::build()?;
    let mut page = visit.new_page()?;
    let mut found = Vec::new();
    for name in &long.pages {
        long.open(&mut page, name)?;
        page.ask::<()>(
            "() => { for (const one of document.querySelectorAll('details')) one.open = true; return null; }",
            (),
        )?;
        found.extend(faults(&mut page, visit, name)?);
    }
    none(&found)
}

pub fn what_a_reader_types_pushes_no_page_sideways(visit: &Visit) -> Outcome {
    let long = Long::build()?;
    let (mut page, mut found) = (visit.new_page()?, Vec::new());
    let sheet = "templates/full.html";
    long.open(&mut page, sheet)?;
    touch(&mut page)?;
    page.ask::<()>("() => { for (const one of document.querySelectorAll('[data-do=add-row], [data-do=add-item]')) one.click(); return null; }", ())?;
    page.ask::<()>(TYPE, WORD)?;
    page.settle()?;
    found.extend(faults(&mut page, visit, "filled")?);
    let dialogs: Vec<String> =
        page.ask("() => [...document.querySelectorAll('main dialog')].map((one) => one.id)", ())?;
    for way in ["look", "send", "text", "clear"] {
        page.show_on(Screen::LAPTOP)?;
        press(&mut page, &format!("[data-do={way}]"))?;
        page.settle()?;
        found.extend(faults(&mut page, visit, way)?);
        page.ask::<()>("() => { for (const one of document.querySelectorAll('dialog[open]')) one.close(); return null; }", ())?;
    }
    for dialog in dialogs {
        page.ask::<()>("([id, word]) => { const one = document.getElementById(id); one.showModal(); for (const part of one.querySelectorAll('[data-about]')) part.textContent = word; return null; }", (&dialog, WORD))?;
        found.extend(faults(&mut page, visit, &dialog)?);
        page.ask::<()>("(id) => (document.getElementById(id).close(), null)", &dialog)?;
    }
    long.open(&mut page, "copies.html")?;
    found.extend(faults(&mut page, visit, "copies-filled")?);
    for way in ["practise", "workshop"] {
        long.open(&mut page, &format!("scenarios/full.html?{way}"))?;
        page.until(VISIBLE, if way == "practise" { ".try" } else { ".workshop" })?;
        page.ask::<()>(TYPE, WORD)?;
        for _ in 0..6 {
            found.extend(faults(&mut page, visit, way)?);
            page.ask::<()>("() => { for (const one of document.querySelectorAll('[data-do=compare], [data-do=next]')) if (one.checkVisibility()) one.click(); return null; }", ())?;
            page.settle()?;
        }
        found.extend(faults(&mut page, visit, way)?);
    }
    long.open(&mut page, "finder.html")?;
    page.ask::<()>("() => { for (const one of document.querySelectorAll('#finder [type=checkbox]')) one.click(); return null; }", ())?;
    page.settle()?;
    found.extend(faults(&mut page, visit, "ticked")?);
    long.open(&mut page, "search.html")?;
    page.press_with_control("k")?;
    page.type_text("Donaudampf")?;
    page.until("() => document.querySelector('[role=option]')", "")?;
    found.extend(faults(&mut page, visit, "searched")?);
    page.type_text(WORD)?;
    page.settle()?;
    found.extend(faults(&mut page, visit, "not-found")?);
    none(&found)
}
