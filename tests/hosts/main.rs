//! Our own book on real web servers, set up by the very lines that stand in the author guide: at the root of a host and
//! below a path. Every link is followed over HTTP, headers are as `_headers` says them, and pages work in a browser.

#![cfg(unix)]

mod follow;
mod guide;
mod headers;
mod server;
mod site;

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use testkit::browser::{Chromium, Page, find_chromium};
use testkit::outcome::{Outcome, none};

use follow::Asked;
use headers::Headers;
use server::{PROGRAMS, Program, Server};
use site::{Mount, Site};

#[test]
#[ignore = "slow: `cargo xtask test` runs it"]
fn nginx_serves_the_book_as_the_guide_says() {
    serves_the_book(&PROGRAMS[0]);
}

#[test]
#[ignore = "slow: `cargo xtask test` runs it"]
fn apache_serves_the_book_as_the_guide_says() {
    serves_the_book(&PROGRAMS[1]);
}

#[test]
#[ignore = "slow: `cargo xtask test` runs it"]
fn caddy_serves_the_book_as_the_guide_says() {
    serves_the_book(&PROGRAMS[2]);
}

#[test]
fn azure_is_told_what_other_hosts_are_told() {
    let settings: serde_json::Value =
        serde_json::from_str(&guide::block("json", 0)).expect("the block is JSON");
    let headers = Headers::written();
    for (name, value) in &headers.of_all {
        assert_eq!(settings["globalHeaders"][name], **value, "{name}");
    }
    let kept = &settings["routes"][0];
    assert_eq!(kept["route"], "/assets/*");
    assert_eq!(kept["headers"]["Cache-Control"], *headers.kept);
}

/// The folder on the way to this one that others may not enter, if there is one, as in a root that a script has made.
fn closed(folder: &Path) -> Option<&Path> {
    let is_closed = |folder: &&Path| {
        fs::metadata(folder).is_ok_and(|about| about.permissions().mode() & 0o001 == 0)
    };
    folder.ancestors().find(is_closed)
}

#[track_caller]
fn serves_the_book(program: &'static Program) {
    let chromium = find_chromium().expect("a Chromium is on PATH or named in CHROME");
    let chromium = Chromium::launch(&chromium).expect("it starts");
    for mount in [Mount::Root, Mount::Path] {
        let site = Site::at(mount);
        if let Some(closed) = closed(&site.folder).filter(|_| program.has_own_user) {
            println!(
                "left out: {} hands files out as a user who may not enter `{}`",
                program.name,
                closed.display()
            );
            return;
        }
        let server = Server::start(program, &site);
        let faults = follow::faults(&server, &site, &Headers::written());
        assert!(faults.is_empty(), "{} {mount:?}:\n{}", program.name, faults.join("\n"));
        let seen = looked_at(&chromium, &server);
        assert!(seen.is_ok(), "{} {mount:?}: {seen:?}", program.name);
    }
}

/// Pages that ask for more than others, in a browser that holds them to all headers.
fn looked_at(chromium: &Chromium, server: &Server) -> Outcome {
    let mut page = Page::new(chromium)?;
    let mut open = |path: &str, shows: &str| {
        page.listen_anew();
        page.open(&server.address(path))?;
        page.settle()?;
        page.until(shows, ())?;
        none(&page.heard().complaints).map_err(|faults| format!("{path}: {faults}"))
    };
    open(
        "index.html",
        "() => getComputedStyle(document.querySelector('.top')).position === 'sticky'",
    )?;
    open(
        "templates/change-log.html",
        "() => document.querySelector('.sheet-bar, form, [data-sheet]') !== null",
    )?;
    open(
        "search.html?q=late",
        "() => document.querySelectorAll('main a[href*=\"scenarios/\"]').length > 2",
    )?;
    open(
        "finder.html?q=rude",
        "() => document.querySelectorAll('main input[type=checkbox]').length > 2",
    )?;
    let missing = Asked::of(server, "scenarios/no-such/page.html")?;
    if missing.status != 404 {
        return Err(format!("a page that is not there has the status {}", missing.status));
    }
    page.open(&server.address("scenarios/no-such/page.html"))?;
    page.settle()?;
    page.until("() => getComputedStyle(document.querySelector('.top')).position === 'sticky'", ())
}
