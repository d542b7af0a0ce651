//! Every way to save x every kind of file: the new text is served, after one rebuild.

use std::fs;
use std::time::{Duration, Instant};

use testkit::preview::Preview;
use testkit::{Project, link_to, scenario};

use crate::saving::{STYLES, Save, litter, outside};
use crate::watched::{
    BOOK, GUIDE, Kind, LAYOUT, SCENARIO, STYLE, TEMPLATE, WORDING, fence, mark, watched,
};

/// What is promised of every save. On a machine that is busy a single one may take longer, so the one in
/// the middle is held to it.
const PROMISE: Duration = Duration::from_secs(1);
/// A burst is one rebuild; on a machine so busy that the burst itself is torn apart, one of these is.
const TRIES: usize = 4;

#[test]
#[ignore = "slow: `cargo xtask test` runs it"]
fn a_scenario_is_followed_however_it_is_saved() {
    every_style(SCENARIO);
}

#[test]
#[ignore = "slow: `cargo xtask test` runs it"]
fn a_guide_is_followed_however_it_is_saved() {
    every_style(GUIDE);
}

#[test]
#[ignore = "slow: `cargo xtask test` runs it"]
fn a_template_is_followed_however_it_is_saved() {
    every_style(TEMPLATE);
}

#[test]
#[ignore = "slow: `cargo xtask test` runs it"]
fn a_layout_is_followed_however_it_is_saved() {
    every_style(LAYOUT);
}

#[test]
#[ignore = "slow: `cargo xtask test` runs it"]
fn a_style_is_followed_however_it_is_saved() {
    every_style(STYLE);
}

#[test]
#[ignore = "slow: `cargo xtask test` runs it"]
fn wording_is_followed_however_it_is_saved() {
    every_style(WORDING);
}

#[test]
#[ignore = "slow: `cargo xtask test` runs it"]
fn the_book_file_is_followed_however_it_is_saved() {
    every_style(BOOK);
}

/// Saves in every style, then touches the file and leaves litter, then saves through links.
fn every_style(kind: Kind) {
    let project = watched();
    let preview = Preview::start(&project);
    let first = preview.revision();
    let file = kind.path(&project);
    let mut number = 0;
    let mut took = Vec::new();
    let mut save = |name: &str, save: &dyn Fn(&Save)| {
        took.push(one_rebuild(&project, &preview, kind, &mut number, name, save));
    };
    for (name, style) in STYLES {
        save(name, &style);
    }
    // The last style left a link; its target is saved in all styles as well.
    for (name, style) in STYLES {
        save(&format!("through a link, {name}"), &|it: &Save| {
            let file = it.file.canonicalize().expect("the link leads somewhere");
            style(&Save { file: &file, ..*it });
        });
    }
    save("back to a plain file", &|it: &Save| {
        fs::remove_file(it.file).expect("the link is removed");
        fs::write(it.file, it.text).expect("it is written");
    });

    let before = fence(&project, &preview);
    litter(&file);
    project.build();
    project.write("public/ours.html", "<p>a page of the owner");
    project.build();
    assert_eq!(
        fence(&project, &preview),
        before + 1,
        "litter made a rebuild: {}",
        preview.stderr()
    );

    took.sort();
    assert!(took[took.len() / 2] < PROMISE, "saves took {took:?}");
    let last = preview.revision();
    let said = u64::try_from(preview.rebuilds()).expect("a count is small");
    assert!(last - first >= said && !preview.stderr().contains(" 0 files"), "{}", preview.stderr());
    preview.is_alive();
}

/// Saves, waits for the new text, and asserts that there was one rebuild. Says how long it took.
#[track_caller]
pub fn one_rebuild(
    project: &Project,
    preview: &Preview,
    kind: Kind,
    number: &mut usize,
    name: &str,
    save: &dyn Fn(&Save),
) -> Duration {
    let file = kind.path(project);
    let mut counts = Vec::new();
    for _ in 0..TRIES {
        let text = fs::read_to_string(&file).expect("it can be read");
        let before = mark(*number);
        assert!(text.contains(&before), "the save before this one was made");
        *number += 1;
        let after = mark(*number);
        let revision = preview.revision();
        let start = Instant::now();
        save(&Save { file: &file, before: &before, after: &after, text: &(kind.text)(&after) });
        if !preview.comes(|_| preview.get(kind.page).text().contains(&after)) {
            preview.fail(&format!("{name}: `{}` was saved and never served", kind.file));
        }
        let took = start.elapsed();
        let rebuilds = fence(project, preview) - revision - 1;
        if rebuilds == 1 {
            return took;
        }
        counts.push(rebuilds);
    }
    preview.fail(&format!("{name}: `{}` made {counts:?} rebuilds", kind.file));
}

#[test]
#[ignore = "slow: `cargo xtask test` runs it"]
fn every_rebuild_is_told_once_with_the_file_that_changed() {
    let project = watched();
    let preview = Preview::start(&project);
    for number in 1..=5 {
        project.write(SCENARIO.file, &(SCENARIO.text)(&mark(number)));
        preview.until(SCENARIO.page, &mark(number));
    }
    let wanted = 5;
    preview.until_heard("of five rebuilds", |said| said.matches(" changed in ").count() >= wanted);
    let said = preview.stderr();
    let lines: Vec<&str> = said.lines().filter(|line| line.contains(" changed in ")).collect();
    assert_eq!(lines.len(), wanted, "{said}");
    assert!(
        lines.iter().all(|line| line.starts_with("content/scenarios/late.yaml changed in ")),
        "{said}"
    );
}

#[test]
#[ignore = "slow: `cargo xtask test` runs it"]
fn a_checkout_of_five_hundred_files_is_one_rebuild() {
    let project = watched();
    let path = |number: usize| format!("content/scenarios/many/s{number}.yaml");
    for number in 0..500 {
        project.write(&path(number), &scenario(&format!("Old {number}")));
    }
    let preview = Preview::start(&project);
    let mut counts = Vec::new();
    for round in 0..TRIES {
        let before = preview.revision();
        for number in 0..500 {
            let text = scenario(&format!("Round {round} {}", mark(number)));
            // As git does: the old file goes, the new one is made.
            project.remove(&path(number));
            project.write(&path(number), &text);
        }
        preview.until("/scenarios/many/s499.html", &format!("Round {round} {}", mark(499)));
        counts.push(fence(&project, &preview) - before - 1);
        for number in 0..500 {
            let page = preview.get(&format!("/scenarios/many/s{number}.html")).text();
            assert!(page.contains(&format!("Round {round} {}", mark(number))), "s{number} is old");
        }
        if counts.ends_with(&[1]) {
            return;
        }
    }
    preview.fail(&format!("rebuilds: {counts:?}"));
}

#[test]
#[ignore = "slow: `cargo xtask test` runs it"]
fn a_link_to_a_file_of_the_same_book_follows_that_file() {
    let project = watched();
    project.write("content/scenarios/real/first.yaml", &scenario("First"));
    let link = project.path("content/scenarios/second.yaml");
    link_to("real/first.yaml", link).expect("it is linked");
    let preview = Preview::start(&project);
    for number in 1..4 {
        project.write("content/scenarios/real/first.yaml", &scenario(&mark(number)));
        preview.until("/scenarios/real/first.html", &mark(number));
        preview.until("/scenarios/second.html", &mark(number));
    }
}

#[test]
#[ignore = "slow: `cargo xtask test` runs it"]
fn a_link_that_leads_nowhere_yet_is_followed_when_it_does() {
    let project = watched();
    let preview = Preview::start(&project);
    let target = outside(&SCENARIO.path(&project)).join("later/new.yaml");
    link_to(&target, project.path("content/scenarios/new.yaml")).expect("it is linked");
    let before = fence(&project, &preview);
    assert_eq!(fence(&project, &preview), before + 1);
    assert_eq!(preview.get("/scenarios/new.html").status, 404);
    fs::create_dir_all(target.parent().expect("it has one")).expect("a folder is made");
    fs::write(&target, scenario("Come")).expect("it is written");
    // Nobody watches a folder that is not there: the next save of anything finds it.
    fence(&project, &preview);
    project.remove("content/scenarios/new.yaml");
    link_to(&target, project.path("content/scenarios/new.yaml")).expect("it is linked");
    preview.until("/scenarios/new.html", "Come");
    fs::write(&target, scenario("Changed")).expect("it is written");
    preview.until("/scenarios/new.html", "Changed");
}
