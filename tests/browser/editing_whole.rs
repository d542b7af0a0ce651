//! What is done with a page as a whole while it is written, and what becomes of words when something stands against them.

use std::fs;

use testkit::browser::Page;
use testkit::outcome::{Outcome, none};

use crate::editing::{ask_of, deaf, in_file, kept, press, until_of, until_state, write_on};
use crate::preview::{Desk, SCENARIO, SCENARIO_FILE, SHEET, quiet};
use crate::sheet::expect;
use crate::site::Visit;

/// Presses the button with these words in the dialog that is open, or else at the foot of the parts.
fn press_words(page: &mut Page, words: &str) -> Outcome {
    let question = "(root, words) => {
        const within = root.shadowRoot.querySelector('dialog') ?? document.querySelector('twohats-parts').shadowRoot.querySelector('.whole');
        const button = [...within.querySelectorAll('button')].find((one) => one.textContent === words);
        button?.click();
        return button !== undefined;
    }";
    until_of(page, "twohats-edit", question, words)
}

/// What was logged, but for pages that are not there yet.
fn quiet_but_404(page: &Page) -> Outcome {
    let complaints = page.heard().complaints.into_iter();
    // A page that is left for one which is not there yet fades into nothing.
    let is_fault = |one: &String| {
        !["404", "410", "/.twohats/events", "Transition was aborted"]
            .iter()
            .any(|part| one.contains(part))
    };
    none(&complaints.filter(is_fault).collect::<Vec<_>>())
}

pub fn a_page_begins_gets_another_name_and_goes(visit: &Visit) -> Outcome {
    let desk = Desk::new();
    let mut page = write_on(&desk, visit, SCENARIO)?;
    press(&mut page, ".bar .new")?;
    until_of(&mut page, "dialog .big", "(one) => one", "")?;
    press(&mut page, "dialog .big")?;
    page.type_text("The work keeps growing again")?;
    until_of(
        &mut page,
        ".near",
        "(one) => one?.textContent.includes('The work keeps growing and the deadline')",
        "",
    )?;
    page.press_key("Enter")?;
    page.until("() => location.pathname === '/scenarios/the-work-keeps-growing-again.html' && document.querySelector('[data-twohats-gap]')", ())?;
    let file = "content/scenarios/the-work-keeps-growing-again.yaml";
    in_file(&desk, file, "title: The work keeps growing again\ndraft: yes\n")?;
    // What is to be written there is written over.
    press(&mut page, "[data-twohats-text=summary]")?;
    until_of(&mut page, "twohats-text", "(one) => one?.shadowRoot.activeElement", "")?;
    page.type_text("Again and again.")?;
    page.press_key("Escape")?;
    kept(&mut page)?;
    in_file(&desk, file, "summary: \"Again and again.\"\n")
        .or_else(|_| in_file(&desk, file, "summary: Again and again.\n"))?;
    press_words(&mut page, "Another name…")?;
    until_of(
        &mut page,
        "dialog .big",
        "(one) => { one?.select(); return one?.value === 'the-work-keeps-growing-again' }",
        "",
    )?;
    page.type_text("growing again")?;
    page.press_key("Enter")?;
    page.until("() => location.pathname === '/scenarios/growing-again.html' && document.querySelector('[data-twohats-text]')", ())?;
    in_file(
        &desk,
        "content/scenarios/growing-again.yaml",
        "title: The work keeps growing again\n",
    )?;
    // The switch takes the line of the draft out.
    press(&mut page, ".whole input[type=checkbox]")?;
    kept(&mut page)?;
    let all = fs::read_to_string(desk.project.path("content/scenarios/growing-again.yaml"))
        .expect("it can be read");
    expect(!all.contains("draft"), &format!("it is a draft still:\n{all}"))?;
    press_words(&mut page, "Delete the page…")?;
    until_of(&mut page, "dialog", "(one) => one?.textContent.includes('Nothing names it.')", "")?;
    press_words(&mut page, "Delete the page")?;
    page.until("() => location.pathname === '/' && document.querySelector('twohats-edit')", ())?;
    expect(
        !desk.project.path("content/scenarios/growing-again.yaml").exists(),
        "the file is there",
    )?;
    // It comes again whole.
    press(&mut page, ".bar .undo")?;
    page.until("() => location.pathname === '/scenarios/growing-again.html' && document.querySelector('[data-twohats-text]')", ())?;
    in_file(
        &desk,
        "content/scenarios/growing-again.yaml",
        "title: The work keeps growing again\n",
    )?;
    quiet_but_404(&page)
}

pub fn a_picture_that_is_dropped_is_in_the_book_and_in_the_text(visit: &Visit) -> Outcome {
    let desk = Desk::new();
    let mut page = write_on(&desk, visit, "/guidance/which-hat-when.html")?;
    press(&mut page, "main [data-twohats-text='']")?;
    until_of(&mut page, "twohats-text", "(one) => one?.shadowRoot.activeElement", "")?;
    page.ask::<()>(
        "async () => {
            const canvas = Object.assign(document.createElement('canvas'), { width: 3200, height: 400 });
            canvas.getContext('2d').fillRect(0, 0, 900, 400);
            const blob = await new Promise((done) => canvas.toBlob(done));
            const dataTransfer = new DataTransfer();
            dataTransfer.items.add(new File([blob], 'Our team.png', { type: 'image/png' }));
            const area = document.querySelector('twohats-text').shadowRoot.querySelector('textarea');
            area.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true, composed: true }));
            return null;
        }",
        (),
    )?;
    until_of(
        &mut page,
        "dialog input[type=text]",
        "(one) => one && one.getRootNode().activeElement === one",
        "",
    )?;
    // No picture comes in without words, or that it needs none.
    page.press_key("Enter")?;
    until_of(&mut page, "dialog .refused", "(one) => one.textContent !== ''", "")?;
    page.type_text("A black wall")?;
    page.press_key("Enter")?;
    until_of(
        &mut page,
        "twohats-text",
        "(one) => one?.shadowRoot.querySelector('textarea').value.includes('![A black wall](')",
        "",
    )?;
    kept(&mut page)?;
    in_file(
        &desk,
        "content/guidance/which-hat-when.md",
        "![A black wall](../pictures/our-team.png)\n\n",
    )?;
    page.until(
        "() => document.querySelector('main img[alt=\"A black wall\"]')?.naturalWidth === 1600",
        (),
    )?;
    quiet(&page)
}

pub fn a_translation_begins_and_is_written_beside_its_original(visit: &Visit) -> Outcome {
    let desk = Desk::new();
    let settings = fs::read_to_string(desk.project.path("book.toml")).expect("it can be read");
    let languages =
        "\n[languages.en-GB]\nname = \"English\"\n\n[languages.de]\nname = \"Deutsch\"\n";
    desk.project.write("book.toml", &format!("{settings}{languages}"));
    desk.preview.until("/de/index.html", "lang=\"de\"");
    let mut page = write_on(&desk, visit, SCENARIO)?;
    press_words(&mut page, "Begin a translation: Deutsch")?;
    page.until("() => location.pathname === '/de/scenarios/scope-creep.html' && document.querySelector('[data-twohats-text]')", ())?;
    press(&mut page, "h1")?;
    until_of(
        &mut page,
        "twohats-text",
        "(box) => { const one = box?.shadowRoot.querySelector('.original'); return one?.lang === 'en-GB' && one.textContent.includes('The work keeps growing'); }",
        "",
    )?;
    page.type_text(" (deutsch)")?;
    page.press_key("Escape")?;
    kept(&mut page)?;
    let file = "content/de/scenarios/scope-creep.yaml";
    in_file(&desk, file, "has not moved (deutsch)\n")?;
    // What is not there yet is begun beside the original too; facts are the original's alone.
    press(&mut page, ".adds [data-focus='add:summary']")?;
    until_of(
        &mut page,
        "[data-part=summary] .original",
        "(one) => one?.textContent.includes('Small extras arrive')",
        "",
    )?;
    page.type_text("Kleine Bitten")?;
    kept(&mut page)?;
    page.until("() => document.querySelector('main .lede').textContent === 'Kleine Bitten'", ())?;
    page.type_text(" kommen.")?;
    kept(&mut page)?;
    in_file(&desk, file, "summary: Kleine Bitten kommen.\n")?;
    let facts: u32 = ask_of(
        &mut page,
        "twohats-parts",
        "(one) => one.shadowRoot.querySelectorAll('[data-focus=\"add:level\"], [data-focus=\"add:templates\"]').length",
    )?;
    expect(facts == 0, "facts of the original are asked for")?;
    quiet_but_404(&page)
}

pub fn what_cannot_be_kept_waits_is_said_and_comes_into_the_file_later(visit: &Visit) -> Outcome {
    let desk = Desk::new();
    let mut page = write_on(&desk, visit, SCENARIO)?;
    page.block(&["/.twohats/edit/save"])?;
    press(&mut page, "h1")?;
    page.type_text(" today")?;
    until_state(&mut page, "Not kept: the preview is not running")?;
    page.type_text(" and tomorrow")?;
    page.block(&[])?;
    kept(&mut page)?;
    in_file(&desk, SCENARIO_FILE, "has not moved today and tomorrow\n")?;
    // When the page is left while the file has something else, the words are there when it is opened again.
    deaf(&mut page, "hidden")?;
    desk.edit(SCENARIO_FILE, "today and tomorrow", "this week");
    desk.preview.until(SCENARIO, "has not moved this week");
    page.type_text(" and ever")?;
    page.leave(|page| page.ask("(to) => (location.href = to, null)", SHEET))?;
    page.leave(|page| page.ask("(to) => (location.href = to, null)", SCENARIO))?;
    until_of(
        &mut page,
        ".left textarea",
        "(one) => one?.value.endsWith('moved today and tomorrow and ever')",
        "",
    )?;
    until_state(&mut page, "You left before all words were kept")?;
    in_file(&desk, SCENARIO_FILE, "has not moved this week\n")
}
