//! `cargo xtask test`: every test there is, and none that is silently left out for want of a browser or of Node.js.

use std::env;
use std::ffi::OsString;
use std::process::ExitCode;

use crate::chromium::{self, CHROMIUM, FONTS};
use crate::firefox;
use crate::readers::{CMARK, OFFICE, SHELLS};
use crate::scripts::{self, NODE};
use crate::tools::Tools;

/// Makes sure of the programs that tests run, tests the scripts, then runs all tests and passes cargo's exit code on.
pub fn run(arguments: impl Iterator<Item = OsString>) -> Result<ExitCode, String> {
    let tools = Tools::ensure(&[NODE, FONTS, CHROMIUM, OFFICE, CMARK, SHELLS])?;
    let firefox = firefox::get(&tools);
    scripts::test(&tools)?;
    let cargo = env::var("CARGO").unwrap_or_else(|_| "cargo".into());
    let status = tools
        .command(&cargo)
        .args(["test", "--workspace", "--no-fail-fast"])
        .args(with_the_slow_ones(arguments))
        .envs(chromium::of(&tools).map(|chromium| ("CHROME", chromium)))
        // Nothing says that there is none.
        .env("FIREFOX", firefox.unwrap_or_default())
        .status()
        .map_err(|error| format!("cannot run {cargo}: {error}"))?;
    // A killed process has no code.
    let code = status.code().and_then(|code| u8::try_from(code).ok()).unwrap_or(1);
    Ok(ExitCode::from(code))
}

/// The arguments, with the word for the tests' own harness that leaves none of them out.
fn with_the_slow_ones(arguments: impl Iterator<Item = OsString>) -> Vec<OsString> {
    let mut arguments: Vec<OsString> = arguments.collect();
    if !arguments.iter().any(|argument| argument == "--") {
        arguments.push("--".into());
    }
    arguments.push("--include-ignored".into());
    arguments
}
