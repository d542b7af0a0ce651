//! A site that is published anew while readers come and go, on a host that lets browsers keep styles and scripts for hours.

use std::fs;

use testkit::Project;
use testkit::browser::Page;
use testkit::outcome::{Outcome, because};

use crate::crawl::Place;
use crate::server::serve_to_keep;
use crate::sheet::{expect, holds, is_saved, press, press_words, says, touch, write};
use crate::site::Visit;

const SCENARIO: &str = "scenarios/late.html";
const SHEET: &str = "templates/sheet.html";

/// A book with a look, a script and words of its own, in which each says how often it was published.
struct Deployed {
    project: Project,
    place: Place,
}

impl Deployed {
    fn new() -> Outcome<Self> {
        let project = Project::small().file("book.toml", BOOK).file(
            "themes/ours/layouts/scenario.html",
            "{% extends \"default/scenario.html\" %}\n\
             {% block scripts %}{{ super() }}<script defer src=\"{{ page.root }}assets/ours.js\"></script>{% endblock scripts %}\n",
        );
        publish(&project, 1);
        let place = serve_to_keep(&project.path("public"))?;
        Ok(Self { project, place })
    }

    fn open(&self, page: &mut Page, path: &str) -> Outcome {
        page.open(&format!("{}{path}", self.place.base))
    }
}

const BOOK: &str = "[book]\ntitle = \"Test\"\nid = \"test\"\ntheme = \"ours\"\n\
    [languages.en]\nname = \"English\"\n[languages.de]\nname = \"Deutsch\"\n";

/// As on a host that has of each version only what was built for it.
fn publish_into_nothing(project: &Project, number: u8) -> Outcome {
    fs::remove_dir_all(project.path("public")).map_err(because("the old site"))?;
    publish(project, number);
    Ok(())
}

fn publish(project: &Project, number: u8) {
    project.write("themes/ours/styles/95-ours.css", &format!("h1 {{ --ours: {number}; }}\n"));
    project.write(
        "themes/ours/styles/search/95-ours.css",
        &format!("dialog {{ --ours: {number}; }}\n"),
    );
    let script = format!("document.documentElement.dataset.ours = '{number}';\n");
    project.write("themes/ours/scripts/ours.js", &script);
    project.write("themes/ours/scripts/search/99-ours.js", &script.replace(".ours", ".search"));
    project.write("themes/ours/scripts/ways/99-ours.js", &script.replace(".ours", ".ways"));
    project.write(
        "content/guidance/why.md",
        &format!("---\ntitle: Why number {number}\n---\n\nSee [late](../scenarios/late.yaml), [sheet](../templates/sheet.yaml).\n"),
    );
    project.build();
}

/// What a page says of the version that it was made with: its style, and its script.
fn versions(page: &mut Page) -> Outcome<[String; 2]> {
    page.ask(
        "() => [getComputedStyle(document.querySelector('h1')).getPropertyValue('--ours').trim(),
            document.documentElement.dataset.ours]",
        (),
    )
}

fn search(page: &mut Page, words: &str, found: &str) -> Outcome {
    page.type_text("/")?;
    page.until("() => document.activeElement?.matches('dialog[open] input')", ())?;
    page.type_text(words)?;
    says(page, "dialog[open] [data-part=list]", found)
}

pub fn a_new_page_never_meets_an_old_style_or_script_or_index(visit: &Visit) -> Outcome {
    let site = Deployed::new()?;
    let mut page = visit.new_page()?;
    for number in 1..=3 {
        for path in [SCENARIO, "de/scenarios/late.html"] {
            site.open(&mut page, path)?;
            let found = versions(&mut page)?;
            let wanted = [number.to_string(), number.to_string()];
            expect(found == wanted, &format!("{path} of version {number} has {found:?}"))?;
            search(&mut page, "number", &format!("Why number {number}"))?;
            let script: String = page.ask("() => document.documentElement.dataset.search", ())?;
            expect(script == number.to_string(), &format!("the search is of version {script}"))?;
        }
        publish(&site.project, number + 1);
    }
    Ok(())
}

pub fn a_page_that_is_open_while_the_site_changes_still_works(visit: &Visit) -> Outcome {
    let site = Deployed::new()?;
    let mut reading = visit.new_page()?;
    site.open(&mut reading, SCENARIO)?;
    let mut writing = visit.new_page()?;
    // The second script comes with the first touch: here the connection is gone until later.
    writing.block(&["assets/ways."])?;
    site.open(&mut writing, SHEET)?;
    write(&mut writing, "field-name", "Before")?;
    is_saved(&mut writing)?;
    publish(&site.project, 2);
    publish(&site.project, 3);
    // What it asks for only now is of the make that it has itself; what is found is what is there.
    search(&mut reading, "number", "Why number 3")?;
    let script: String = reading.ask("() => document.documentElement.dataset.search", ())?;
    expect(script == "1", &format!("an old page has a search of version {script}"))?;
    writing.block(&[])?;
    press(&mut writing, "[data-do=send]")?;
    writing.until("(id) => document.getElementById(id).open", "send-dialog")?;
    let script: String = writing.ask("() => document.documentElement.dataset.ways", ())?;
    expect(script == "1", &format!("an old sheet has a second script of version {script}"))?;
    holds(&mut writing, "field-name", "Before")
}

pub fn where_nothing_old_is_left_an_open_page_says_so_and_loading_it_again_mends_it(
    visit: &Visit,
) -> Outcome {
    let site = Deployed::new()?;
    let [mut reading, mut writing] = [visit.new_page()?, visit.new_page()?];
    site.open(&mut reading, SCENARIO)?;
    open_without_second_script(&site, &mut writing)?;
    write(&mut writing, "field-name", "Before")?;
    is_saved(&mut writing)?;
    publish_into_nothing(&site.project, 2)?;
    reading.leave(|page| page.type_text("/"))?;
    reading.until("() => document.activeElement.matches('main input')", ())?;
    reading.type_text("number")?;
    says(&mut reading, "main [data-part=list]", "Why number 2")?;
    writing.block(&[])?;
    press(&mut writing, "[data-do=send]")?;
    says(&mut writing, "#sheet-notice", "could not be loaded")?;
    write(&mut writing, "field-name", "Before and after")?;
    writing.leave(|page| press_words(page, "Load the page again"))?;
    holds(&mut writing, "field-name", "Before and after")?;
    let link = link(&mut writing)?;
    // What came by a link comes along too.
    let mut taking = visit.new_page()?;
    open_without_second_script(&site, &mut taking)?;
    publish_into_nothing(&site.project, 3)?;
    taking.block(&[])?;
    taking.ask::<()>("(link) => (location.hash = new URL(link).hash, null)", link)?;
    says(&mut taking, "#sheet-banner", "could not be loaded")?;
    taking.leave(|page| press_words(page, "Load the page again"))?;
    says(&mut taking, "#sheet-banner", "shared")?;
    holds(&mut taking, "field-name", "Before and after")
}

fn open_without_second_script(site: &Deployed, page: &mut Page) -> Outcome {
    page.block(&["assets/ways."])?;
    site.open(page, SHEET)
}

/// The sheet as a link, by a second script of the version that is there now.
fn link(page: &mut Page) -> Outcome<String> {
    touch(page)?;
    let script: String = page.ask("() => document.documentElement.dataset.ways", ())?;
    expect(script == "2", &format!("the second script is of version {script}"))?;
    press(page, "[data-do=send]")?;
    page.until("(id) => document.getElementById(id).open", "send-dialog")?;
    page.ask("() => document.getElementById('link-box').value", ())
}

/// As when a browser has kept a page, and the host has no more what it was made with.
pub fn a_sheet_whose_script_does_not_come_says_that_it_keeps_nothing(visit: &Visit) -> Outcome {
    const SHOWN: &str = "() => [...document.querySelectorAll('.asleep')]
        .some((one) => one.checkVisibility({ visibilityProperty: true }))";
    let site = Deployed::new()?;
    let mut page = visit.new_page()?;
    for gone in [&["assets/"][..], &["assets/sheet."]] {
        page.block(gone)?;
        site.open(&mut page, SHEET)?;
        page.until(SHOWN, ())?;
    }
    page.block(&[])?;
    site.open(&mut page, SHEET)?;
    let there: u8 = page.ask("() => document.querySelectorAll('.asleep').length", ())?;
    expect(there == 0, "a whole page may say that it is not")?;
    page.switch_scripts_off()?;
    site.open(&mut page, SHEET)?;
    let shown: String =
        page.ask("() => getComputedStyle(document.querySelector('.asleep')).display", ())?;
    expect(shown == "none", "without scripts it is said twice")
}
