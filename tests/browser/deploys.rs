//! A site that is published anew while readers come and go, on a host that lets browsers keep styles and scripts for hours.

use testkit::Project;
use testkit::browser::Page;
use testkit::outcome::Outcome;

use crate::crawl::Place;
use crate::server::serve_to_keep;
use crate::sheet::{expect, holds, is_saved, press, says, write};
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
