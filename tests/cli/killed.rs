//! A build that is killed at any moment leaves only whole files, and the next one makes the exact tree.

use std::fs;
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use testkit::{Project, Tree, scenario, tree};

const KILLS: u32 = 50;
const SCENARIOS: usize = 80;

/// Version 0 and version 1 differ in every page, and each has pages that the other has not.
fn write_version(project: &Project, version: u32) {
    let other = 1 - version;
    project.write("book.toml", &format!("[book]\ntitle = \"Version {version}\"\n"));
    for number in 0..SCENARIOS / 4 {
        let _ =
            fs::remove_file(project.path(&format!("content/scenarios/only-{other}-{number}.yaml")));
        project.write(
            &format!("content/scenarios/only-{version}-{number}.yaml"),
            &scenario(&format!("Only {version} {number}")),
        );
    }
}

fn start(project: &Project) -> Command {
    let mut command = project.command(&["build"]);
    command.stdout(Stdio::null()).stderr(Stdio::null());
    command
}

#[test]
fn fifty_kills_leave_no_torn_file_and_the_next_build_restores_the_exact_tree() {
    let project = Project::small();
    for number in 0..SCENARIOS {
        project.write(
            &format!("content/scenarios/s-{number}.yaml"),
            &scenario(&format!("Scenario {number}")),
        );
    }
    let clean: Vec<Tree> = (0..2)
        .map(|version| {
            write_version(&project, version);
            let output = format!("clean-{version}");
            assert_eq!(project.run(&["build", "--output", &output]).code, 0);
            tree(&project.path(&output))
        })
        .collect();
    let begin = Instant::now();
    assert_eq!(project.build(), clean[1]);
    let whole = begin.elapsed();

    let mut interrupted = 0;
    for kill in 0..KILLS {
        let version = kill % 2;
        write_version(&project, version);
        let mut child = start(&project).spawn().expect("the program starts");
        sleep(
            whole
                .mul_f64(0.2 + 0.9 * f64::from(kill) / f64::from(KILLS))
                .min(Duration::from_secs(5)),
        );
        let _ = child.kill();
        let ended = child.wait().expect("the program ends");
        interrupted += u32::from(!ended.success());
        for (path, bytes) in tree(&project.path("public")) {
            let is_whole = clean.iter().any(|tree| tree.get(&path) == Some(&bytes));
            assert!(is_whole, "kill {kill}: {path} is torn or strange, {} bytes", bytes.len());
        }
        if kill % 5 == 4 {
            assert_eq!(project.build(), clean[version as usize], "after kill {kill}");
        }
    }
    assert!(
        interrupted >= KILLS / 4,
        "only {interrupted} of {KILLS} builds were killed while they ran"
    );
    write_version(&project, 0);
    assert_eq!(project.build(), clean[0]);
}
