//! A whole situation is made without a look at any file: with its sheet, a picture, a language and a translation.

use std::fs;

use testkit::Project;
use testkit::browser::Page;
use testkit::outcome::Outcome;

use crate::editing::{ask_of, click, kept, press, until_of};
use crate::preview::Desk;
use crate::sheet::expect;
use crate::site::Visit;

/// What is done to the page.
#[derive(Clone, Copy)]
enum Hand {
    Keys,
    Pointer,
}

/// Says whether what has the focus is this.
const AT: &str = "([selector, words]) => {
    let one = document.activeElement;
    while (one?.shadowRoot?.activeElement) one = one.shadowRoot.activeElement;
    return one.matches(selector) && (!words || one.textContent === words);
}";

/// Where on the screen this is.
const PLACE: &str = "([selector, words]) => {
    const within = (root) => [...root.querySelectorAll('*')].flatMap((one) => [one, ...(one.shadowRoot ? within(one.shadowRoot) : [])]);
    const found = within(document).find((one) => one.matches(selector) && (!words || one.textContent === words) && one.checkVisibility());
    found?.scrollIntoView({ block: 'center', behavior: 'instant' });
    const { left, top, width, height } = found?.getBoundingClientRect() ?? {};
    return found && [left + width / 2, top + height / 2];
}";

fn is_at(page: &mut Page, selector: &str, words: &str) -> Outcome<bool> {
    page.ask(AT, (selector, words))
}

impl Hand {
    /// Goes to a control, by Tab or by the mouse.
    fn go(self, page: &mut Page, selector: &str, words: &str) -> Outcome {
        match self {
            Self::Pointer => {
                page.until(&format!("(wanted) => ({PLACE})(wanted)"), (selector, words))?;
                let (x, y): (f64, f64) = page.ask(PLACE, (selector, words))?;
                click(page, x, y)
            }
            Self::Keys => {
                until_of(page, selector, "(one) => one", "")?;
                for _ in 0..250 {
                    if is_at(page, selector, words)? {
                        return Ok(());
                    }
                    page.press_key("Tab")?;
                }
                Err(format!("Tab never comes to {selector} {words}"))
            }
        }
    }

    /// Presses a control.
    fn press(self, page: &mut Page, selector: &str, words: &str) -> Outcome {
        self.go(page, selector, words)?;
        match self {
            Self::Pointer => Ok(()),
            Self::Keys if selector.contains("data-focus=draft") => page.press_key(" "),
            Self::Keys => page.press_key("Enter"),
        }
    }

    /// Opens a text on the page, and writes it anew.
    fn write(self, page: &mut Page, key: &str, label: &str, words: &str) -> Outcome {
        self.open(page, key, label)?;
        page.press_with_control("a")?;
        page.type_text(words)?;
        page.press_key("Escape")?;
        page.until("() => !document.querySelector('main twohats-text')", ())?;
        kept(page)
    }

    fn open(self, page: &mut Page, key: &str, label: &str) -> Outcome {
        let text = format!("[data-twohats-text='{key}']");
        page.until("(text) => document.querySelector(text)", &text)?;
        match self {
            Self::Pointer => press(page, &text)?,
            Self::Keys => self.press(page, ".unseen", &format!("Edit: {label}"))?,
        }
        until_of(page, "twohats-text", "(one) => one?.shadowRoot.activeElement", "")
    }

    /// Begins a page of this kind, and waits until it is there.
    fn begin(self, page: &mut Page, kind: &str, title: &str, path: &str) -> Outcome {
        self.press(page, ".bar .new", "")?;
        if kind != "scenario" {
            self.go(page, "dialog [value=scenario]", "")?;
            match self {
                Self::Pointer => press(page, &format!("dialog [value={kind}]"))?,
                Self::Keys => page.press_key("ArrowDown")?,
            }
            until_of(page, &format!("dialog [value={kind}]"), "(one) => one.checked", "")?;
        }
        self.go(page, "dialog .big", "")?;
        page.type_text(title)?;
        self.press(page, "dialog .chief", "")?;
        page.until(
            "(path) => location.pathname === path && document.querySelector('[data-twohats-text]')",
            path,
        )
    }

    /// Switches the draft off.
    fn publish(self, page: &mut Page) -> Outcome {
        self.press(page, "[data-focus=draft]", "")?;
        until_of(page, "[data-focus=draft]", "(one) => !one.checked", "")?;
        kept(page)
    }
}

const PASTE: &str = "async () => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 40, height: 30 });
    canvas.getContext('2d').fillRect(0, 0, 20, 30);
    const blob = await new Promise((done) => canvas.toBlob(done));
    const clipboardData = new DataTransfer();
    clipboardData.items.add(new File([blob], 'Clock.png', { type: 'image/png' }));
    const area = document.querySelector('twohats-text').shadowRoot.querySelector('textarea');
    area.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true, composed: true }));
    return null;
}";

const PATH: &str = "/scenarios/the-meeting-runs-over.html";

/// German comes into the settings, and French comes and goes.
fn add_language(page: &mut Page, hand: Hand) -> Outcome {
    hand.press(page, "button", "Settings of the book…")?;
    hand.press(page, "dialog [data-focus='add:languages']", "")?;
    let kept_there = "(one) => one.textContent === 'Kept in the file'";
    for [tag, name, title] in
        [["de", "Deutsch", "Unser Playbook"], ["fr", "Français", "Notre guide"]]
    {
        if tag == "fr" {
            hand.press(page, "dialog [data-focus='new:languages']", "")?;
        }
        until_of(page, "dialog .form textarea", "(one) => one", "")?;
        for (at, words) in [(1, tag), (2, name), (3, title)] {
            hand.go(page, &format!("dialog .form .field:nth-child({at}) textarea"), "")?;
            page.type_text(words)?;
        }
        hand.press(page, "dialog .form .chief", "")?;
        let out = format!("dialog [data-focus='out:languages.{tag}']");
        until_of(page, &out, "(one) => one", "")?;
        until_of(page, "dialog .state", kept_there, "")?;
    }
    // One was too many.
    hand.press(page, "dialog [data-focus='out:languages.fr']", "")?;
    let of_french = "(root) => !root.querySelector('[data-focus=\"out:languages.fr\"]')";
    until_of(page, "dialog", of_french, "")?;
    hand.press(page, "dialog .ends .chief", "")
}

/// The sheet that the situation names.
fn make_sheet(page: &mut Page, hand: Hand) -> Outcome {
    hand.begin(page, "template", "Meeting notes", "/templates/meeting-notes.html")?;
    hand.write(page, "fields[0].text", "Fields 1, text", "What we must decide")?;
    hand.press(page, "[data-part=fields] summary", "")?;
    hand.press(page, "[data-focus='row:fields[0]']", "")?;
    hand.go(page, "[data-part=fields] .within [aria-label='Fields 1, example'] textarea", "")?;
    page.press_with_control("a")?;
    page.type_text("Which of the two rooms we take")?;
    kept(page)?;
    hand.publish(page)
}

/// A situation with what most have.
fn make_situation(page: &mut Page, hand: Hand) -> Outcome {
    hand.begin(page, "scenario", "The meeting runs over", PATH)?;
    hand.write(page, "summary", "Summary", "Half is left to say, and it is time.")?;
    hand.write(page, "leader.say", "Leader, say", "We stop here. What must not wait?")?;
    hand.open(page, "manager.say", "Manager, say")?;
    page.press_with_control("a")?;
    page.type_text("Two things are left. I take both to Friday.")?;
    page.ask::<()>(PASTE, ())?;
    hand.go(page, "dialog input[type=text]", "")?;
    page.type_text("A clock at ten past four")?;
    page.press_key("Enter")?;
    until_of(
        page,
        "twohats-text",
        "(one) => one?.shadowRoot.querySelector('textarea').value.includes('![A clock')",
        "",
    )?;
    page.press_key("Escape")?;
    kept(page)?;
    hand.press(page, "[data-focus='add:signs']", "")?;
    for words in ["Nobody looks at the clock", "The last points are always the same"] {
        until_of(
            page,
            "[data-part=signs] .draft textarea",
            "(one) => one?.value === '' && one.getRootNode().activeElement === one",
            "",
        )?;
        page.type_text(words)?;
        page.press_key("Enter")?;
    }
    kept(page)?;
    hand.press(page, "[data-focus='add:templates']", "")?;
    hand.go(page, "[data-focus='new:templates']", "")?;
    page.type_text("meeting")?;
    until_of(page, "[data-part=templates] [role=option]", "(one) => one", "")?;
    page.press_key("Enter")?;
    until_of(
        page,
        "[data-part=templates] .chips",
        "(one) => one?.textContent === 'Meeting notes'",
        "",
    )?;
    kept(page)?;
    hand.publish(page)
}

/// Its title and one script in German.
fn translate(page: &mut Page, hand: Hand) -> Outcome {
    hand.press(page, ".whole button", "Begin a translation: Deutsch")?;
    page.until(
        "(path) => location.pathname === path && document.querySelector('[data-twohats-text]')",
        format!("/de{PATH}"),
    )?;
    hand.write(page, "title", "Title", "Die Sitzung dauert zu lange")?;
    hand.press(page, "[data-focus='add:leader']", "")?;
    until_of(page, "[data-part=leader] .form textarea", "(one) => one", "")?;
    let original: String =
        ask_of(page, "[data-part=leader] .form .original p", "(one) => one.textContent")?;
    expect(
        original.trim() == "We stop here. What must not wait?",
        &format!("the original says {original:?}"),
    )?;
    hand.go(page, "[data-part=leader] .form textarea", "")?;
    page.type_text("Wir hören hier auf. Was kann nicht warten?")?;
    hand.press(page, "[data-part=leader] .form .chief", "")?;
    kept(page)
}

fn make(visit: &Visit, hand: Hand) -> Outcome {
    let project = Project::new();
    project.write("book.toml", "[book]\ntitle = \"Our playbook\"\nid = \"ours\"\n");
    let desk = Desk::of(project);
    let mut page = visit.new_page()?;
    page.open(&desk.address("/?edit"))?;
    until_of(&mut page, "[data-part=book]", "(one) => one", "")?;

    add_language(&mut page, hand)?;
    desk.preview.until("/de/index.html", "lang=\"de\"");
    make_sheet(&mut page, hand)?;
    make_situation(&mut page, hand)?;
    translate(&mut page, hand)?;
    for (file, wanted) in FILES {
        let text = fs::read_to_string(desk.project.path(file)).expect("it can be read");
        expect(text == wanted, &format!("`{file}` is\n{text}"))?;
    }
    let run = desk.project.run(&["check", "--deny-warnings"]);
    expect(run.code == 0, &format!("the check says\n{}{}", run.out, run.err))
}

/// What an author would have written.
const FILES: [(&str, &str); 4] = [
    (
        "book.toml",
        r#"[book]
title = "Our playbook"
id = "ours"

[languages.de]
name = "Deutsch"
title = "Unser Playbook"
"#,
    ),
    (
        "content/templates/meeting-notes.yaml",
        "# yaml-language-server: $schema=../../schema/template.json
title: Meeting notes
fields:
  - text: What we must decide
    example: Which of the two rooms we take
  - person: Who decides
  - date: Agreed date
",
    ),
    (
        "content/scenarios/the-meeting-runs-over.yaml",
        r#"# yaml-language-server: $schema=../../schema/scenario.json
title: The meeting runs over
summary: "Half is left to say, and it is time."
signs:
  - Nobody looks at the clock
  - The last points are always the same
leader:
  say: |
    We stop here. What must not wait?
manager:
  say: |
    Two things are left. I take both to Friday.

    ![A clock at ten past four](../pictures/clock.png)
templates:
  - meeting-notes
"#,
    ),
    (
        "content/de/scenarios/the-meeting-runs-over.yaml",
        "# yaml-language-server: $schema=../../../schema/translated/scenario.json
title: Die Sitzung dauert zu lange
leader:
  say: Wir hören hier auf. Was kann nicht warten?
",
    ),
];

pub fn a_whole_situation_is_made_by_keys_alone(visit: &Visit) -> Outcome {
    make(visit, Hand::Keys)
}

pub fn a_whole_situation_is_made_by_pointer(visit: &Visit) -> Outcome {
    make(visit, Hand::Pointer)
}
