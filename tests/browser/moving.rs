//! What readers hold on to when a playbook changes: links to old addresses, and copies under an old name.

use std::time::{Duration, Instant};

use testkit::Project;
use testkit::browser::Page;
use testkit::outcome::Outcome;

use crate::kinds::Kinds;
use crate::server::serve;
use crate::sheet::{COPIES, expect, holds, is_saved, kept, press, says, value, write};
use crate::site::Visit;

/// A book of one scenario and one sheet, both of which stood elsewhere before.
fn moved() -> Project {
    let project = Project::small()
        .file(
            "book.toml",
            "[book]\ntitle = \"Test\"\n[languages.en]\nname = \"English\"\n[languages.de]\nname = \"Deutsch\"\n[redirects]\n\
             \"scenarios/behind.html\" = \"scenarios/late.html\"\n\
             \"old/\" = \"scenarios/late.html?role=leader#manager-say\"\n\
             \"old/page.html\" = \"templates/sheet.html\"\n",
        );
    project.build();
    project
}

/// Goes from a page that is open to another address, as a reader who presses a link.
pub fn follow(page: &mut Page, address: &str) -> Outcome {
    page.ask("(address) => (setTimeout(() => { location.href = address; }), null)", address)
}

pub fn an_old_address_leads_on_with_all_that_a_link_carries(visit: &Visit) -> Outcome {
    let project = moved();
    let served = serve(&project.path("public"), "/a/b/")?.base;
    let disk = format!("file://{}/", project.path("public").display());
    for base in [served, disk] {
        let mut page = visit.new_page()?;
        for (old, new) in [
            ("scenarios/behind.html", "scenarios/late.html"),
            ("scenarios/behind.html?role=manager", "scenarios/late.html?role=manager"),
            ("scenarios/behind.html?workshop", "scenarios/late.html?workshop"),
            (
                "scenarios/behind.html?role=leader#manager-say",
                "scenarios/late.html?role=leader#manager-say",
            ),
            ("de/scenarios/behind.html?a=b", "de/scenarios/late.html?a=b"),
            ("old/index.html", "scenarios/late.html?role=leader#manager-say"),
            (
                "old/index.html?from=mail#leader-say",
                "scenarios/late.html?role=leader&from=mail#leader-say",
            ),
            ("old/page.html?start#x%23y", "templates/sheet.html?start#x%23y"),
        ] {
            page.open(&format!("{base}index.html"))?;
            follow(&mut page, &format!("{base}{old}"))?;
            // A page may take what it has read out of its address.
            page.until(
                "(address) => performance.getEntriesByType('navigation')[0].name === address",
                format!("{base}{new}"),
            )?;
        }
    }
    Ok(())
}

pub fn a_filled_sheet_comes_through_an_old_address(visit: &Visit) -> Outcome {
    let project = moved();
    let base = serve(&project.path("public"), "/")?.base;
    let mut page = visit.new_page()?;
    page.open(&format!("{base}templates/sheet.html"))?;
    write(&mut page, "field-name", "Through")?;
    press(&mut page, "[data-do=send]")?;
    page.until("(id) => document.getElementById(id).open", "send-dialog")?;
    let link: String = page.ask("() => document.getElementById('link-box').value", ())?;
    let old = link.replace("templates/sheet.html", "old/page.html");
    for address in [old.clone(), old.replace('#', "%23")] {
        let mut fresh = visit.new_page()?;
        fresh.open(&base)?;
        follow(&mut fresh, &address)?;
        fresh.until("(id) => document.getElementById(id)?.value === 'Through'", "field-name")?;
    }
    Ok(())
}

pub fn without_scripts_an_old_address_leads_on_too(visit: &Visit) -> Outcome {
    let project = moved();
    let base = serve(&project.path("public"), "/")?.base;
    let mut page = visit.new_page()?;
    page.switch_scripts_off()?;
    page.open(&format!("{base}scenarios/behind.html?role=leader"))?;
    // Where no script runs, no page waits for anything: it is asked until it has led on.
    let led = |page: &mut Page| {
        let path = page.ask::<String>("() => location.pathname", ());
        path.is_ok_and(|path| path == "/scenarios/late.html")
    };
    let start = Instant::now();
    while !led(&mut page) {
        expect(start.elapsed() < Duration::from_secs(20), "it does not lead on")?;
    }
    Ok(())
}

pub fn copies_go_on_to_the_new_name_of_their_playbook(visit: &Visit) -> Outcome {
    let kinds = Kinds::build()?;
    let build = |book: &str| {
        kinds.project.write("book.toml", &format!("[book]\n{book}"));
        let run = kinds.project.run(&["build"]);
        expect(run.code == 0, &run.err)
    };
    let mut page = kinds.open(visit)?;
    write(&mut page, "field-line", "By the title")?;
    is_saved(&mut page)?;
    build("title = \"Another\"\nid = \"test\"\n")?;
    let sheet = format!("{}{}", kinds.place.base, Kinds::PAGE);
    page.open(&sheet)?;
    holds(&mut page, "field-line", "By the title")?;
    says(&mut page, "#sheet-notice", "under an earlier name of this playbook")?;
    let keys = |page: &mut Page| -> Outcome<Vec<String>> {
        page.ask("() => Object.keys(localStorage).filter((key) => key.startsWith('twohats:')).map((key) => key.split(':')[1])", ())
    };
    expect(keys(&mut page)? == ["test"], "it does not lie under the id")?;
    page.open(&sheet)?;
    expect(!value(&mut page, "field-line")?.is_empty(), "it is gone")?;
    let said: bool = page.ask("() => document.getElementById('sheet-notice').hidden", ())?;
    expect(said, "it is said again")?;
    build("title = \"Third\"\nid = \"third\"\nwas = \"test\"\n")?;
    page.open(&format!("{}{COPIES}", kinds.place.base))?;
    says(&mut page, "#sheet-notice", "are here again: 1")?;
    says(&mut page, "[data-template=kinds]", "Every kind")?;
    expect(keys(&mut page)? == ["third"], "it does not lie under the new id")?;
    expect(kept(&mut page)?.len() == 1, "it was doubled")
}
