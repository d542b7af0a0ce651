//! Movement: a page fades into the next, and for those who asked for less of it nothing moves at all.

use testkit::browser::{Medium, Page, Screen};
use testkit::outcome::{Outcome, none};

use crate::layout::SCOPE_CREEP;
use crate::sheet::{CHANGE_LOG, COPIES, expect, open};
use crate::site::Visit;

/// Notes whether the page came with a transition from the one before.
const NOTE: &str =
    "addEventListener('pagereveal', (event) => { window.fades = event.viewTransition !== null; });";

/// What would move for longer than a blink.
const MOVING: &str = "() => {
    const long = (times) => times.split(',').some((time) => parseFloat(time) * (time.includes('ms') ? 1 : 1000) > 10);
    const smooth = getComputedStyle(document.documentElement).scrollBehavior === 'smooth';
    const moving = [...document.querySelectorAll('body, body *')].filter((one) => {
        const style = getComputedStyle(one);
        return style.animationName !== 'none' && long(style.animationDuration) || long(style.transitionDuration);
    });
    return moving.map((one) => one.cloneNode(false).outerHTML).concat(smooth ? ['smooth scrolling'] : []);
}";

/// Notes what jumps while a page comes: what it is, and how much of the window it takes along.
const JUMPS: &str = "window.jumps = [];
    new PerformanceObserver((list) => {
        for (const { value, sources } of list.getEntries()) {
            if (value > 0.005) jumps.push(`${value.toFixed(3)} ${sources[0]?.node?.cloneNode(false).outerHTML}`);
        }
    }).observe({ type: 'layout-shift', buffered: true });";

/// Whether a page fades in when a link leads to it.
fn fades(page: &mut Page) -> Outcome<bool> {
    page.before_each_page(NOTE)?;
    page.leave(|page| {
        page.ask("() => (document.querySelector('main .group a[href]').click(), null)", ())
    })?;
    page.ask("() => window.fades", ())
}

pub fn a_page_fades_into_the_next_only_for_those_who_like_movement(visit: &Visit) -> Outcome {
    for (medium, wanted) in [(Medium::LightScreen, true), (Medium::StillScreen, false)] {
        let mut page = visit.new_page()?;
        page.show_in(medium)?;
        open(visit, &mut page, "index.html")?;
        expect(fades(&mut page)? == wanted, &format!("a page fades: {}", !wanted))?;
    }
    Ok(())
}

pub fn nothing_moves_for_those_who_like_it_still(visit: &Visit) -> Outcome {
    let mut page = visit.new_page()?;
    page.show_in(Medium::StillScreen)?;
    for name in ["index.html", SCOPE_CREEP, CHANGE_LOG, "finder.html", "practise.html"] {
        open(visit, &mut page, name)?;
        let moving: Vec<String> = page.ask(MOVING, ())?;
        expect(moving.is_empty(), &format!("{name}: {moving:?}"))?;
    }
    Ok(())
}

pub fn nothing_jumps_while_a_page_comes(visit: &Visit) -> Outcome {
    let mut page = visit.new_page()?;
    page.show_on(Screen::PHONE)?;
    // A window has its size for certain once a page of the site was in it.
    open(visit, &mut page, "guidance/which-hat-when.html")?;
    page.before_each_page(JUMPS)?;
    let mut faults = Vec::new();
    for name in [
        "index.html",
        "scenarios/index.html",
        SCOPE_CREEP,
        "comparisons/ten-differences.html",
        "checks/what-does-my-team-need.html",
        "guidance/which-hat-when.html",
        CHANGE_LOG,
        COPIES,
        "finder.html",
        "search.html",
        "practise.html",
        "cards.html",
    ] {
        open(visit, &mut page, name)?;
        let jumps: Vec<String> = page.ask(
            "async () => {
                for (let frames = 0; frames < 5; frames += 1) await new Promise(requestAnimationFrame);
                return jumps;
            }",
            (),
        )?;
        faults.extend(jumps.iter().map(|jump| format!("{name}: {jump}")));
    }
    none(&faults)
}
