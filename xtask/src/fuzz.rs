//! `cargo xtask fuzz`: inputs made up at random, for so many minutes a target, each another one than ever before.

use std::ffi::OsString;
use std::process::ExitCode;

use crate::harden::{Attack, run_all};

/// Runs the targets of `tests/fuzz/`, those of scripts, and the test of `tests/faults/words.rs`.
pub fn run(arguments: impl Iterator<Item = OsString>) -> Result<ExitCode, String> {
    run_all(
        arguments,
        &[Attack::Scripts, Attack::Suite("fuzz", ""), Attack::Suite("faults", "each_word")],
    )
}
