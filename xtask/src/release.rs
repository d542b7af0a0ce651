//! Hands a chore on to the program that makes releases, which is built only then.

use std::env;
use std::ffi::{OsStr, OsString};
use std::process::{Command, ExitCode};

pub fn run(chore: &OsStr, words: impl Iterator<Item = OsString>) -> Result<ExitCode, String> {
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let status = Command::new(&cargo)
        .args(["run", "--quiet", "--locked", "--package", "release", "--"])
        .arg(chore)
        .args(words)
        .status()
        .map_err(|error| format!("cannot run {}: {error}", cargo.display()))?;
    Ok(if status.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
