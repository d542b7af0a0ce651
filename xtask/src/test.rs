//! `cargo xtask test`: every test there is, and none that is silently left out for want of a browser or of Node.js.

use std::env;
use std::ffi::OsString;
use std::process::{Command, ExitCode};

use crate::chromium;
use crate::readers;
use crate::scripts;

/// Tests the scripts, makes sure that a Chromium is there, then runs all tests and passes cargo's exit code on.
pub fn run(arguments: impl Iterator<Item = OsString>) -> Result<ExitCode, String> {
    scripts::test()?;
    let chromium = chromium::ensure()?;
    readers::ensure()?;
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let status = Command::new(&cargo)
        .args(["test", "--workspace", "--no-fail-fast"])
        .args(arguments)
        .env("CHROME", chromium)
        .env("TWOHATS_BROWSER", "required")
        .status()
        .map_err(|error| format!("cannot run {}: {error}", cargo.display()))?;
    // A killed process has no code.
    let code = status.code().and_then(|code| u8::try_from(code).ok()).unwrap_or(1);
    Ok(ExitCode::from(code))
}
