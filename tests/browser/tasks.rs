//! What readers come for, from the home page: counted in clicks on links that they see, and by one search. Two clicks
//! or one search are enough, on a laptop and on a phone, and nothing has to be scrolled to after the last one.

use testkit::browser::{Kind, Page, Screen};
use testkit::outcome::{Outcome, none};

use crate::sheet::open;
use crate::site::Visit;

/// A laptop, and a phone with its address bar.
const SCREENS: [Screen; 2] = [
    Screen { width: 1366, height: 625, kind: Kind::Desk },
    Screen { width: 390, height: 664, kind: Kind::Phone },
];

/// Something that a reader wants to have before their eyes.
struct Task {
    /// The links to follow, by their words.
    links: &'static [&'static str],
    /// What they may type instead.
    query: &'static str,
    /// What must be seen then: selectors, each with words that stand in it. One of them is enough.
    wanted: &'static [(&'static str, &'static str)],
}

const MOST_CLICKS: usize = 2;

/// In the middle of this link's first line, when it can be pressed there; the page is scrolled to it.
const PLACE: &str = "([selector, words]) => {
    const links = [...document.querySelectorAll(selector)].filter((one) => one.checkVisibility());
    const link = links.find((one) => one.innerText.trim().startsWith(words));
    if (!link) return null;
    link.scrollIntoView({ block: 'center', behavior: 'instant' });
    const { left, width, top, height } = link.getClientRects()[0];
    const [x, y] = [left + width / 2, top + height / 2];
    return link.contains(document.elementFromPoint(x, y)) ? [x, y] : null;
}";

/// Whether these words, or the first of the element when none are named, are in the window with nothing over them.
const SEEN: &str = "(wanted) => wanted.some(([selector, words]) =>
    [...document.querySelectorAll(selector)].some((element) => {
        const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) {
            const text = walker.currentNode.data;
            const from = words ? text.indexOf(words) : text.search(/[^ \\n]/);
            if (from < 0) continue;
            const range = document.createRange();
            range.setStart(walker.currentNode, from);
            range.setEnd(walker.currentNode, words ? from + words.length : text.length);
            const { left, width, top, bottom, height } = range.getClientRects()[0] ?? range.getBoundingClientRect();
            return width > 0 && top >= 0 && bottom <= innerHeight
                && element.contains(document.elementFromPoint(left + width / 2, top + height / 2));
        }
        return false;
    }))";

/// Fields of a sheet that are not blank.
const FILLED: &str = "() => [...document.querySelectorAll('#sheet input, #sheet textarea, #sheet select')]
    .filter((one) => one.checked || !one.matches('[type=checkbox], [type=radio]') && one.value !== '').map((one) => one.outerHTML)";

/// Clicks on a link as a mouse does, which leads to another page.
fn follow(page: &mut Page, selector: &str, words: &str) -> Outcome {
    let place: Option<(f64, f64)> = page.ask(PLACE, (selector, words))?;
    let (x, y) = place.ok_or(format!("{words:?} cannot be clicked"))?;
    page.leave(|page| page.click(x, y))
}

fn by_clicks(page: &mut Page, task: &Task) -> Outcome {
    if task.links.len() > MOST_CLICKS {
        return Err(format!("{} clicks", task.links.len()));
    }
    task.links.iter().try_for_each(|words| follow(page, "a[href]", words))
}

fn by_search(page: &mut Page, task: &Task) -> Outcome {
    let (x, y): (f64, f64) = page.ask(PLACE, ("a.find", ""))?;
    page.click(x, y)?;
    page.type_text(task.query)?;
    page.until("() => document.querySelector('dialog [role=option] mark')", "")?;
    follow(page, "dialog [role=option]", "")
}

/// Plays a task both ways on both screens.
fn play(visit: &Visit, task: &Task) -> Outcome {
    let mut faults = Vec::new();
    for screen in SCREENS {
        for (way, go) in
            [("clicks", by_clicks as fn(&mut Page, &Task) -> Outcome), ("search", by_search)]
        {
            let mut page = visit.new_page()?;
            page.show_on(screen)?;
            open(visit, &mut page, "index.html")?;
            let went = go(&mut page, task);
            let seen = went.is_ok() && page.ask(SEEN, task.wanted)?;
            let filled: Vec<String> = page.ask(FILLED, ())?;
            if !seen {
                let at: String = page.ask("() => location.pathname + location.hash", ())?;
                let went =
                    went.err().unwrap_or_else(|| "what was wanted is not in view".to_owned());
                faults.push(format!("{} px, by {way}, at {at}: {went}", screen.width));
            }
            faults.extend(filled.iter().map(|field| format!("{field} is not blank")));
        }
    }
    none(&faults)
}

pub fn the_words_for_someone_who_may_leave_are_two_clicks_or_one_search_away(
    visit: &Visit,
) -> Outcome {
    play(
        visit,
        &Task {
            links: &["Someone good may be about to leave"],
            query: "someone good may leave",
            wanted: &[("#leader-frame .text p", "")],
        },
    )
}

pub fn a_blank_change_log_is_two_clicks_or_one_search_away(visit: &Visit) -> Outcome {
    play(
        visit,
        &Task {
            links: &["Change log"],
            query: "change log",
            wanted: &[("#sheet .field label", "")],
        },
    )
}

pub fn which_hat_comes_first_in_a_crisis_is_two_clicks_or_one_search_away(
    visit: &Visit,
) -> Outcome {
    play(
        visit,
        &Task {
            links: &["Which hat in which kind of time"],
            query: "crisis",
            wanted: &[("p", "In a crisis the manager"), ("#crisis .manager strong", "First")],
        },
    )
}
