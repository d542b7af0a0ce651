//! Whatever is saved, every page keeps answering; faults are told, and are gone when they are mended.

use std::fs;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

use testkit::http::get;
use testkit::preview::Preview;
use testkit::{Project, scenario};

use crate::watched::{
    BOOK, GUIDE, Kind, LAYOUT, SCENARIO, STYLE, TEMPLATE, WORDING, fence, mark, watched,
};

/// A page of every kind that the book of these tests has.
const PAGES: [&str; 7] = [
    "/",
    "/scenarios/",
    "/scenarios/late.html",
    "/guidance/why.html",
    "/templates/sheet.html",
    "/assets/style.css",
    "/404.html",
];

/// Breaks the book, and asserts that all pages stay as they were, that the fault is told with its place, and
/// that all is clear when the file is mended.
#[track_caller]
fn stays(kind: Kind, told: &str, break_it: impl FnOnce(&Path)) {
    let project = watched();
    let preview = Preview::start(&project);
    let before: Vec<Vec<u8>> = PAGES.iter().map(|page| preview.get(page).body).collect();
    let mut events = preview.events();
    assert!(events.message()["faults"].is_null(), "{}", preview.stderr());
    let asking = Asking::begin(&preview);

    break_it(&kind.path(&project));
    let message = events.until(|message| !message["faults"].is_null());
    let faults = message["notes"].as_str().expect("notes are a text");
    assert!(faults.contains(told), "the event tells:\n{faults}");
    preview.until_said(told);
    preview.until_said("the last good pages are still shown");
    // The layout of the page's own kind may have been the one that broke: the pages are those of before.
    for (page, before) in PAGES.iter().zip(&before) {
        assert!(preview.get(page).body == *before, "{page} is not what it was");
    }
    // Another save changes nothing about that.
    if project.path("content").exists() {
        project.write("content/guidance/other.md", "---\ntitle: Other\n---\n\nMore.\n");
        events.until(|later| later["revision"].as_u64() > message["revision"].as_u64());
        for (page, before) in PAGES.iter().zip(&before) {
            assert!(preview.get(page).body == *before, "{page} is not what it was");
        }
    }
    preview.is_alive();

    let file = kind.path(&project);
    if file.is_dir() {
        fs::remove_dir_all(&file).expect("it is removed");
    }
    project.write(kind.file, &(kind.text)(&mark(1)));
    for lost in [SCENARIO, GUIDE, TEMPLATE] {
        if !lost.path(&project).exists() {
            project.write(lost.file, &(lost.text)(&mark(1)));
        }
    }
    preview.until(kind.page, &mark(1));
    events.until(|message| message["faults"].is_null());
    preview.until_said("all clear");
    asking.end();
    preview.is_alive();
}

/// A client that asks for every page all the time, and takes nothing but a page for an answer.
struct Asking {
    ended: Arc<AtomicBool>,
    client: thread::JoinHandle<Vec<String>>,
}

impl Asking {
    fn begin(preview: &Preview) -> Self {
        let ended = Arc::new(AtomicBool::new(false));
        let (address, stop) = (preview.address(), Arc::clone(&ended));
        let client = thread::spawn(move || {
            let mut refused = Vec::new();
            while !stop.load(Ordering::Relaxed) {
                for page in PAGES {
                    match get(address, page) {
                        Ok(answer) if answer.status == 200 && !answer.body.is_empty() => {}
                        Ok(answer) => refused.push(format!("{page}: {}", answer.head)),
                        Err(error) => refused.push(format!("{page}: {error}")),
                    }
                }
            }
            refused
        });
        Self { ended, client }
    }

    #[track_caller]
    fn end(self) {
        self.ended.store(true, Ordering::Relaxed);
        let refused = self.client.join().expect("the client does not panic");
        assert!(refused.is_empty(), "{} answers were no pages: {}", refused.len(), refused[0]);
    }
}

/// What puts this text into the file.
fn with(text: &'static str) -> impl FnOnce(&Path) {
    move |file| fs::write(file, text).expect("it is written")
}

#[test]
#[ignore = "slow: `cargo xtask test` runs it"]
fn after_broken_yaml_the_last_good_pages_stay() {
    stays(SCENARIO, "content/scenarios/late.yaml:2:", with("title: Late\nsummary: 'open\n"));
}

#[test]
#[ignore = "slow: `cargo xtask test` runs it"]
fn after_broken_front_matter_the_last_good_pages_stay() {
    stays(GUIDE, "content/guidance/why.md:2:", with("---\ntitle: [Why\n---\n\nText.\n"));
}

#[test]
#[ignore = "slow: `cargo xtask test` runs it"]
fn after_a_broken_book_file_the_last_good_pages_stay() {
    stays(BOOK, "book.toml:2:", with("[book]\ntitle = \"Te\n"));
}

#[test]
#[ignore = "slow: `cargo xtask test` runs it"]
fn after_the_book_file_is_deleted_the_last_good_pages_stay() {
    stays(BOOK, "book.toml", |file| fs::remove_file(file).expect("it is removed"));
}

#[test]
#[ignore = "slow: `cargo xtask test` runs it"]
fn after_a_layout_with_a_slip_the_last_good_pages_stay() {
    stays(
        LAYOUT,
        "themes/mine/layouts/guide.html:1:",
        with("{% extends \"default/guide.html\" }{% block used_in %}"),
    );
}

#[test]
#[ignore = "slow: `cargo xtask test` runs it"]
fn after_a_layout_asks_for_what_is_not_there_the_last_good_pages_stay() {
    stays(
        LAYOUT,
        "themes/mine/layouts/guide.html:2:",
        with(
            "{% extends \"default/guide.html\" %}\n{% block used_in %}{{ nothing.at_all }}{% endblock %}\n",
        ),
    );
}

#[test]
#[ignore = "slow: `cargo xtask test` runs it"]
fn after_broken_wording_the_last_good_pages_stay() {
    stays(WORDING, "themes/mine/wording/en.toml:1:", with("leader = \n"));
}

#[test]
#[ignore = "slow: `cargo xtask test` runs it"]
fn after_the_content_folder_is_deleted_the_last_good_pages_stay() {
    stays(SCENARIO, "content", |file| {
        let content = file.ancestors().nth(2).expect("it lies in content/scenarios/");
        fs::remove_dir_all(content).expect("it is removed");
    });
}

#[test]
#[ignore = "slow: `cargo xtask test` runs it"]
fn after_a_linked_scenario_is_replaced_by_a_folder_the_last_good_pages_stay() {
    stays(SCENARIO, "content/guidance/why.md:5:", |file| {
        fs::remove_file(file).expect("it is removed");
        fs::create_dir(file).expect("a folder is made");
    });
}

#[test]
#[ignore = "slow: `cargo xtask test` runs it"]
fn after_the_book_file_is_replaced_by_a_folder_the_last_good_pages_stay() {
    stays(BOOK, "book.toml", |file| {
        fs::remove_file(file).expect("it is removed");
        fs::create_dir(file).expect("a folder is made");
    });
}

#[test]
#[ignore = "slow: `cargo xtask test` runs it"]
fn after_invalid_utf8_the_last_good_pages_stay() {
    stays(SCENARIO, "content/scenarios/late.yaml:1:12", |file| {
        fs::write(file, b"title: Late\xFF\n").expect("it is written");
    });
}

#[test]
#[ignore = "slow: `cargo xtask test` runs it"]
fn after_a_file_is_emptied_the_last_good_pages_stay() {
    stays(TEMPLATE, "content/templates/sheet.yaml:1:1", with(""));
}

#[test]
#[ignore = "slow: `cargo xtask test` runs it"]
fn after_half_a_file_the_last_good_pages_stay() {
    let half = "title: Late\nsummary: It happens.\nleader:\n  say: Why?\nmana";
    stays(SCENARIO, "content/scenarios/late.yaml:", with(half));
}

#[test]
#[ignore = "slow: `cargo xtask test` runs it"]
fn a_fault_in_a_layout_is_not_forgotten_when_something_else_is_saved() {
    let project = watched();
    let preview = Preview::start(&project);
    let broken =
        "{% extends \"default/guide.html\" %}{% block used_in %}{{ nothing.at_all }}{% endblock %}";
    project.write(LAYOUT.file, broken);
    preview.until_said("invalid-layout");
    for number in 1..4 {
        let mut events = preview.events();
        let before = events.message()["revision"].as_u64();
        project.write(SCENARIO.file, &(SCENARIO.text)(&mark(number)));
        let after = events.until(|message| message["revision"].as_u64() > before);
        assert!(!after["faults"].is_null(), "{}", preview.stderr());
        assert_eq!(preview.get(GUIDE.page).status, 200);
        assert!(preview.get(GUIDE.page).text().contains(&mark(0)), "{}", preview.stderr());
    }
    project.write(LAYOUT.file, &(LAYOUT.text)(&mark(5)));
    preview.until(LAYOUT.page, &mark(5));
    preview.until(SCENARIO.page, &mark(3));
}

#[test]
#[ignore = "slow: `cargo xtask test` runs it"]
fn a_layout_that_breaks_while_something_else_is_broken_is_found_when_that_is_mended() {
    let project = watched();
    let preview = Preview::start(&project);
    let mut events = preview.events();
    let tells = |rule: &'static str| {
        move |message: &serde_json::Value| {
            message["notes"].as_str().is_some_and(|text| text.contains(rule))
        }
    };
    project.write(SCENARIO.file, "titel: Late\n");
    events.until(tells("unknown-field"));
    let broken =
        "{% extends \"default/guide.html\" %}{% block used_in %}{{ nothing.at_all }}{% endblock %}";
    project.write(LAYOUT.file, broken);
    events.until(tells("unknown-field"));
    project.write(SCENARIO.file, &(SCENARIO.text)(&mark(1)));
    events.until(tells("invalid-layout"));
    assert!(preview.get(GUIDE.page).text().contains(&mark(0)), "{}", preview.stderr());
    project.write(LAYOUT.file, &(LAYOUT.text)(&mark(2)));
    preview.until(LAYOUT.page, &mark(2));
    preview.until(SCENARIO.page, &mark(1));
}

#[test]
#[ignore = "slow: `cargo xtask test` runs it"]
fn while_it_polls_a_lasting_fault_is_told_once() {
    let project = watched();
    let preview = Preview::start_with(&project, &["--port", "0", "--poll", "10"]);
    let content = project.path("content");
    fs::rename(&content, project.path("aside")).expect("it moves");
    preview.until_said("there is no file in `content/`");
    let mut events = preview.events();
    events.message();
    assert_eq!(events.within(Duration::from_millis(200)), None, "{}", preview.stderr());
    fs::rename(project.path("aside"), &content).expect("it moves back");
    preview.until_said("all clear");
    assert_eq!(preview.stderr().matches("there is no file").count(), 1, "{}", preview.stderr());
}

#[test]
#[ignore = "slow: `cargo xtask test` runs it"]
fn a_broken_style_is_told_and_the_last_good_one_stays() {
    let project = watched();
    let preview = Preview::start(&project);
    let before = preview.get(STYLE.page).text();
    project.write(STYLE.file, ".mark-1-end { color: \n");
    preview.until_said("`.mark-1-end {` is never closed");
    assert_eq!(preview.get(STYLE.page).text(), before);
    project.write(STYLE.file, &(STYLE.text)(&mark(2)));
    preview.until(STYLE.page, &mark(2));
}

#[test]
#[ignore = "slow: `cargo xtask test` runs it"]
fn a_first_start_on_a_broken_book_shows_what_is_wrong_and_then_the_page() {
    let project = Project::small().file(SCENARIO.file, "title: <Late> & 'open\nsummary\n");
    let preview = Preview::start(&project);
    for page in ["/", "/scenarios/late.html", "/no/such/page.html"] {
        let answer = preview.get(page);
        assert_eq!(answer.status, 200, "{}", answer.head);
        assert!(answer.text().contains("content/scenarios/late.yaml:"), "{}", answer.text());
        assert!(!answer.text().contains("<Late>"), "it is escaped: {}", answer.text());
    }
    project.write(SCENARIO.file, "title: 'open\n");
    preview.until("/", "content/scenarios/late.yaml:1:");
    project.write(SCENARIO.file, &scenario("Mended"));
    preview.until("/scenarios/late.html", "Mended");
    preview.until_status("/no/such/page.html", 404);
    preview.until_said("all clear");
    preview.is_alive();
}

#[test]
#[ignore = "slow: `cargo xtask test` runs it"]
fn a_first_start_tells_faults_of_layouts_too() {
    let project = watched();
    project.write(
        LAYOUT.file,
        "{% extends \"default/guide.html\" %}{% block used_in %}{{ no.such }}{% endblock %}",
    );
    let preview = Preview::start(&project);
    assert!(
        preview.get("/").text().contains("themes/mine/layouts/guide.html"),
        "{}",
        preview.stderr()
    );
    project.write(LAYOUT.file, &(LAYOUT.text)(&mark(1)));
    preview.until(LAYOUT.page, &mark(1));
}

#[test]
#[ignore = "slow: `cargo xtask test` runs it"]
fn a_book_that_is_still_empty_is_served_and_grows() {
    let project = Project::new();
    let preview = Preview::start(&project);
    preview.until("/", "Test");
    let small = watched();
    for kind in [SCENARIO, GUIDE, TEMPLATE] {
        fs::create_dir_all(kind.path(&project).parent().expect("it has one")).expect("it is made");
        fs::copy(kind.path(&small), kind.path(&project)).expect("it is copied");
    }
    preview.until(GUIDE.page, &mark(0));
    fence(&project, &preview);
}
