//! A copy that was made with one version of a playbook, opened with the next one: every set of five changes.

use std::fs;

use testkit::Project;
use testkit::browser::Page;
use testkit::outcome::{Outcome, because};

use crate::copies::CATCH;
use crate::moving::follow;
use crate::server::serve;
use crate::sheet::{expect, is_saved, press, touch, write};
use crate::site::Visit;
use crate::taking::drop_file;
use crate::whole::GIVEN;

/// What an owner may change from one version to the next.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Change {
    Id,
    Title,
    Template,
    Field,
    Asset,
}

const CHANGES: [Change; 5] =
    [Change::Id, Change::Title, Change::Template, Change::Field, Change::Asset];

const BOXES: [(&str, &str); 3] = [
    ("name", "  1,5 of two "),
    ("story", "One line.\nAnother."),
    ("rows.2.what", "the second row"),
];

const SHEET: &str = "title: Sheet\nfields:\n  - text: Name\n  - long: Story\n  - table: Rows\n    rows: 2\n    columns:\n      - text: What\n";

/// A copy as a reader has it: kept on the device, in a file, and in a link.
struct Copy {
    kept: String,
    file: String,
    link: String,
}

fn book() -> Project {
    let project = Project::small()
        .file("book.toml", "[book]\ntitle = \"Test\"\ntheme = \"ours\"\n")
        .file("themes/ours/styles/95-ours.css", "h1 { --ours: 1; }\n")
        .file("content/templates/sheet.yaml", SHEET);
    project.build();
    project
}

fn filled(visit: &Visit) -> Outcome<Copy> {
    let project = book();
    let mut page = visit.new_page()?;
    page.open(&format!("{}templates/sheet.html", serve(&project.path("public"), "/")?.base))?;
    for (id, answer) in BOXES {
        write(&mut page, &format!("field-{id}"), answer)?;
    }
    is_saved(&mut page)?;
    let kept = page.ask("() => JSON.stringify({ ...localStorage })", ())?;
    press(&mut page, "[data-do=send]")?;
    page.until("(id) => document.getElementById(id).open", "send-dialog")?;
    let link: String =
        page.ask("() => new URL(document.getElementById('link-box').value).hash", ())?;
    page.ask::<()>(CATCH, ())?;
    press(&mut page, "[data-do=json]")?;
    Ok(Copy { kept, file: page.ask(GIVEN, ())?, link })
}

/// The next version of the book, in which these things are different.
fn next(changes: &[Change]) -> Outcome<Project> {
    let project = book();
    let changed = |change| changes.contains(&change);
    let change_file = |path: &str, old: &str, new: &str| -> Outcome {
        let text = fs::read_to_string(project.path(path)).map_err(because(path))?;
        expect(text.contains(old), &format!("{path} lacks {old:?}"))?;
        project.write(path, &text.replace(old, new));
        Ok(())
    };
    if changed(Change::Id) {
        change_file("book.toml", "theme =", "id = \"ours\"\ntheme =")?;
    }
    if changed(Change::Title) {
        change_file("book.toml", "\"Test\"", "\"Another\"")?;
    }
    if changed(Change::Id) || changed(Change::Title) {
        // As `check` asks for it.
        change_file("book.toml", "theme =", "was = [\"test\"]\ntheme =")?;
    }
    if changed(Change::Field) {
        change_file(
            "content/templates/sheet.yaml",
            "  - text: Name\n",
            "  - text: Who it is\n    was: name\n",
        )?;
    }
    if changed(Change::Asset) {
        change_file("themes/ours/styles/95-ours.css", "1", "2")?;
    }
    if changed(Change::Template) {
        let run =
            project.run(&["mv", "content/templates/sheet.yaml", "content/templates/form.yaml"]);
        expect(run.code == 0, &run.err)?;
    }
    project.build();
    Ok(project)
}

/// Waits until all that was written stands in the sheet, letter for letter.
fn is_whole(page: &mut Page, changes: &[Change]) -> Outcome {
    let name = if changes.contains(&Change::Field) { "who-it-is" } else { "name" };
    let [(_, first), rest @ ..] = BOXES;
    for (id, answer) in [(name, first)].into_iter().chain(rest) {
        let holds = "([id, answer]) => document.getElementById(`field-${id}`)?.value === answer";
        page.until(holds, (id, answer))?;
    }
    Ok(())
}

pub fn a_copy_outlives_whatever_the_next_version_changes(visit: &Visit) -> Outcome {
    let copy = filled(visit)?;
    let mut page = visit.new_page()?;
    for set in 1..1 << CHANGES.len() {
        let is_in = |&(at, _): &(usize, Change)| set >> at & 1 == 1;
        let changes = CHANGES.into_iter().enumerate().filter(is_in);
        let changes: Vec<Change> = changes.map(|(_, change)| change).collect();
        let project = next(&changes)?;
        // Each version has a port of its own, and so a device on which nothing is kept yet.
        let base = serve(&project.path("public"), "/")?.base;
        let old = format!("{base}templates/sheet.html");
        let sheet = if changes.contains(&Change::Template) { "form" } else { "sheet" };
        let is_whole = |page: &mut Page, way: &str| {
            is_whole(page, &changes).map_err(|fault| format!("{way}, after {changes:?}: {fault}"))
        };
        page.open(&base)?;
        follow(&mut page, &format!("{old}{}", copy.link))?;
        is_whole(&mut page, "from a link")?;
        page.open(&format!("{base}templates/{sheet}.html"))?;
        touch(&mut page)?;
        drop_file(&mut page, &copy.file)?;
        is_whole(&mut page, "from a file")?;
        page.open(&base)?;
        let keep = "(kept) => (localStorage.clear(), sessionStorage.clear(), Object.assign(localStorage, JSON.parse(kept)), null)";
        page.ask::<()>(keep, &copy.kept)?;
        follow(&mut page, &old)?;
        is_whole(&mut page, "on the device")?;
    }
    Ok(())
}
