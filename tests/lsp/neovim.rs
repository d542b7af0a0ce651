//! Neovim on our own playbook, without a screen: it completes an id, mends a fault and renames a page.

use std::process::{Command, Stdio};

use testkit::{Project, twohats};

const SCENARIO: &str = "content/scenarios/a-team-you-inherit.yaml";
const GUIDE: &str = "care";
const RENAMED: &str = "content/scenarios/another-name.yaml";

#[test]
#[ignore = "needs Neovim: run `cargo xtask test`"]
fn neovim_completes_mends_and_renames_on_our_own_playbook() {
    let project = Project::new();
    project.remove("book.toml");
    let begun = project.run(&["init", "--full"]);
    assert_eq!(begun.code, 0, "{}", begun.err);
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/lsp/neovim.lua");
    let words = [("arg_scenario", SCENARIO), ("arg_guide", GUIDE), ("arg_renamed", RENAMED)];
    let words = words.map(|(name, word)| format!("let g:{name} = '{word}'"));
    let globals = "lua for _, name in ipairs({'arg_scenario', 'arg_guide', 'arg_renamed'}) do _G[name] = vim.g[name] end";
    let mut command = Command::new("nvim");
    command.args(["--headless", "-u", "NONE", "-n"]);
    for word in words.iter().map(String::as_str).chain([globals]) {
        command.args(["-c", word]);
    }
    command.args(["-c", &format!("luafile {script}")]).args(["-c", "cquit 3"]);
    command.env("TWOHATS", twohats().get_program()).current_dir(project.path(""));
    let done = command.stdin(Stdio::null()).output().expect("Neovim starts");
    let said = String::from_utf8_lossy(&[done.stdout, done.stderr].concat()).into_owned();
    assert!(done.status.success(), "{said}");
    assert!(said.contains(&format!("completed guidance: [{GUIDE}")), "{said}");
    assert!(said.contains("mended time: \"Two: three minutes\""), "{said}");
    let moved = std::fs::read_to_string(project.path("book.toml")).expect("it is there");
    assert!(moved.contains("scenarios/another-name.html"), "the redirects are not saved: {said}");
    let checked = project.run(&["check"]);
    assert_eq!(checked.code, 0, "{}", checked.err);
}
