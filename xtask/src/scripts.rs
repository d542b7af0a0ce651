//! Checks of the theme's scripts: their logic in Node's own runner, their types with TypeScript.

use std::process::Command;

use crate::node::Package;
use crate::tools::Tools;

const FOLDER: &str = "tests/scripts";

/// Runs both.
pub fn test(tools: &Tools) -> Result<(), String> {
    let scripts = Package::of(tools, FOLDER);
    scripts.fetch()?;
    scripts.test(None)?;
    scripts.script("types")
}

/// The targets of scripts for whoever makes up inputs at random.
pub fn fuzz(tools: &Tools) -> Command {
    let mut command = Package::of(tools, FOLDER).node();
    command.args(["--test", "--test-reporter", "spec", "fuzz.test.js"]);
    command
}
