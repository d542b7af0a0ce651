//! The search in a reader's hands: by keyboard, from the disk, with slips of the finger; and the same ranking
//! in the browser as in the check.

use std::collections::BTreeMap;
use std::path::Path;

use testkit::browser::Page;
use testkit::outcome::{Outcome, because, none};
use twohats::build::{Memory, Options, build};
use twohats::load::allowed;
use twohats::source::read;

use crate::sheet::{expect, open, press, says};
use crate::site::Visit;

const SCENARIO: &str = "scenarios/scope-creep.html";
const STATUS: &str = "[data-part=status]";

/// A page with the search open over it and something typed, without waiting for anything.
fn searching(visit: &Visit, from: &str, query: &str) -> Outcome<Page> {
    let mut page = visit.new_page()?;
    open(visit, &mut page, from)?;
    page.press_with_control("k")?;
    page.type_text(query)?;
    Ok(page)
}

/// Waits until the first result leads to this page.
fn finds_first(page: &mut Page, stem: &str) -> Outcome {
    let question =
        "(stem) => document.querySelector('[role=option]')?.href.includes(`/${stem}.html`)";
    page.until(question, stem)
}

fn is_open(page: &mut Page) -> Outcome<bool> {
    page.ask("() => document.querySelector('dialog[open]') !== null", ())
}

pub fn the_keyboard_alone_finds_and_opens_a_page(visit: &Visit) -> Outcome {
    let mut page = searching(visit, "index.html", "burnuot")?;
    finds_first(&mut page, "scenarios/morale-drop")?;
    says(&mut page, STATUS, "result")?;
    page.press_key("ArrowDown")?;
    let told: bool = page.ask(
        "() => document.getElementById(document.activeElement.getAttribute('aria-activedescendant'))
            ?.matches('[role=option][aria-selected=true]') ?? false",
        (),
    )?;
    expect(told, "the chosen result is not told to a screen reader")?;
    page.press_key("Enter")?;
    page.until("() => location.pathname.endsWith('/scenarios/morale-drop.html')", "")
}

pub fn escape_closes_the_search_and_gives_the_focus_back(visit: &Visit) -> Outcome {
    let mut page = visit.new_page()?;
    open(visit, &mut page, SCENARIO)?;
    page.ask::<()>("() => (document.querySelector('.find').focus(), null)", ())?;
    page.press_key("Enter")?;
    page.until("() => document.querySelector('dialog [role=combobox]')", "")?;
    page.press_key("Escape")?;
    let back: bool = page.ask("() => document.activeElement.matches('.find')", ())?;
    expect(!is_open(&mut page)? && back, "the focus is not where it was")
}

pub fn a_slash_opens_the_search_only_where_nobody_types_and_can_be_switched_off(
    visit: &Visit,
) -> Outcome {
    let mut page = visit.new_page()?;
    open(visit, &mut page, "templates/change-log.html")?;
    page.ask::<()>("() => (document.querySelector('form textarea').focus(), null)", ())?;
    page.type_text("/")?;
    let typed: String = page.ask("() => document.querySelector('form textarea').value", ())?;
    expect(typed == "/" && !is_open(&mut page)?, "a slash in a sheet is no slash")?;
    page.ask::<()>("() => (document.activeElement.blur(), null)", ())?;
    page.type_text("/")?;
    page.until("() => document.querySelector('dialog[open] [data-part=slash]')", "")?;
    press(&mut page, "[data-part=slash]")?;
    open(visit, &mut page, SCENARIO)?;
    page.type_text("/")?;
    expect(!is_open(&mut page)?, "the switch is of no effect")?;
    page.press_with_control("k")?;
    expect(is_open(&mut page)?, "Control and K do not open it")
}

pub fn what_is_found_deep_in_a_page_is_shown_and_linked(visit: &Visit) -> Outcome {
    let mut page = searching(visit, SCENARIO, "cancelling corridor log noon")?;
    finds_first(&mut page, "scenarios/scope-creep")?;
    page.until("() => document.querySelector('[role=option]').hash === '#manager-say'", "")?;
    says(&mut page, "[role=option] small", "Manager, Say")?;
    says(&mut page, "[role=option] span mark", "cancelling")
}

pub fn kinds_and_hats_can_be_left_out(visit: &Visit) -> Outcome {
    let mut page = searching(visit, "index.html", "change log")?;
    finds_first(&mut page, "templates/change-log")?;
    let choose = "([part, value]) => {
        const filter = document.querySelector(`[data-part=${part}]`);
        filter.value = value;
        filter.dispatchEvent(new Event('change'));
        return null;
    }";
    page.ask::<()>(choose, ("kind", "scenarios"))?;
    finds_first(&mut page, "scenarios/scope-creep")?;
    page.ask::<()>(choose, ("role", "leader"))?;
    let question = "() => [...document.querySelectorAll('[role=option]')].every((one) => /#(leader|step)-/.test(one.hash))";
    page.until(question, "")
}

pub fn when_nothing_fits_there_is_a_way_on(visit: &Visit) -> Outcome {
    let mut page = searching(visit, SCENARIO, "zzqxv")?;
    says(&mut page, STATUS, "Nothing found for “zzqxv”")?;
    let ways: Vec<String> = page.ask(
        "() => [...document.querySelectorAll('dialog a')].filter((one) => one.checkVisibility()).map((one) => one.href)",
        (),
    )?;
    let base = &visit.site.below_a_path.base;
    expect(ways.contains(&format!("{base}scenarios/index.html")), &format!("{ways:?}"))
}

pub fn what_no_page_has_is_said(visit: &Visit) -> Outcome {
    let mut page = searching(visit, SCENARIO, "burnout and a gazebo")?;
    finds_first(&mut page, "scenarios/morale-drop")?;
    says(&mut page, STATUS, "Without gazebo: no page has this word.")?;
    says(&mut page, "[data-part=status] s", "gazebo")
}

pub fn an_address_can_hold_a_query(visit: &Visit) -> Outcome {
    let mut page = visit.new_page()?;
    open(visit, &mut page, "search.html?q=weekly%20plan")?;
    finds_first(&mut page, "templates/weekly-plan")?;
    page.type_text(" change log")?;
    page.until("() => location.search.includes('change')", "")
}

pub fn from_the_disk_the_search_finds_the_same(visit: &Visit) -> Outcome {
    let mut page = visit.new_page()?;
    page.open(&format!("{}{SCENARIO}", visit.site.on_disk.base))?;
    page.type_text("/")?;
    page.type_text("brillant")?;
    finds_first(&mut page, "scenarios/brilliant-but-abrasive")?;
    none(&page.heard().complaints)
}

/// A query as it is, cut short, with letters swapped, and with one missing.
fn variants(query: &str) -> Vec<String> {
    let letters: Vec<char> = query.chars().collect();
    let mut all = vec![query.to_owned()];
    if letters.len() > 4 {
        all.push(letters[..letters.len() - 2].iter().collect());
        let (mut swapped, mut missing) = (letters.clone(), letters);
        swapped.swap(2, 3);
        missing.remove(3);
        all.extend([swapped.iter().collect(), missing.iter().collect()]);
    }
    all
}

pub fn the_browser_ranks_as_the_check_does(visit: &Visit) -> Outcome {
    let sources =
        read(Path::new(env!("CARGO_MANIFEST_DIR")), allowed).map_err(because("our book"))?;
    let made = build(&sources, &Options::default(), &mut Memory::default());
    let site = made.value.ok_or("our book has faults")?;
    let queries = site.plan().playbook().queries.iter().flat_map(|(_, queries)| queries);
    let queries = queries.chain(&site.plan().playbook().unanswered);
    let mut queries: Vec<String> = queries.flat_map(|query| variants(&query.value)).collect();
    queries.extend(["Résumé", "the plan", "会議", "zzqxv", "1:1", "p", "pl", ""].map(String::from));
    let mut page = visit.new_page()?;
    open(visit, &mut page, "search.html")?;
    page.until("() => globalThis.TwohatsSearch?.search", "")?;
    let found: BTreeMap<String, Vec<usize>> = page.ask(
        "async (queries) => {
            const start = await TwohatsSearch.begin();
            const find = TwohatsSearch.search(start, (number) => TwohatsSearch.file(`terms-${number}`).then(TwohatsSearch.terms));
            const found = {};
            for (const query of queries) found[query] = (await find(query)).pages;
            return found;
        }",
        &queries,
    )?;
    let index = site.plan().index();
    let faults = queries.iter().filter_map(|query| {
        let (here, there) = (index.find(query), &found[query]);
        (here != *there)
            .then(|| format!("{query:?}: {here:?} in the check, {there:?} in the browser"))
    });
    none(&faults.collect::<Vec<_>>())
}

/// What it takes until results stand there; the words of a page come when nobody types any more.
pub fn a_first_search_is_a_small_download(visit: &Visit) -> Outcome {
    let mut page = searching(visit, SCENARIO, "burnout")?;
    finds_first(&mut page, "scenarios/morale-drop")?;
    let sizes: BTreeMap<String, u64> = page.ask(
        "async () => {
            const wanted = /assets\\/search(?!\\/texts)/;
            const names = performance.getEntriesByType('resource').map((one) => one.name).filter((name) => wanted.test(name));
            const size = async (name) => {
                const packed = (await fetch(name)).body.pipeThrough(new CompressionStream('gzip'));
                return (await new Response(packed).arrayBuffer()).byteLength;
            };
            return Object.fromEntries(await Promise.all(names.map(async (name) => [name, await size(name)])));
        }",
        (),
    )?;
    let sum: u64 = sizes.values().sum();
    expect(sizes.len() <= 6 && sum <= 20 * 1024, &format!("{sum} bytes packed: {sizes:?}"))
}
