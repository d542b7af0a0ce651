//! The program, which chores measure and tests run.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

/// How it is built.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Profile {
    /// As tests run it.
    Debug,
    /// As it is measured.
    Release,
}

/// Builds it, and says where it is.
pub fn build(profile: Profile) -> Result<PathBuf, String> {
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let root =
        Path::new(env!("CARGO_MANIFEST_DIR")).parent().ok_or("xtask has a folder above it")?;
    let (words, folder): (&[&str], _) = match profile {
        Profile::Debug => (&[], "debug"),
        Profile::Release => (&["--release"], "release"),
    };
    let mut command = Command::new(cargo);
    let built = command.args(["build", "--quiet"]).args(words).current_dir(root).status();
    let built = built.map_err(|error| format!("cannot run cargo: {error}"))?;
    if !built.success() {
        return Err("the program could not be built".into());
    }
    let target = env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), PathBuf::from);
    Ok(target.join(folder).join(format!("twohats{}", env::consts::EXE_SUFFIX)))
}
