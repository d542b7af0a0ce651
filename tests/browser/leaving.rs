//! What leaves a page: nothing leaves a sheet, whatever is made in it, and what an author is trusted with works on
//! all other pages.

use testkit::outcome::{Outcome, none};
use testkit::{Book, scenario};

use crate::server::{Listener, serve_silently};
use crate::sheet::{CHANGE_LOG, COPIES};
use crate::site::Visit;

/// What the other host is asked for when all else has come to an end.
const END: &str = "the-end";

/// The ways out that are tried, and that a browser knows.
const WAYS: [&str; 24] = [
    "picture",
    "picture-set",
    "script",
    "module",
    "style",
    "prefetch",
    "preload",
    "modulepreload",
    "icon",
    "video",
    "poster",
    "audio",
    "frame",
    "object",
    "embed",
    "svg-image",
    "background",
    "font",
    "font-face",
    "fetch",
    "import",
    "events",
    "request",
    "beacon",
];

/// Not even a script that got in could send what was written, to our own host or to another.
pub fn nothing_leaves_a_sheet_whatever_is_made_in_it(visit: &Visit) -> Outcome {
    let silent = serve_silently(&visit.site.on_disk.folder)?;
    let mut left = Vec::new();
    for name in [CHANGE_LOG, COPIES] {
        for place in [&silent, &visit.site.on_disk] {
            let other = Listener::open()?;
            let mut page = visit.new_page()?;
            page.open(&format!("{}{name}", place.base))?;
            page.ask::<()>(include_str!("ask/try_to_send.js"), &other.base)?;
            page.open(&format!("{}{END}", other.base))?;
            let asked = other.asked_until(END)?.into_iter();
            left.extend(asked.map(|line| format!("{}{name}: {line}", place.base)));
        }
    }
    none(&left)
}

pub fn what_an_author_is_trusted_with_works_beside_the_sheets(visit: &Visit) -> Outcome {
    let other = Listener::open()?;
    let html = format!(
        "<img src=\"{0}picture\" alt=\"A picture\"> <iframe src=\"{0}frame\" title=\"A page\"></iframe>",
        other.base
    );
    let project = Book::new()
        .file("book.toml", "[book]\ntitle = \"Test\"\n[markdown]\nhtml = \"trust\"\n")
        .file("content/guidance/trusted.md", format!("---\ntitle: Trusted\n---\n\n{html}\n"))
        .file("content/scenarios/late.yaml", scenario("Late again"))
        .file(
            "content/templates/sheet.yaml",
            format!("title: Sheet\nfields:\n  - note: |\n      {html}\n  - text: Name\n"),
        )
        .on_disk();
    project.build();
    let place = serve_silently(&project.path("public"))?;
    let mut page = visit.new_page()?;
    page.open(&format!("{}templates/sheet.html", place.base))?;
    page.open(&format!("{}guidance/trusted.html", place.base))?;
    page.open(&format!("{}{END}", other.base))?;
    let mut asked = other.asked_until(END)?;
    asked.sort();
    let wanted = ["GET /frame HTTP/1.1", "GET /picture HTTP/1.1"];
    if asked != wanted {
        return Err(format!("asked for was {asked:?}"));
    }
    // Where it may, what is tried on a sheet does leave.
    page.open(&format!("{}guidance/trusted.html", place.base))?;
    page.ask::<()>(include_str!("ask/try_to_send.js"), &other.base)?;
    page.open(&format!("{}{END}", other.base))?;
    let asked = other.asked_until(END)?;
    let stays = |way: &&&str| !asked.iter().any(|line| line.contains(&format!("/{way}?answers")));
    let stays: Vec<&&str> = WAYS.iter().filter(stays).collect();
    if stays.is_empty() { Ok(()) } else { Err(format!("these are no ways out: {stays:?}")) }
}
