//! What the preview costs while nobody saves.

use std::fs;
use std::time::Duration;

use testkit::preview::Preview;

use crate::watched::{SCENARIO, mark, watched};

/// How long it is watched.
const WHILE: Duration = Duration::from_secs(2);

/// How much of a processor the preview has used, in milliseconds.
fn used(preview: &Preview) -> u64 {
    let stat = fs::read_to_string(format!("/proc/{}/stat", preview.id())).expect("it runs");
    // The name in brackets may hold anything; 11 fields after it come the ticks, 100 a second.
    let (_, rest) = stat.rsplit_once(')').expect("a process has a name");
    let ticks = rest
        .split_whitespace()
        .skip(11)
        .take(2)
        .map(|ticks| ticks.parse::<u64>().expect("a number"));
    ticks.sum::<u64>() * 10
}

#[test]
#[ignore = "slow: `cargo xtask test` runs it"]
fn without_saves_it_uses_no_processor() {
    let project = watched();
    let preview = Preview::start(&project);
    project.write(SCENARIO.file, &(SCENARIO.text)(&mark(1)));
    preview.until(SCENARIO.page, &mark(1));
    let mut page = preview.events();
    page.message();
    let before = used(&preview);
    assert_eq!(page.within(WHILE), None);
    let idle = used(&preview) - before;
    assert!(idle <= 20, "{idle} ms of processor in {WHILE:?}");
}

#[test]
#[ignore = "slow: `cargo xtask test` runs it"]
fn polling_follows_saves_and_costs_little() {
    let project = watched();
    let preview = Preview::start_with(&project, &["--port", "0", "--poll", "100"]);
    for number in 1..6 {
        project.write(SCENARIO.file, &(SCENARIO.text)(&mark(number)));
        preview.until(SCENARIO.page, &mark(number));
    }
    let mut page = preview.events();
    page.message();
    let before = used(&preview);
    assert_eq!(page.within(WHILE), None);
    let idle = used(&preview) - before;
    assert!(idle <= 200, "{idle} ms of processor in {WHILE:?}");
    assert_eq!(preview.rebuilds(), 5, "{}", preview.stderr());
}
