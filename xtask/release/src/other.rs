//! Runs other programs.

use std::path::Path;
use std::process::{Command, Output};

use testkit::outcome::{Outcome, because};

/// Cargo, as it was called.
pub fn cargo() -> Command {
    Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// A program with its arguments, in a folder.
pub fn program(name: &str, arguments: &[&str], folder: &Path) -> Command {
    let mut command = Command::new(name);
    command.args(arguments).current_dir(folder);
    command
}

/// Runs it to its end, in view.
pub fn run(command: &mut Command) -> Outcome {
    let status = command.status().map_err(because(&format!("cannot run `{command:?}`")))?;
    if status.success() { Ok(()) } else { Err(format!("`{command:?}` failed ({status})")) }
}

/// Runs it to its end, and gives what it printed.
pub fn ask(command: &mut Command) -> Outcome<String> {
    let done = command.output().map_err(because(&format!("cannot run `{command:?}`")))?;
    let Output { status, stdout, stderr } = done;
    if status.success() {
        return Ok(String::from_utf8_lossy(&stdout).trim_end().to_owned());
    }
    Err(format!("`{command:?}` failed ({status})\n{}", String::from_utf8_lossy(&stderr)))
}
