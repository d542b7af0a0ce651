//! `twohats check` and `twohats explain`.

use testkit::{Project, scenario};

#[test]
fn a_book_without_faults_is_said_to_be_well() {
    let run = Project::small().run(&["check", "--deny-warnings"]);
    assert_eq!(run.code, 0, "{}", run.err);
    assert!(run.err.starts_with("checked 3 files, all is well"), "{}", run.err);
}

#[test]
fn a_fault_is_shown_on_standard_error_and_ends_with_1() {
    let project = Project::small();
    project.write("content/scenarios/late.yaml", &scenario("Late").replace("summary", "sumary"));
    let run = project.run(&["check"]);
    assert_eq!((run.code, run.out.as_str()), (1, ""));
    assert!(
        run.err.contains("error[unknown-field]: `sumary` is not a key of a scenario"),
        "{}",
        run.err
    );
    assert!(run.err.contains("--> content/scenarios/late.yaml:2:1"), "{}", run.err);
    assert!(run.err.contains("did you mean `summary`?"), "{}", run.err);
    assert!(!run.err.contains('\u{1b}'), "there is no colour where nobody watches");
    assert!(!project.path("public").exists(), "a check writes nothing");
}

#[test]
fn json_goes_to_standard_output_alone() {
    let project = Project::small();
    project.write("content/scenarios/late.yaml", &scenario("Late").replace("summary", "sumary"));
    let run = project.run(&["check", "--format", "json"]);
    assert_eq!((run.code, run.err.as_str()), (1, ""));
    let found: serde_json::Value = serde_json::from_str(&run.out).expect("JSON");
    assert_eq!(found[0]["rule"], "unknown-field");
    assert_eq!((&found[0]["line"], &found[0]["column"]), (&2.into(), &1.into()));
    let clean = Project::small().run(&["check", "--format", "json"]);
    assert_eq!((clean.code, clean.out.as_str()), (0, "[]\n"));
}

#[test]
fn a_warning_is_a_fault_only_when_warnings_are_denied() {
    let project = Project::small();
    project.write("content/scenarios/late.yaml", &scenario("Update #2 of today"));
    let run = project.run(&["check"]);
    assert_eq!(run.code, 0, "{}", run.err);
    assert!(run.err.contains("warning[cut-by-hash]"), "{}", run.err);
    assert_eq!(project.run(&["check", "--deny-warnings"]).code, 1);
}

#[test]
fn a_rule_is_explained_by_its_name_and_a_slip_is_forgiven() {
    let project = Project::new();
    let run = project.run(&["explain", "unknown-field"]);
    assert_eq!(run.code, 0);
    assert!(run.out.starts_with("# unknown-field\n"), "{}", run.out);
    let slip = project.run(&["explain", "unknown-feild"]);
    assert_eq!(slip.code, 2);
    assert!(slip.err.contains("did you mean `unknown-field`?"), "{}", slip.err);
    let list = project.run(&["explain"]);
    assert!(list.out.lines().count() >= 10, "{}", list.out);
}

#[test]
fn faults_in_content_and_in_a_layout_are_told_in_one_run() {
    let project = Project::small();
    project.write("content/scenarios/late.yaml", &scenario("Late").replace("summary", "sumary"));
    project.write("themes/default/layouts/guide.html", "{% if %}");
    let run = project.run(&["check"]);
    assert!(run.err.contains("error[unknown-field]"), "{}", run.err);
    assert!(run.err.contains("error[invalid-layout]"), "{}", run.err);
}

#[test]
fn a_query_that_misses_its_page_stops_a_build_as_well_as_a_check() {
    let project = Project::small();
    project.write("content/queries.yaml", "scenarios/late: [late, xylophone]\n");
    for command in ["check", "build"] {
        let run = project.run(&[command]);
        assert_eq!(run.code, 1, "{command}: {}", run.err);
        assert!(run.err.contains("`xylophone` does not find this page"), "{}", run.err);
        assert!(run.err.contains("content/queries.yaml:1:24"), "{}", run.err);
    }
    assert!(!project.path("public").exists(), "nothing is published");
    project.write("content/queries.yaml", "scenarios/lat: late\n");
    let run = project.run(&["check"]);
    assert!(run.err.contains("no page is called `scenarios/lat`"), "{}", run.err);
    assert!(run.err.contains("did you mean `scenarios/late`?"), "{}", run.err);
}
