//! The preview beside an editor: a book of its own is saved while it is open in tabs. What a reader has
//! done to a page outlives every save.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};
use testkit::Project;
use testkit::browser::Page;
use testkit::outcome::{Outcome, none};
use testkit::preview::Preview;

use crate::site::Visit;

pub const SHEET: &str = "/templates/change-log.html";
const SHEET_FILE: &str = "content/templates/change-log.yaml";
pub const SCENARIO: &str = "/scenarios/scope-creep.html";
pub const SCENARIO_FILE: &str = "content/scenarios/scope-creep.yaml";
const STYLE_FILE: &str = "themes/mine/styles/95-mine.css";

/// Our own book in a folder of its own, with a theme of its own, and a preview of it.
pub struct Desk {
    pub project: Project,
    pub preview: Preview,
}

impl Desk {
    pub fn new() -> Self {
        Self::of(book())
    }

    /// A preview of this book.
    pub fn of(project: Project) -> Self {
        let preview = Preview::start(&project);
        Self { project, preview }
    }

    /// Our own book, with a preview of which an editor shows the pages.
    pub fn in_editor() -> Self {
        let project = book();
        let preview = Preview::start_with(&project, &["--port", "0", "--in-editor"]);
        Self { project, preview }
    }

    pub fn address(&self, path: &str) -> String {
        format!("http://{}{path}", self.preview.address())
    }

    /// Saves a file with one text in place of another.
    #[track_caller]
    pub fn edit(&self, file: &str, old: &str, new: &str) {
        let text = fs::read_to_string(self.project.path(file)).expect("it can be read");
        assert!(text.contains(old), "`{file}` holds no `{old}`");
        self.project.write(file, &text.replacen(old, new, 1));
    }

    /// Opens a page in a tab of its own, and leaves a mark there that no new load of the page outlives.
    pub fn open(&self, visit: &Visit, path: &str) -> Outcome<Page> {
        let mut page = visit.new_page()?;
        page.open(&self.address(path))?;
        page.settle()?;
        page.ask::<Value>(
            "() => { window.marked = true; window.morphs = 0;
            document.addEventListener('twohats:morphed', () => window.morphs += 1); return null }",
            (),
        )?;
        Ok(page)
    }
}

fn book() -> Project {
    let ours = Path::new(env!("CARGO_MANIFEST_DIR"));
    let project = Project::new();
    let settings = fs::read_to_string(ours.join("book.toml")).expect("our book is there");
    project.write("book.toml", &settings.replacen("[book]\n", "[book]\ntheme = \"mine\"\n", 1));
    for folder in ["scenarios", "templates", "guidance", "comparisons", "checks"] {
        for entry in fs::read_dir(ours.join("content").join(folder)).expect("our book is there") {
            let file = entry.expect("it can be listed").path();
            let name = file.file_name().expect("a file has a name").to_string_lossy().into_owned();
            let text = fs::read_to_string(&file).expect("our book is text");
            project.write(&format!("content/{folder}/{name}"), &text);
        }
    }
    project.write(STYLE_FILE, &style("one"));
    project
}

/// A style with one property that stays, and one that changes.
fn style(word: &str) -> String {
    format!(
        ":root {{ --kept: yes; --word: {word}; }}\n.kept {{ content: var(--kept) var(--word); }}\n"
    )
}

fn until_text(page: &mut Page, text: &str) -> Outcome {
    page.until("(text) => document.body.textContent.includes(text)", text)
}

/// What the overlay says, or the empty text when there is none.
const OVERLAY: &str = "document.querySelector('twohats-notes')
    ?.shadowRoot.querySelector('.foot').textContent ?? ''";

pub fn until_overlay(page: &mut Page, text: &str) -> Outcome {
    page.until(&format!("(text) => ({OVERLAY}).includes(text)"), text)
}

pub fn until_no_overlay(page: &mut Page) -> Outcome {
    page.until("() => !document.querySelector('twohats-notes')", ())
}

fn is_marked(page: &mut Page) -> Outcome<bool> {
    page.ask("() => window.marked === true", ())
}

/// What was logged or failed, but for the stream of events that a page lets go of when it goes.
pub fn quiet(page: &Page) -> Outcome {
    let complaints = page.heard().complaints;
    let is_fault = |complaint: &String| {
        !(complaint.contains("/.twohats/events") && complaint.ends_with("net::ERR_ABORTED"))
    };
    none(&complaints.into_iter().filter(is_fault).collect::<Vec<_>>())
}

/// Everything that a reader has done to a page.
const STATE: &str = "() => ({
    values: Object.fromEntries([...document.querySelectorAll('input, textarea, select')].map((control) =>
        [control.id, control.matches('[type=checkbox], [type=radio]') ? control.checked : control.value])),
    open: [...document.querySelectorAll('details')].map((details) => details.open),
    focus: document.activeElement.id,
    caret: [document.activeElement.selectionStart, document.activeElement.selectionEnd],
    scroll: Math.round(scrollY),
    marked: window.marked,
    navigations: performance.getEntriesByType('navigation').length,
})";

/// Fills the sheet in as a reader does, and leaves the caret in the middle of the last answer.
fn fill_in(page: &mut Page) -> Outcome<Value> {
    let typed = [
        ("field-piece-of-work", "New <booking> & system"),
        ("field-what-must-work-on-the-first-day", "Everything"),
        ("field-agreed-date", "2025-09-30"),
        ("field-requests.2.request", "A list for each doctor"),
        ("field-requests.2.cost-in-days", "7"),
        ("field-requests.2.decision", "Later"),
        ("field-what-we-will-tell-people-after-the-review", "It holds"),
    ];
    let clicked =
        ["field-review-day.3", "field-before-each-review.2", "field-how-sure-are-we-of-the-date.4"];
    page.ask::<Value>(
        "() => { document.querySelectorAll('details').forEach((one) => { one.open = true }); return null }",
        (),
    )?;
    for id in clicked {
        let (x, y): (f64, f64) = page.ask(
            "(id) => { const control = document.getElementById(id);
                control.scrollIntoView({ block: 'center', behavior: 'instant' });
                const { left, top, width, height } = control.labels[0].getBoundingClientRect();
                return [left + width / 2, top + height / 2] }",
            id,
        )?;
        page.click(x, y)?;
    }
    for (id, text) in typed {
        page.ask::<Value>(
            "(id) => { const control = document.getElementById(id);
                control.scrollIntoView({ block: 'center', behavior: 'instant' }); control.focus(); return null }",
            id,
        )?;
        page.type_text(text)?;
    }
    page.ask::<Value>("() => { document.activeElement.setSelectionRange(3, 5); return null }", ())?;
    let state: Value = page.ask(STATE, ())?;
    let held = |id: &str| state["values"][id].clone();
    let mut faults = Vec::new();
    for (id, value) in [
        ("field-piece-of-work", json!("New <booking> & system")),
        ("field-agreed-date", json!("2025-09-30")),
        ("field-requests.2.cost-in-days", json!("7")),
        ("field-requests.2.decision", json!("Later")),
        ("field-review-day.3", json!(true)),
        ("field-before-each-review.2", json!(true)),
        ("field-how-sure-are-we-of-the-date.4", json!(true)),
    ] {
        if held(id) != value {
            faults.push(format!("{id} holds {} and not {value}", held(id)));
        }
    }
    if state["scroll"] == 0 || state["caret"] != json!([3, 5]) {
        faults.push(format!("not scrolled, or no caret: {state}"));
    }
    none(&faults)?;
    Ok(state)
}

fn same(page: &mut Page, before: &Value, when: &str) -> Outcome {
    let after: Value = page.ask(STATE, ())?;
    let keys = ["values", "open", "focus", "caret", "scroll", "marked", "navigations"];
    let lost = keys.into_iter().filter(|key| before[key] != after[key]);
    let lost = lost.map(|key| format!("{when}: {key} was {} and is {}", before[key], after[key]));
    none(&lost.collect::<Vec<_>>())
}

pub fn a_save_takes_away_nothing_that_was_typed(visit: &Visit) -> Outcome {
    let desk = Desk::new();
    let mut page = desk.open(visit, SHEET)?;
    let before = fill_in(&mut page)?;
    let title = fs::read_to_string(desk.project.path(SCENARIO_FILE)).expect("it can be read");
    let title = title
        .lines()
        .find_map(|line| line.strip_prefix("title: "))
        .expect("it has a title")
        .to_owned();
    desk.edit(SCENARIO_FILE, &title, "Renamed scenario");
    until_text(&mut page, "Renamed scenario")?;
    same(&mut page, &before, "after a scenario was saved")?;
    desk.edit(
        SHEET_FILE,
        "One person. A role or initials are enough.",
        "One person. No group can decide for it.",
    );
    until_text(&mut page, "No group can decide for it.")?;
    same(&mut page, &before, "after the sheet was saved")?;
    // A field that comes before the one that has the focus moves it down, and takes nothing away.
    desk.edit(
        SHEET_FILE,
        "  - person: Who decides\n",
        "  - text: A new field\n  - person: Who decides\n",
    );
    until_text(&mut page, "A new field")?;
    let after: Value = page.ask(STATE, ())?;
    let mut faults = Vec::new();
    for (id, value) in before["values"].as_object().into_iter().flatten() {
        if after["values"][id] != *value {
            faults.push(format!(
                "after a new field: {id} was {value} and is {}",
                after["values"][id]
            ));
        }
    }
    for key in ["focus", "caret", "marked"] {
        if before[key] != after[key] {
            faults.push(format!(
                "after a new field: {key} was {} and is {}",
                before[key], after[key]
            ));
        }
    }
    none(&faults)?;
    quiet(&page)
}

pub fn a_search_stays_open_over_a_save(visit: &Visit) -> Outcome {
    let desk = Desk::new();
    let mut page = desk.open(visit, SHEET)?;
    page.type_text("/")?;
    page.until("() => document.querySelector('dialog[open] [role=combobox]')", ())?;
    page.type_text("scope")?;
    desk.edit(
        SHEET_FILE,
        "One person. A role or initials are enough.",
        "One person. No group can decide for it.",
    );
    until_text(&mut page, "No group can decide for it.")?;
    page.until(
        "() => document.querySelector('dialog[open] [role=combobox]').value === 'scope'",
        (),
    )?;
    page.until("() => document.querySelector('dialog[open] mark')", ())?;
    quiet(&page)
}

pub fn a_broken_save_is_told_over_the_old_page_until_it_is_mended(visit: &Visit) -> Outcome {
    let desk = Desk::new();
    let mut page = desk.open(visit, SHEET)?;
    let before = fill_in(&mut page)?;
    let good = fs::read_to_string(desk.project.path(SHEET_FILE)).expect("it can be read");
    for broken in ["title: 'open", "", "titel: <b>Change log</b>\n"] {
        desk.project.write(SHEET_FILE, broken);
        until_overlay(&mut page, "content/templates/change-log.yaml:1:")?;
        same(&mut page, &before, "after a broken save")?;
    }
    // It is text, whatever an author wrote.
    let inside: bool = page.ask(
        "() => document.querySelector('twohats-notes').shadowRoot.querySelector('b') === null",
        (),
    )?;
    none(&if inside { vec![] } else { vec!["the overlay holds elements of the book".to_owned()] })?;
    desk.project.write("themes/mine/layouts/template.html", "{% extends ");
    until_overlay(&mut page, "themes/mine/layouts/template.html:1:")?;
    desk.project.remove("themes/mine/layouts/template.html");
    desk.project.write(SHEET_FILE, &good);
    until_no_overlay(&mut page)?;
    same(&mut page, &before, "after it was mended")?;
    quiet(&page)
}

pub fn a_new_style_is_laid_over_the_page_without_a_flash(visit: &Visit) -> Outcome {
    let desk = Desk::new();
    let mut page = desk.open(visit, SHEET)?;
    let before = fill_in(&mut page)?;
    page.ask::<Value>(
        "() => { window.seen = [];
            const styles = () => document.querySelectorAll('link[rel=stylesheet]').length;
            window.settled = ((number) => () => styles() === number)(styles());
            const look = () => {
                const style = getComputedStyle(document.documentElement);
                const now = `${style.getPropertyValue('--kept').trim()} ${style.getPropertyValue('--word').trim()}`;
                if (window.seen.at(-1) !== now) window.seen.push(now);
                requestAnimationFrame(look);
            };
            look(); return null }",
        (),
    )?;
    for word in ["two", "three"] {
        desk.project.write(STYLE_FILE, &style(word));
        let shown = "(word) => window.seen.at(-1) === `yes ${word}` && window.settled()";
        page.until(shown, word)?;
    }
    let seen: Vec<String> = page.ask("() => window.seen", ())?;
    if seen != ["yes one", "yes two", "yes three"] {
        return Err(format!("the styles that were seen: {seen:?}"));
    }
    same(&mut page, &before, "after new styles")?;
    quiet(&page)
}

pub fn a_new_script_loads_the_page_again(visit: &Visit) -> Outcome {
    let desk = Desk::new();
    let mut page = desk.open(visit, SHEET)?;
    desk.project.write(
        "themes/mine/scripts/sheet.js",
        "document.documentElement.dataset.script = 'new';\n",
    );
    page.until("() => document.documentElement.dataset.script === 'new'", ())?;
    if is_marked(&mut page)? {
        return Err("the page was not loaded again".to_owned());
    }
    quiet(&page)
}

pub fn seven_tabs_at_once_load_and_follow_saves(visit: &Visit) -> Outcome {
    let desk = Desk::new();
    let mut page = desk.open(visit, SCENARIO)?;
    page.ask::<Value>("() => { window.tabs = []; return null }", ())?;
    // Tabs of one reader share six connections; the first one is open already.
    for _ in 0..7 {
        let path = SCENARIO;
        page.ask::<Value>("(path) => { window.tabs.push(window.open(path)); return null }", path)?;
    }
    let everywhere = "(text) => [window, ...window.tabs].every((tab) =>
        tab?.document.readyState === 'complete' && tab.document.body.textContent.includes(text))";
    page.until(everywhere, "Leader")?;
    for number in 0..3 {
        let title = format!("Title {number}");
        let text = fs::read_to_string(desk.project.path(SCENARIO_FILE)).expect("it can be read");
        let old = text.lines().find(|line| line.starts_with("title: ")).expect("it has a title");
        desk.edit(SCENARIO_FILE, old, &format!("title: {title}"));
        until_text(&mut page, &title)?;
        let visible = "(text) => [window, ...window.tabs].every((tab) =>
            tab.document.visibilityState !== 'visible' || tab.document.body.textContent.includes(text))";
        page.until(visible, title)?;
    }
    // A tab that is looked at again catches up.
    for tab in 0..7 {
        page.ask::<Value>("(tab) => { window.tabs[tab].focus(); return null }", tab)?;
        let caught_up = "(tab) => window.tabs[tab].document.visibilityState === 'visible'
            && window.tabs[tab].document.body.textContent.includes('Title 2')";
        page.until(caught_up, tab)?;
    }
    // A tab more is loaded at once, and a page of a tab can be left for another.
    page.open(&desk.address("/templates/"))?;
    quiet(&page)
}

pub fn a_tab_that_was_not_seen_catches_up(visit: &Visit) -> Outcome {
    let desk = Desk::new();
    let mut page = desk.open(visit, SHEET)?;
    let before = fill_in(&mut page)?;
    // There is no real way to hide a tab here: the page is told so, as a browser tells it.
    let hide = "(state) => { Object.defineProperty(document, 'visibilityState', { value: state, configurable: true });
        document.dispatchEvent(new Event('visibilitychange')); return null }";
    page.ask::<Value>(hide, "hidden")?;
    let mut old = "One person. A role or initials are enough.".to_owned();
    for words in ["for a while", "for a long while", "for the last time"] {
        let new = format!("Nobody looked {words}.");
        desk.edit(SHEET_FILE, &old, &new);
        old = new;
        desk.preview.until(SHEET, words);
    }
    let seen: bool = page.ask("() => document.body.textContent.includes('Nobody looked')", ())?;
    page.ask::<Value>(hide, "visible")?;
    until_text(&mut page, "for the last time")?;
    let morphs: u32 = page.ask("() => window.morphs", ())?;
    if seen || morphs != 1 {
        return Err(format!("it was not hidden ({seen}), or caught up {morphs} times"));
    }
    same(&mut page, &before, "after it was hidden")?;
    quiet(&page)
}

pub fn a_tab_that_lost_the_server_catches_up_once(visit: &Visit) -> Outcome {
    let Desk { project, preview } = Desk::new();
    let port = preview.address().port().to_string();
    let desk = Desk { project, preview };
    let mut page = desk.open(visit, SHEET)?;
    let before = fill_in(&mut page)?;
    let Desk { project, preview } = desk;
    drop(preview);
    until_overlay(&mut page, "The preview is not running")?;
    let text = fs::read_to_string(project.path(SHEET_FILE)).expect("it can be read");
    project.write(SHEET_FILE, &text.replacen("use_when: ", "use_when: After the restart. ", 1));
    let preview = Preview::start_with(&project, &["--port", &port]);
    until_text(&mut page, "After the restart.")?;
    until_no_overlay(&mut page)?;
    let morphs: u32 = page.ask("() => window.morphs", ())?;
    if morphs != 1 {
        return Err(format!("it caught up {morphs} times"));
    }
    same(&mut page, &before, "after a restart")?;
    // It follows again. A server that starts on a broken book takes nothing away either.
    drop(preview);
    project.write(SHEET_FILE, "titel: Sheet\n");
    let preview = Preview::start_with(&project, &["--port", &port]);
    until_overlay(&mut page, "content/templates/change-log.yaml:1:")?;
    same(&mut page, &before, "after a restart on a broken book")?;
    project.write(SHEET_FILE, &text.replacen("use_when: ", "use_when: Mended. ", 1));
    until_text(&mut page, "Mended.")?;
    until_no_overlay(&mut page)?;
    same(&mut page, &before, "after it was mended")?;
    drop(preview);
    // Only the lost connections are complained of.
    let complaints = page.heard().complaints;
    let is_fault = |complaint: &String| {
        !(complaint.contains("/.twohats/events")
            && (complaint.contains("net::ERR_") || complaint.contains("failed")))
    };
    none(&complaints.into_iter().filter(is_fault).collect::<Vec<_>>())
}

pub fn a_page_whose_file_is_deleted_says_so(visit: &Visit) -> Outcome {
    let desk = Desk::new();
    desk.project
        .write("content/guidance/alone.md", "---\ntitle: Alone\n---\n\nNobody links here.\n");
    desk.preview.until("/guidance/alone.html", "Nobody links here.");
    let mut page = desk.open(visit, "/guidance/alone.html")?;
    desk.project.remove("content/guidance/alone.md");
    let is_the_404_page = "() => !document.body.textContent.includes('Nobody links here.')
            && document.querySelector('main h1') !== null
            && getComputedStyle(document.documentElement).getPropertyValue('--kept').trim() === 'yes'";
    page.until(is_the_404_page, ())?;
    // When it comes back, so does the page.
    desk.project.write("content/guidance/alone.md", "---\ntitle: Alone\n---\n\nBack again.\n");
    until_text(&mut page, "Back again.")?;
    let complaints = page.heard().complaints;
    let is_fault = |complaint: &String| {
        !complaint.contains("404")
            && !complaint.contains("/.twohats/events failed: net::ERR_ABORTED")
    };
    none(&complaints.into_iter().filter(is_fault).collect::<Vec<_>>())
}

pub fn a_tab_on_what_is_wrong_gets_the_page_when_it_is_mended(visit: &Visit) -> Outcome {
    let project = book();
    let good = fs::read_to_string(project.path(SHEET_FILE)).expect("it can be read");
    project.write(SHEET_FILE, "titel: Sheet\n");
    let preview = Preview::start(&project);
    let desk = Desk { project, preview };
    let mut page = desk.open(visit, SHEET)?;
    until_text(&mut page, "content/templates/change-log.yaml:1:")?;
    desk.project.write(SHEET_FILE, "title: 'Sheet\nfields: [}\n");
    until_text(&mut page, "invalid-yaml")?;
    let overlay: bool = page.ask("() => document.querySelector('twohats-notes') !== null", ())?;
    if overlay {
        return Err("the faults are told twice".to_owned());
    }
    desk.project.write(SHEET_FILE, &good);
    page.until("() => document.getElementById('sheet') !== null", ())?;
    until_no_overlay(&mut page)?;
    quiet(&page)
}
