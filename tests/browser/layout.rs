//! Where things stand: both hats side by side or one above the other, nothing off the screen, and the
//! page in the colours and on the paper that the reader chose.

use serde::Deserialize;
use serde_json::json;
use testkit::Book;
use testkit::browser::{Kind, Medium, Page, Screen};
use testkit::outcome::{Outcome, none};

use crate::crawl::Facts;
use crate::pictures;
use crate::server::serve;
use crate::site::Visit;

pub const SCOPE_CREEP: &str = "scenarios/scope-creep.html";

/// The rows of a scenario that has them all.
const ROWS: [&str; 3] = ["say", "do", "avoid"];

/// Where an element is in its window, and how it is marked off on its left.
#[derive(Deserialize)]
struct Cell {
    left: f64,
    right: f64,
    top: f64,
    bottom: f64,
    /// The style and width of its bar, such as `solid 5px`.
    bar: String,
    /// Its text as seen.
    text: String,
}

/// The leader's and the manager's cell of each row on the page; a cell that is not seen is missing.
#[derive(Deserialize)]
struct Row {
    id: String,
    leader: Option<Cell>,
    manager: Option<Cell>,
}

pub fn leader_stands_left_of_manager_on_a_laptop_with_aligned_tops(visit: &Visit) -> Outcome {
    let mut page = visit.new_page()?;
    page.show_on(Screen::LAPTOP)?;
    visit.on_page(SCOPE_CREEP, page, |page| each_pair(page, &ROWS, side_by_side))
}

pub fn leader_stands_above_manager_on_a_phone(visit: &Visit) -> Outcome {
    let mut page = visit.new_page()?;
    page.show_on(Screen::PHONE)?;
    visit.on_page(SCOPE_CREEP, page, |page| {
        each_pair(page, &ROWS, |leader, manager| {
            let above = leader.bottom <= manager.top;
            let (end, start) = (leader.bottom, manager.top);
            (!above).then(|| format!("the leader ends at {end}, the manager starts at {start}"))
        })
    })
}

pub fn the_hats_are_told_apart_without_our_colours(visit: &Visit) -> Outcome {
    let mut page = visit.new_page()?;
    page.show_in(Medium::ForcedColours)?;
    visit.on_page(SCOPE_CREEP, page, |page| {
        each_pair(page, &ROWS, |leader, manager| {
            let worded = leader.text.contains("Leader") && manager.text.contains("Manager");
            let barred = ![&leader.bar, &manager.bar].iter().any(|bar| bar.starts_with("none"));
            let apart = worded && barred && leader.bar != manager.bar;
            let bars = format!("bars {:?} and {:?}", leader.bar, manager.bar);
            (!apart).then(|| format!("told apart by words: {worded}, {bars}"))
        })
    })
}

/// A phone with its address bar, and a laptop with its browser around the page.
const FIRST_SCREENS: [Screen; 2] = [
    Screen { width: 390, height: 664, kind: Kind::Phone },
    Screen { width: 1366, height: 625, kind: Kind::Desk },
];

pub fn the_first_screen_of_a_situation_has_the_reason_and_the_first_words(
    visit: &Visit,
) -> Outcome {
    let mut faults = Vec::new();
    let mut page = visit.new_page()?;
    let situations = visit.site.pages()?.iter().filter(|facts| facts.ids.contains("leader-say"));
    for facts in situations {
        for screen in FIRST_SCREENS {
            page.show_on(screen)?;
            page.open(&facts.address)?;
            page.settle()?;
            let missing: Vec<String> = page.ask(include_str!("ask/first_screen.js"), ())?;
            let width = screen.width;
            let missing = missing.iter().map(|what| format!("{width} px wide: {what}")).collect();
            faults.extend(pictures::named(missing, &mut page, visit.test, &facts.name)?);
        }
    }
    none(&faults)
}

/// Phones below the width from which the switch stands beside the first heading, and from there on.
const NARROW: [u32; 4] = [320, 352, 360, 375];

pub fn no_heading_is_broken_within_a_word_beside_the_switch(visit: &Visit) -> Outcome {
    let toml = "[book]\ntitle = \"T\"\nlanguage = \"de\"\n";
    let situation = "title: Jemand ist zu spät\nsummary: Schon wieder.\n\
        leader:\n  frame: [Den Grund nennen.]\n  say: Warum?\n\
        manager:\n  frame: [Einen Tag nennen.]\n  say: Bis wann?\n";
    let german = Book::new().file("book.toml", toml).file("content/scenarios/late.yaml", situation);
    let german = german.on_disk();
    german.build();
    let place = serve(&german.path("public"), "/")?;
    let in_german = format!("{}scenarios/late.html", place.base);
    let in_english = format!("{}{SCOPE_CREEP}", visit.site.below_a_path.base);
    let mut page = visit.new_page()?;
    let mut faults = Vec::new();
    for address in [in_english, in_german] {
        for width in NARROW {
            page.show_on(Screen { width, height: 640, kind: Kind::Phone })?;
            page.open(&address)?;
            let (lines, heading): (usize, String) = page.ask(
                "() => {
                    const range = document.createRange();
                    const heading = document.querySelector('.show + .moment > h2');
                    range.selectNodeContents(heading);
                    const tops = [...range.getClientRects()].map((line) => Math.round(line.top));
                    return [new Set(tops).size, heading.textContent];
                }",
                (),
            )?;
            let is_broken = lines > heading.split_whitespace().count();
            faults.extend(is_broken.then(|| {
                format!("{address}, {width} px wide: `{}` takes {lines} lines", heading.trim())
            }));
        }
    }
    none(&faults)
}

pub fn a_comparison_of_one_hat_has_each_label_within_its_row(visit: &Visit) -> Outcome {
    let mut page = visit.new_page()?;
    page.show_on(Screen::LAPTOP)?;
    visit.on_page("comparisons/foundations.html", page, |page| {
        page.ask(
            "() => ['leader', 'manager'].flatMap((hat) => {
                document.querySelector(`.show [value=${hat}]`).click();
                const labels = [...document.querySelectorAll(`.spine .${hat} > .label`)];
                if (!labels.some((label) => label.checkVisibility())) return [`${hat}: no label`];
                return labels.filter((label) => {
                    const [inner, outer] = [label, label.parentElement].map((one) => one.getBoundingClientRect());
                    return inner.left < outer.left || inner.right > outer.right || inner.top < outer.top;
                }).map(() => `${hat}: a label lies over the edge of its row`);
            })",
            (),
        )
    })
}

pub fn what_opens_in_the_masthead_shows_whether_it_is_open(visit: &Visit) -> Outcome {
    let page = visit.new_page()?;
    visit.on_page(SCOPE_CREEP, page, |page| {
        page.ask(
            "() => [...document.querySelectorAll('.top summary')].filter((summary) => {
                const arrow = () => {
                    const { content, rotate } = getComputedStyle(summary, '::after');
                    return `${content} ${rotate}`;
                };
                const before = arrow();
                summary.parentElement.open = !summary.parentElement.open;
                return before === arrow();
            }).map((summary) => `the arrow of ${summary.textContent.trim()} stays as it is`)",
            (),
        )
    })
}

pub fn the_chapters_show_where_one_is_among_many(visit: &Visit) -> Outcome {
    let mut page = visit.new_page()?;
    page.show_on(Screen::LAPTOP)?;
    visit.on_page("guidance/reading-list.html", page, |page| {
        let seen: bool = page.ask(
            "() => {
                const here = document.querySelector('.chapters [aria-current]').getBoundingClientRect();
                const list = document.querySelector('.chapters ul').getBoundingClientRect();
                return here.top >= list.top && here.bottom <= Math.min(list.bottom, innerHeight);
            }",
            (),
        )?;
        Ok((!seen).then(|| "the page itself is scrolled out of the chapters".to_owned()).into_iter().collect())
    })
}

pub fn printing_keeps_both_hats_and_hides_the_menu(
    page: &mut Page,
    facts: &Facts,
) -> Outcome<Vec<String>> {
    page.show_on(Screen::PAPER)?;
    page.show_in(Medium::Print)?;
    let mut faults: Vec<String> = page.ask(
        "() => [...document.querySelectorAll('nav')].filter((nav) => nav.checkVisibility())
            .map((nav) => `is printed: ${nav.cloneNode(false).outerHTML}`)",
        (),
    )?;
    let rows = ROWS.iter().filter(|row| facts.ids.contains(&format!("leader-{row}")));
    let rows: Vec<&str> = rows.copied().collect();
    faults.extend(each_pair(page, &rows, side_by_side)?);
    Ok(faults)
}

pub fn no_page_scrolls_sideways_from_320_to_1680(
    page: &mut Page,
    _: &Facts,
) -> Outcome<Vec<String>> {
    // Phones, then the narrowest window of each layout: there it is tightest.
    const WIDTHS: [u32; 9] = [320, 390, 480, 600, 736, 860, 992, 1184, 1680];
    let mut faults = Vec::new();
    for width in WIDTHS {
        // A phone's scroll bar lies over the page, a desk's takes room away from it.
        let kind = if width < 600 { Kind::Phone } else { Kind::Desk };
        page.show_on(Screen { width, height: 800, kind })?;
        let over: Vec<String> = page.ask(include_str!("ask/sideways.js"), ())?;
        faults.extend(over.iter().map(|what| format!("{width} px wide: {what}")));
    }
    Ok(faults)
}

pub fn the_page_follows_the_systems_dark_scheme(
    page: &mut Page,
    _: &Facts,
) -> Outcome<Vec<String>> {
    /// Luminances from 0 to 1.
    #[derive(Deserialize)]
    struct Seen {
        paper: f64,
        ink: f64,
    }
    let mut faults = Vec::new();
    for (medium, scheme) in [(Medium::LightScreen, "light"), (Medium::DarkScreen, "dark")] {
        page.show_in(medium)?;
        let Seen { paper, ink } = page.ask(include_str!("ask/luminance.js"), ())?;
        let fits = if scheme == "dark" { paper < 0.1 } else { paper > 0.8 };
        let contrast = (paper.max(ink) + 0.05) / (paper.min(ink) + 0.05);
        if !fits || contrast < 7.0 {
            faults.push(format!("{scheme}: luminance {paper:.2}, contrast of text {contrast:.1}"));
        }
    }
    Ok(faults)
}

/// Looks at both cells of each row that there must be.
fn each_pair(
    page: &mut Page,
    rows: &[&str],
    fault: impl Fn(&Cell, &Cell) -> Option<String>,
) -> Outcome<Vec<String>> {
    let rows: Vec<Row> = page.ask(include_str!("ask/cells.js"), json!(rows))?;
    let faults = rows.iter().filter_map(|row| {
        let fault = match (&row.leader, &row.manager) {
            (Some(leader), Some(manager)) => fault(leader, manager)?,
            (None, _) => "the leader's cell is not seen".to_owned(),
            (_, None) => "the manager's cell is not seen".to_owned(),
        };
        Some(format!("{}: {fault}", row.id))
    });
    Ok(faults.collect())
}

fn side_by_side(leader: &Cell, manager: &Cell) -> Option<String> {
    let left_of = leader.right <= manager.left;
    let aligned = (leader.top - manager.top).abs() < 1.0;
    let as_wide = ((leader.right - leader.left) - (manager.right - manager.left)).abs() < 1.0;
    let good = left_of && aligned && as_wide;
    (!good).then(|| {
        let place = |cell: &Cell| format!("{} to {}, top {}", cell.left, cell.right, cell.top);
        format!("the leader is at {}, the manager at {}", place(leader), place(manager))
    })
}
