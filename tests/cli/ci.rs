//! Workflows for a forge: made by `init`, and their steps run here as the forge would run them.

use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::Value;
use testkit::{Project, Run, run, scenario, twohats};

const GITHUB: &str = ".github/workflows/playbook.yml";
const GITLAB: &str = ".gitlab-ci.yml";

/// A playbook with the workflows of a forge, on a machine that has the program from an earlier run.
fn with_workflows(forge: &str) -> Project {
    let project = Project::small();
    let made = project.run(&["init", "--ci", forge]);
    assert_eq!(made.code, 0, "{}", made.err);
    let bin = project.path("home/.cargo/bin");
    fs::create_dir_all(&bin).expect("a folder is made");
    fs::copy(twohats().get_program(), bin.join("twohats")).expect("the program is copied");
    project
}

/// The lines of the shell that stand below this line of a workflow, as deep as the first of them.
#[track_caller]
fn steps(workflow: &str, below: &str) -> String {
    let mut lines = workflow.lines().skip_while(|line| line.trim() != below).skip(1);
    let mut steps = String::new();
    let first = lines.find(|line| {
        line.trim_start().starts_with(['r', '-']) && line.contains("run") || line.trim() == "- |"
    });
    let first = first.unwrap_or_else(|| panic!("no step below `{below}`: {workflow}"));
    if let Some((_, one)) = first.split_once("run: ").filter(|(_, rest)| *rest != "|") {
        return one.to_owned();
    }
    let mut depth = None;
    for line in lines {
        let own = line.len() - line.trim_start().len();
        let depth = *depth.get_or_insert(own);
        if own < depth {
            break;
        }
        steps += &line[depth..];
        steps.push('\n');
    }
    steps
}

/// Runs lines as forges do: at the root of the repository, until the first that fails.
fn sh(project: &Project, lines: &str, more: &[(&str, &str)]) -> Run {
    let home = project.path("home");
    let path = std::env::var("PATH").unwrap_or_default();
    let path = format!("{}:{path}", home.join(".cargo/bin").display());
    let mut shell = Command::new("sh");
    shell.args(["-e", "-c", lines]).current_dir(project.path("")).env("PATH", path);
    shell
        .env("HOME", home)
        .env("BOOK", ".")
        .env("VERSION", "0")
        .env("GITHUB_PATH", project.path("home/path"));
    run({
        shell.envs(more.iter().copied());
        shell
    })
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

#[test]
fn the_steps_for_github_check_build_and_publish() {
    let project = with_workflows("github");
    let workflow = read(&project.path(GITHUB));
    assert!(
        workflow.contains(&format!("VERSION: \"{}\"", env!("CARGO_PKG_VERSION"))),
        "{workflow}"
    );
    let got = sh(&project, &steps(&workflow, "- name: Get Twohats"), &[]);
    assert_eq!(
        (got.code, got.out.as_str()),
        (0, "Twohats is kept from an earlier run\n"),
        "{}",
        got.err
    );
    assert!(read(&project.path("home/path")).ends_with("/home/.cargo/bin\n"));
    let check = steps(&workflow, "- name: Check");
    assert_eq!(sh(&project, &check, &[]).code, 0);
    let copy = sh(&project, &steps(&workflow, "- name: Build a copy for review"), &[]);
    assert_eq!(copy.code, 0, "{}", copy.err);
    assert!(read(&project.path("trial/index.html")).contains("class=\"staging\""));
    publishes(&project, &steps(&workflow, "- name: Build"));

    project.write("content/scenarios/late.yaml", &scenario("Late").replace("summary", "sumary"));
    let told = sh(&project, &check, &[]);
    assert_eq!(told.code, 1);
    assert!(
        told.out.starts_with("::error file=content/scenarios/late.yaml,line=2,"),
        "{}",
        told.out
    );
}

#[test]
fn the_steps_for_gitlab_check_build_and_publish() {
    let project = with_workflows("gitlab");
    let workflow = read(&project.path(GITLAB));
    let got = sh(&project, &steps(&workflow, "before_script:"), &[]);
    assert_eq!(
        (got.code, got.out.as_str()),
        (0, "Twohats is kept from an earlier run\n"),
        "{}",
        got.err
    );
    let (_, publish) = workflow.split_once("\npages:\n").expect("a job that publishes");
    publishes(&project, &steps(publish, "script:"));

    let (_, check) = workflow.split_once("\ncheck:\n").expect("a job that checks");
    let check = steps(check, "script:");
    assert_eq!(sh(&project, &check, &[]).code, 0);
    let report = || -> Value {
        serde_json::from_str(&read(&project.path("gl-code-quality-report.json"))).expect("JSON")
    };
    assert_eq!(report(), serde_json::json!([]));
    project.write("content/scenarios/late.yaml", &scenario("Late").replace("summary", "sumary"));
    let told = sh(&project, &check, &[]);
    assert_eq!(told.code, 1);
    assert!(told.err.contains("error[unknown-field]"), "{}", told.err);
    let report = report();
    assert_eq!(report[0]["check_name"], "unknown-field");
    assert_eq!(report[0]["severity"], "major");
    let place = serde_json::json!({ "path": "content/scenarios/late.yaml", "lines": { "begin": 2, "end": 2 } });
    assert_eq!(report[0]["location"], place);
}

/// Twice, as what the first run wrote is kept for the second.
#[track_caller]
fn publishes(project: &Project, build: &str) {
    for _ in 0..2 {
        let built = sh(project, build, &[("SITE_URL", "https://team.example.org/ours")]);
        assert_eq!(built.code, 0, "{}", built.err);
        assert!(read(&project.path("public/404.html")).contains("href=\"/ours/assets/"));
        assert!(
            !project.path("public/.twohats").exists() && project.path("site/.twohats").exists()
        );
    }
}

#[test]
fn workflows_stand_at_the_root_of_the_repository_and_know_the_folder_of_the_book() {
    let project = Project::new();
    fs::create_dir(project.path(".git")).expect("a repository");
    for (forge, file) in [("github", GITHUB), ("gitlab", GITLAB)] {
        let dir = format!("docs/our {forge}");
        let made = project.run(&["init", &dir, "--ci", forge]);
        assert_eq!(made.code, 0, "{}", made.err);
        assert!(made.err.contains("cargo install twohats"), "{}", made.err);
        let workflow = read(&project.path(file));
        assert!(workflow.contains(&format!("BOOK: \"docs/our {forge}\"\n")), "{workflow}");
        assert!(!workflow.contains('@') || !workflow.contains("@BOOK"), "{workflow}");
        assert!(project.path(&format!("{dir}/.vscode/extensions.json")).is_file());
        let again = project.run(&["init", &dir, "--ci", forge]);
        assert_eq!(again.code, 2);
        assert!(again.err.contains("is there already"), "{}", again.err);
        assert_eq!(read(&project.path(file)), workflow);
    }
}
