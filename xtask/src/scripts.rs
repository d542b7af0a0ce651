//! Checks of the theme's scripts: their logic in Node's own runner, their types with TypeScript.

use std::path::Path;
use std::process::Command;

use crate::tools::{Tool, Tools};

/// What npm is called: on Windows it is a script.
const NPM: &str = if cfg!(windows) { "npm.cmd" } else { "npm" };

pub const NODE: Tool = Tool {
    name: "Node.js 18 or newer, with npm",
    programs: &["node", "npm"],
    packages: &[&["nodejs", "npm"]],
    attempt: |tools| {
        let is_new = "process.exit(parseInt(process.versions.node) < 18 ? 1 : 0)";
        let is_new = works(tools.command("node").args(["--eval", is_new]));
        let has_npm = works(tools.command(NPM).arg("--version"));
        if is_new && has_npm {
            Ok(())
        } else {
            Err("no Node.js 18 or newer with npm is here".into())
        }
    },
    without: None,
};

/// Runs both; gets TypeScript and what else the lock file has first, where any of it is missing or another.
pub fn test(tools: &Tools) -> Result<(), String> {
    if !works(in_folder(tools, NPM).args(["ls", "--include=dev"])) {
        run(in_folder(tools, NPM).args(["ci", "--include=dev", "--no-audit", "--no-fund"]))?;
    }
    run(in_folder(tools, "node").arg("--test"))?;
    run(in_folder(tools, NPM).args(["run", "--silent", "types"]))
}

/// The targets of scripts for whoever makes up inputs at random.
pub fn fuzz(tools: &Tools) -> Command {
    let mut command = in_folder(tools, "node");
    command.args(["--test", "--test-reporter", "spec", "fuzz.test.js"]);
    command
}

fn in_folder(tools: &Tools, program: &str) -> Command {
    let mut command = tools.command(program);
    command.current_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/scripts"));
    command
}

fn works(command: &mut Command) -> bool {
    command.output().is_ok_and(|output| output.status.success())
}

fn run(command: &mut Command) -> Result<(), String> {
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("`{command:?}` failed ({status})")),
        Err(error) => Err(format!("cannot run `{command:?}`: {error}")),
    }
}
