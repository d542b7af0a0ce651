//! What a page says by the day and by what was seen on this device; and a page in the frame of another site.

use testkit::Project;
use testkit::outcome::{Outcome, because};

use crate::axe::axe;
use crate::server::serve;
use crate::sheet::expect;
use crate::site::Visit;

/// A handbook in chapters, with a page that was due and was changed twice, or as often as is said.
fn handbook(changes: usize) -> Project {
    let changed = [
        "  - date: 2026-06-30\n    what: The ramp is new.\n",
        "  - date: 2026-07\n    what: It has a rail.\n",
    ];
    let changed = changed[..changes].concat();
    let load = format!(
        "---\ntitle: How to load\nowner: Loading bay\nreviewers: [Works council]\nreviewed: 2020-01\nchanged:\n{changed}---\n\nWords.\n"
    );
    let project = Project::new()
        .file(
            "book.toml",
            "[book]\ntitle = \"Depot\"\ncontact = \"depot@example.org\"\nedit_url = \"https://git.example.org/{path}\"\n",
        )
        .file("content/pages/imprint.md", "# Imprint\n\nWords.\n")
        .file("content/guidance/vans/README.md", "# Vans\n\nWords.\n")
        .file("content/guidance/vans/load.md", &load)
        .file(
            "content/guidance/vans/on-ice/brakes.md",
            "---\ntitle: Brakes\nowner: Loading bay\nreviewed: 2999-01\n---\n\nWords.\n",
        );
    project.build();
    project
}

pub fn a_page_whose_review_was_due_says_so_by_the_readers_own_day(visit: &Visit) -> Outcome {
    let handbook = handbook(1);
    let base = serve(&handbook.path("public"), "/")?.base;
    let mut page = visit.new_page()?;
    let is_hidden = "(is) => document.querySelector('[data-past]').hidden === is";
    page.open(&format!("{base}guidance/vans/load.html"))?;
    page.until(is_hidden, false)?;
    page.open(&format!("{base}guidance/vans/on-ice/brakes.html"))?;
    page.until(is_hidden, true)
}

pub fn a_page_that_was_changed_since_it_was_seen_here_says_what(visit: &Visit) -> Outcome {
    let (before, after) = (handbook(1), handbook(2));
    let mut page = visit.new_page()?;
    // The same address, with what was published later.
    let folder = before.path("public");
    let base = serve(&folder, "/")?.base;
    let load = format!("{base}guidance/vans/load.html");
    let is_open = "(is) => document.querySelector('details.changed').open === is";
    page.open(&load)?;
    page.until(is_open, false)?;
    for file in ["guidance/vans/load.html", "new.html"] {
        std::fs::copy(after.path("public").join(file), folder.join(file))
            .map_err(because("a page cannot be published"))?;
    }
    let unread =
        "(count) => document.querySelectorAll('[data-unread]:not([hidden])').length === count";
    page.open(&format!("{base}new.html"))?;
    page.until(unread, 1)?;
    page.open(&load)?;
    page.until(is_open, true)?;
    page.until(
        "(words) => document.querySelector('details.changed summary').textContent === words",
        "Changed since you were here",
    )?;
    page.open(&format!("{base}new.html"))?;
    page.until(unread, 0)
}

pub fn in_a_frame_a_page_stands_alone_with_a_way_out(visit: &Visit) -> Outcome {
    let handbook = handbook(1);
    let base = serve(&handbook.path("public"), "/")?.base;
    let mut page = visit.new_page()?;
    page.open(&format!("{base}guidance/vans/load.html?embed#top"))?;
    let is_seen =
        "(selector) => [...document.querySelectorAll(selector)].some(one => one.checkVisibility())";
    page.until("() => document.querySelector('body > .all a')?.checkVisibility()", ())?;
    for gone in ["header", "footer.footer", ".chapters", ".breadcrumbs", ".neighbours"] {
        if page.ask::<bool>(is_seen, gone)? {
            return Err(format!("`{gone}` is shown"));
        }
    }
    let out = "(whole) => { const way = document.querySelector('body > .all a'); return way.href === whole && way.target === '_top'; }";
    page.until(out, format!("{base}guidance/vans/load.html#top"))?;
    page.open(&format!("{}scenarios/scope-creep.html?embed", visit.site.at_the_root.base))?;
    page.until("() => document.querySelector('body > .all a')?.checkVisibility()", ())?;
    // Whoever has just come is not in its last part.
    let now = page.ask::<String>("() => document.querySelector('.now').textContent", ())?;
    expect(["", "In short"].contains(&&*now), &now)?;
    // What is found later leads out as well, and the way out goes where the page is now.
    let root = &visit.site.at_the_root.base;
    page.open(&format!("{root}search.html?embed&q=late"))?;
    page.until("() => Boolean(document.querySelector('main a[href*=\"scenarios/\"]'))", ())?;
    let leads_out = "() => { const link = document.querySelector('main a[href*=\"scenarios/\"]'); \
                     history.replaceState(null, '', '?embed&q=late#here'); \
                     link.dispatchEvent(new MouseEvent('pointerdown', { bubbles: true })); \
                     return link.target + ' ' + document.querySelector('body > .all a').hash; }";
    let led = page.ask::<String>(leads_out, ())?;
    expect(led == "_top #here", &led)?;
    page.open(&format!("{root}scenarios/scope-creep.html?embed=0"))?;
    page.until("() => document.querySelector('header')?.checkVisibility()", ())
}

pub fn axe_finds_nothing_in_a_handbook(visit: &Visit) -> Outcome {
    let handbook = handbook(2);
    let base = serve(&handbook.path("public"), "/")?.base;
    axe(visit, |page, look| {
        for name in [
            "guidance/index.html",
            "guidance/vans/index.html",
            "guidance/vans/on-ice/index.html",
            "guidance/vans/load.html",
            "guidance/vans/load.html?embed",
            "pages/imprint.html",
            "new.html",
        ] {
            page.open(&format!("{base}{name}"))?;
            page.ask::<()>(
                "() => { document.querySelectorAll('details').forEach((one) => { one.open = true; }); return null; }",
                (),
            )?;
            look(page, name)?;
        }
        Ok(())
    })
}
