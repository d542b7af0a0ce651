//! Every address in every page leads somewhere, wherever the folder is put, and no page has anything to
//! complain of on its way.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use testkit::browser::Tab;
use testkit::outcome::{Outcome, because, none};

use crate::crawl::{Facts, Place, Reference, crawl, examine};
use crate::sheet::expect;
use crate::site::{MISSING, Visit};

pub fn over_file_every_link_resolves_and_nothing_is_logged(visit: &Visit) -> Outcome {
    let place = &visit.site.on_disk;
    all_is_well(place, &crawl(&mut visit.new_page()?, place, &[])?)
}

pub fn below_a_sub_path_every_link_resolves_and_nothing_is_logged(visit: &Visit) -> Outcome {
    all_is_well(&visit.site.below_a_path, visit.site.pages()?)
}

pub fn a_missing_page_deep_down_is_styled(visit: &Visit) -> Outcome {
    let (place, name) = (&visit.site.at_the_root, "no/such/page/here.html");
    let mut page = visit.new_page()?;
    let mut facts = examine(&mut page, place, name, &[])?;
    let rules: usize = page.ask(
        "() => [...document.styleSheets].reduce((sum, sheet) => sum + sheet.cssRules.length, 0)",
        (),
    )?;
    // That the page itself is missing is meant.
    facts.heard.complaints.retain(|complaint| !complaint.contains(name));
    let ids = BTreeMap::from([(name, &facts.ids)]);
    let mut faults = page_faults(&facts, &Judge { place, ids });
    if rules == 0 {
        faults.push(format!("{name}: no style"));
    }
    none(&faults)
}

pub fn a_missing_page_leads_to_those_that_its_address_may_have_meant(visit: &Visit) -> Outcome {
    let mut page = visit.new_page()?;
    let base = &visit.site.at_the_root.base;
    for (name, meant) in [
        ("scenarios/scope-crep.html", "/scenarios/scope-creep.html"),
        ("weekly-rhythm", "/guidance/weekly-rhythm.html"),
        ("old/place/change_log/", "/templates/change-log.html"),
    ] {
        page.open(&format!("{base}{name}"))?;
        page.until("(meant) => [...document.querySelectorAll('#likely li a')].some((one) => one.pathname === meant && one.checkVisibility())", meant)?;
        let links: usize =
            page.ask("() => document.querySelectorAll('#likely li a').length", ())?;
        expect(links <= 3, &format!("{name}: {links} pages are named"))?;
    }
    page.open(&format!("{base}zzqxv"))?;
    page.until("() => document.querySelector('.all a').checkVisibility()", "")?;
    page.switch_scripts_off()?;
    page.open(&format!("{base}scope-creep"))?;
    let shown: bool = page.ask("() => document.getElementById('likely').checkVisibility()", ())?;
    expect(!shown, "a list that only a script fills is shown without one")
}

/// As a mail program leaves an address that it cut.
pub const ENDS: [&str; 6] =
    ["#100%", "#%E0%A4%A", "?role=%E0#%", "?q=%E0%A4%A&practise=%", "?workshop=%#copy-%", "#c1.%"];

/// What of a page waits for its script and did not get it.
pub fn asleep(page: &mut impl Tab) -> Outcome<Vec<String>> {
    page.ask(
        "() => [...document.querySelectorAll('[data-script][hidden]:not([data-when])')].map((part) => part.outerHTML.slice(0, 60))",
        (),
    )
}

/// On one page of each kind.
pub fn a_broken_end_of_an_address_stops_no_script(visit: &Visit) -> Outcome {
    let place = &visit.site.below_a_path;
    let mut kinds = BTreeMap::new();
    for facts in visit.site.pages()?.iter().filter(|facts| facts.name != MISSING) {
        let text =
            fs::read_to_string(place.folder.join(&facts.name)).map_err(because(&facts.name))?;
        let class = text.split_once("<body class=\"").and_then(|(_, rest)| rest.split_once('"'));
        let practises = text.contains("data-do=\"practise\"");
        kinds.entry((class.map(|(class, _)| class.to_owned()), practises)).or_insert(&facts.name);
    }
    let mut page = visit.new_page()?;
    let mut faults = Vec::new();
    for (name, end) in kinds.values().flat_map(|name| ENDS.map(|end| (name, end))) {
        let begins = if end.starts_with('#') { format!("?{}", end.len()) } else { String::new() };
        page.open(&format!("{}{name}{begins}{end}", place.base))?;
        page.settle()?;
        let asleep = asleep(&mut page)?;
        let said = page.heard().complaints;
        faults.extend(asleep.into_iter().chain(said).map(|fault| format!("{name}{end}: {fault}")));
    }
    expect(kinds.len() > 9, &format!("only {} kinds of pages", kinds.len()))?;
    none(&faults)
}

pub fn every_page_is_reached_from_home(visit: &Visit) -> Outcome {
    let folder = &visit.site.on_disk.folder;
    let reached = visit.site.pages()?.iter().map(|page| folder.join(&page.name));
    let reached: BTreeSet<PathBuf> = reached.collect();
    let mut written = Vec::new();
    collect(folder, &mut written).map_err(because("the site"))?;
    let lost = written.iter().filter(|path| !reached.contains(*path) && !leads_on(path, &reached));
    let lost = lost.map(|path| format!("{} is linked from nowhere", path.display()));
    none(&lost.collect::<Vec<_>>())
}

/// Whether it stands at an old address, to which only links from elsewhere lead, and sends them on to a page that is
/// reached.
fn leads_on(path: &Path, reached: &BTreeSet<PathBuf>) -> bool {
    let text = fs::read_to_string(path).unwrap_or_default();
    let to = text.split_once(" data-to=\"").and_then(|(_, rest)| rest.split_once('"'));
    let is_redirect = text.contains("<body class=\"redirect\">");
    is_redirect && to.is_some_and(|(to, _)| reached.contains(&path.with_file_name(to)))
}

fn collect(folder: &Path, pages: &mut Vec<PathBuf>) -> std::io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            collect(&path, pages)?;
        } else if path.extension().is_some_and(|extension| extension == "html") {
            pages.push(path);
        }
    }
    Ok(())
}

fn all_is_well(place: &Place, pages: &[Facts]) -> Outcome {
    let ids = pages.iter().map(|page| (page.name.as_str(), &page.ids)).collect();
    let judge = Judge { place, ids };
    // The addresses in the 404 page hold at the root, and have a test of their own.
    let pages = pages.iter().filter(|page| page.name != MISSING);
    let faults: Vec<String> = pages.flat_map(|page| page_faults(page, &judge)).collect();
    none(&faults)
}

/// What a page logged, requested from elsewhere or links to in vain.
fn page_faults(page: &Facts, judge: &Judge) -> Vec<String> {
    let complaints = page.heard.complaints.iter().cloned();
    let strays =
        page.heard.requests.iter().filter(|address| !address.starts_with(&judge.place.base));
    let strays = strays.map(|address| format!("requests {address}"));
    let broken = page.references.iter().filter_map(|reference| judge.fault(reference));
    let all = complaints.chain(strays).chain(broken);
    all.map(|fault| format!("{}: {fault}", page.name)).collect()
}

/// Knows where an address in a page may lead.
struct Judge<'a> {
    place: &'a Place,
    /// The ids of the pages that were opened.
    ids: BTreeMap<&'a str, &'a BTreeSet<String>>,
}

impl Judge<'_> {
    fn fault(&self, reference: &Reference) -> Option<String> {
        let Reference { tag, written, address, fragment, .. } = reference;
        let Some(name) = address.strip_prefix(&self.place.base) else {
            return (!may_leave(reference)).then(|| format!("<{tag}> leaves the site: {written}"));
        };
        let (ids, file) = (self.ids.get(name), self.place.folder.join(name));
        if ids.is_none() && !file.is_file() {
            return Some(format!("<{tag}> leads to no file: {written}"));
        }
        let found = fragment.is_empty()
            || match ids {
                Some(ids) => ids.contains(fragment),
                // Another page, or a drawing of which a part is shown.
                None => fs::read_to_string(file)
                    .is_ok_and(|text| text.contains(&format!("id=\"{fragment}\""))),
            };
        (!found).then(|| format!("<{tag}> leads to no such place: {written}"))
    }
}

/// A reader may follow a link to the wide world, and a page may say where it is published. Nothing is
/// fetched from there, and no link may miss the site's own folder.
fn may_leave(reference: &Reference) -> bool {
    let address = &reference.address;
    let abroad = ["https://", "http://"].iter().any(|scheme| address.starts_with(scheme))
        && !address.starts_with("http://127.0.0.1");
    let elsewhere = abroad || address.starts_with("mailto:") || address.starts_with("tel:");
    match reference.tag.as_str() {
        "a" | "area" => elsewhere,
        "link" => abroad && ["canonical", "alternate"].contains(&reference.relation.as_str()),
        _ => false,
    }
}
