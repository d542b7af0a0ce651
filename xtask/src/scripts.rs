//! Checks of the theme's scripts: their logic in Node's own runner, their types with TypeScript.

use std::ffi::OsStr;
use std::path::Path;
use std::process::Command;

use crate::debian;

/// Where the tests are, from the repository's root.
const FOLDER: &str = "tests/scripts";

/// Runs both; gets Node and npm first where they are missing, and TypeScript as the lock file has it.
pub fn test() -> Result<(), String> {
    if !runs("node") || !runs("npm") {
        println!("no Node.js is here: installing Debian's packages `nodejs` and `npm`");
        debian::install(&["nodejs", "npm"]).map_err(|fault| {
            format!("{fault}; the tests of scripts need Node.js 18 or newer and npm")
        })?;
    }
    if !Path::new(FOLDER).join("node_modules/typescript").exists() {
        run("npm", ["ci", "--no-audit", "--no-fund"])?;
    }
    run("node", ["--test"])?;
    run("npm", ["run", "--silent", "types"])
}

fn runs(program: &str) -> bool {
    Command::new(program).arg("--version").output().is_ok_and(|output| output.status.success())
}

fn run<A: AsRef<OsStr>>(
    program: &str,
    arguments: impl IntoIterator<Item = A>,
) -> Result<(), String> {
    match Command::new(program).args(arguments).current_dir(FOLDER).status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("`{program}` in {FOLDER} failed ({status})")),
        Err(error) => Err(format!("cannot run `{program}`: {error}")),
    }
}
