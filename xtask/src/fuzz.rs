//! `cargo xtask fuzz`: texts put together at random, for so many minutes, each another one than ever before.

use std::env;
use std::ffi::OsString;
use std::process::{Command, ExitCode};

/// How long it goes on when nobody says.
const MINUTES: &str = "10";

/// Runs the test of `tests/faults/words.rs` for longer, and passes cargo's exit code on.
pub fn run(mut arguments: impl Iterator<Item = OsString>) -> Result<ExitCode, String> {
    let minutes = arguments.next().unwrap_or_else(|| MINUTES.into());
    let number = minutes.to_str().and_then(|minutes| minutes.parse::<u64>().ok());
    if number.is_none() {
        return Err(format!("`{}` is no number of minutes", minutes.display()));
    }
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let status = Command::new(&cargo)
        .args(["test", "--release", "--test", "faults", "each_word", "--", "--nocapture"])
        .env("TWOHATS_FUZZ_MINUTES", minutes)
        .status()
        .map_err(|error| format!("cannot run {}: {error}", cargo.display()))?;
    Ok(if status.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
