//! `twohats report`: how a playbook stands on a given day.

use serde_json::Value;
use testkit::{Project, Run, run, scenario};

/// A day in September 2026.
const NOW: &str = "1790000000";

fn book() -> Project {
    Project::new()
        .file(
            "book.toml",
            "[book]\ntitle = \"Test\"\n[topics]\npeople = \"People\"\nwork = \"Work\"\n",
        )
        .file(
            "content/scenarios/late.yaml",
            &format!(
                "{}first: leader\ntopics: [people]\nrelated: [old]\nreviewed: 2026-02\n",
                scenario("Late again")
            ),
        )
        .file("content/scenarios/old.yaml", &format!("{}reviewed: 2024-02\n", scenario("Old")))
        .file("content/scenarios/soon.yaml", &format!("{}draft: yes\n", scenario("Soon")))
        .file(
            "content/guidance/long.md",
            &format!("---\ntitle: Long\n---\n\n{}\n", "word ".repeat(476)),
        )
}

fn report(project: &Project, args: &[&str]) -> Run {
    let mut command = project.command(&[&["report"], args].concat());
    command.env("SOURCE_DATE_EPOCH", NOW);
    run(command)
}

#[test]
fn it_tells_what_is_covered_old_and_lost() {
    let run = report(&book(), &["--format", "json"]);
    assert_eq!(run.code, 0, "{}", run.err);
    let told: Value = serde_json::from_str(&run.out).expect("it is JSON");
    assert_eq!(told["kinds"][0]["published"], 2);
    assert_eq!(told["kinds"][0]["drafts"], 1);
    let topics = told["topics"].as_array().expect("a list");
    let people = topics.iter().find(|topic| topic["topic"] == "people").expect("it is a topic");
    assert_eq!(people["leader_first"], 1);
    let work = topics.iter().find(|topic| topic["topic"] == "work").expect("a gap is told too");
    assert_eq!(work["leader_first"], 0);
    assert_eq!(told["freshness"]["old"], serde_json::json!(["scenarios/old.html"]));
    assert_eq!(told["freshness"]["never"], serde_json::json!(["guidance/long.html"]));
    assert_eq!(told["orphans"], serde_json::json!(["scenarios/late.html", "guidance/long.html"]));
    let pages = told["pages"].as_array().expect("a list");
    let long = pages.iter().find(|page| page["page"] == "guidance/long.html").expect("a page");
    assert_eq!(long["words"], 477);
    assert_eq!(long["minutes"], 3);
}

#[test]
fn people_get_a_table_and_the_day_comes_from_outside() {
    let project = book();
    let run = report(&project, &[]);
    assert_eq!(run.code, 0, "{}", run.err);
    assert!(run.out.contains("Reviewed longest ago\n  scenarios/old.html\n"), "{}", run.out);
    let run = report(&project, &["--months", "120"]);
    assert!(
        run.out.contains("2 reviewed in the last 120 months, 0 longer ago, 1 never"),
        "{}",
        run.out
    );
    assert_eq!(report(&project, &[]).out, report(&project, &[]).out);
}

#[test]
fn a_book_with_faults_is_reported_too() {
    let project = book().file("content/scenarios/bad.yaml", "title: Bad\n");
    let run = report(&project, &[]);
    assert_eq!(run.code, 0);
    assert!(run.err.contains("the book has"), "{}", run.err);
}

/// The same with somebody who answers for pages.
fn answered_for() -> Project {
    book().file("content/pages/imprint.md", "# Imprint, and more\n\nWords.\n").file(
        "book.toml",
        "[book]\ntitle = \"Test\"\nsite_url = \"https://playbook.example.org/\"\n\
         [owners]\nscenarios = \"Team; work\"\n[reviewers]\nguidance = \"=Council, other\"\n",
    )
}

#[test]
fn it_tells_who_answers_for_how_much() {
    let run = report(&answered_for(), &[]);
    let told = "Who answers for pages\n  Team; work: 2 pages, 1 reviewed too long ago, 0 never\n    \
                scenarios/old.html\n  (nobody): 2 pages, 0 reviewed too long ago, 2 never\n";
    assert!(run.out.contains(told), "{}", run.out);
    assert!(!report(&book(), &[]).out.contains("Who answers"));
}

#[test]
fn a_spreadsheet_gets_a_line_for_each_page_and_works_nothing_out() {
    let run = report(&answered_for(), &["--format", "csv"]);
    assert_eq!(run.code, 0, "{}", run.err);
    let lines: Vec<&str> = run.out.lines().collect();
    assert_eq!(
        lines[..2],
        [
            "page,kind,title,owner,reviewers,reviewed,due,words,minutes,named_by",
            "scenarios/late.html,scenario,Late again,Team; work,,2026-02,2027-02-28,7,1,0",
        ]
    );
    assert!(run.out.contains(",Long,,\"'=Council, other\",,,"), "{}", run.out);
    assert!(run.out.contains("pages/imprint.html,page,\"Imprint, and more\","), "{}", run.out);
}

#[test]
fn a_calendar_has_the_day_on_which_each_review_is_due() {
    let run = report(&answered_for(), &["--format", "ics"]);
    assert_eq!(run.code, 0, "{}", run.err);
    let events: Vec<&str> = run.out.split("BEGIN:VEVENT").collect();
    assert_eq!(events.len(), 3, "what was never reviewed has no day: {}", run.out);
    for line in [
        "UID:scenarios/late.html@test",
        "DTSTAMP:20260921T000000Z",
        "DTSTART;VALUE=DATE:20270228",
        "SUMMARY:Team\\; work: Late again",
        "URL:https://playbook.example.org/scenarios/late.html",
    ] {
        assert!(events[1].lines().any(|one| one == line), "{line}: {}", events[1]);
    }
    assert!(run.out.split("\r\n").all(|line| !line.contains('\n') && line.len() <= 75));
}

#[test]
fn a_calendar_without_days_is_one_all_the_same_and_says_why() {
    let project =
        Project::new().file("content/guidance/why.md", "---\ntitle: Why\n---\n\nWords.\n");
    let run = report(&project, &["--format", "ics"]);
    assert_eq!(run.code, 0, "{}", run.err);
    assert!(run.err.contains("no page says when it was reviewed"), "{}", run.err);
    assert!(!run.out.contains("VEVENT"));
    // RFC 5545, 3.6: a calendar has one component or more, and each has both of its ends.
    let ends = |end: &str| run.out.matches(&format!("{end}:V")).count();
    assert_eq!([ends("BEGIN"), ends("END")], [2, 2], "{}", run.out);
}
