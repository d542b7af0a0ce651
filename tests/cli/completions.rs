//! Shells complete our commands by what `twohats completions` prints.

use std::fs;
use std::process::{Command, Stdio};

use tempfile::TempDir;
use testkit::Project;

/// A folder with what the shell reads, by the name that it looks for.
fn folder_for(shell: &str, name: &str) -> TempDir {
    let folder = TempDir::new().expect("a folder");
    let told = Project::new().run(&["completions", shell]);
    assert_eq!(told.code, 0, "{}", told.err);
    fs::write(folder.path().join(name), told.out).expect("it is written");
    folder
}

/// What a shell prints that runs a script in the folder.
fn said(shell: &[&str], folder: &TempDir, script: &str) -> String {
    let mut command = Command::new(shell[0]);
    command.args(&shell[1..]).arg(script).current_dir(folder).stdin(Stdio::null());
    let done = command.output().unwrap_or_else(|error| panic!("{}: {error}", shell[0]));
    let said = String::from_utf8_lossy(&done.stdout).into_owned();
    assert!(done.status.success(), "{said}{}", String::from_utf8_lossy(&done.stderr));
    said
}

#[test]
#[ignore = "needs bash: run `cargo xtask test`"]
fn bash_offers_a_command_and_an_option() {
    let folder = folder_for("bash", "twohats.bash");
    let script = "source ./twohats.bash
        offered() { COMP_WORDS=(\"$@\"); COMP_CWORD=$(($# - 1)); _twohats twohats \"${!#}\" x; echo \"${COMPREPLY[@]}\"; }
        complete -p twohats; offered twohats che; offered twohats build --ou";
    let said = said(&["bash", "--norc", "-c"], &folder, script);
    assert!(said.contains("-F _twohats"), "{said}");
    assert!(said.ends_with("check\n--output\n"), "{said}");
}

#[test]
#[ignore = "needs fish: run `cargo xtask test`"]
fn fish_offers_a_command_with_what_it_does() {
    let folder = folder_for("fish", "twohats.fish");
    let script = "source twohats.fish; complete --do-complete 'twohats che'";
    let said = said(&["fish", "--no-config", "-c"], &folder, script);
    assert!(said.starts_with("check\tTell everything that is wrong"), "{said}");
}

#[test]
#[ignore = "needs zsh: run `cargo xtask test`"]
fn zsh_completes_a_command_that_was_begun() {
    let folder = folder_for("zsh", "_twohats");
    // A terminal in which somebody presses Tab, and then a key that shows what stands in the line.
    let script = r#"zmodload zsh/zpty; zpty terminal zsh --no-rcs -i
        zpty -w terminal 'fpath=($PWD $fpath); autoload -U compinit; compinit -u -D
        shown() { print -r -- "<line>$BUFFER</line>" }; zle -N shown; bindkey "^T" shown; print re""ady'
        zpty -r terminal before '*ready*'
        zpty -n -w terminal $'twohats che\t\C-t'
        zpty -r terminal after '*</line>*'; print -r -- "$after""#;
    let said = said(&["zsh", "--no-rcs", "-c"], &folder, script);
    assert!(said.contains("<line>twohats check "), "{said}");
}
