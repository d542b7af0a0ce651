//! The commands of the README, one after the other in one empty folder, as somebody types them who has just got the program.

use std::path::Path;
use std::process::Command;

use testkit::readme::commands;
use testkit::{Project, run, twohats};

#[test]
fn the_commands_of_the_readme_do_what_they_say() {
    let project = Project::new();
    let bin = twohats().get_program().to_owned();
    let bin = Path::new(&bin).parent().expect("it is in a folder").to_owned();
    let paths = std::env::var_os("PATH").unwrap_or_default();
    let paths = std::iter::once(bin).chain(std::env::split_paths(&paths));
    let paths = std::env::join_paths(paths).expect("folders can be joined");
    let all: Vec<&str> = commands("If you write one").chain(commands("If you host one")).collect();
    assert!(all.len() > 10, "{all:?}");
    let (mut typed, mut tried) = (String::from("true"), 0);
    for line in all {
        // The preview goes on until somebody ends it, and the web is asked elsewhere: `cargo xtask dist-try` and `tests/verify`.
        if ["twohats serve", "https://", "--links"].iter().any(|what| line.contains(what)) {
            continue;
        }
        if line.starts_with("cd ") {
            typed = format!("{typed} && {line}");
            continue;
        }
        let mut shell = Command::new("sh");
        shell.args(["-c", &format!("{typed} && {line}")]).current_dir(project.path(""));
        let done = run({
            shell.env("PATH", &paths);
            shell
        });
        assert_eq!(done.code, 0, "`{line}`: {}", done.err);
        tried += 1;
    }
    assert!(tried > 7, "{tried} commands were tried");
    assert!(project.path("my-playbook/public/index.html").is_file(), "the site is there");
}
