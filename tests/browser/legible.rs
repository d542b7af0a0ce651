//! What every page owes to eyes and fingers, whoever wrote it: lines of a good length, room for wider letters, and
//! things to press that are not missed. Pages for paper show what other pages show, and are left out.

use serde_json::json;
use testkit::browser::{Kind, Page, Screen};
use testkit::outcome::Outcome;

use crate::crawl::Facts;

fn is_for_paper(facts: &Facts) -> bool {
    facts.name.starts_with("print")
}

/// WCAG 1.4.12: a reader may ask for more space between letters, words, lines and paragraphs.
pub fn wider_letters_push_nothing_off_the_smallest_phone(
    page: &mut Page,
    facts: &Facts,
) -> Outcome<Vec<String>> {
    if is_for_paper(facts) {
        return Ok(Vec::new());
    }
    page.show_on(Screen { width: 320, height: 800, kind: Kind::Phone })?;
    page.ask::<()>(
        "() => {
            const wide = new CSSStyleSheet();
            wide.replaceSync('* { line-height: 1.5 !important; letter-spacing: .12em !important;'
                + 'word-spacing: .16em !important } p { margin-bottom: 2em !important }');
            document.adoptedStyleSheets = [wide];
            return null;
        }",
        (),
    )?;
    let over = page.ask(include_str!("ask/sideways.js"), ())?;
    page.ask::<()>("() => (document.adoptedStyleSheets = [], null)", ())?;
    Ok(over)
}

pub fn what_can_be_pressed_on_a_phone_is_not_missed(
    page: &mut Page,
    facts: &Facts,
) -> Outcome<Vec<String>> {
    if is_for_paper(facts) {
        return Ok(Vec::new());
    }
    page.show_on(Screen::PHONE)?;
    page.ask(include_str!("ask/small_targets.js"), ())
}

pub fn lines_are_neither_long_nor_short(page: &mut Page, facts: &Facts) -> Outcome<Vec<String>> {
    /// How wide the window is, and how few and how many letters a line has then: of prose, and of one hat's answer.
    const LINES: [(u32, [u32; 2], [u32; 2]); 3] =
        [(390, [28, 78], [28, 60]), (1280, [50, 78], [30, 60]), (1680, [50, 78], [30, 60])];
    let mut faults = Vec::new();
    if is_for_paper(facts) {
        return Ok(faults);
    }
    for (width, prose, answer) in LINES {
        let kind = if width < 600 { Kind::Phone } else { Kind::Desk };
        page.show_on(Screen { width, height: 900, kind })?;
        let about = json!({"prose": prose, "answer": answer});
        let found: Vec<String> = page.ask(include_str!("ask/lines.js"), about)?;
        faults.extend(found.iter().map(|fault| format!("{width} px wide: {fault}")));
    }
    Ok(faults)
}
