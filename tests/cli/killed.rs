//! A build that is killed at any moment leaves only whole files, and the next one makes the exact tree.

use std::fs;
use std::io::Read;
use std::process::{Child, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::thread;

use notify::{RecommendedWatcher, RecursiveMode, Watcher};
use testkit::{Project, Tree, scenario, tree};

const KILLS: u32 = 50;
const SCENARIOS: usize = 80;

/// Version 0 and version 1 differ in every page, and each has pages that the other has not.
fn write_version(project: &Project, version: u32) {
    let other = 1 - version;
    project.write("book.toml", &format!("[book]\ntitle = \"Version {version}\"\nid = \"test\"\n"));
    for number in 0..SCENARIOS / 4 {
        let _ =
            fs::remove_file(project.path(&format!("content/scenarios/only-{other}-{number}.yaml")));
        project.write(
            &format!("content/scenarios/only-{version}-{number}.yaml"),
            &scenario(&format!("Only {version} {number}")),
        );
    }
}

/// What is seen of a build that runs.
#[derive(PartialEq)]
enum Step {
    /// It made, wrote or moved something in the folder of the site.
    Made,
    Ended,
}

struct Watched {
    build: Child,
    steps: Receiver<Step>,
    _watcher: RecommendedWatcher,
}

impl Watched {
    fn start(project: &Project) -> Self {
        let (sender, steps) = channel();
        let made = sender.clone();
        let mut watcher = notify::recommended_watcher(move |_| drop(made.send(Step::Made)))
            .expect("the system tells of files");
        let output = project.path("public");
        watcher.watch(&output, RecursiveMode::Recursive).expect("the folder is watched");
        let mut command = project.command(&["build"]);
        command.stdout(Stdio::piped()).stderr(Stdio::null());
        let mut build = command.spawn().expect("the program starts");
        let mut stdout = build.stdout.take().expect("it was asked for");
        thread::spawn(move || {
            let _ = stdout.read_to_end(&mut Vec::new());
            let _ = sender.send(Step::Ended);
        });
        Self { build, steps, _watcher: watcher }
    }
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
    assert_eq!(project.build(), clean[1]);
    write_version(&project, 0);
    let mut watched = Watched::start(&project);
    let steps = watched.steps.iter().take_while(|step| *step == Step::Made).count();
    watched.build.wait().expect("the program ends");

    let mut interrupted = 0;
    for kill in 0..KILLS {
        let version = kill % 2;
        write_version(&project, version);
        let mut watched = Watched::start(&project);
        // The last ones are killed when they are about to end by themselves.
        let moment = steps * kill as usize / KILLS as usize;
        let steps = watched.steps.iter().take_while(|step| *step == Step::Made);
        steps.take(moment).for_each(drop);
        let _ = watched.build.kill();
        let ended = watched.build.wait().expect("the program ends");
        interrupted += u32::from(!ended.success());
        for (path, bytes) in tree(&project.path("public")) {
            let is_whole = clean.iter().any(|tree| tree.get(&path) == Some(&bytes));
            assert!(is_whole, "kill {kill}: {path} is torn or strange, {} bytes", bytes.len());
        }
        if kill % 5 == 4 {
            assert_eq!(project.build(), clean[version as usize], "after kill {kill}");
        }
    }
    println!("tally: kills: {interrupted}");
    assert!(
        interrupted >= KILLS / 4,
        "only {interrupted} of {KILLS} builds were killed while they ran"
    );
    write_version(&project, 0);
    assert_eq!(project.build(), clean[0]);
}
