//! `cargo xtask test`: every test there is, and none that is silently left out for want of a browser or of Node.js.

use std::env;
use std::ffi::OsString;
use std::process::ExitCode;

use crate::chromium::{self, CHROMIUM, FONTS};
use crate::extension;
use crate::firefox::{self, FIREFOX};
use crate::hosts::{APACHE, CADDY, NGINX};
use crate::node::NODE;
use crate::readers::{CMARK, NEOVIM, OFFICE, SHELLS};
use crate::scripts;
use crate::tools::{Tool, Tools, may_install};

/// The programs that tests run.
const NEEDED: [Tool; 11] =
    [NODE, FONTS, CHROMIUM, OFFICE, CMARK, SHELLS, NEOVIM, NGINX, APACHE, CADDY, FIREFOX];

/// Makes sure of the programs that tests run, tests the scripts and the extension, then runs all tests and passes cargo's exit code on.
pub fn run(arguments: impl Iterator<Item = OsString>) -> Result<ExitCode, String> {
    let mut arguments = arguments.collect();
    let install = may_install(&mut arguments);
    let Some(tools) = Tools::ensure(&NEEDED, install)? else {
        return Ok(ExitCode::from(2));
    };
    let firefox = if tools.lacks(&FIREFOX) { None } else { firefox::of(&tools) };
    scripts::test(&tools)?;
    extension::test(&tools)?;
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
fn with_the_slow_ones(mut arguments: Vec<OsString>) -> Vec<OsString> {
    if !arguments.iter().any(|argument| argument == "--") {
        arguments.push("--".into());
    }
    arguments.push("--include-ignored".into());
    arguments
}
