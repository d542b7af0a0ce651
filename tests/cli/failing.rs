//! System calls that fail, one after the other: a build says what failed, every file of the site is whole, and the next
//! build makes the exact tree. `strace` makes them fail, where it is there.

use std::process::{Command, Stdio};

use testkit::{Project, Tree, run, scenario, tree};

/// What fails, and how.
const CALLS: [(&str, &str); 14] = [
    ("openat", "EMFILE"),
    ("openat", "EACCES"),
    ("read", "EIO"),
    ("write", "ENOSPC"),
    ("rename", "EIO"),
    ("rename", "EXDEV"),
    ("mkdir", "ENOSPC"),
    ("unlink", "EPERM"),
    ("unlinkat", "EBUSY"),
    ("rmdir", "EPERM"),
    ("getdents64", "EIO"),
    ("statx", "EIO"),
    ("flock", "EINTR"),
    ("ftruncate", "ENOSPC"),
];

/// How many calls of a kind are looked at: the first are the program's own, then come those of the book and the site.
const TIMES: usize = 40;

fn version(project: &Project, words: &str) {
    project.write("book.toml", &format!("[book]\ntitle = \"{words}\"\nid = \"test\"\n"));
    project.write(&format!("content/scenarios/{words}.yaml"), &scenario(words));
}

/// The program, with one call of a kind failing.
fn failing(project: &Project, (call, error): (&str, &str), number: usize) -> Command {
    let ours = project.command(&["build"]);
    let mut command = Command::new("strace");
    let inject = format!("inject={call}:error={error}:when={number}");
    command.args(["-f", "-qq", "-o", "/dev/null", "-e", &format!("trace={call}"), "-e", &inject]);
    command.arg(ours.get_program()).args(ours.get_args());
    command.current_dir(project.path("")).stdin(Stdio::null()).env("RAYON_NUM_THREADS", "1");
    command
}

#[test]
#[ignore = "slow: `cargo xtask test` runs it"]
fn whatever_call_fails_the_site_is_whole_and_the_next_build_makes_it_right() {
    let may = Command::new("strace").args(["-qq", "-o", "/dev/null", "true"]).status();
    if !may.is_ok_and(|status| status.success()) {
        return; // this machine lets nobody look at another program
    }
    let project = Project::small();
    let clean: Vec<Tree> = ["one", "two"]
        .map(|words| {
            let _ = std::fs::remove_dir_all(project.path("content/scenarios"));
            project.write("content/scenarios/late.yaml", &scenario("Late again"));
            version(&project, words);
            let output = format!("clean-{words}");
            assert_eq!(project.run(&["build", "--output", &output]).code, 0);
            tree(&project.path(&output))
        })
        .into();
    project.build(); // the site that nothing may break
    let (mut failed, mut fallen) = (0, Vec::new());
    for (kind, number) in CALLS.iter().flat_map(|kind| (1..=TIMES).map(move |at| (*kind, at))) {
        let words = ["one", "two"][number % 2];
        let _ = std::fs::remove_file(project.path("content/scenarios/one.yaml"));
        let _ = std::fs::remove_file(project.path("content/scenarios/two.yaml"));
        version(&project, words);
        let ended = run(failing(&project, kind, number));
        let name = format!("{} {} number {number}", kind.0, kind.1);
        // Before our own program runs, the system may not start it.
        let is_ours = !ended.err.contains("error while loading shared libraries");
        if ended.code == 0 && number > 1 && ended.err.is_empty() {
            break; // there are no more calls of this kind
        }
        failed += 1;
        if is_ours && !matches!(ended.code, 0..=2) {
            fallen.push(format!("{name}: it ends with {}\n{}", ended.code, ended.err));
        }
        let made = tree(&project.path("public"));
        if ended.code == 0 && made != clean[number % 2] {
            fallen.push(format!("{name}: it says that all went well, and the site is another"));
        }
        for (path, bytes) in made {
            if !clean.iter().any(|tree| tree.get(&path) == Some(&bytes)) {
                fallen.push(format!("{name}: `{path}` is torn or strange, {} bytes", bytes.len()));
            }
        }
    }
    println!("tally: calls failed: {failed}");
    version(&project, "two");
    let _ = std::fs::remove_file(project.path("content/scenarios/one.yaml"));
    assert_eq!(project.build(), clean[1]);
    assert!(fallen.is_empty(), "{} fall:\n{}", fallen.len(), fallen.join("\n"));
}
