//! What open pages are told, and when.

use std::sync::mpsc::{RecvTimeoutError, channel};
use std::thread;
use std::time::Duration;

use serde_json::Value;
use testkit::http::get;
use testkit::preview::Preview;

use crate::watched::{SCENARIO, STYLE, TEMPLATE, mark, watched};

/// How often a client asks that must never be refused.
const EVERY: Duration = Duration::from_millis(5);

fn revision(message: &Value) -> u64 {
    message["revision"].as_u64().expect("a message has a revision")
}

#[test]
#[ignore = "slow: `cargo xtask test` runs it"]
fn whoever_hears_of_a_save_is_served_it() {
    let project = watched();
    let preview = Preview::start(&project);
    let mut events = preview.events();
    let mut before = revision(&events.message());
    for number in 1..=100 {
        project.write(SCENARIO.file, &(SCENARIO.text)(&mark(number)));
        let after = revision(&events.message());
        assert!(after > before, "revision {after} after {before}");
        let page = preview.get(SCENARIO.page).text();
        assert!(page.contains(&mark(number)), "the event of save {number} came too early");
        before = after;
    }
}

#[test]
#[ignore = "slow: `cargo xtask test` runs it"]
fn revisions_grow_over_a_restart() {
    let project = watched();
    let mut before = 0;
    for number in 1..4 {
        let preview = Preview::start(&project);
        let mut events = preview.events();
        let first = revision(&events.message());
        assert!(first > before, "revision {first} after {before}");
        project.write(SCENARIO.file, &(SCENARIO.text)(&mark(number)));
        let second = revision(&events.message());
        assert!(second > first, "revision {second} after {first}");
        before = second;
    }
}

#[test]
#[ignore = "slow: `cargo xtask test` runs it"]
fn only_a_change_of_style_has_a_new_number_of_the_style() {
    let project = watched();
    let preview = Preview::start(&project);
    let mut events = preview.events();
    let first = events.message();
    project.write(SCENARIO.file, &(SCENARIO.text)(&mark(1)));
    let text = events.message();
    assert_eq!((&text["style"], &text["scripts"]), (&first["style"], &first["scripts"]));
    assert_ne!(text["pages"], first["pages"]);
    project.write(STYLE.file, &(STYLE.text)(&mark(1)));
    let style = events.message();
    assert_ne!(style["style"], first["style"]);
    assert_eq!(style["scripts"], first["scripts"]);
    project.write("themes/mine/scripts/sheet.js", "// another script\n");
    let script = events.message();
    assert_ne!(script["scripts"], first["scripts"]);
    assert_eq!(script["style"], style["style"]);
    // The same assets have the same numbers after a restart, so that no open page is loaded again.
    drop(preview);
    let again = Preview::start(&project).events().message();
    assert_eq!((&again["style"], &again["scripts"]), (&script["style"], &script["scripts"]));
}

#[test]
#[ignore = "slow: `cargo xtask test` runs it"]
fn many_pages_listen_at_once() {
    let project = watched();
    let preview = Preview::start(&project);
    let mut pages: Vec<_> = (0..50).map(|_| preview.events()).collect();
    for page in &mut pages {
        page.message();
    }
    project.write(SCENARIO.file, &(SCENARIO.text)(&mark(1)));
    for page in &mut pages {
        assert!(page.message()["faults"].is_null());
    }
}

#[test]
#[ignore = "slow: `cargo xtask test` runs it"]
fn a_client_that_asks_every_five_milliseconds_never_sees_a_failed_or_mixed_page() {
    let project = watched();
    let preview = Preview::start(&project);
    let (end, ended) = channel();
    let address = preview.address();
    let client = thread::spawn(move || {
        let mut wrong = Vec::new();
        let mut asked = 0;
        while ended.recv_timeout(EVERY) == Err(RecvTimeoutError::Timeout) {
            for page in [SCENARIO.page, TEMPLATE.page, "/", "/assets/style.css"] {
                asked += 1;
                match get(address, page) {
                    Ok(answer) if answer.status == 200 => {
                        wrong.extend(mixed(&answer.text()).map(|marks| format!("{page}: {marks}")));
                    }
                    Ok(answer) => wrong.push(format!("{page}: {}", answer.head)),
                    Err(error) => wrong.push(format!("{page}: {error}")),
                }
            }
        }
        (asked, wrong)
    });
    for number in 1..=100 {
        project.write(SCENARIO.file, &(SCENARIO.text)(&mark(number)));
        preview.until(SCENARIO.page, &mark(number));
    }
    end.send(()).expect("the client does not panic");
    let (asked, wrong) = client.join().expect("the client does not panic");
    assert!(asked > 100, "only {asked} requests were made");
    assert!(wrong.is_empty(), "{} of {asked}: {}", wrong.len(), wrong[0]);
}

/// The marks of a page when there is more than one: all that it shows of the scenario is of one save.
fn mixed(page: &str) -> Option<String> {
    let mut marks: Vec<&str> =
        page.split("Late mark-").skip(1).filter_map(|rest| rest.split("-end").next()).collect();
    marks.sort_unstable();
    marks.dedup();
    (marks.len() > 1).then(|| marks.join(", "))
}
