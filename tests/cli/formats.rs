//! What `twohats check` tells machines, and how it keeps people from reading the same thing fifty times.

use serde_json::Value;
use testkit::{Project, scenario};

const MISSPELT: &str = "content/scenarios/late, again: 50%.yaml";

fn with_faults() -> Project {
    let project = Project::small();
    let text = scenario("Late").replace("summary", "sumary");
    project.write("content/scenarios/late-again.yaml", &text);
    project
}

#[test]
fn github_is_given_one_annotation_a_fault() {
    let run = with_faults().run(&["check", "--format", "github"]);
    assert_eq!(run.code, 1, "{}", run.err);
    let wanted = "::error file=content/scenarios/late-again.yaml,line=2,col=1,endColumn=6,\
                  title=unknown-field::`sumary` is not a key of a scenario%0Ahelp: did you mean `summary`?\n";
    assert_eq!(run.out, wanted);
    let clean = Project::small().run(&["check", "--format", "github"]);
    assert_eq!((clean.code, clean.out.as_str()), (0, ""));
}

#[test]
fn signs_that_mean_something_to_github_are_written_as_codes() {
    let project = Project::small();
    project.write(MISSPELT, &scenario("Late"));
    let run = project.run(&["check", "--format", "github"]);
    let file = "file=content/scenarios/late%2C again%3A 50%25.yaml,";
    assert!(run.out.contains(file), "{}", run.out);
    assert!(run.out.contains("title=bad-file-name::"), "{}", run.out);
}

#[test]
fn files_are_named_from_where_the_command_runs() {
    let project = Project::new();
    project.write("docs/book.toml", "[book]\ntitel = \"Ours\"\n");
    let github = project.run(&["check", "docs", "--format", "github"]);
    assert!(github.out.starts_with("::error file=docs/book.toml,line=2,"), "{}", github.out);
    let sarif = project.run(&["check", "docs", "--format", "sarif"]);
    assert!(sarif.out.contains("\"uri\": \"docs/book.toml\""), "{}", sarif.out);
}

#[test]
fn sarif_has_every_rule_and_every_fault_at_its_place() {
    let run = with_faults().run(&["check", "--format", "sarif"]);
    assert_eq!(run.code, 1, "{}", run.err);
    let log: Value = serde_json::from_str(&run.out).expect("SARIF is JSON");
    assert_eq!(log["version"], "2.1.0");
    let run = &log["runs"][0];
    let result = &run["results"][0];
    assert_eq!(result["ruleId"], "unknown-field");
    assert_eq!(result["level"], "error");
    let place = &result["locations"][0]["physicalLocation"];
    assert_eq!(place["artifactLocation"]["uri"], "content/scenarios/late-again.yaml");
    let region = serde_json::json!(
        {"startLine": 2, "startColumn": 1, "endLine": 2, "endColumn": 7}
    );
    assert_eq!(place["region"], region);
    let number = result["ruleIndex"].as_u64().expect("a number");
    let number = usize::try_from(number).expect("it is small");
    let rule = &run["tool"]["driver"]["rules"][number];
    assert_eq!(rule["id"], "unknown-field");
    let page = rule["help"]["markdown"].as_str().expect("a page");
    assert!(page.starts_with("# unknown-field\n"), "{page}");
}

#[test]
fn a_kind_of_fault_that_repeats_is_shown_ten_times_and_counted() {
    let project = Project::small();
    for number in 0..3 {
        let links = "[a](none.md)\n".repeat(19);
        let guide = format!("---\ntitle: Guide {number}\n---\n\n{links}");
        project.write(&format!("content/guidance/g{number}.md"), &guide);
    }
    project.write("content/scenarios/other.yaml", "title: Other\n");
    let run = project.run(&["check"]);
    assert_eq!(run.err.matches("error[broken-link]").count(), 10, "{}", run.err);
    assert_eq!(run.err.matches("error[missing-field]").count(), 3, "{}", run.err);
    let more = "and 47 more of `broken-link`, in 3 files; `twohats check --all` shows them";
    assert!(run.err.contains(more), "{}", run.err);
    assert!(run.err.contains("60 errors and 0 warnings"), "{}", run.err);
    let all = project.run(&["check", "--all"]);
    assert_eq!(all.err.matches("error[broken-link]").count(), 57, "{}", all.err);
    assert!(!all.err.contains(" more of "), "{}", all.err);
}
