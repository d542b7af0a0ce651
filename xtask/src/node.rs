//! Node.js with npm: what checks run in whose folder has a `package.json`.

use std::path::{Path, PathBuf};
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

/// A folder of the repository with a `package.json`.
pub struct Package<'t> {
    tools: &'t Tools,
    folder: PathBuf,
}

impl<'t> Package<'t> {
    /// The one in this folder, as a path from the repository's root.
    pub fn of(tools: &'t Tools, folder: &str) -> Self {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        Self { tools, folder: root.join(folder) }
    }

    /// Gets what its lock file has, where any of it is missing or another. What packages bring to be run at once is not.
    pub fn fetch(&self) -> Result<(), String> {
        if works(self.command(NPM).args(["ls", "--include=dev"])) {
            return Ok(());
        }
        let words = ["ci", "--include=dev", "--ignore-scripts", "--no-audit", "--no-fund"];
        run(self.command(NPM).args(words))
    }

    /// Runs one of its scripts.
    pub fn script(&self, name: &str) -> Result<(), String> {
        run(self.command(NPM).args(["run", "--silent", name]))
    }

    /// Runs its tests; `program` is ours.
    pub fn test(&self, program: Option<&Path>) -> Result<(), String> {
        let mut command = self.node();
        command.arg("--test").envs(program.map(|program| ("TWOHATS", program)));
        run(&mut command)
    }

    /// Node.js in its folder.
    pub fn node(&self) -> Command {
        self.command("node")
    }

    fn command(&self, program: &str) -> Command {
        let mut command = self.tools.command(program);
        command.current_dir(&self.folder);
        command
    }
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
