//! The release program, which chores measure.

use std::env;
use std::ffi::OsString;
use std::path::Path;
use std::process::Command;

/// Builds it, and says where it is.
pub fn build() -> Result<OsString, String> {
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let root =
        Path::new(env!("CARGO_MANIFEST_DIR")).parent().ok_or("xtask has a folder above it")?;
    let built =
        Command::new(cargo).args(["build", "--release", "--quiet"]).current_dir(root).status();
    let built = built.map_err(|error| format!("cannot run cargo: {error}"))?;
    if !built.success() {
        return Err("the program could not be built".into());
    }
    let target = env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), Into::into);
    Ok(target.join("release/twohats").into_os_string())
}
