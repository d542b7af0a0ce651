//! Writing on the page of a preview: texts are opened where they are seen, kept in their file and never lost.

use std::fs;

use testkit::browser::Page;
use testkit::outcome::{Outcome, none};

use crate::preview::{Desk, SCENARIO, SCENARIO_FILE, SHEET, quiet};
use crate::sheet::expect;
use crate::site::Visit;

/// Finds an element also in what the editor puts beside the page's own.
const FIND: &str = "const find = (selector) => {
    const within = (root) => {
        const all = [...root.querySelectorAll(selector)];
        const ours = [...root.querySelectorAll('*')].filter((one) => one.shadowRoot);
        return [...all, ...ours.flatMap((one) => within(one.shadowRoot))];
    };
    const found = within(document);
    return found.find((one) => one.checkVisibility({ visibilityProperty: true })) ?? found[0];
};";

/// Asks of the first element that fits, wherever it stands.
pub fn ask_of<T: serde::de::DeserializeOwned>(
    page: &mut Page,
    selector: &str,
    question: &str,
) -> Outcome<T> {
    let function = format!("(selector) => {{ {FIND} return ({question})(find(selector)); }}");
    page.ask(&function, selector)
}

/// Waits until the first element that fits is so.
pub fn until_of(page: &mut Page, selector: &str, question: &str, about: &str) -> Outcome {
    let function =
        format!("([selector, about]) => {{ {FIND} return ({question})(find(selector), about); }}");
    page.until(&function, (selector, about))
}

/// Presses the mouse where an element is.
pub fn press(page: &mut Page, selector: &str) -> Outcome {
    until_of(page, selector, "(one) => one?.checkVisibility()", "")?;
    let (x, y): (f64, f64) = ask_of(
        page,
        selector,
        "(one) => { one.scrollIntoView({ block: 'center', behavior: 'instant' });
            const { left, top, width, height } = one.getBoundingClientRect();
            return [left + width / 2, height < innerHeight ? top + height / 2 : innerHeight / 2]; }",
    )?;
    click(page, x, y)
}

/// Presses the mouse there, once the page that came has taken the place of the one before: as long as one fades into the
/// other, nothing of either can be pressed.
pub fn click(page: &mut Page, x: f64, y: f64) -> Outcome {
    let is_faded = "([x, y]) => document.elementFromPoint(x, y) !== document.documentElement";
    page.until(is_faded, (x, y))?;
    page.click(x, y)
}

/// Opens a page with editing on, and waits until its texts can be pressed.
pub fn write_on(desk: &Desk, visit: &Visit, path: &str) -> Outcome<Page> {
    let mut page = visit.new_page()?;
    page.open(&desk.address(&format!("{path}?edit")))?;
    page.until("() => document.querySelector('[data-twohats-text]')", ())?;
    Ok(page)
}

/// Keeps the editor's script back until `late` is called.
const KEEP_BACK: &str = "() => {
    const { append } = Element.prototype;
    Element.prototype.append = function (...nodes) {
        if (!nodes[0]?.src?.endsWith('/edit.js')) return append.apply(this, nodes);
        Element.prototype.append = append;
        globalThis.late = () => append.apply(this, nodes);
    };
    return null;
}";

pub fn a_page_that_becomes_newer_while_the_editor_comes_is_written_on(visit: &Visit) -> Outcome {
    let desk = Desk::new();
    let mut page = visit.new_page()?;
    page.open(&desk.address(SCENARIO))?;
    page.ask::<()>(KEEP_BACK, ())?;
    press(&mut page, "[role=switch]")?;
    page.until("() => Boolean(globalThis.late)", ())?;
    desk.edit(SCENARIO_FILE, "summary: Small extras", "summary: Many small extras");
    page.until("() => document.body.innerText.includes('Many small extras')", ())?;
    page.ask::<()>("() => (late(), null)", ())?;
    page.until("() => document.querySelector('[data-twohats-text]')", ())
}

/// Waits until the bar says this.
pub fn until_state(page: &mut Page, words: &str) -> Outcome {
    until_of(page, ".state", "(one, words) => one.textContent.includes(words)", words)
}

pub fn kept(page: &mut Page) -> Outcome {
    until_of(
        page,
        ".state",
        "(one, words) => one.matches('.kept') && one.textContent.startsWith(words)",
        "Kept in the file",
    )
}

/// Fails unless a file holds this.
pub fn in_file(desk: &Desk, file: &str, text: &str) -> Outcome {
    let all = fs::read_to_string(desk.project.path(file)).expect("it can be read");
    expect(all.contains(text), &format!("`{file}` does not hold `{text}` but\n{all}"))
}

fn text(key: &str) -> String {
    format!("[data-twohats-text=\"{key}\"]")
}

/// What the open box holds, where its caret stands, and whether it has the focus.
const BOX: &str = "() => {
    const root = document.querySelector('twohats-text')?.shadowRoot;
    const area = root?.querySelector('textarea');
    return area && [area.value, area.selectionStart, root.activeElement === area];
}";

fn until_page(page: &mut Page, words: &str) -> Outcome {
    page.until("(words) => document.querySelector('main').textContent.includes(words)", words)
}

pub fn who_only_reads_has_nothing_of_the_editor_but_its_switch(visit: &Visit) -> Outcome {
    let desk = Desk::new();
    let mut page = desk.open(visit, SCENARIO)?;
    page.until("() => document.querySelector('twohats-switch')", ())?;
    let ours: Vec<String> = page.ask(
        "() => [...document.querySelectorAll('*')].filter((one) => one.localName.startsWith('twohats-')
            || [...one.attributes].some((name) => name.name.startsWith('data-twohats-'))).map((one) => one.localName)",
        (),
    )?;
    expect(ours == ["twohats-switch"], &format!("the page has {ours:?}"))?;
    let asked = page.heard().requests;
    let editor: Vec<_> = asked.iter().filter(|one| one.contains("/.twohats/edit")).collect();
    expect(editor.is_empty(), &format!("{editor:?} was asked for"))?;
    press(&mut page, "twohats-switch")?;
    page.until("() => document.querySelector('[data-twohats-text]')", ())?;
    // The next page is written on too, until the switch is pressed again.
    page.leave(|page| page.ask("(to) => (location.href = to, null)", SHEET))?;
    page.until("() => document.querySelector('[data-twohats-text]')", ())?;
    press(&mut page, ".bar [role=switch]")?;
    page.until(
        "() => !document.querySelector('twohats-edit, twohats-pen, [data-twohats-text]')",
        (),
    )?;
    page.leave(|page| page.ask("() => (location.reload(), null)", ()))?;
    page.until("() => document.querySelector('twohats-switch')", ())?;
    let is_on: bool = page.ask("() => Boolean(document.querySelector('twohats-edit'))", ())?;
    expect(!is_on, "editing was switched off and is on")?;
    quiet(&page)
}

pub fn a_text_that_is_pressed_is_written_on_the_page_and_in_its_file(visit: &Visit) -> Outcome {
    let desk = Desk::new();
    let mut page = write_on(&desk, visit, SCENARIO)?;
    press(&mut page, "h1")?;
    // The page opens its search at a slash; not at one that is typed here.
    page.type_text(" and/or at all")?;
    kept(&mut page)?;
    in_file(
        &desk,
        SCENARIO_FILE,
        "title: The work keeps growing and the deadline has not moved and/or at all\n",
    )?;
    page.until("() => document.querySelector('h1').textContent.endsWith('and/or at all')", ())?;
    // Elsewhere on the page is a press that closes it; on another text it opens that.
    press(&mut page, &text("signs[0]"))?;
    page.until(&format!("() => ({BOX})()?.[0].startsWith('The list of work is longer')"), ())?;
    let is_back: bool = page.ask("() => document.querySelector('h1').checkVisibility()", ())?;
    expect(is_back, "the title is not shown again")?;
    // A text of many paragraphs has tools; what they put in is Markdown in the file.
    press(&mut page, &text("leader.say"))?;
    page.until(&format!("() => ({BOX})()?.[0].startsWith('Everything people')"), ())?;
    page.press_with_control("b")?;
    page.type_text("Well. ")?;
    kept(&mut page)?;
    in_file(&desk, SCENARIO_FILE, "  say: |\n    **Well. **Everything people have asked")?;
    quiet(&page)
}

pub fn a_text_is_found_written_and_closed_by_keys_alone(visit: &Visit) -> Outcome {
    let desk = Desk::new();
    let mut page = write_on(&desk, visit, SCENARIO)?;
    let named = "() => {
        const pen = document.activeElement?.localName === 'twohats-pen' && document.activeElement;
        return pen ? pen.shadowRoot.activeElement.textContent : '';
    }";
    // The bar comes before the page, whose texts come before the parts.
    let button = "() => document.activeElement?.shadowRoot?.activeElement?.textContent ?? ''";
    for words in ["Edit", "Take back", "All parts", "New…", "Done"] {
        page.press_key("Tab")?;
        let at: String = page.ask(button, ())?;
        expect(at == words, &format!("Tab came to {at:?}, not to {words:?}"))?;
    }
    let mut seen = Vec::new();
    for _ in 0..40 {
        page.press_key("Tab")?;
        seen.push(page.ask::<String>(named, ())?);
        if seen.last().is_some_and(|name| name == "Edit: Summary") {
            break;
        }
    }
    expect(seen.iter().any(|name| name == "Edit: Summary"), &format!("Tab came by {seen:?}"))?;
    expect(seen.iter().any(|name| name == "Edit: Title"), "the title does not come before it")?;
    page.press_key("Enter")?;
    page.until(&format!("() => ({BOX})()?.[2]"), ())?;
    page.type_text(" Truly.")?;
    page.press_key("Escape")?;
    kept(&mut page)?;
    in_file(&desk, SCENARIO_FILE, "they are sinking the date. Truly.\n")?;
    let after: String = page.ask(named, ())?;
    expect(after == "Edit: Summary", &format!("the focus is at {after:?}"))?;
    page.until("() => !document.querySelector('twohats-text')", ())?;
    // F6 goes round, and comes back to where it was.
    let place =
        "() => document.activeElement.shadowRoot.activeElement.matches('.parts, .switch, .unseen')
        && document.activeElement.localName";
    for wanted in ["twohats-parts", "twohats-edit", "twohats-pen"] {
        page.press_key("F6")?;
        let at: String = page.ask(place, ())?;
        expect(at == wanted, &format!("F6 came to {at}, not to {wanted}"))?;
    }
    let after: String = page.ask(named, ())?;
    expect(after == "Edit: Summary", &format!("F6 brought the focus to {after:?}"))?;
    // Enter is the end of a text of one line too.
    page.press_key("Enter")?;
    page.until(&format!("() => ({BOX})()?.[2]"), ())?;
    page.press_key("Enter")?;
    page.until("() => !document.querySelector('twohats-text')", ())?;
    quiet(&page)
}

pub fn a_box_stays_open_with_its_caret_while_the_page_changes_round_it(visit: &Visit) -> Outcome {
    let desk = Desk::new();
    let mut page = write_on(&desk, visit, SCENARIO)?;
    press(&mut page, &text("summary"))?;
    page.type_text(" More.")?;
    kept(&mut page)?;
    page.ask::<()>(
        "() => { const area = document.querySelector('twohats-text').shadowRoot.querySelector('textarea');
            area.setSelectionRange(5, 9); window.area = area; return null; }",
        (),
    )?;
    // Another program takes out what stands before it, and writes another title.
    desk.edit(SCENARIO_FILE, "title: The work keeps growing", "title: All work keeps growing");
    page.until("() => document.querySelector('h1').textContent.startsWith('All work')", ())?;
    let held: (String, u32, u32, bool) = page.ask(
        "() => { const { activeElement } = document.querySelector('twohats-text').shadowRoot; const { area } = window;
            return [area.value, area.selectionStart, area.selectionEnd, activeElement === area]; }",
        (),
    )?;
    let is_same = held.0.ends_with("the date. More.") && (held.1, held.2, held.3) == (5, 9, true);
    expect(is_same, &format!("the box holds {held:?}"))?;
    // A text in which nothing is typed takes what the file has now.
    desk.edit(SCENARIO_FILE, "the date. More.", "the date. From elsewhere.");
    page.until("() => window.area.value.endsWith('From elsewhere.')", ())?;
    // Where its own place goes, the box goes to the side, with its words, its caret and the focus.
    let layout = "{% extends \"default/scenario.html\" %}{% block intro %}{% endblock intro %}";
    desk.project.write("themes/mine/layouts/scenario.html", layout);
    until_of(&mut page, ".loose twohats-text", "(one) => one", "")?;
    let is_same = "() => { const { area } = window; const root = area.getRootNode();
        return root.activeElement === area && area.value.endsWith('From elsewhere.') }";
    page.until(is_same, ())?;
    page.type_text("!")?;
    kept(&mut page)?;
    let at: u32 = page.ask("() => window.area.selectionStart", ())?;
    expect(at == 6, &format!("the caret went to {at}"))?;
    desk.project.remove("themes/mine/layouts/scenario.html");
    page.until("() => document.querySelector('main twohats-text')", ())?;
    page.until(is_same, ())?;
    // The page is made anew from another layout, and may say so.
    let complaints = page.heard().complaints.into_iter();
    none(&complaints.filter(|one| !one.contains("/.twohats/events")).collect::<Vec<_>>())
}

pub fn what_is_typed_last_is_in_the_file_when_the_page_is_left_at_once(visit: &Visit) -> Outcome {
    let desk = Desk::new();
    let mut page = write_on(&desk, visit, SCENARIO)?;
    press(&mut page, "h1")?;
    page.type_text("!")?;
    page.leave(|page| page.ask("(to) => (location.href = to, null)", SHEET))?;
    desk.preview.until(SCENARIO, "the deadline has not moved!");
    in_file(&desk, SCENARIO_FILE, "has not moved!\n")
}

/// The page hears nothing of the preview, as when it is not looked at.
pub fn deaf(page: &mut Page, state: &str) -> Outcome {
    page.ask(
        "(state) => { Object.defineProperty(document, 'visibilityState', { value: state, configurable: true });
            document.dispatchEvent(new Event('visibilitychange')); return null }",
        state,
    )
}

pub fn where_two_write_at_once_both_versions_are_there(visit: &Visit) -> Outcome {
    for (choice, wanted) in [("Keep mine", "date. Mine."), ("Take the file’s", "date. Theirs.")] {
        let desk = Desk::new();
        let mut page = write_on(&desk, visit, SCENARIO)?;
        press(&mut page, &text("summary"))?;
        page.until(&format!("() => ({BOX})()?.[2]"), ())?;
        deaf(&mut page, "hidden")?;
        desk.edit(SCENARIO_FILE, "sinking the date.", "sinking the date. Theirs.");
        desk.preview.until(SCENARIO, "Theirs.");
        page.type_text(" Mine.")?;
        until_state(&mut page, "Not kept: this text was changed in the file meanwhile")?;
        let both: String = ask_of(&mut page, ".clash", "(one) => one.textContent")?;
        for part in ["Nothing is lost: both are here", "date. Mine.", "date. Theirs."] {
            expect(both.contains(part), &format!("no `{part}` in {both}"))?;
        }
        in_file(&desk, SCENARIO_FILE, "sinking the date. Theirs.\n")?;
        deaf(&mut page, "visible")?;
        let press = "([words]) => { const root = document.querySelector('twohats-text').shadowRoot;
            [...root.querySelectorAll('.clash button')].find((one) => one.textContent === words).click(); return null; }";
        page.ask::<()>(press, [choice])?;
        kept(&mut page)?;
        in_file(&desk, SCENARIO_FILE, wanted)?;
        page.until(&format!("(words) => ({BOX})()[0].endsWith(words)"), wanted)?;
        until_page(&mut page, wanted)?;
        let complaints = page.heard().complaints;
        let is_fault = |one: &String| !one.contains("409") && !one.contains("/.twohats/events");
        none(&complaints.into_iter().filter(is_fault).collect::<Vec<_>>())?;
    }
    Ok(())
}

pub fn what_was_written_is_taken_back(visit: &Visit) -> Outcome {
    let desk = Desk::new();
    let before = fs::read_to_string(desk.project.path(SCENARIO_FILE)).expect("it can be read");
    let mut page = write_on(&desk, visit, SCENARIO)?;
    for (key, words) in [("title", " now"), ("summary", " Soon.")] {
        press(&mut page, &text(key))?;
        page.type_text(words)?;
        page.press_key("Escape")?;
        kept(&mut page)?;
        until_page(&mut page, words)?;
    }
    press(&mut page, ".bar .undo")?;
    page.until("() => !document.querySelector('main').textContent.includes('Soon.')", ())?;
    in_file(&desk, SCENARIO_FILE, "has not moved now\n")?;
    page.ask::<()>("() => (document.activeElement.blur(), null)", ())?;
    page.press_with_control("z")?;
    page.until("() => document.querySelector('h1').textContent.endsWith('moved')", ())?;
    let after = fs::read_to_string(desk.project.path(SCENARIO_FILE)).expect("it can be read");
    expect(before == after, "the file is not as it was")?;
    // In a box the browser takes back what was typed, letter by letter.
    press(&mut page, "h1")?;
    page.type_text("x")?;
    kept(&mut page)?;
    page.press_with_control("z")?;
    page.until(&format!("() => ({BOX})()?.[0].endsWith('moved')"), ())?;
    kept(&mut page)?;
    in_file(&desk, SCENARIO_FILE, "has not moved\n")?;
    quiet(&page)
}

pub fn a_fault_stands_at_its_text_and_is_mended_there(visit: &Visit) -> Outcome {
    let desk = Desk::new();
    let mut page = write_on(&desk, visit, SCENARIO)?;
    // What is typed here is wrong while the box is open, and still once it is closed.
    press(&mut page, &text("leader.do[0]"))?;
    page.type_text(" [x](gone.yaml)")?;
    until_of(
        &mut page,
        "twohats-text",
        "(one) => one?.shadowRoot.querySelector('.fault')?.textContent.includes('gone.yaml')",
        "",
    )?;
    until_of(
        &mut page,
        ".faults",
        "(one) => one.checkVisibility() && one.textContent === '1 to mend'",
        "",
    )?;
    page.press_key("Escape")?;
    until_of(
        &mut page,
        "twohats-fault",
        "(one) => one?.shadowRoot.textContent.includes('gone.yaml')",
        "",
    )?;
    // What another program wrote has a fault that is mended by a press.
    desk.edit(SCENARIO_FILE, " [x](gone.yaml)", " #2 on the list");
    until_of(
        &mut page,
        "twohats-fault",
        "(one) => [...one?.shadowRoot.querySelectorAll('button') ?? []].some((button) => button.textContent === 'Mend it')",
        "",
    )?;
    let at: String = ask_of(&mut page, "[data-twohats-bad]", "(one) => one.dataset.twohatsText")?;
    expect(at == "leader.do[0]", &format!("the fault stands at {at}"))?;
    press(&mut page, ".fault .do .btn")?;
    page.until("() => !document.querySelector('twohats-fault')", ())?;
    in_file(&desk, SCENARIO_FILE, "requests are fair #2 on the list\"")?;
    until_of(&mut page, ".faults", "(one) => !one.checkVisibility()", "")?;
    quiet(&page)
}
